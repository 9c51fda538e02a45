"""The screens of papers that were read: hand one in, compare text and findings, take over what is ticked."""

from datetime import date

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_wtf.file import FileField, FileRequired
from werkzeug.wrappers import Response

from registry.access import Right, needs
from registry.database import db
from registry.dutch import count
from registry.errors import NotFound
from registry.model import PrivacyAnnex, ReadPaper, SecurityAnnex
from registry.queries.reading.beside_agreement import agreements_of, model_said, models_that_differ, new_deviations
from registry.queries.reading.findings import findings
from registry.queries.reading.marked_text import marked
from registry.queries.reading.whose import papers, products_in, suppliers_like
from registry.services.history.noting import note_download
from registry.services.reading.as_agreement import parties
from registry.services.reading.papers import drop_paper, keep_paper
from registry.services.reading.taking_over import part_of, take_over
from registry.services.reading.with_agreement import Added, add_to_agreement
from registry.services.records import fetch
from registry.web.downloads import stored
from registry.web.forms import RegisterForm
from registry.web.numbers import record_number
from registry.web.reading.agreement_form import AgreementForm, agreement_form
from registry.web.reading.taking_form import TakeForm, party_form, supplier_asked, supplier_form
from registry.web.uploads import uploaded

Page = str | Response | tuple[str, int]
blueprint = Blueprint("reading", __name__, url_prefix="/bijlagen-inlezen")


class ReadForm(RegisterForm):
    """A paper of a supplier."""

    file = FileField(
        "Bestand van de leverancier",
        [FileRequired("Kies een bestand.")],
        description="Een Word-bestand (.docx) of een pdf met tekst, hoogstens 25 MB.",
    )


class DropForm(RegisterForm):
    """Nothing but the button."""


@blueprint.route("", methods=["GET", "POST"])
@needs(Right.EDIT_REGISTER)
def index() -> Page:
    """Show what was read, and read another paper."""
    form = ReadForm()
    if paper := form.save(lambda: _keep(form)):
        return redirect(url_for("reading.show", paper_id=paper.id))
    return render_template("reading/index.html", form=form, papers=papers(db.session)), form.status


@blueprint.get("/<number:paper_id>")
@needs(Right.EDIT_REGISTER)
def show(paper_id: int) -> Page:
    """Show the parts of a paper, or what it is an agreement with; one with a single part is shown at once.

    Who chose the supplier goes on to the form of an agreement.
    """
    paper = fetch(db.session, ReadPaper, paper_id)
    if number := record_number(request.args.get("supplier", "")):
        return redirect(url_for("agreements.add", supplier_id=number, stuk=paper_id))
    if len(paper.annexes) == 1:
        return redirect(url_for("reading.part", paper_id=paper_id, part_number=1))
    party = None if paper.annexes else party_form(parties(db.session, paper), "supplier" in request.args)
    return render_template("reading/show.html", paper=paper, pages=marked(paper.pages, ()), party=party)


@blueprint.route("/<number:paper_id>/<number:part_number>", methods=["GET", "POST"])
@needs(Right.EDIT_REGISTER)
def part(paper_id: int, part_number: int) -> Page:
    """Show the text beside what was found in this part; what is ticked becomes a proposal."""
    place = part_number - 1
    paper = fetch(db.session, ReadPaper, paper_id)
    read = part_of(paper, place)
    near = suppliers_like(db.session, read)
    supplier = supplier_asked(request.values.get("supplier", ""), near)
    found = findings(read)
    pages = marked(paper.pages, found)
    form = TakeForm(obj=paper, supplier=supplier, named=products_in(supplier, read), found=found)
    if made := form.save(lambda: take_over(db.session, paper_id, place, form.seen, form.chosen())):
        flash(_made(len(made)))
        return redirect(_edit(made[0]))
    return render_template(
        "reading/part.html",
        form=form,
        paper=paper,
        place=place,
        read=read,
        found=found,
        pages=pages,
        marked_names={piece.finding for page in pages for pieces in page.paragraphs for piece in pieces},
        choose=supplier_form(supplier, near, read),
        supplier=supplier,
        agreements=agreements_of(paper, place, date.today()),
    ), form.status


@blueprint.route("/<number:paper_id>/<number:part_number>/overeenkomst", methods=["GET", "POST"])
@needs(Right.EDIT_REGISTER)
def agreement(paper_id: int, part_number: int) -> Page:
    """Add the file and the deviations that were found to an agreement of the supplier."""
    place, paper = part_number - 1, fetch(db.session, ReadPaper, paper_id)
    read = part_of(paper, place)
    if not (known := agreements_of(paper, place, date.today())):
        raise NotFound("Bij dit stuk is geen overeenkomst.")
    form = agreement_form(known)
    if added := form.save(lambda: _add(form, paper_id, place)):
        flash(_told(added))
        return redirect(url_for("agreements.show", agreement_id=added.agreement.id))
    return render_template(
        "reading/agreement.html",
        form=form,
        paper=fetch(db.session, ReadPaper, paper_id),
        part_number=part_number,
        read=read,
        new={one.id: new_deviations(one, read) for one in known},
        said=model_said(read),
        others=models_that_differ(known, read),
    ), form.status


@blueprint.get("/<number:paper_id>/bestand")
@needs(Right.EDIT_REGISTER)
def download(paper_id: int) -> Response:
    """Send the file as it came."""
    paper = fetch(db.session, ReadPaper, paper_id)
    note_download(db.session, "read_paper", paper_id, paper.file.name)
    return stored(paper.file)


@blueprint.route("/<number:paper_id>/weghalen", methods=["GET", "POST"])
@needs(Right.EDIT_REGISTER)
def drop(paper_id: int) -> Page:
    """Let go of a paper, after asking."""
    paper = fetch(db.session, ReadPaper, paper_id)
    form, name = DropForm(obj=paper), paper.file.name
    if form.save(lambda: drop_paper(db.session, paper_id, form.seen)):
        flash(f"“{name}” is weggehaald.")
        return redirect(url_for("reading.index"))
    return render_template("reading/drop.html", form=form, paper=paper), form.status


def _keep(form: ReadForm) -> ReadPaper:
    return keep_paper(db.session, *uploaded(form.file), date.today())


def _add(form: AgreementForm, paper_id: int, place: int) -> Added:
    return add_to_agreement(db.session, paper_id, place, form.agreement.data, form.file.data, form.deviations.data)


def _told(added: Added) -> str:
    file = "Het bestand staat bij de overeenkomst. " if added.has_file else ""
    number = count(added.deviations, "afwijking", "afwijkingen")
    return file + (f"Toegevoegd: {number}. Kijk na hoe groot het risico is." if added.deviations else "")


def _made(number: int) -> str:
    which = "Dit voorstel is" if number == 1 else f"Er zijn {count(number, 'voorstel', 'voorstellen')}"
    return f"{which} gemaakt uit het stuk. Kijk het na en vul aan wat er nog niet in staat."


def _edit(annex: PrivacyAnnex | SecurityAnnex) -> str:
    screen = "privacy_annexes" if isinstance(annex, PrivacyAnnex) else "security_annexes"
    return url_for(f"{screen}.edit", annex_id=annex.id)
