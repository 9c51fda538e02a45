"""Rows that are refused as a whole: one holds what can be a BSN, or has more cells than there are headings."""

import re

from registry.exchange.lists.entry import Problem, Reading
from registry.exchange.lists.fields import plain
from registry.exchange.tables.table import Cell, Row, Table
from registry.identifiers import holds_national_number

_ENOUGH_DIGITS = re.compile(r"[0-9](?:[^0-9]?[0-9]){8}")
# Two dates beside each other have digits enough for a number that nobody wrote.
_DATES = re.compile(r"\b[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{2,4}\b|\b[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}\b")
_OTHER_NUMBERS = frozenset(("rsin", "fiscaal nummer", "rsin nummer", "oin"))  # of organisations; never taken over


def refused(table: Table, row: Row, reading: Reading) -> Problem | None:
    """Return why nothing of a row may be taken over, or None; the sentence never repeats what stands there."""
    for place, cell in enumerate(row.cells):
        if cell is None or isinstance(cell, bool):
            continue
        heading = table.headings[place]
        if can_be_national_number(cell) and not _is_exempt(heading, cell, reading.columns[place].field):
            where = heading or f"kolom {table.first_column + place}"
            return Problem(
                where,
                f"Rij {row.number} heeft een getal dat een BSN kan zijn. De rij is niet gelezen. Haal het getal weg.",
            )
    return _longer(table, row)


def can_be_national_number(cell: Cell) -> bool:
    """Tell whether a cell is, or holds, nine digits that pass the 11-check."""
    if isinstance(cell, int):
        return 100_000_000 <= cell <= 999_999_999 and holds_national_number(str(cell))
    if not isinstance(cell, str) or not _ENOUGH_DIGITS.search(cell):
        return False
    return holds_national_number(_DATES.sub("|", cell))


def _is_exempt(heading: str, cell: Cell, field: str) -> bool:
    """Whether the number is one of an organisation, or a telephone number that lost its first zero."""
    return plain(heading) in _OTHER_NUMBERS or (field == "contact.phone" and isinstance(cell, int))


def _longer(table: Table, row: Row) -> Problem | None:
    width = max((place for place, heading in enumerate(table.headings, start=1) if heading), default=0)
    if any(cell is not None for cell in row.cells[width:]) and not _is_filled_elsewhere(table, width):
        return Problem(
            "", f"Rij {row.number} heeft meer cellen dan er koppen zijn. Kijk of er een scheidingsteken te veel staat."
        )
    return None


def _is_filled_elsewhere(table: Table, width: int) -> bool:
    """Whether most rows reach past the headings: then it is a column without a heading, and no row is wrong."""
    sample = table.rows[:50]
    return sum(any(cell is not None for cell in row.cells[width:]) for row in sample) > 0.5 * len(sample)
