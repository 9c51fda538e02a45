"""Form fields made from the model: a stored field's Dutch name, its rules and its choices are said once, there."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from wtforms import (
    BooleanField,
    DateField,
    EmailField,
    IntegerField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TelField,
    TextAreaField,
    URLField,
    ValidationError,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, NumberRange, Optional, StopValidation
from wtforms.widgets import CheckboxInput, ListWidget

from registry import identifiers
from registry.errors import RegisterError
from registry.model.base import label_of
from registry.model.columns import Listed
from registry.reference import active, facts

REQUIRED = InputRequired("Vul dit in.")
KINDS: dict[Any, Any] = {
    identifiers.email_address: EmailField,
    identifiers.phone_number: TelField,
    identifiers.web_address: URLField,
}


class Clean:
    """A validator that gives the field what the model would store, or the model's sentence on why it cannot."""

    def __init__(self, attribute: Any) -> None:
        self.type = attribute.property.columns[0].type
        self.key = attribute.key

    def __call__(self, form: Any, field: Any) -> None:
        """Set the field's data to its stored form; ValidationError with the rule's own sentence."""
        try:
            field.data = self.type.clean(field.data, self.key)
        except RegisterError as fault:
            raise ValidationError(fault.sentence) from fault


def not_to_come(form: Any, field: Any) -> None:
    """Refuse, with a ValidationError, a day of which nobody knows yet how it is."""
    if field.data is not None and field.data > date.today():
        raise ValidationError("Deze dag moet nog komen. Kies vandaag of een dag daarvoor.")


def line(attribute: Any, label: str = "", help: str = "", required: bool = False) -> Any:
    """Return the field of one line of text; e-mail, telephone and web addresses get their own keyboard."""
    kind = KINDS.get(getattr(attribute.property.columns[0].type, "recognise", None), StringField)
    return kind(label or label_of(attribute), _rules(attribute, required), description=help)


def prose(attribute: Any, label: str = "", help: str = "", required: bool = False, rows: int = 3) -> Any:
    """Return the field of running text."""
    rules = _rules(attribute, required)
    return TextAreaField(label or label_of(attribute), rules, description=help, render_kw={"rows": rows})


def day(attribute: Any, label: str = "", help: str = "", required: bool = False) -> Any:
    """Return the field of a date."""
    rules = [REQUIRED if required else Optional(), Clean(attribute)]
    return DutchDateField(label or label_of(attribute), rules, description=help)


def number(attribute: Any, label: str = "", help: str = "") -> Any:
    """Return the field of a whole number from 0 to the most that the model says."""
    most = attribute.property.columns[0].info["most"]
    rules = [Optional(), NumberRange(0, most, f"Vul een getal in van 0 tot en met {most}.")]
    return DutchIntegerField(label or label_of(attribute), rules, description=help)


def yes(attribute: Any, label: str = "", help: str = "") -> Any:
    """Return the field of one box to tick."""
    return BooleanField(label or label_of(attribute), description=help)


def choice(attribute: Any, label: str = "", help: str = "", radio: bool = False) -> Any:
    """Return the field of one member of a closed list."""
    members: type[Listed] = attribute.property.columns[0].type.enum_class
    kind = RadioField if radio else SelectField
    options = [SelectChoice(member.value, member.label) for member in members]
    default = attribute.property.columns[0].default
    return kind(
        label or label_of(attribute),
        choices=options,
        coerce=members,
        default=default.arg if default is not None else next(iter(members)),
        description=help,
    )


def code(attribute: Any, label: str = "", help: str = "", required: bool = False) -> Any:
    """Return the field of one code of the reference table that the stored field names."""
    return CodeField(attribute, label or label_of(attribute), [REQUIRED] if required else [], description=help)


def codes(attribute: Any, label: str = "", help: str = "") -> Any:
    """Return the field of several codes of a reference table, as boxes to tick."""
    return CodesField(attribute, label or label_of(attribute), description=help)


def _rules(attribute: Any, required: bool) -> list[Any]:
    return [*([REQUIRED] if required else []), Clean(attribute)]


def _options(table: str, kept: Iterable[str]) -> list[tuple[str, str]]:
    """The choices of a table: what may be chosen now, and what this record already has."""
    known = getattr(facts(), table)
    chosen = [known[code] for code in kept if code in known and known[code].retired]
    return [(fact.code, fact.label) for fact in [*active(known), *chosen]]


class DutchDateField(DateField):
    """A date; a wrong one gets a sentence instead of WTForms' own."""

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read the browser's date; ValueError with a Dutch sentence."""
        try:
            super().process_formdata(valuelist[:1])  # of two values the first counts, as with every field
        except ValueError as fault:
            raise ValueError("Deze datum bestaat niet. Schrijf bijvoorbeeld 2026-08-01.") from fault


class DutchIntegerField(IntegerField):
    """A whole number in ASCII digits."""

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read the number; ValueError with a Dutch sentence."""
        written = (valuelist[0] if valuelist else "").strip()
        self.data = None
        if not written:
            return
        if not (written.isascii() and written.isdigit() and len(written) <= 9):
            raise ValueError("Vul een heel getal in.")
        self.data = int(written)

    def pre_validate(self, form: Any) -> None:
        """Say one thing of what is no number: in what range it lies is no question then."""
        if self.process_errors:
            raise StopValidation


class CodeField(SelectField):
    """One code of a reference table."""

    def __init__(self, attribute: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, choices=[], default="", **kwargs)
        self.table = attribute.property.columns[0].info["table"]

    def process(self, formdata: Any, *args: Any, **kwargs: Any) -> None:
        """Take the value and offer the choices that go with it."""
        super().process(formdata, *args, **kwargs)
        kept = [self.object_data] if self.object_data else []
        self.choices = [("", "Kies"), *_options(self.table, kept)]


class CodesField(SelectMultipleField):
    """Several codes of a reference table."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()

    def __init__(self, attribute: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, choices=[], **kwargs)
        self.table = attribute.property.columns[0].info["table"]

    def process(self, formdata: Any, *args: Any, **kwargs: Any) -> None:
        """Take the values and offer the choices that go with them."""
        super().process(formdata, *args, **kwargs)
        self.choices = _options(self.table, self.object_data or ())

    def process_formdata(self, valuelist: list[str]) -> None:
        """Keep the codes in the order of the boxes."""
        self.data = tuple(valuelist)
