"""The form field of a moment: typed and shown as the clock in the Netherlands has it, kept in UTC."""

from typing import Any

from wtforms import DateTimeLocalField
from wtforms.validators import Optional

from registry.dutch import moment_of, on_the_clock
from registry.model.base import label_of
from registry.web.forms.fields import REQUIRED, Clean


def moment(attribute: Any, label: str = "", help: str = "", required: bool = False) -> Any:
    """Return the field of a moment, typed and shown as the clock in the Netherlands has it; its data are in UTC."""
    rules = [REQUIRED if required else Optional(), Clean(attribute)]
    return DutchMomentField(label or label_of(attribute), rules, description=help)


class DutchMomentField(DateTimeLocalField):
    """A date and a time on the clock in the Netherlands."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, format=["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"], **kwargs)

    def _value(self) -> str:
        if self.raw_data:
            return " ".join(self.raw_data)
        return on_the_clock(self.data).strftime(self.format[0]) if self.data else ""

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read the browser's date and time; ValueError with a Dutch sentence."""
        self.data = None
        if not (valuelist and valuelist[0].strip()):
            return
        try:
            super().process_formdata(valuelist[:1])
        except ValueError as fault:
            raise ValueError("Dit moment bestaat niet. Schrijf bijvoorbeeld 2026-08-01 14:30.") from fault
        shown, self.data = self.data, None
        try:
            self.data = moment_of(shown) if shown else None
        except ValueError as fault:
            raise ValueError("Dit moment bestaat niet: de klok ging toen een uur vooruit.") from fault
        except OverflowError as fault:
            raise ValueError("Het moment moet tussen 1990 en 2100 liggen.") from fault
