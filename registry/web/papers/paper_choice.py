"""Which paper is wanted: the choices above it; they stand in the address, so that a link can hold them."""

from collections.abc import Mapping
from datetime import date

from flask import request
from wtforms import Form, SelectField, SelectMultipleField, StringField
from wtforms.validators import Optional
from wtforms.widgets import CheckboxInput, ListWidget

from registry.dutch import long_date
from registry.errors import NotFound
from registry.model import Agreement, PrivacyAnnex, SecurityAnnex, Supplier
from registry.model.paper_template import OFFICIAL_MODEL
from registry.model.supplier import PartyRole
from registry.queries.annexes.annex_versions import ANNEX_KINDS, annexes_of
from registry.queries.cases.case_papers import Cases
from registry.queries.suppliers.suppliers import Wanted
from registry.reference import facts
from registry.services.paper import KINDS, Order, PaperKind, Templates
from registry.web.forms import DutchMeta
from registry.web.forms.fields import Clean, DutchDateField, not_to_come

Choices = list[tuple[str, str]]
FIELDS = {"agreement": "overeenkomst", "since": "vanaf", "blocks": "onderdelen", "beside": "met"}
GROUPS = {"agreement": "Overeenkomst", "letter": "Brieven", "annex": "Bijlagen"}  # by how a code begins
CHOSEN = "kies"  # in the address once somebody chose: no box ticked is a choice too


class PaperChoice(Form):
    """The paper, the day whose state it tells, and what else that paper asks."""

    class Meta(DutchMeta):
        """Dutch sentences; nothing is written, so there is no token."""

    welk = SelectField("Welk document")
    overeenkomst = SelectField("Welke overeenkomst")
    vanaf = DutchDateField("Vanaf", [Optional()])
    met = SelectField("Vergelijken met")
    op = DutchDateField("Stand op", [Optional()], default=date.today)
    onderdelen = SelectMultipleField(
        "Welke onderdelen", widget=ListWidget(prefix_label=False), option_widget=CheckboxInput()
    )

    def __init__(self, papers: Choices, agreements: Choices, versions: Mapping[str, Choices] | None = None) -> None:
        super().__init__(request.args)
        self._offer(self.welk, papers)
        self.welk.choices = grouped(papers)
        self.kind, self.number = self._wanted(papers)
        self._offer(self.overeenkomst, [("", "die nu aan de beurt is"), *agreements])
        self._offer_blocks()
        self._offer_versions((versions or {}).get(self.welk.data, []))
        for asked, name in FIELDS.items():
            if asked not in self.kind.asks or (name == "overeenkomst" and len(agreements) < 2):
                delattr(self, name)
        self.validate()

    def validate_op(self, field: DutchDateField) -> None:
        """Refuse a day that has to come, for a paper that tells what was."""
        if self.kind.tells_past:
            not_to_come(self, field)

    def _offer(self, field: SelectField, choices: Choices) -> None:
        field.choices = choices
        if field.name not in request.args:
            field.data = choices[0][0]

    def _offer_blocks(self) -> None:
        self.onderdelen.choices = list(self.kind.blocks)
        if CHOSEN not in request.args:
            self.onderdelen.data = [code for code, _ in self.kind.blocks]

    def _offer_versions(self, others: Choices) -> None:
        self.met.choices = [("", "de versie ervoor"), *others]
        if self.met.data not in dict(others):
            self.met.data = ""  # chosen for the paper that was asked for before this one

    def _wanted(self, papers: Choices) -> tuple[PaperKind, str]:
        """The kind of paper, and the number of its record where that is another: "annex-1/5" is about product 5."""
        asked = self.welk.data if self.welk.data in dict(papers) else papers[0][0]
        code, _, number = asked.partition("/")
        return KINDS[code], number

    def asked(self) -> dict[str, str | list[str]]:
        """Return what was chosen, as it stands in the address; without what could not be read."""
        told = {field.name: field.data for field in self if field.raw_data and field.data and not field.errors}
        chosen = {CHOSEN: "1"} if CHOSEN in request.args else {}
        return {name: data if isinstance(data, list) else str(data) for name, data in told.items()} | chosen

    def order(self, subject_id: int) -> Order:
        """Return what is ordered about this record, by default the first paper as it is today."""
        asked = self.asked()
        return Order(
            self.kind,
            int(self.number or subject_id),
            _day(asked, "op") or date.today(),
            date.today(),
            agreement=int(str(asked["overeenkomst"])) if "overeenkomst" in asked else None,
            since=_day(asked, "vanaf"),
            beside=int(str(asked["met"])) if "met" in asked else None,
            blocks=tuple(self.onderdelen.data) if "blocks" in self.kind.asks else None,
        )


class ProcessorFilter(Form):
    """Which processors to show among the papers that can be made."""

    class Meta(DutchMeta):
        """Dutch sentences; nothing is written, so there is no token."""

    zoek = StringField("Zoek op naam, product of KvK-nummer", [Clean(Supplier.name)])

    def wanted(self) -> Wanted:
        """Return what is asked for; words that cannot be read do not narrow, and the field says why."""
        return Wanted(words=self.zoek.data or "" if self.validate() else "", role=PartyRole.PROCESSOR)


def grouped(papers: Choices) -> Choices | dict[str, Choices]:
    """Return the papers under headings, in their order; without headings where one would do."""
    groups: dict[str, Choices] = {}
    for code, title in papers:
        groups.setdefault(GROUPS.get(code.partition("-")[0], "Andere stukken"), []).append((code, title))
    return groups if len(groups) > 1 else papers


def plain_choice(subject: str, templates: Templates) -> PaperChoice:
    """Return the choice of the papers about a school or about the board; NotFound where there is none."""
    if not (papers := _papers(subject, templates)):
        raise NotFound("Van deze soort zijn er geen documenten.")
    return PaperChoice(papers, [])


def supplier_choice(supplier: Supplier, cases: Cases, templates: Templates) -> PaperChoice:
    """Return the choice of the papers about a supplier, each annex of each product apart, and of its agreements."""
    agreements = [(str(one.id), _named(one)) for one in reversed(supplier.agreements)]
    return PaperChoice(
        [*_papers("supplier", templates), *_annexes(supplier), *_versions(supplier, templates), *cases.papers],
        agreements,
        _beside(supplier, templates),
    )


def _annexes(supplier: Supplier) -> Choices:
    return [
        (f"{code}/{product.id}", f"{KINDS[code].title}: {product.name}")
        for product in supplier.products
        for code, versions in (("annex-1", product.privacy_annexes), ("annex-2", product.security_annexes))
        if versions
    ]


def _versions(supplier: Supplier, templates: Templates) -> Choices:
    """The papers about one version of an annex, where an older one came before it."""
    return [
        (f"{code}/{annex.id}", f"{title}: {product.name}, {f'versie {annex.edition}' if annex.edition else 'nieuwste'}")
        for kind in ANNEX_KINDS
        for code, title in _papers(kind, templates)
        for product in supplier.products
        for annex in annexes_of(product, kind)[1:]
    ]


def _beside(supplier: Supplier, templates: Templates) -> dict[str, Choices]:
    """By each of those papers, the versions that its own can be held against."""
    return {
        f"{code}/{annex.id}": [(str(one.id), _version(one)) for one in annexes_of(product, kind) if one is not annex]
        for kind in ANNEX_KINDS
        for code, _ in _papers(kind, templates)
        for product in supplier.products
        for annex in annexes_of(product, kind)
    }


def _version(annex: PrivacyAnnex | SecurityAnnex) -> str:
    dated = f" van {long_date(annex.dated)}" if annex.dated else ""
    return f"{f'versie {annex.edition}' if annex.edition else 'versie zonder nummer'}{dated}"


def _papers(subject: str, templates: Templates) -> Choices:
    papers = [(code, kind) for code, kind in KINDS.items() if kind.subject == subject]
    return [(code, kind.title) for code, kind in papers if kind.template != OFFICIAL_MODEL or templates.has_official]


def _named(agreement: Agreement) -> str:
    model = facts().model_versions.get(agreement.model_version)
    since = f"vanaf {long_date(agreement.starts_on)}" if agreement.starts_on else ""
    return ", ".join(filter(None, [agreement.status.label, model.label if model else "", since, agreement.reference]))


def _day(asked: dict[str, str | list[str]], name: str) -> date | None:
    return date.fromisoformat(str(asked[name])) if name in asked else None
