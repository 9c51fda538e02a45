"""Rows of our own lists: each is about the record that it came from, and what did not change comes to nothing."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from registry.exchange.lists.entry import Entry, ListKind, Problem, Value
from registry.exchange.sheets.headings import headings as written_as
from registry.services.imports.choices import Choices
from registry.services.imports.fields import Headings, written
from registry.services.imports.known import Known
from registry.services.imports.own_lists import OwnRow
from registry.services.imports.plan import Line
from registry.services.imports.school_rows import SchoolRows
from registry.services.imports.supplier_rows import SupplierRows

Own = Mapping[tuple[str, int], OwnRow]


class RegisterRows:
    """Reads rows of any of our own lists."""

    def __init__(self, known: Known, choices: Choices, headings: Headings, on: date, own: Own) -> None:
        self.own = own
        self.suppliers = SupplierRows(known, ListKind.REGISTER, choices, headings, on)
        self.schools = SchoolRows(known, choices.answers, headings)

    def read(self, entry: Entry) -> Line:
        """Return what the row says; a row that says what the list says today claims nothing."""
        own = self.own.get((entry.sheet, entry.row))
        if own is None:
            return self.suppliers.read(entry)
        entry = replace(entry, problems=(*entry.problems, *own.problems))
        if entry.problems or own.is_same:
            return Line(entry, problems=list(entry.problems), about=own.about)
        line = self._read(replace(entry, values=self._one_school(entry, own)), own.list)
        line.remarks.extend(Problem("", told) for told in own.remarks)
        return line

    def _read(self, entry: Entry, name: str) -> Line:
        return self.schools.read(entry) if name == "Scholen" else self.suppliers.read(entry)

    def _one_school(self, entry: Entry, own: OwnRow) -> Mapping[str, Value]:
        """The values with one school where it is a row of a use: by its code, else by its name as a whole."""
        name = own.said.get(written_as()["use.schools"], "")
        if not name or entry.values.get("use.schools") == ("*",):
            return entry.values
        code = written(Line(entry), "school.site_code")
        return {**entry.values, "use.schools": (code if code in self.schools.finder.by_code else name,)}
