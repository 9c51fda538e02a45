"""Which records have a page of their own, and what people call every table and every stored field."""

from functools import cache
from typing import Any

from registry.model import (
    Action,
    Agreement,
    AppRequest,
    Breach,
    Closing,
    ClosingLine,
    CustomField,
    GeneratedDocument,
    PaperTemplate,
    PrivacyAnnex,
    Product,
    ReadPaper,
    Review,
    ReviewAnswer,
    ReviewRound,
    School,
    SchoolBoard,
    SecurityAnnex,
    SignalSilence,
    Statement,
    SubprocessorNotice,
    Supplier,
    Use,
)
from registry.model.base import Base, label_of
from registry.queries.papers.places import NAMES
from registry.reference import facts

# By the word in the address: what the page is about.
PAGES: dict[str, Any] = {
    "leverancier": Supplier,
    "product": Product,
    "privacybijsluiter": PrivacyAnnex,
    "beveiligingsbijlage": SecurityAnnex,
    "overeenkomst": Agreement,
    "school": School,
    "gebruik": Use,
    "bestuur": SchoolBoard,
    "verklaring": Statement,
    "eigen-veld": CustomField,
    "sjabloon": PaperTemplate,
    "document": GeneratedDocument,
    "stil-gezet-signaal": SignalSilence,
    "aanvraag": AppRequest,
    "dossier-van-stoppen": Closing,
    "datalek": Breach,
    "wijziging-bij-een-subverwerker": SubprocessorNotice,
    "actie": Action,
    "ingelezen-stuk": ReadPaper,
    "jaarronde": ReviewRound,
    "regel-van-de-jaarronde": Review,
}
SLUGS = {kind.__tablename__: slug for slug, kind in PAGES.items()}
WORDS = {
    **{table: slug.replace("-", " ") for table, slug in SLUGS.items()},
    "access_role": "functie bij de leverancier",
    "account": "account",
    "account_school": "school van het account",
    "agreement_annex": "bijlage bij de overeenkomst",
    "agreement_file": "bestand bij de overeenkomst",
    "agreement_product": "product in de overeenkomst",
    "annex_data": "soort gegevens",
    "annex_denial": "wat niet wordt verwerkt",
    "annex_option": "keuze voor het bestuur",
    "annex_purpose": "doel",
    "annex_retention": "bewaartermijn",
    "annex_storage": "plaats van opslag",
    "api_key": "API-sleutel",
    "api_key_school": "school van de sleutel",
    "audit_event": "geschiedenis",
    "calendar_feed": "adres van de eigen agenda",
    "certificate": "certificaat",
    "choice": "keuze van het bestuur",
    "closing_file": "bestand in het dossier",
    "closing_line": "school in het dossier",
    "covenant_entry": "stand in het convenant",
    "custom_value": "eigen veld",
    "deviation": "afwijking",
    "external_review": "toets door anderen",
    "import": "ingelezen lijst",
    "measure": "maatregel",
    "practice_check": "vergelijking met de praktijk",
    "practice_row": "antwoord over de praktijk",
    "notice_product": "product bij de wijziging",
    "product_module": "onderdeel van het product",
    "product_party": "maker of distributeur",
    "reminder_choice": "keuze van herinneringen",
    "reminder_kind": "herinnering aan een soort termijn",
    "saved_mapping": "bewaarde indeling van een lijst",
    "staff_address": "aanvraagadres van de school",
    "stored_file": "bestand",
    "subprocessor": "subverwerker",
    "supplier_alias": "andere naam",
    "supplier_contact": "contact",
    "taken_over": "overgenomen bijlage",
    "use_module": "onderdeel in gebruik",
    "parents_page": "openbare pagina",
    "parents_page_address": "adres van de openbare pagina",
    "recovery_code": "herstelcode",
    "review_answer": "antwoord in de jaarronde",
    "review_action": "actie uit de jaarronde",
}
OTHER_NAMES: dict[type, Any] = {
    Statement: lambda statement: f"Verklaring {statement.title}",
    AppRequest: lambda request: f"Aanvraag van {request.app}",
    CustomField: lambda field: f"Eigen veld {field.label}",
    PaperTemplate: lambda template: f"Sjabloon {template.named}",
    GeneratedDocument: lambda document: f"Document {document.title}",
    ReadPaper: lambda paper: f"Ingelezen stuk {paper.file.name}",
    Closing: lambda closing: f"Stoppen met {closing.product.name}",
    Action: lambda action: f"Actie “{action.what}”",
    Review: lambda review: f"{review.round.name}: {_subject(review)}",
    ClosingLine: lambda line: f"{line.school.name} stopt met {line.closing.product.name}",
}


def _subject(review: Review) -> str:
    if review.agreement is not None:
        return f"overeenkomst met {review.agreement.supplier.name}"
    return f"{review.use.product.name} op {review.use.school.name}" if review.use is not None else ""


def _question(answer: ReviewAnswer) -> str:
    question = facts().review_questions.get(answer.question)
    return question.label if question else answer.question


# What tells a row from the others of its record, where the fields that changed do not say it.
ROW_NAMES: dict[type, Any] = {ReviewAnswer: _question}


def word_of(table: str) -> str:
    """Return what people call a record of this table: "leverancier"."""
    return WORDS.get(table, table)


def name_of(record: Any) -> str:
    """Return what people call this record: "Leverancier De Kade"."""
    kind = class_of(record.__tablename__)
    naming = NAMES.get(kind) or OTHER_NAMES.get(kind)
    own = naming(record) if naming else getattr(record, "name", "") or getattr(record, "label", "")
    return own or f"nummer {record.id}"


@cache
def class_of(table: str) -> Any:
    """Return the class whose records lie in this table; None for a table that is not there any more."""
    found = (mapper.class_ for mapper in Base.registry.mappers if mapper.local_table.name == table)  # type: ignore[attr-defined]
    return next(found, None)


def attribute_of(table: str, field: str) -> Any:
    """Return the stored field of this table; None when it is not there any more."""
    kind = class_of(table)
    return getattr(kind, field) if kind is not None and field in kind.__mapper__.column_attrs else None


def label_in(table: str, field: str) -> str:
    """Return the Dutch name of a stored field; one that leads to a record is called after that."""
    attribute = attribute_of(table, field)
    if attribute is None:
        return field
    column = attribute.property.columns[0]
    if not column.doc and column.foreign_keys:
        return word_of(next(iter(column.foreign_keys)).column.table.name).capitalize()
    return label_of(attribute)
