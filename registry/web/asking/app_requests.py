"""The screens of what teachers ask: the list, a new request by somebody with an account, one request, the decision."""

from datetime import date
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from sqlalchemy import select
from werkzeug.wrappers import Response
from wtforms import SelectField
from wtforms.fields.choices import SelectChoice

from registry.access import Right, needs
from registry.database import db
from registry.model import AppRequest, School
from registry.queries.asking.app_names import catalogue_entry
from registry.queries.asking.app_requests import all_requests, uses_after
from registry.queries.asking.known_app import KnownApp, known_app, lacks_agreement, products_to_choose
from registry.services.asking.app_requests import ask_for_app, decide_request
from registry.services.records import fetch
from registry.web.asking.ask_form import AskForSchoolForm
from registry.web.forms import RegisterForm, fields
from registry.web.numbers import record_number
from registry.web.products.requested import CARRIED

blueprint = Blueprint("app_requests", __name__, url_prefix="/jaar/aanvragen")


class DecisionForm(RegisterForm):
    """What the privacy officer decides, and why."""

    decision = fields.choice(AppRequest.decision, radio=True)
    reason = fields.prose(AppRequest.reason, help="In gewone taal: de leraar leest dit. Bij “nee” of “ja, mits” nodig.")
    product_id = SelectField(
        "Welk product is dit?",
        coerce=lambda value: int(value) if value else None,
        description="Staat het er nog niet bij? Laat dit dan leeg. Na een ja voegt u het toe.",
    )

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        known = [SelectChoice(one.id, f"{one.name} ({one.supplier.name})") for one in products_to_choose(db.session)]
        self.product_id.choices = [SelectChoice("", "Nog niet in het register"), *known]


@blueprint.app_url_defaults
def _carry_the_request(endpoint: str, values: dict[str, Any]) -> None:
    """Keep the number of the request in the addresses of the flow that enters it into the register."""
    asked = request.args.get("aanvraag", "") if request else ""
    if endpoint in CARRIED and record_number(asked):
        values.setdefault("aanvraag", asked)


@blueprint.get("/")
@needs(Right.READ)
def index() -> str:
    """Show what was asked, what waits for a decision first."""
    return render_template("app_requests/index.html", requests=all_requests(db.session))


@blueprint.route("/nieuw", methods=["GET", "POST"])
@needs(Right.EDIT_USES)
def add() -> Response | tuple[str, int]:
    """Enter a request for one's own school."""
    today = date.today()
    schools = [one for one in db.session.scalars(select(School).order_by(School.name)) if one.is_open(today)]
    form = AskForSchoolForm(schools)
    if made := form.save(lambda: ask_for_app(db.session, form.school_id.data, form.asked(), today)):
        flash("De aanvraag is bewaard.")
        return redirect(url_for(".show", request_id=made.id))
    return render_template("app_requests/form.html", form=form), form.status


@blueprint.get("/<number:request_id>")
@needs(Right.READ)
def show(request_id: int) -> str:
    """Show one request, what the register knows of the app, and what came of it."""
    asked, today = fetch(db.session, AppRequest, request_id), date.today()
    return render_template(
        "app_requests/show.html",
        asked=asked,
        known=_known(asked, today),
        uses=uses_after(db.session, asked, today),
        unsettled=asked.is_accepted and asked.product is not None and lacks_agreement(asked.product, today),
        entry=catalogue_entry(asked.app),
    )


@blueprint.route("/<number:request_id>/beslissen", methods=["GET", "POST"])
@needs(Right.EDIT_REGISTER)
def decide(request_id: int) -> Response | tuple[str, int]:
    """Decide on a request."""
    asked, today = fetch(db.session, AppRequest, request_id), date.today()
    known, form = _known(asked, today), DecisionForm(obj=asked)
    if not form.is_submitted() and asked.product_id is None:
        form.product_id.data = next((one.product.id for one in known if one.product), None)
    if form.save(lambda: decide_request(db.session, request_id, form.seen, form.fields(), today)):
        flash(f"Het besluit over {asked.app} is bewaard. Wie het vroeg, leest het op de eigen pagina.")
        return redirect(url_for(".show", request_id=request_id))
    return render_template("app_requests/decide.html", form=form, asked=asked, known=known), form.status


def _known(asked: AppRequest, today: date) -> list[KnownApp]:
    return known_app(db.session, asked.app, asked.link, asked.school_id, today)
