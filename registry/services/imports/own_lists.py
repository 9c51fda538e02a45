"""Rows of our own lists beside what these lists would say today: a row that says the same comes to nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from registry.exchange.lists.entry import Column, Problem, Reading
from registry.exchange.lists.kinds import own_list
from registry.exchange.sheets.csv import as_text
from registry.exchange.sheets.fitting import first_piece
from registry.exchange.sheets.headings import headings
from registry.exchange.tables.table import Cell, Row, Table
from registry.services.exports.lists import LISTS, sheet_of

IDENTITY = {"supplier.name", "supplier.kvk", "product.name", "use.schools", "school.name", "school.site_code"}
IDENTITY |= {"contact.kind", "annex.kind", "annex.edition"}
NOT_WRITTEN = "Dit nemen wij uit een lijst niet over. Wijzig het in het register zelf, of maak de cel leeg."
NO_ANNEXES = "Bijlagen nemen wij uit een lijst niet over. Voeg de versie toe bij het product."
Said = dict[str, str]


@dataclass(frozen=True)
class OwnRow:
    """A row of one of our own lists: what stands in it by heading, and how that is to what we would write today.

    `problems` name the cells that no import writes and that say something else; `remarks` tell which were emptied.
    """

    list: str
    said: Said
    about: tuple[str, ...]
    is_same: bool
    problems: tuple[Problem, ...]
    remarks: tuple[str, ...]


def own_rows(session: Any, parts: Iterable[tuple[Table, Reading]], on: date) -> dict[tuple[str, int], OwnRow]:
    """Return the rows of these tables by sheet and number, each held beside the lists of this date."""
    return {
        (table.sheet, row.number): beside.read(row)
        for table, reading in parts
        for beside in [_Beside(session, table, reading, on)]
        for row in table.rows
    }


class _Beside:
    """One table beside the list that it is."""

    def __init__(self, session: Any, table: Table, reading: Reading, on: date) -> None:
        self.name = own_list(table)
        self.columns = [column for column in reading.columns if column.heading]
        self.identity = [one.heading for one in self.columns if one.heading in _identifying(self.name)]
        # what a person chose for a column may make another value of a cell that is as we wrote it
        self.is_as_written = all(column.reason != "zelf gekozen" for column in self.columns)
        self.present: set[tuple[str, ...]] = set()
        self.by_identity: dict[tuple[str, ...], list[Said]] = {}
        for said in _present(session, self.name, on):
            self.present.add(self._all(said))
            self.by_identity.setdefault(self._identity(said), []).append(said)

    def read(self, row: Row) -> OwnRow:
        """Return the row with what it says that the list of today does not."""
        said = {column.heading: _text(row.cells[column.index]) for column in self.columns}
        about = tuple(dict.fromkeys(said[one] for one in self.identity if said[one] and not said[one].isdigit()))
        if self.is_as_written and self._all(said) in self.present:
            return OwnRow(self.name, said, about, True, (), ())
        known = self.by_identity.get(self._identity(said), [])
        if self.name == "Bijlagen":
            return OwnRow(self.name, said, about, False, (Problem("", NO_ANNEXES),), ())
        problems = [Problem(one.heading, NOT_WRITTEN) for one in self.columns if self._is_lost(one, said, known)]
        return OwnRow(self.name, said, about, False, tuple(problems), tuple(self._emptied(said, known)))

    def _is_lost(self, column: Column, said: Said, known: list[Said]) -> bool:
        """Whether a cell says something that nobody takes over, and that the register does not know."""
        if column.field or column.reason == "zelf gekozen" or not said[column.heading]:
            return False
        return said[column.heading] not in {one.get(column.heading) for one in known}

    def _emptied(self, said: Said, known: list[Said]) -> Iterable[str]:
        if len(known) == 1:
            names = [name for name, text in said.items() if not text and known[0].get(name)]
            if names:
                yield f"Een lege cel verandert niets: {', '.join(names)}."

    def _all(self, said: Said) -> tuple[str, ...]:
        return tuple(said.get(column.heading, "") for column in self.columns)

    def _identity(self, said: Said) -> tuple[str, ...]:
        return tuple(said.get(heading, "") for heading in self.identity)


def _identifying(name: str) -> set[str]:
    """The headings that tell whose row it is; an agreement is not told by its products, which may be others now."""
    return {headings()[code] for code in IDENTITY if (name, code) != ("Overeenkomsten", "product.name")}


def _present(session: Any, name: str, on: date) -> Iterable[Said]:
    """Yield what each row of this list says today, by heading."""
    if question := LISTS.get(name.lower()):
        sheet = sheet_of(question(session, on))
        for row in sheet.rows:
            yield {heading: _text(cell) for heading, cell in zip(sheet.headings, row, strict=True)}


def _text(cell: Cell) -> str:
    """Return a cell as one text, whichever file it came through."""
    if isinstance(cell, datetime):
        cell = cell.date()
    written = as_text(cell) if cell is None or isinstance(cell, str | int | date) else str(cell)
    return first_piece(written).strip()
