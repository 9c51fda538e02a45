"""Codes of the reference data in the words and the order of their list."""

from collections.abc import Iterable
from typing import Any

from registry.dutch import enumeration
from registry.reference import facts


def labels(table: str, codes: Iterable[str]) -> str:
    """Return what the codes stand for, "leerlingen en leraren", in the order of the table; "" without codes."""
    chosen = set(codes)
    return enumeration([fact.label for fact in getattr(facts(), table).values() if fact.code in chosen])


def ordered(table: str, rows: Iterable[Any], key: str) -> list[Any]:
    """Return the rows in the order of the table of their code `key`; the database has them in order of entry."""
    places = {code: place for place, code in enumerate(getattr(facts(), table))}
    return sorted(rows, key=lambda row: places.get(getattr(row, key), len(places)))
