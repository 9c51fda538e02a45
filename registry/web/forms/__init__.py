"""Forms: they read what a person typed, hold it while something is wrong, and hand it to a service."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from flask import request
from flask_wtf import FlaskForm
from wtforms import BooleanField, FieldList, Form, FormField, HiddenField
from wtforms.meta import DefaultMeta

from registry.database import db
from registry.errors import ChangedMeanwhile, RegisterError, TooManyAttempts
from registry.web.numbers import record_number

Saved = TypeVar("Saved")
BLANK_ROWS = 1
OWN = {"csrf_token", "version"}


NO_CHOICE = "Invalid Choice: could not coerce."


class PlainDutch:
    """WTForms' own Dutch, without its words for programmers."""

    def __init__(self, dutch: Any) -> None:
        self.dutch = dutch

    def gettext(self, text: str) -> str:
        """Return the sentence in Dutch; a choice that cannot be read is told as one that is not there."""
        return str(self.dutch.gettext("Not a valid choice." if text == NO_CHOICE else text))

    def ngettext(self, one: str, many: str, number: int) -> str:
        """Return the sentence for this number in Dutch."""
        return str(self.dutch.ngettext(one, many, number))


class DutchMeta(DefaultMeta):
    """WTForms' own sentences in Dutch."""

    locales = ("nl",)

    def get_translations(self, form: Any) -> Any:
        """Return the Dutch sentences."""
        return PlainDutch(super().get_translations(form))


class RegisterForm(FlaskForm):
    """A form about one record; `version` is the version of the record that its reader saw."""

    class Meta(FlaskForm.Meta, DutchMeta):
        """Dutch sentences, CSRF on."""

    version = HiddenField(default="0")
    conflict: tuple[tuple[str, str, str], ...] = ()

    @property
    def seen(self) -> int:
        """The version of the record that the reader saw."""
        written = (self.version.raw_data or [""])[0]  # not the record's own, where the form leaves it out
        return record_number(written) or 0

    def fields(self) -> dict[str, Any]:
        """Return what was typed, by the names of the stored fields; without the rows."""
        return {field.name: field.data for field in self if field.name not in OWN and not isinstance(field, FieldList)}

    def rows(self) -> dict[str, list[dict[str, Any]]]:
        """Return the rows of every list on the form, as services take them."""
        return {field.name: field.rows() for field in self if isinstance(field, RowList)}

    def save(self, verb: Callable[[], Saved]) -> Saved | None:
        """Return what the verb returns; None when nothing was sent, or something is wrong and stands on the form."""
        if not self.is_submitted() or self._asked_for_rows() or not self.validate():
            return None
        try:
            return verb()
        except TooManyAttempts:
            raise
        except RegisterError as fault:
            self._explain(fault)
            return None

    def _explain(self, fault: RegisterError) -> None:
        db.session.rollback()
        if isinstance(fault, ChangedMeanwhile):
            self.conflict = tuple(fault.changes)
            self.version.data = str(fault.version)  # who saves once more has seen the changes
        field = self._fields.get(fault.field or "")
        if field is None or isinstance(field, HiddenField):
            self.form_errors.append(fault.sentence)
        else:
            field.errors = [*field.errors, fault.sentence]

    def _asked_for_rows(self) -> bool:
        wanted = self._fields.get(request.form.get("more", ""))
        if isinstance(wanted, RowList):
            wanted.append_entry()
            return True
        return False

    @property
    def status(self) -> int:
        """The HTTP status of the page that shows the form."""
        return 409 if self.conflict else 422 if self.errors else 200


class Row(Form):
    """One row of a list on a form; an empty row is no row."""

    class Meta(DutchMeta):
        """Dutch sentences; the form around it has the CSRF token."""

    id = HiddenField()
    remove = BooleanField("Deze regel weghalen")

    def values(self) -> dict[str, Any]:
        """Return the row as services take it, with the number of the stored row it stands for."""
        number = record_number((self.id.raw_data or [""])[0])  # as it was sent: not of the row which stands here
        typed = {name: field.data for name, field in self._fields.items() if name not in ("id", "remove")}
        return typed | {"id": number}

    @property
    def is_blank(self) -> bool:
        """Whether nobody typed anything; what is chosen beforehand does not count, nor do blanks."""
        fields = [field for name, field in self._fields.items() if name != "remove"]
        if any(field.process_errors and any(map(str.strip, field.raw_data or ())) for field in fields):
            return False  # a date that cannot be read was typed all the same
        return all(not field.data or field.data == field.default or not str(field.data).strip() for field in fields)

    def validate(self, *args: Any, **kwargs: Any) -> bool:
        """Return whether the row is right; a blank or removed row always is."""
        return self.is_blank or bool(self.remove.data) or super().validate(*args, **kwargs)


class RowList(FieldList):
    """The rows that belong to a record, with one blank row for the next."""

    def __init__(self, row: type[Row], label: str, **kwargs: Any) -> None:
        super().__init__(FormField(row), label, **kwargs)

    def process(self, formdata: Any, data: Any = None, extra_filters: Any = None) -> None:
        """Take the stored rows and, while nothing was sent, add a blank one."""
        super().process(formdata, data, extra_filters)
        if not formdata:
            for _ in range(BLANK_ROWS):
                self.append_entry()

    def rows(self) -> list[dict[str, Any]]:
        """Return the rows that are neither blank nor to be taken away."""
        forms: Iterable[Row] = (entry.form for entry in self.entries)
        return [form.values() for form in forms if not form.is_blank and not form.remove.data]
