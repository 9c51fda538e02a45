"""The screens of changes at a subprocessor: the notices, one of them, its forms, and the annex that follows."""

from datetime import date
from typing import Any

from flask import Blueprint, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response
from wtforms import SelectMultipleField
from wtforms.fields.choices import SelectChoice
from wtforms.widgets import CheckboxInput, ListWidget

from registry.access import Right, needs
from registry.database import db
from registry.dutch import long_date
from registry.model import SubprocessorNotice, Supplier
from registry.model.supplier import PartyRole
from registry.queries.cases.notices import all_notices, term_words, touched
from registry.services.cases.notice_annexes import propose_from_notice
from registry.services.cases.notices import add_notice, decide, edit_notice
from registry.services.records import fetch
from registry.web.cases.which_supplier import choose_page, chosen_supplier
from registry.web.forms import RegisterForm, fields

blueprint = Blueprint("notices", __name__, url_prefix="/jaar/subverwerkers")
blueprint.add_app_template_filter(term_words)


class NoticeForm(RegisterForm):
    """What the supplier told."""

    received_on = fields.day(SubprocessorNotice.received_on, required=True, help="Vanaf de dag erna telt de termijn.")
    change = fields.choice(SubprocessorNotice.change, radio=True)
    name = fields.line(
        SubprocessorNotice.name,
        required=True,
        help="Zoals de leverancier het bedrijf noemt. Bijvoorbeeld: Zandbank Vertalingen.",
    )
    replaces = fields.line(SubprocessorNotice.replaces, help="Zoals de naam in de bijsluiter staat.")
    products = SelectMultipleField(
        "Bij welke producten", coerce=int, widget=ListWidget(prefix_label=False), option_widget=CheckboxInput()
    )
    service = fields.line(SubprocessorNotice.service, help="Bijvoorbeeld: opslag van bestanden.")
    data = fields.line(SubprocessorNotice.data, help="Bijvoorbeeld: namen en e-mailadressen.")
    country = fields.code(SubprocessorNotice.country)
    place = fields.line(SubprocessorNotice.place, help="Bijvoorbeeld: Dublin.")
    safeguard = fields.code(SubprocessorNotice.safeguard, help="Alleen voor een land buiten de EER.")
    safeguard_note = fields.line(SubprocessorNotice.safeguard_note, help="Bijvoorbeeld: modelcontract van 4 juni 2021.")
    starts_on = fields.day(SubprocessorNotice.starts_on)
    term = fields.number(SubprocessorNotice.term, help="Het aantal dagen of weken om bezwaar te maken.")
    term_unit = fields.choice(SubprocessorNotice.term_unit, radio=True)
    term_source = fields.choice(SubprocessorNotice.term_source, radio=True)
    note = fields.prose(
        SubprocessorNotice.note, help="Alleen voor collega’s. Bijvoorbeeld: gebeld op maandag, antwoord volgt."
    )

    def __init__(self, supplier: Supplier, **given: Any) -> None:
        super().__init__(**given)
        self.products.choices = [SelectChoice(one.id, one.name) for one in supplier.products]

    def fields(self) -> dict[str, Any]:
        """Return what was typed, without the products, which the verb takes apart."""
        return {name: value for name, value in super().fields().items() if name != "products"}


class DecisionForm(RegisterForm):
    """What the board decided, and when it said so."""

    decision = fields.choice(SubprocessorNotice.decision, radio=True)
    decided_on = fields.day(SubprocessorNotice.decided_on)
    decided_by = fields.line(SubprocessorNotice.decided_by)
    reason = fields.prose(SubprocessorNotice.reason, help="Dit komt in de brief.")
    answered_on = fields.day(SubprocessorNotice.answered_on)


class ProposeForm(RegisterForm):
    """The button that makes the new annex."""


@blueprint.get("/")
@needs(Right.READ)
def index() -> str:
    """Show all notices, those without a decision first."""
    return render_template("notices/index.html", notices=all_notices(db.session), today=date.today())


@blueprint.get("/<number:notice_id>")
@needs(Right.READ)
def show(notice_id: int) -> str:
    """Show one notice: until when the board can object, what it touches, and what was decided."""
    notice, today = fetch(db.session, SubprocessorNotice, notice_id), date.today()
    rows = touched(db.session, notice, today)
    return render_template("notices/show.html", case=notice, rows=rows, today=today, form=ProposeForm())


@blueprint.route("/nieuw", methods=["GET", "POST"])
@needs(Right.EDIT_REGISTER)
def add() -> str | Response | tuple[str, int]:
    """Write down a notice of the supplier in the address; ask for it when it is not there."""
    supplier = chosen_supplier()
    if supplier is None:
        lede = "Van welke leverancier is het bericht? Eén bericht over twee subverwerkers legt u twee keer vast."
        entry = "Wijziging bij een subverwerker"
        return choose_page(
            (PartyRole.PROCESSOR,), title="Bericht vastleggen", entry=entry, page="notices.index", lede=lede
        )
    only = [one.id for one in supplier.products] if len(supplier.products) == 1 else []
    form = NoticeForm(supplier, data={"received_on": date.today(), "products": only})
    if notice := form.save(lambda: _add(form, supplier.id)):
        flash(f"Het bericht is vastgelegd. {term_words(notice)}")
        return redirect(url_for("notices.show", notice_id=notice.id))
    return render_template("notices/form.html", form=form, case=None, supplier=supplier), form.status


@blueprint.route("/<number:notice_id>/wijzigen", methods=["GET", "POST"])
@needs(Right.EDIT_REGISTER)
def edit(notice_id: int) -> Response | tuple[str, int]:
    """Correct what the supplier told."""
    notice = fetch(db.session, SubprocessorNotice, notice_id)
    form = NoticeForm(notice.supplier, obj=notice, products=[])
    if not form.is_submitted():
        form.products.data = [row.product_id for row in notice.products]
    if form.save(lambda: _edit(form, notice_id)):
        flash("Het bericht is bewaard.")
        return redirect(url_for("notices.show", notice_id=notice_id))
    return render_template("notices/form.html", form=form, case=notice, supplier=notice.supplier), form.status


@blueprint.route("/<number:notice_id>/besluit", methods=["GET", "POST"])
@needs(Right.EDIT_REGISTER)
def decision(notice_id: int) -> Response | tuple[str, int]:
    """Keep what the board decided; a late objection is kept with its sentence."""
    notice = fetch(db.session, SubprocessorNotice, notice_id)
    form = DecisionForm(obj=notice)
    if form.save(lambda: decide(db.session, notice_id, form.seen, form.fields(), date.today())):
        flash("Het besluit is bewaard.")
        if notice.is_late_objection:
            flash(too_late(notice), "warning")
        return redirect(url_for("notices.show", notice_id=notice_id))
    return render_template("notices/decision.html", form=form, case=notice), form.status


@blueprint.post("/<number:notice_id>/bijsluiter/<number:product_id>")
@needs(Right.EDIT_REGISTER)
def propose(notice_id: int, product_id: int) -> Response:
    """Make the new version of a product's annex and lead to it, to be checked; or say why that cannot be."""
    form = ProposeForm()
    if annex := form.save(lambda: propose_from_notice(db.session, notice_id, product_id, date.today())):
        flash("Dit is de nieuwe versie als voorstel. Kijk haar na, en accepteer haar als zij klopt.")
        return redirect(url_for("privacy_annexes.show", annex_id=annex.id))
    flash(" ".join(form.form_errors), "error")
    return redirect(url_for("notices.show", notice_id=notice_id))


@blueprint.app_template_filter("too_late")
def too_late(notice: SubprocessorNotice) -> str:
    """Return that the objection came after its term, and what that means."""
    last = long_date(notice.object_before) if notice.object_before else ""
    return f"Het bezwaar kwam na de laatste dag, {last}. Het is bewaard. De leverancier kan zeggen dat het te laat is."


def _add(form: NoticeForm, supplier_id: int) -> SubprocessorNotice:
    return add_notice(db.session, supplier_id, form.fields(), form.products.data or [], date.today())


def _edit(form: NoticeForm, notice_id: int) -> SubprocessorNotice:
    return edit_notice(db.session, notice_id, form.seen, form.fields(), form.products.data or [], date.today())
