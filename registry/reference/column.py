"""What a column of a reference table may hold, as the dataclass of the table says it."""

import re
from collections.abc import Callable
from dataclasses import MISSING, dataclass, fields
from datetime import date
from types import UnionType
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from registry.reference.fact import Fact

UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")  # what no Word file or page can hold
TRUTH = {"true": True, "waar": True, "ja": True, "false": False, "onwaar": False, "nee": False}
FROM_CELL: dict[type, Callable[[str], Any]] = {
    str: str,
    bool: lambda cell: TRUTH[cell.lower()],
    int: int,
    date: date.fromisoformat,
    tuple: lambda cell: tuple(part.strip() for part in cell.split("|")),
}
IN_DUTCH = {
    str: "gewone tekst",
    bool: "true of false",
    int: "een heel getal",
    date: "een datum zoals 2027-08-01",
    tuple: "een lijst van teksten",
}


@dataclass(frozen=True)
class Column:
    """A column: the type of its value, the type of each part of it, the parts allowed, the table its codes are from."""

    kind: type
    part: type
    choices: tuple[object, ...]
    required: bool
    table: str

    @property
    def wanted(self) -> str:
        """What the column asks for, as a person reads it."""
        return f"een van {', '.join(map(str, self.choices))}" if self.choices else IN_DUTCH[self.kind]

    def from_cell(self, cell: str) -> Any:
        """Return what the text of a CSV cell stands for; what stands for nothing stays text, to be refused."""
        try:
            return FROM_CELL[self.kind](cell)
        except (KeyError, ValueError):
            return cell

    def accepts(self, value: object) -> bool:
        """Return whether the value is of this column's type, on its list, and can be printed."""
        parts = value if isinstance(value, tuple) else (value,)
        return type(value) is self.kind and all(self._accepts_part(part) for part in parts)

    def _accepts_part(self, part: object) -> bool:
        if isinstance(part, str) and UNPRINTABLE.search(part):
            return False
        return type(part) is self.part and (not self.choices or part in self.choices)


def columns(kind: type[Fact]) -> dict[str, Column]:
    """Return the columns of the table whose rows are of this dataclass, by name."""
    required = {column.name for column in fields(kind) if column.default is MISSING}
    hints = get_type_hints(kind, include_extras=True).items()
    return {name: _column(hint, name in required) for name, hint in hints}


def _column(hint: Any, required: bool) -> Column:
    table = hint.__metadata__[0].table if get_origin(hint) is Annotated else ""
    kind = _bare(hint)
    part = _bare(get_args(kind)[0]) if get_origin(kind) is tuple else kind
    choices = get_args(part) if get_origin(part) is Literal else ()
    part = type(choices[0]) if choices else part
    return Column(tuple if get_origin(kind) is tuple else part, part, choices, required, table)


def _bare(hint: Any) -> Any:
    """Return the type without its mark, and without "| None": a column may be left out, not filled with nothing."""
    bare = get_args(hint)[0] if get_origin(hint) is Annotated else hint
    return get_args(bare)[0] if isinstance(bare, UnionType) else bare
