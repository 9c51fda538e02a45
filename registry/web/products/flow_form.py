"""The form of the flow's last question: which schools use the product, since when."""

from collections.abc import Mapping, Sequence
from typing import Any

from wtforms import SelectMultipleField
from wtforms.widgets import CheckboxInput, ListWidget

from registry.model import School, Use
from registry.web.forms import RegisterForm, fields
from registry.web.forms.fields import REQUIRED


class FlowUsesForm(RegisterForm):
    """The schools that use a product, and since when."""

    schools = SelectMultipleField(
        "Welke scholen gebruiken dit?",
        [REQUIRED],
        coerce=int,
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
    )
    since = fields.day(
        Use.since,
        required=True,
        help="De eerste dag. Weet u het niet precies, neem dan de eerste dag van een schooljaar, zoals 01-08-2026. "
        "Geldt het niet voor alle scholen, bewaar dan eerst de ene groep en daarna de andere.",
    )

    def __init__(self, schools: Sequence[School], given: Mapping[str, Any]) -> None:
        super().__init__(data=given)
        self.schools.choices = [(school.id, school.name) for school in schools]
