"""Where a gap is filled in: from "table/number/field" to the record whose screen has that field."""

from collections.abc import Callable
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
from registry.model.base import Base, Record, Versioned

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


@dataclass(frozen=True)
class Place:
    """The record with a screen of its own where something is filled in, and the field, named as in that record."""

    record: Versioned
    field: str

    @property
    def name(self) -> str:
        """What a person calls the record."""
        return NAMES[type(self.record)](self.record)


def place_of(session: Any, where: str) -> Place:
    """Return the place that "table/number/field" stands for; a row of a list stands for the record that it is of."""
    table, number, field = where.split("/", 2)
    record: Any = session.get(_kinds()[table], int(number))
    while not isinstance(record, Versioned):
        record, field = _owner(session, record), table
    return Place(record, field)


def _owner(session: Any, record: Record) -> Any:
    columns = inspect(type(record)).columns
    key = next(key for key in record.belongs_to if getattr(record, key) is not None)
    return session.get(_kinds()[next(iter(columns[key].foreign_keys)).column.table.name], getattr(record, key))


def _kinds() -> dict[str, Any]:
    return {mapper.local_table.name: mapper.class_ for mapper in Base.registry.mappers}  # type: ignore[attr-defined]
