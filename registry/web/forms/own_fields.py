"""The board's own fields on a form: `with_own_fields(SupplierForm, custom_values(...))(obj=supplier)`."""

from collections.abc import Iterable
from typing import Any, TypeVar

from wtforms import Field, TextAreaField

from registry.model import CustomValue
from registry.queries.board.custom_fields import OwnValue
from registry.web.forms import RegisterForm
from registry.web.forms.fields import Clean

PREFIX = "own_"


class OwnFieldsForm(RegisterForm):
    """A form to which the board has added fields of its own."""

    @property
    def own_fields(self) -> list[Field]:
        """The board's own fields on this form."""
        return [field for field in self if field.name.startswith(PREFIX)]

    def own_values(self) -> dict[int, str]:
        """Return what was typed in them, by the number of the field, as services take it."""
        return {int(field.name.removeprefix(PREFIX)): field.data for field in self.own_fields}

    def fields(self) -> dict[str, Any]:
        """Return what was typed in the other fields."""
        return {name: value for name, value in super().fields().items() if not name.startswith(PREFIX)}


Kind = TypeVar("Kind", bound=OwnFieldsForm)


def with_own_fields(form: type[Kind], values: Iterable[OwnValue]) -> type[Kind]:
    """Return the form with a field for each of these values, filled in."""
    return type(form.__name__, (form,), {f"{PREFIX}{own.field_id}": _field(own) for own in values})


def _field(own: OwnValue) -> Any:
    rules = [Clean(CustomValue.value)]
    return TextAreaField(own.label, rules, description=own.help, default=own.value, render_kw={"rows": 2})
