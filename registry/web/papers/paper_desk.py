"""The desk at which a paper is made: which one, what it says, what it lacks, and what was made before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from flask import current_app, render_template, url_for
from werkzeug.wrappers import Response

from registry.database import db
from registry.documents.pdf import office
from registry.dutch import day_of
from registry.errors import BrokenRule, InvalidText, TemplateRefused
from registry.model import GeneratedDocument, PaperTemplate, School, SchoolBoard, Supplier
from registry.model.paper_template import OFFICIAL_MODEL
from registry.model.supplier import CovenantStatus
from registry.queries.annexes.annex_versions import ANNEX_KINDS, annexes_of
from registry.queries.cases.case_papers import cases_at
from registry.queries.papers.finals import finals_of
from registry.queries.papers.places import places_of
from registry.services.paper import (
    WORD,
    MadePaper,
    Origin,
    Paper,
    Template,
    Templates,
    compose,
    draft,
    final,
    gaps_in,
    make_final,
    the_board,
)
from registry.services.paper.proposing import open_blanks
from registry.services.paper.reading import file_known, the_supplier
from registry.services.records import fetch
from registry.web.downloads import attachment
from registry.web.forms import RegisterForm
from registry.web.papers.paper_choice import PaperChoice, plain_choice, supplier_choice
from registry.web.papers.paper_links import open_places


class FinishForm(RegisterForm):
    """The button that makes a paper final; it has nothing but its token."""


@dataclass(frozen=True)
class Desk:
    """A paper about one record, with the choices above it and the final ones that were made before."""

    record: School | Supplier | SchoolBoard
    choice: PaperChoice
    finals: Sequence[GeneratedDocument]
    templates: Templates
    board: SchoolBoard | None = None  # held on to: paper and frame ask for it, and a session forgets what nobody holds

    @property
    def paper(self) -> Paper:
        """The paper that is asked for; BrokenRule when it cannot be there."""
        with file_known(db.session, self.record):
            return compose(db.session, self.choice.order(self.record.id))

    def draft(self) -> Response:
        """Return the draft as a download."""
        return word_file(draft(self.paper, self.templates))

    def finish(self) -> GeneratedDocument | MadePaper:
        """Return the final paper: kept in the register, or the file alone where its kind is not kept."""
        if not self.choice.kind.is_kept:
            return final(self.paper, self.templates)
        return make_final(db.session, self.paper, self.templates, datetime.now(UTC))

    def page(self, form: FinishForm) -> tuple[str, int]:
        """Return the page that shows what will be made and what it lacks, or why it cannot be made."""
        shown: dict[str, Any] = {"desk": self, "form": form, "made_on": made_on}
        try:
            paper = self.paper
            gaps, back = gaps_in(paper, self.templates), f"{self.url(self.record.__tablename__)}#ontbreekt"
            places = places_of(db.session, [gap.where for gap in gaps])
            shown |= {"paper": paper, "parts": self._parts(paper), "gaps": gaps, "left": self._left(paper)}
            shown["places"] = open_places(gaps, places, back)
        except (BrokenRule, TemplateRefused, InvalidText) as fault:
            shown |= {"paper": None, "sentence": fault.sentence}
        return render_template("papers/show.html", **shown), form.status

    def _left(self, paper: Paper) -> int:
        """How many blanks of the official model the register does not fill; none in another paper."""
        official = [part.template for part in paper.parts if part.template == OFFICIAL_MODEL]
        return sum(open_blanks(self.templates.read(name).content) for name in official)

    def _parts(self, paper: Paper) -> list[tuple[str, str]]:
        """The title of each part, and which template it is made with where that is not the shipped one as it came."""
        templates = self.templates.of_school(paper.school_id)
        return [(part.title, _made_with(templates.read(part.template))) for part in paper.parts]

    @property
    def leads_to_official(self) -> bool:
        """Whether the official model belongs to this agreement and nobody has uploaded it yet."""
        is_agreement = self.choice.kind.code.startswith("agreement")  # a card or a letter has nothing to do with it
        if not is_agreement or not isinstance(self.record, Supplier) or not self.record.is_processor:
            return False
        is_participant = self.record.covenant_status(date.today()) is CovenantStatus.PARTICIPANT
        return is_participant and not self.templates.has_official

    def url(self, endpoint: str) -> str:
        """Return the address of the page "show" or of the "draft", with the same choices."""
        return self._address(f"papers.{endpoint}")

    @property
    def preview_url(self) -> str:
        """The address of the page that shows what the paper will say, with the same choices."""
        return self._address(f"paper_previews.{self.record.__tablename__}")

    @property
    def pdf_url(self) -> str:
        """The address of the draft as PDF, with the same choices; "" where this computer cannot make one."""
        return self._address(f"paper_pdfs.{self.record.__tablename__}") if office() else ""

    def _address(self, endpoint: str) -> str:
        numbers = {} if isinstance(self.record, SchoolBoard) else {f"{self.record.__tablename__}_id": self.record.id}
        values: dict[str, Any] = {**numbers, **self.choice.asked()}
        return url_for(endpoint, **values)


def school_desk(school_id: int, trying: PaperTemplate | None = None) -> Desk:
    """Return the desk for the papers of this school, perhaps with a template that is not in use yet."""
    school, templates = fetch(db.session, School, school_id), own_templates(trying)
    return Desk(school, plain_choice("school", templates), finals_of(db.session, {"school": [school.id]}), templates)


def board_desk(trying: PaperTemplate | None = None) -> Desk:
    """Return the desk for the papers of the board; BrokenRule while nobody has said who that is."""
    board, templates = the_board(db.session), own_templates(trying)
    finals = finals_of(db.session, {"school_board": [board.id]})
    return Desk(board, plain_choice("school_board", templates), finals, templates)


def supplier_desk(supplier_id: int, trying: PaperTemplate | None = None) -> Desk:
    """Return the desk for the papers of this supplier and its products."""
    templates = own_templates(trying)
    supplier = the_supplier(db.session, supplier_id)
    products, cases = supplier.products, cases_at(db.session, supplier)
    annexes = {kind: [annex.id for one in products for annex in annexes_of(one, kind)] for kind in ANNEX_KINDS}
    about = {"supplier": [supplier.id], "product": [one.id for one in products], **annexes, **cases.numbers}
    choice, finals = supplier_choice(supplier, cases, templates), finals_of(db.session, about)
    return Desk(supplier, choice, finals, templates, db.session.get(SchoolBoard, 1))


def word_file(made: MadePaper) -> Response:
    """Return this Word file as a download."""
    return attachment(made.content, made.file_name, WORD)


def made_on(document: GeneratedDocument) -> date:
    """Return the day in the Netherlands on which a final paper was made."""
    return day_of(document.made_at)


def own_templates(trying: PaperTemplate | None = None) -> Templates:
    """Return the templates of this board, with one that is looked at before it is in use."""
    return Templates.of(current_app.config["INSTANCE"].agreement_templates, db.session, trying)


def _made_with(template: Template) -> str:
    if template.is_own:
        return f"met het {template.origin.value}"
    return "in de huisstijl" if template.origin is Origin.HOUSE_STYLE else ""
