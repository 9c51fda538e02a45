"""The screen for a parent who asks who received data of their child (AVG 15): nothing about the child is kept."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from flask import Blueprint, render_template, request
from sqlalchemy import select
from wtforms import Form, SelectField, ValidationError
from wtforms.validators import Optional

from registry.access import Right, needs
from registry.database import db
from registry.errors import NotFound
from registry.model import School, Use
from registry.queries.uses.recipients import Recipient, recipients_between
from registry.web.forms import DutchMeta
from registry.web.forms.fields import Clean, DutchDateField, not_to_come

blueprint = Blueprint("parent_asks", __name__, url_prefix="/jaar/ouder-vraagt")


class PeriodForm(Form):
    """Which school, and when the child was there; it stands in the address and is kept nowhere."""

    class Meta(DutchMeta):
        """Dutch sentences; nothing is written, so there is no token."""

    school = SelectField("School", coerce=str)
    vanaf = DutchDateField("Op school sinds", [Optional(), Clean(Use.since)])
    tot = DutchDateField(
        "Tot en met", [Optional(), Clean(Use.since), not_to_come], description="Leeg: tot en met vandaag."
    )

    def __init__(self, schools: Sequence[School]) -> None:
        super().__init__(request.args)
        self.school.choices = [("", "Kies"), *((str(one.id), one.name) for one in schools)]
        self.school.data = self.school.data or ""

    @property
    def last(self) -> date:
        """The last day of the period."""
        return self.tot.data or date.today()

    def validate_vanaf(self, field: DutchDateField) -> None:
        """Refuse a first day after the last one."""
        if field.data and field.data > self.last:
            raise ValidationError("De eerste dag ligt na de laatste dag van de periode.")


@blueprint.get("/")
@needs(Right.MAKE_SCHOOL_PAPER)
def index() -> tuple[str, int]:
    """Show who received data in the period, and lead to the letter; without a period, ask for it."""
    schools = db.session.scalars(select(School).order_by(School.name)).all()
    form = PeriodForm(schools)
    is_right = form.validate()
    school = next((one for one in schools if str(one.id) == form.school.data), None)
    if form.school.data and school is None:
        raise NotFound
    shown: dict[str, Any] = {"school": school, "found": _found(form, school) if is_right else None}
    shown["today"] = date.today()
    return render_template("parent_asks/index.html", form=form, **shown), 200 if is_right else 422


def _found(form: PeriodForm, school: School | None) -> list[Recipient] | None:
    if school is None or form.vanaf.data is None:
        return None
    return recipients_between(db.session, school.id, form.vanaf.data, form.last)
