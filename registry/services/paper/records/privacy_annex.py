"""Annex 1 of one product: its privacy annex, with what the board chose."""

from registry.documents import Gap
from registry.model import Agreement, AnnexData, AnnexOption, AnnexRetention, PrivacyAnnex, Supplier
from registry.model.privacy_annex import Automation
from registry.queries.annexes.annex_words import not_processed
from registry.services.paper.known import Facts, Value, Values, gap, known
from registry.services.paper.records.places import storage_values, subprocessor_values
from registry.services.paper.records.products import product_values


def privacy_annex_values(annex: PrivacyAnnex, agreement: Agreement | None, facts: Facts) -> Values:
    """Return the annex; a list that nobody has filled in yet has one row that says so."""
    return {
        "product": product_values(annex.product, facts, annex.description),
        "versie": known(annex, PrivacyAnnex.edition),
        "datum": known(annex, PrivacyAnnex.dated),
        "doelgroep": known(annex, PrivacyAnnex.audience),
        "gebruikers": facts.labels("data_subjects", annex.users) or gap(annex, PrivacyAnnex.users),
        "doeleinden": _purposes(annex, facts),
        "gegevens": _data(annex, facts),
        "niet_verwerkt": not_processed(annex),
        "optioneel": [_option(option, annex, agreement) for option in annex.options],
        "opslag": storage_values(annex, facts),
        "subverwerkers": subprocessor_values(annex, facts),
        "geen_subverwerkers": annex.no_subprocessors,
        "bewaren": retention_values(annex, facts),
        "contact": {
            "functie": known(annex, PrivacyAnnex.contact_function),
            "email": known(annex, PrivacyAnnex.contact_email),
            "telefoon": annex.contact_phone,
        },
        "ai": _automation(annex),
    }


def _purposes(annex: PrivacyAnnex, facts: Facts) -> list[Values]:
    rows: list[Values] = [
        {"code": row.purpose, "tekst": facts.label("purposes", row.purpose), "toelichting": row.note}
        for row in annex.purposes
    ]
    return rows or [{"code": "", "tekst": gap(annex, PrivacyAnnex.purposes, "Doelen"), "toelichting": ""}]


def _data(annex: PrivacyAnnex, facts: Facts) -> list[Values]:
    return [_datum(item, facts) for item in annex.data] or [
        {
            "code": "",
            "categorie": gap(annex, PrivacyAnnex.data, "Gegevens"),
            "toelichting": "",
            "betrokkenen": "",
            "noodzaak": "",
            "bijzonder": False,
            "bsn": False,
        }
    ]


def _datum(item: AnnexData, facts: Facts) -> Values:
    category = facts.of("data_categories", item.category)
    needs_text = category.needs_text and not item.note
    return {
        "code": item.category,
        "categorie": category.label,
        "toelichting": gap(item, AnnexData.note) if needs_text else item.note,
        "betrokkenen": facts.labels("data_subjects", item.subjects) or gap(item, AnnexData.subjects),
        "noodzaak": known(item, AnnexData.needed_because),
        "bijzonder": item.is_special or category.special,
        "bsn": category.national_number,
    }


def _option(option: AnnexOption, annex: PrivacyAnnex, agreement: Agreement | None) -> Values:
    chosen = agreement.choice_on(option) if agreement else None
    if chosen is not None:
        return {"omschrijving": option.description, "keuze": "ja" if chosen else "nee"}
    return {"omschrijving": option.description, "keuze": _choice_to_make(option, annex.product.supplier, agreement)}


def _choice_to_make(option: AnnexOption, supplier: Supplier, agreement: Agreement | None) -> Gap:
    place = gap(agreement, Agreement.choices, "_") if agreement else gap(supplier, type(supplier).agreements, "_")
    return Gap("Keuze van het bestuur", f"{place.where}/{option.id}")


def retention_values(annex: PrivacyAnnex, facts: Facts) -> list[Values]:
    """Return how long which data are kept; a row that is one gap while nobody has said."""
    unknown = gap(annex, PrivacyAnnex.retention, "Bewaartermijnen")
    rows: list[Values] = [
        {"gegevens": known(row, AnnexRetention.data), "termijn": _term(row, facts)} for row in annex.retention
    ]
    return rows or [{"gegevens": unknown, "termijn": unknown}]


def _term(row: AnnexRetention, facts: Facts) -> Value:
    usual = facts.of("retention_terms", row.retention_term)
    return row.term or (usual.term if usual else known(row, AnnexRetention.term))


def _automation(annex: PrivacyAnnex) -> Value:
    if annex.automation is Automation.UNKNOWN:
        return gap(annex, PrivacyAnnex.automation)
    said = f"{annex.automation.label[:1].upper()}{annex.automation.label[1:]}."
    return f"{said} {annex.automation_note}".rstrip()
