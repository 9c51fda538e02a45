"""The field that chooses schools, as boxes to tick."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from wtforms import SelectMultipleField
from wtforms.fields.choices import SelectChoice
from wtforms.widgets import CheckboxInput, ListWidget

from registry.database import db
from registry.model import School


class SchoolsField(SelectMultipleField):
    """Every school that the viewer sees, by name; its data are their numbers."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()

    def __init__(self, label: str, help: str, **given: Any) -> None:
        schools = db.session.scalars(select(School).order_by(School.name))
        choices = [SelectChoice(one.id, one.name) for one in schools]
        super().__init__(label, description=help, coerce=int, choices=choices, **given)


def without_schools(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return these fields of a form without its schools, which services take apart."""
    return {name: value for name, value in fields.items() if name != "schools"}
