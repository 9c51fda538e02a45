"""The screens of data breaches at a supplier: the cases, one of them, and its form."""

from datetime import UTC, date, datetime
from typing import Any

from flask import Blueprint, flash, redirect, render_template, url_for
from sqlalchemy import select
from sqlalchemy.orm import joinedload
from werkzeug.wrappers import Response
from wtforms import SelectField
from wtforms.fields.choices import SelectChoice

from registry.access import Right, needs, viewer_of
from registry.database import db
from registry.dutch import day_of, long_moment
from registry.errors import BrokenRule
from registry.model import Breach, SchoolBoard, Supplier
from registry.model.supplier import PartyRole
from registry.queries.cases.breach_schools import schools_touched
from registry.services.cases.breaches import add_breach, edit_breach
from registry.services.paper import KINDS, Order, compose
from registry.services.records import fetch
from registry.web.cases.which_supplier import choose_page, chosen_supplier
from registry.web.forms import RegisterForm, fields
from registry.web.forms.moments import moment

blueprint = Blueprint("breaches", __name__, url_prefix="/jaar/datalekken")
NO_NAMES = "Schrijf geen namen van leerlingen of ouders op."
AT = (PartyRole.PROCESSOR, PartyRole.JOINT_CONTROLLER)


class BreachForm(RegisterForm):
    """A breach, its times and what the board decided."""

    product_id = SelectField("Product", coerce=lambda value: int(value) if value else None)
    what = fields.prose(
        Breach.what,
        required=True,
        rows=5,
        help=f"Bijvoorbeeld: een lijst met cijfers ging naar een andere school. {NO_NAMES}",
    )
    subprocessor = fields.line(
        Breach.subprocessor,
        help="Als het gebeurde bij een bedrijf dat de leverancier inschakelt. Bijvoorbeeld: Wolkenveld.",
    )
    known_at = moment(
        Breach.known_at,
        required=True,
        help="Vanaf dit moment lopen de 72 uur van de AVG. Wist het bestuur het eerder dan nu, vul dan dat moment in.",
    )
    happened_at = moment(Breach.happened_at)
    discovered_at = moment(Breach.discovered_at)
    told_at = moment(Breach.told_at)
    data = fields.prose(
        Breach.data, help="Wat echt gelekt is, voor zover u dat weet. Bijvoorbeeld: namen, groepen en cijfers."
    )
    people = fields.number(Breach.people)
    consequences = fields.prose(
        Breach.consequences, help="Bijvoorbeeld: anderen kunnen zien welke leerling extra hulp krijgt."
    )
    measures = fields.prose(Breach.measures, help="Bijvoorbeeld: de lijst is teruggehaald en de toegang is aangepast.")
    decision = fields.choice(Breach.decision, radio=True)
    decision_reason = fields.prose(
        Breach.decision_reason,
        help="Bijvoorbeeld: de ontvanger wiste het bestand meteen, een risico is niet waarschijnlijk.",
    )
    decided_by = fields.line(Breach.decided_by, help="Bijvoorbeeld: het college van bestuur, na advies van de FG.")
    reported_at = moment(Breach.reported_at)
    reference = fields.line(Breach.reference, help="Het nummer dat u na de melding krijgt.")
    late_reason = fields.prose(
        Breach.late_reason,
        help="Alleen als u later dan na 72 uur meldt. Bijvoorbeeld: de leverancier wist pas later om wie het ging.",
    )
    telling = fields.choice(Breach.telling, radio=True)
    people_told_at = moment(Breach.people_told_at)
    closed_on = fields.day(Breach.closed_on)
    lessons = fields.prose(Breach.lessons, help="Bijvoorbeeld: lijsten sturen wij voortaan via het beveiligde portaal.")

    def __init__(self, supplier: Supplier, **given: Any) -> None:
        super().__init__(**given)
        products = [SelectChoice(one.id, one.name) for one in supplier.products]
        self.product_id.choices = [SelectChoice("", "Nog niet bekend, of meer dan één"), *products]


@blueprint.get("/")
@needs(Right.READ)
def index() -> str:
    """Show all cases, the open ones first."""
    found = db.session.scalars(select(Breach).options(joinedload(Breach.supplier), joinedload(Breach.product)))
    cases = sorted(found, key=lambda one: (one.closed_on is not None, -one.known_at.timestamp()))
    return render_template("breaches/index.html", breaches=cases, now=datetime.now(UTC))


@blueprint.get("/<number:breach_id>")
@needs(Right.READ)
def show(breach_id: int) -> str:
    """Show one case: whom to reach, how long there is, whose data, and what the authority asks."""
    breach, today = fetch(db.session, Breach, breach_id), date.today()
    shown: dict[str, Any] = {
        "board": db.session.get(SchoolBoard, 1)
    }  # held on to: both papers and the frame ask for it
    card, sentence = _told("breach-card", breach.supplier_id, max(day_of(breach.known_at), date(1990, 1, 1)))
    report, _ = _told("breach-report", breach.id, today)
    shown |= {"card": card.get("kaart"), "sentence": sentence, "report": report.get("melding")}
    shown |= {"schools": schools_touched(db.session, breach), "sees_all": viewer_of(db.session).schools is None}
    return render_template("breaches/show.html", breach=breach, now=datetime.now(UTC), **shown)


@blueprint.route("/nieuw", methods=["GET", "POST"])
@needs(Right.EDIT_REGISTER)
def add() -> str | Response | tuple[str, int]:
    """Write down a breach at the supplier in the address; ask for it when it is not there."""
    supplier = chosen_supplier()
    if supplier is None:
        lede = "Bij welke leverancier is het gebeurd? Daarna schrijft u op wat u weet."
        return choose_page(AT, title="Datalek vastleggen", entry="Datalek", page="breaches.index", lede=lede)
    now = datetime.now(UTC)
    form = BreachForm(supplier, data={"known_at": now})
    if breach := form.save(lambda: add_breach(db.session, supplier.id, form.fields(), now)):
        flash(f"Het datalek is vastgelegd. De 72 uur eindigen op {long_moment(breach.report_before)}.")
        return redirect(url_for("breaches.show", breach_id=breach.id))
    return render_template("breaches/form.html", form=form, breach=None, supplier=supplier), form.status


@blueprint.route("/<number:breach_id>/wijzigen", methods=["GET", "POST"])
@needs(Right.EDIT_REGISTER)
def edit(breach_id: int) -> Response | tuple[str, int]:
    """Follow a case: what became known, and what was decided and done."""
    breach = fetch(db.session, Breach, breach_id)
    form, now = BreachForm(breach.supplier, obj=breach), datetime.now(UTC)
    if form.save(lambda: edit_breach(db.session, breach_id, form.seen, form.fields(), now)):
        flash("Het datalek is bijgewerkt.")
        return redirect(url_for("breaches.show", breach_id=breach_id))
    return render_template("breaches/form.html", form=form, breach=breach, supplier=breach.supplier), form.status


def _told(code: str, number: int, on: date) -> tuple[dict[str, Any], str]:
    """What this paper says, as values; none of them, and why, where it cannot be made."""
    try:
        return dict(compose(db.session, Order(KINDS[code], number, on, on)).parts[0].values), ""
    except BrokenRule as fault:
        return {}, fault.sentence
