"""The screens of stopping with a product: the dossiers, one of them, and its form."""

from datetime import date
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response
from wtforms import SelectField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired

from registry.access import Right, needs
from registry.database import db
from registry.dutch import long_date
from registry.model import Closing
from registry.queries.cases.closings import all_closings, products_to_close, statement_words, uses_outside
from registry.services.cases.closings import edit_closing, open_closing
from registry.services.records import fetch
from registry.web.forms import RegisterForm, fields

blueprint = Blueprint("closings", __name__, url_prefix="/jaar/stoppen")
blueprint.add_app_template_filter(statement_words)


class OpenForm(RegisterForm):
    """Begin to stop with a product."""

    product_id = SelectField(
        "Product", [InputRequired("Kies een product.")], coerce=lambda value: int(value) if value else None
    )
    begun_on = fields.day(Closing.begun_on, required=True, help="De dag waarop u begint te regelen dat u stopt.")
    reason = fields.prose(Closing.reason, help="Bijvoorbeeld: de scholen stappen over op een ander product.")
    owner = fields.line(Closing.owner)

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        offered = [SelectChoice(one.id, f"{one.name} ({one.supplier.name})") for one in products_to_close(db.session)]
        self.product_id.choices = [SelectChoice("", "Kies"), *offered]

    def fields(self) -> dict[str, Any]:
        """Return what was typed, without the product, which the verb takes apart."""
        return {name: value for name, value in super().fields().items() if name != "product_id"}


class ClosingForm(RegisterForm):
    """What was asked of the supplier, and what came."""

    begun_on = fields.day(Closing.begun_on, required=True)
    reason = fields.prose(Closing.reason)
    owner = fields.line(Closing.owner)
    requested_on = fields.day(Closing.requested_on, help="De dag waarop u de brief over het einde verstuurde.")
    due_on = fields.day(Closing.due_on, help="Leeg: vier weken nadat u haar vroeg. Dat staat ook in de brief.")
    received_on = fields.day(Closing.received_on)
    deleted_on = fields.day(Closing.deleted_on, help="De dag die de leverancier in de verklaring noemt.")
    subprocessors = fields.choice(Closing.subprocessors, radio=True)
    backups = fields.choice(Closing.backups, radio=True)
    backups_note = fields.line(Closing.backups_note, help="Bijvoorbeeld: verdwijnen na 90 dagen vanzelf.")
    done_on = fields.day(Closing.done_on, help="Vul dit in als er niets meer te doen is.")
    note = fields.prose(Closing.note)


@blueprint.get("/")
@needs(Right.READ)
def index() -> str:
    """Show the dossiers, those under way first."""
    return render_template("closings/index.html", closings=all_closings(db.session), today=date.today())


@blueprint.get("/<number:closing_id>")
@needs(Right.READ)
def show(closing_id: int) -> str:
    """Show one dossier: per school, and what the supplier did."""
    closing, today = fetch(db.session, Closing, closing_id), date.today()
    outside, words = uses_outside(db.session, closing), statement_words(closing, today)
    return render_template("closings/show.html", closing=closing, today=today, outside=outside, words=words)


@blueprint.route("/nieuw", methods=["GET", "POST"])
@needs(Right.EDIT_REGISTER)
def add() -> Response | tuple[str, int]:
    """Open a dossier."""
    form = OpenForm(data={"begun_on": date.today(), "product_id": request.args.get("product_id", "")})
    if closing := form.save(lambda: open_closing(db.session, form.product_id.data, form.fields(), date.today())):
        flash(f"Het dossier van {closing.product.name} is geopend. Er is nog niets beëindigd.")
        return redirect(url_for("closings.show", closing_id=closing.id))
    return render_template("closings/add.html", form=form), form.status


@blueprint.route("/<number:closing_id>/wijzigen", methods=["GET", "POST"])
@needs(Right.EDIT_REGISTER)
def edit(closing_id: int) -> Response | tuple[str, int]:
    """Keep what was asked of the supplier and what came, or finish the dossier."""
    closing = fetch(db.session, Closing, closing_id)
    form = ClosingForm(obj=closing)
    if form.save(lambda: edit_closing(db.session, closing_id, form.seen, form.fields(), date.today())):
        flash(f"Het dossier van {closing.product.name} is bewaard.")
        if closing.statement_is_too_early:
            flash(too_early(closing), "warning")
        return redirect(url_for("closings.show", closing_id=closing_id))
    return render_template("closings/form.html", form=form, closing=closing), form.status


@blueprint.app_template_filter("too_early")
def too_early(closing: Closing) -> str:
    """Return why this statement of deletion proves little."""
    day = long_date(closing.deleted_on) if closing.deleted_on else ""
    return f"De verklaring noemt {day}. Toen gebruikte nog een school het product. Vraag een nieuwe verklaring."
