"""What a card says, as fields and rows that services take."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Enum, inspect

from registry.errors import FileRefused
from registry.model.base import label_of
from registry.model.columns import Codes, Day, Listed
from registry.queries.exports.card_shape import ANNEXES, PRODUCT, SUPPLIER, Shape
from registry.reference import Reference
from registry.services.records import Fields, Rows

Said = Mapping[str, Any]


def fields_of(said: Said, kind: Any, names: Mapping[str, str]) -> dict[str, Any]:
    """Return the fields of one record as the model takes them; what the card leaves out is left out."""
    columns = inspect(kind).column_attrs
    return {field: _stored(columns[field].columns[0].type, said[name]) for field, name in names.items() if name in said}


def record_of(said: Said, shape: Shape) -> tuple[Fields, Rows]:
    """Return the fields and rows of a record with its lists."""
    rows = {
        name: [fields_of(row, rows.kind, rows.fields) for row in said.get(rows.name, ())]
        for name, rows in shape.rows.items()
    }
    return fields_of(said, shape.kind, shape.fields), {name: found for name, found in rows.items() if found}


def without_blanks(said: Any) -> Any:
    """Return the card without what says nothing: an empty text or list, a "false"; the register writes none of them."""
    if isinstance(said, dict):
        kept = {name: without_blanks(value) for name, value in said.items()}
        return {name: value for name, value in kept.items() if value not in (None, "", [], False)}
    return [without_blanks(one) for one in said] if isinstance(said, list) else said


def label(shape: Shape, field: str) -> str:
    """Return what a field is called on screens."""
    return label_of(getattr(shape.kind, field))


def check_codes(card: Said, known: Reference) -> None:
    """Raise FileRefused for the first code on the card that the reference facts do not have."""
    for shape, said in _records(card):
        _check(said, shape.kind, shape.fields, known)
        for rows in shape.rows.values():
            for row in said.get(rows.name, ()):
                _check(row, rows.kind, rows.fields, known)


def _records(card: Said) -> Iterator[tuple[Shape, Said]]:
    yield SUPPLIER, card["leverancier"]
    for product in card.get("producten", ()):
        yield PRODUCT, product
        yield from ((shape, product[name]) for name, shape in ANNEXES.items() if name in product)


def _check(said: Said, kind: Any, names: Mapping[str, str], known: Reference) -> None:
    columns = inspect(kind).column_attrs
    for field, name in names.items():
        table = columns[field].columns[0].info.get("table")
        if table is None or name not in said:
            continue
        value, facts = said[name], getattr(known, table)
        for code in [value] if isinstance(value, str) else value:
            if code and code not in facts:
                raise FileRefused(f"“{name}”: de code “{code[:40]}” staat niet in {facts.dutch}.")


def _stored(kind: Any, value: Any) -> Any:
    if isinstance(kind, Day):
        return date.fromisoformat(value)
    if isinstance(kind, Enum) and kind.enum_class is not None and issubclass(kind.enum_class, Listed):
        return kind.enum_class(value)
    return tuple(value) if isinstance(kind, Codes) else value
