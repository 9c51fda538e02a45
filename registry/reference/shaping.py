"""Holds raw rows against the definition of their table, and makes facts of them."""

from typing import Any

from registry.errors import BadReferenceFile
from registry.reference.column import Column
from registry.reference.definition import Definition
from registry.reference.reading import Row


def shaped(definition: Definition, row: Row) -> Row:
    """Return the row with each value in the type of its column; an unknown column or wrong type: BadReferenceFile."""
    known = definition.columns
    if unknown := sorted(row.values.keys() - known.keys()):
        raise BadReferenceFile(f"{row.where}: de kolom “{unknown[0]}” bestaat niet. Bekend zijn: {', '.join(known)}.")
    values = {name: _value(known[name], value, row.is_text) for name, value in row.values.items()}
    for name, value in values.items():
        if not known[name].accepts(value):
            raise BadReferenceFile(f"{row.where}: “{name}” moet {known[name].wanted} zijn.")
    return Row(row.where, values)


def built(definition: Definition, row: Row) -> Any:
    """Return the fact that a shaped row tells; a required column that is missing or blank is BadReferenceFile."""
    for name, column in definition.columns.items():
        if column.required and row.values.get(name) in (None, "", ()):
            raise BadReferenceFile(f"{row.where}: “{name}” ontbreekt of is leeg.")
    return definition.kind(**row.values)


def _value(column: Column, value: Any, is_text: bool) -> Any:
    if isinstance(value, str):
        return column.from_cell(value.strip()) if is_text else value.strip()
    return tuple(value) if isinstance(value, list) else value
