"""Reads the example files into what the services take, by the type of each column in the model."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Enum, inspect

from registry.demo.days import day
from registry.dutch import school_year
from registry.model import Base
from registry.model.columns import Codes, Day

FOLDER = Path(__file__).parent
Written = Mapping[str, Any]


@dataclass(frozen=True)
class Reader:
    """Reads the files as seen from one day."""

    today: date

    def file(self, name: str) -> Any:
        """Return what the file holds."""
        return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))

    def folder(self, name: str) -> list[Any]:
        """Return what each file of the folder holds, by name."""
        return [self.file(f"{name}/{path.name}") for path in sorted((FOLDER / name).glob("*.toml"))]

    def content(self, name: str) -> bytes:
        """Return the bytes of a file that somebody sent."""
        return (FOLDER / "files" / name).read_bytes()

    def day(self, written: date | str) -> date:
        """Return the day that is meant."""
        return day(written, self.today)

    def fields(self, kind: type[Base], written: Written, but: Sequence[str] = ()) -> dict[str, Any]:
        """Return the fields of a record of this kind, without its lists and without what stands in `but`."""
        apart = {*but, *inspect(kind).relationships.keys()}
        return {name: self._value(kind, name, value) for name, value in written.items() if name not in apart}

    def rows(self, kind: type[Base], written: Written) -> dict[str, list[dict[str, Any]]]:
        """Return the lists of a record of this kind, as far as they are written."""
        lists = {name: found for name, found in inspect(kind).relationships.items() if name in written}
        return {name: [self.fields(found.mapper.class_, row) for row in written[name]] for name, found in lists.items()}

    def _value(self, kind: type[Base], name: str, value: Any) -> Any:
        column = inspect(kind).columns.get(name)
        if column is None:
            raise KeyError(f"{kind.__name__} has no field {name}")
        if isinstance(column.type, Day):
            return self.day(value)
        if isinstance(column.type, Enum) and column.type.enum_class is not None:
            return column.type.enum_class(value)
        if isinstance(column.type, Codes):
            return tuple(value)
        return value.replace("{schooljaar}", school_year(self.today)) if isinstance(value, str) else value
