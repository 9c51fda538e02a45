"""The screens of actions: what has to be done, by whom and by when."""

from datetime import date
from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from sqlalchemy import select
from werkzeug.wrappers import Response
from wtforms import Form, SelectField
from wtforms.fields.choices import SelectChoice

from registry.access import Right, needs, viewer_of
from registry.database import db
from registry.model import Action, School
from registry.model.deadline_kind import DeadlineKind
from registry.queries.deadlines.who_does import right_to_do
from registry.queries.suppliers.supplier_names import all_suppliers
from registry.queries.year.action_list import action_list, action_with_names, suppliers_with_actions
from registry.services.year.actions import add_action, edit_action
from registry.web.forms import RegisterForm, fields
from registry.web.numbers import record_number

blueprint = Blueprint("actions", __name__, url_prefix="/jaar/acties")
BOARD = "Het bestuur, voor alle scholen"


def _number(value: Any) -> int | None:
    return int(value) if value else None


class ActionForm(RegisterForm):
    """An action; how it ended is asked once it stands in the register."""

    what = fields.line(Action.what, required=True)
    owner = fields.line(Action.owner, help="Een functie, bijvoorbeeld: ict-coördinator.")
    due_on = fields.day(Action.due_on)
    school_id = SelectField("Van wie is de actie?", coerce=_number)
    supplier_id = SelectField("Over welke leverancier gaat het?", coerce=_number)
    done_on = fields.day(Action.done_on)
    outcome = fields.prose(Action.outcome)

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        schools, of = db.session.scalars(select(School).order_by(School.name)), self.school_id.object_data
        own = [SelectChoice(one.id, one.name) for one in schools if one.closed_on is None or one.id == of]
        self.school_id.choices = [*([SelectChoice("", BOARD)] if _may_for_board() else []), *own]
        suppliers = all_suppliers(db.session)
        kept = self.supplier_id.object_data
        named = [SelectChoice(one.id, one.name) for one in suppliers if one.retired_on is None or one.id == kept]
        self.supplier_id.choices = [SelectChoice("", "Geen leverancier"), *named]


class ActionFilter(Form):
    """Which actions to show; kept in the address."""

    leverancier = SelectField("Leverancier", coerce=_number)

    def __init__(self) -> None:
        super().__init__(request.args)
        named = [(one.id, one.name) for one in suppliers_with_actions(db.session)]
        self.leverancier.choices = [("", "alle"), *named]


def _may_work_on(action_id: int) -> bool:
    action = db.session.get(Action, action_id)
    return action is None or viewer_of(db.session).may(right_to_do(DeadlineKind.ACTION, action.school_id))


@blueprint.get("/")
@needs(Right.READ)
def index() -> str:
    """Show what is open, the first due first, and what was done."""
    asked, today = ActionFilter(), date.today()
    chosen = asked.leverancier.data if asked.validate() else None
    found = action_list(db.session, today, chosen)
    return render_template("actions/index.html", filter=asked, chosen=chosen, actions=found, today=today)


@blueprint.route("/nieuw", methods=["GET", "POST"])
@needs(Right.EDIT_USES)
def add() -> Response | tuple[str, int]:
    """Write an action down."""
    form = ActionForm(data={"supplier_id": record_number(request.args.get("leverancier"))})
    if action := form.save(lambda: add_action(db.session, form.fields(), once=True, today=date.today())):
        flash(f"“{action.what}” staat bij de acties.")
        return redirect(url_for("actions.index"))
    return render_template("actions/form.html", form=form, action=None), form.status


@blueprint.route("/<number:action_id>", methods=["GET", "POST"])
@needs(Right.EDIT_USES, is_open=_may_work_on)
def edit(action_id: int) -> Response | tuple[str, int]:
    """Change an action, or write down that it is done."""
    action = action_with_names(db.session, action_id)
    if not _may_work_on(action_id):
        abort(403)
    form = ActionForm(obj=action)
    if action.product_id is not None:
        del form.supplier_id  # it is the product's
    if form.save(lambda: edit_action(db.session, action_id, form.seen, form.fields(), date.today())):
        flash("De actie is bewaard.")
        return redirect(url_for("actions.index"))
    return render_template("actions/form.html", form=form, action=action), form.status


def _may_for_board() -> bool:
    return viewer_of(db.session).may(right_to_do(DeadlineKind.ACTION, None))
