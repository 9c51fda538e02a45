"""The screen that shows the register, the schools' lists and what was due as on a day that is past."""

from datetime import date

from flask import Blueprint, render_template, request
from sqlalchemy import select
from wtforms import Form
from wtforms.validators import Optional

from registry.access import Right, needs
from registry.database import db
from registry.model import School, Use
from registry.queries.deadlines.due import due
from registry.queries.year.looking_back import suppliers_then
from registry.web.forms import DutchMeta
from registry.web.forms.fields import Clean, DutchDateField, not_to_come
from registry.web.year.due_places import page_of

blueprint = Blueprint("looking_back", __name__, url_prefix="/jaar/terugkijken")


class DayChoice(Form):
    """The day to look back at; it stands in the address."""

    class Meta(DutchMeta):
        """Dutch sentences; nothing is written, so there is no token."""

    op = DutchDateField("Stand op", [Optional(), Clean(Use.since), not_to_come])


@blueprint.get("/")
@needs(Right.READ)
def index() -> tuple[str, int]:
    """Show how it stood on the day that is chosen; without a day, the choice."""
    form = DayChoice(request.args)
    is_right = form.validate()
    day = form.op.data if is_right else None
    shown = _shown(day) if day is not None else {}
    return render_template("looking_back/index.html", form=form, day=day, **shown), 200 if is_right else 422


def _shown(day: date) -> dict[str, object]:
    schools = db.session.scalars(select(School).order_by(School.name))
    items = [(item, page_of(item)) for item in due(db.session, day)]
    return {
        "suppliers": suppliers_then(db.session, day),
        "schools": [one for one in schools if one.is_open(day)],
        "items": items,
    }
