"""A sheet as it stands: all its cells, what is merged and hidden, before anything is made of it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from registry.exchange.tables.table import Cell

NO_VALUE = "#FORMULE!"
UNREADABLE = frozenset(
    (NO_VALUE, "#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!")
    + ("#GETTING_DATA", "#VERW!", "#WAARDE!", "#DEEL/0!", "#NAAM?", "#N/B", "#LEEG!", "#GETAL!", "Err:502", "Err:522")
)

Merge = tuple[int, int, int, int]  # first row, first column, last row, last column; counted from 0


@dataclass(slots=True)
class Grid:
    """The cells of one sheet from `first_row` and `first_column` on, both counted from 1 as a person sees them.

    `widths` holds, in a CSV file, how many cells each row really had.
    """

    sheet: str
    rows: list[list[Cell]]
    first_row: int = 1
    first_column: int = 1
    merges: tuple[Merge, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    widths: tuple[int, ...] = ()
    remarks: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Seen:
    """What a look at the file itself tells of a sheet: rows and columns counted from 0.

    `unreadable` says per cell which error stands there, or that a formula has no value.
    """

    height: int = 0
    width: int = 0
    unreadable: tuple[tuple[int, int, str], ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merges: tuple[Merge, ...] = ()


def numbered(rows: Iterable[int], most: int = 8) -> str:
    """Return row numbers as "rij 3, 4 en 7", no more than `most` of them."""
    ordered = sorted(rows)
    shown = ", ".join(str(number) for number in ordered[:most])
    if len(ordered) > most:
        return f"rij {shown} en nog {len(ordered) - most} rijen"
    head, comma, last = shown.rpartition(", ")
    return f"rij {head} en {last}" if comma else f"rij {shown}"
