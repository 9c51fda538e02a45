"""Where a gap is filled in: from "table/number/field" to the record whose screen has that field."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import inspect

from registry.model import (
    Agreement,
    Breach,
    PrivacyAnnex,
    Product,
    School,
    SchoolBoard,
    SecurityAnnex,
    SubprocessorNotice,
    Supplier,
    Use,
)
from registry.model.base import Base, Versioned
from registry.queries.plain import PlainRecords

NAMES: dict[type, Callable[[Any], str]] = {
    SchoolBoard: lambda board: f"Bestuur {board.name}",
    School: lambda school: f"School {school.name}",
    Supplier: lambda supplier: f"Leverancier {supplier.name}",
    Product: lambda product: f"Product {product.name}",
    PrivacyAnnex: lambda annex: f"Privacybijsluiter van {annex.product.name}",
    SecurityAnnex: lambda annex: f"Beveiligingsbijlage van {annex.product.name}",
    Agreement: lambda agreement: f"Overeenkomst met {agreement.supplier.name}",
    Breach: lambda breach: f"Datalek bij {breach.supplier.name}",
    SubprocessorNotice: lambda notice: f"Bericht van {notice.supplier.name} over {notice.name}",
    Use: lambda use: f"Gebruik van {use.product.name} op {use.school.name}",
}
NAMED_AFTER = (
    Agreement.supplier,
    Breach.supplier,
    PrivacyAnnex.product,
    SecurityAnnex.product,
    SubprocessorNotice.supplier,
    Use.product,
    Use.school,
)
"""What these names are made of, besides the record itself."""
Where = tuple[Any, int, str]


@dataclass(frozen=True)
class Place:
    """The record with a screen of its own where something is filled in, and the field, named as in that record."""

    record: Versioned
    field: str

    @property
    def name(self) -> str:
        """What a person calls the record."""
        return NAMES[_kinds()[self.record.__tablename__]](self.record)  # type: ignore[attr-defined]


def places_of(session: Any, wheres: Iterable[str]) -> dict[str, Place]:
    """Return the place that each "table/number/field" stands for; a row of a list stands for the record that it is of.

    The records are plain values, and those of one level come with one question.
    """
    records, kinds, found = PlainRecords(session), _kinds(), dict[str, Where]()
    for where in dict.fromkeys(wheres):
        table, number, field = where.split("/", 2)
        found[where] = kinds[table], int(number), field
    while rows := _read(records, found):
        owners = {where: _owner(records.get(kind, number), kind) for where, (kind, number, _) in rows.items()}
        found |= {where: (*owner, where.partition("/")[0]) for where, owner in owners.items()}
    records.ones_of_these(*NAMED_AFTER)
    return {where: Place(_there(records.get(kind, number)), field) for where, (kind, number, field) in found.items()}


def _read(records: PlainRecords, found: Mapping[str, Where]) -> dict[str, Where]:
    """Read these records; what is no record with a screen of its own is given back."""
    asked: dict[Any, set[int]] = {}
    for kind, number, _ in found.values():
        asked.setdefault(kind, set()).add(number)
    records.some(asked)
    return {where: one for where, one in found.items() if not issubclass(one[0], Versioned)}


def _owner(record: Any, kind: Any) -> tuple[Any, int]:
    columns = inspect(kind).columns
    key = next(key for key in kind.belongs_to if getattr(_there(record), key) is not None)
    owner = _kinds()[next(iter(columns[key].foreign_keys)).column.table.name]
    return owner, getattr(record, key)


def _there(record: Any) -> Any:
    if record is None:
        raise RuntimeError("a gap of a record that is not there")
    return record


def _kinds() -> dict[str, Any]:
    return {mapper.local_table.name: mapper.class_ for mapper in Base.registry.mappers}  # type: ignore[attr-defined]
