"""What a person chose for an import: the table, the kind, the columns, the dates, and the answers to questions."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Choices:
    """The choices, each with what counts while nothing was chosen.

    `columns` gives the field by the number of the column; None where nobody looked at them yet. `since` is the first
    day of uses of which the file names none, `listed_on` the day of the list, `source` where it comes from.
    """

    table: int = 0
    kind: str = ""
    columns: Mapping[int, str] | None = None
    since: date | None = None
    listed_on: date | None = None
    source: str = ""
    board_number: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)

    def stored(self) -> dict[str, Any]:
        """Return the choices as JSON holds them."""
        plain = {one.name: getattr(self, one.name) for one in fields(self)}
        columns = None if self.columns is None else {str(index): code for index, code in self.columns.items()}
        days = {name: plain[name].isoformat() if plain[name] else None for name in ("since", "listed_on")}
        return plain | days | {"columns": columns, "answers": dict(self.answers)}

    @classmethod
    def read(cls, stored: Mapping[str, Any]) -> "Choices":
        """Return the choices that JSON holds; nothing gives those of one who chose nothing."""
        known = {one.name for one in fields(cls)}
        given = {name: value for name, value in stored.items() if name in known}
        for name in ("since", "listed_on"):
            given[name] = date.fromisoformat(given[name]) if given.get(name) else None
        if given.get("columns") is not None:
            given["columns"] = {int(index): code for index, code in given["columns"].items()}
        return cls(**given)
