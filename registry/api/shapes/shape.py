"""A record in JSON: its fields by their Dutch names, its rows, and what of it may be sent."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from sqlalchemy import Column, inspect

from registry.api.names import name_of
from registry.api.problems import Fault, Refused, shown_name
from registry.api.shapes.kinds import MOST, Kind, Schema, WrongValue, kind_of, number
from registry.model.base import Record

HIDDEN = {"name_key"}
MOST_ROWS = 200
NUMBER = number(least=1)


@dataclass(frozen=True)
class Field:
    """One field: its key in the model, its name in JSON, its Dutch name for people, and its kind."""

    key: str
    name: str
    label: str
    kind: Kind

    def schema(self) -> Schema:
        """Return the schema of the field."""
        own = self.kind.schema()
        more = own.pop("description", "")
        return {**own, "title": self.label, **({"description": more} if more else {})}


def field_of(attribute: Any) -> Field:
    """Return the field of this stored attribute."""
    return _field(attribute.property.columns[0], attribute.key)


def _field(column: "Column[Any]", key: str) -> Field:
    return Field(key, name_of(key), column.doc or name_of(key), kind_of(column, key))


@dataclass(frozen=True)
class Sent:
    """What was sent about a record, as the services take it: its fields and its rows, by their keys."""

    fields: dict[str, Any] = field(default_factory=dict)
    rows: dict[str, list[dict[str, Any]]] = field(default_factory=dict)


@dataclass(frozen=True)
class Shape:
    """How one kind of record is written in JSON.

    `rows`: its lists. `fixed`: what only a step changes, so that it is shown and never sent. `first`: what is sent
    with a new record only. `needed`: what a service wants of a new one, though the database could do without.
    """

    record: type[Record]
    rows: tuple[str, ...] = ()
    fixed: frozenset[str] = frozenset()
    first: frozenset[str] = frozenset()
    needed: frozenset[str] = frozenset()

    @cached_property
    def fields(self) -> dict[str, Field]:
        """Every stored field that the API shows, by its key, but for the record's number."""
        hidden = {*HIDDEN, "id", *self.record.belongs_to}
        columns = inspect(self.record).column_attrs
        return {one.key: _field(one.columns[0], one.key) for one in columns if one.key not in hidden}

    @cached_property
    def lists(self) -> dict[str, "Shape"]:
        """The shape of the rows of each list, by its key."""
        related = inspect(self.record).relationships
        return {key: Shape(related[key].mapper.class_) for key in self.rows}

    @cached_property
    def required(self) -> list[str]:
        """What a new record must have: what the database cannot do without, and what is needed besides."""
        columns = {one.key: one.columns[0] for one in inspect(self.record).column_attrs}
        bare = {key for key in self.sendable(True) if not columns[key].nullable and columns[key].default is None}
        return sorted(bare | self.needed)

    def sendable(self, is_new: bool) -> dict[str, Field]:
        """Return the fields that may be sent."""
        closed = {"version", *self.fixed, *(() if is_new else self.first)}
        return {key: one for key, one in self.fields.items() if key not in closed}

    def show(self, record: Any) -> dict[str, Any]:
        """Return the record as it is written in JSON."""
        own = {one.name: one.kind.show(getattr(record, key)) for key, one in self.fields.items()}
        lists = {name_of(key): [rows.show(row) for row in getattr(record, key)] for key, rows in self.lists.items()}
        return {"id": record.id, **own, **lists}

    def read(self, sent: Mapping[str, Any], record: Any = None) -> Sent:
        """Return what was sent about a new record, or about this one; Refused with all that is wrong in it."""
        faults: list[Fault] = []
        fields = _read(self.sendable(record is None), sent, "", faults, {name_of(key) for key in self.rows})
        if record is None:
            faults += [_missing(self.fields[key]) for key in self.required if self.fields[key].name not in sent]
        rows = {
            key: _read_rows(shape, sent[name_of(key)], name_of(key), getattr(record, key, ()), faults)
            for key, shape in self.lists.items()
            if name_of(key) in sent
        }
        if faults:
            raise Refused(400, "Niet alles wat u stuurde klopt.", faults)
        return Sent(fields, rows)

    def shown_schema(self) -> Schema:
        """Return the schema of what is shown."""
        own = {one.name: one.schema() for one in self.fields.values()}
        lists = {name_of(key): _list_schema(shape, shape.shown_schema()) for key, shape in self.lists.items()}
        properties = {"id": {**NUMBER.schema(), "title": "Nummer"}, **own, **lists}
        return {"type": "object", "properties": properties, "required": list(properties)}

    def sent_schema(self, is_new: bool) -> Schema:
        """Return the schema of what is sent."""
        own = {one.name: one.schema() for one in self.sendable(is_new).values()}
        lists = {name_of(key): _list_schema(shape, _row_schema(shape)) for key, shape in self.lists.items()}
        needed = {"required": [self.fields[key].name for key in self.required]} if is_new and self.required else {}
        return {"type": "object", "properties": {**own, **lists}, "additionalProperties": False, **needed}


def read_fields(fields: Iterable[Field], sent: Mapping[str, Any], needed: Iterable[str] = ()) -> dict[str, Any]:
    """Return the values of these fields by their keys; Refused with all that is wrong, for a missing one too."""
    faults: list[Fault] = []
    known = {one.key: one for one in fields}
    read = _read(known, sent, "", faults)
    faults += [_missing(known[key]) for key in needed if sent.get(known[key].name) is None]
    if faults:
        raise Refused(400, "Niet alles wat u stuurde klopt.", faults)
    return read


def _read(
    fields: Mapping[str, Field], sent: Mapping[str, Any], at: str, faults: list[Fault], others: Iterable[str] = ()
) -> dict[str, Any]:
    read = {}
    for key, one in fields.items():
        if one.name in sent:
            try:
                read[key] = one.kind.read(sent[one.name])
            except WrongValue as fault:
                faults.append(Fault("body", f"{at}{one.name}", str(fault)))
    strange = sent.keys() - {one.name for one in fields.values()} - set(others)
    faults += [_unknown(at, name) for name in sorted(strange)]
    return read


def _read_rows(shape: Shape, sent: Any, at: str, present: Iterable[Any], faults: list[Fault]) -> list[dict[str, Any]]:
    if not isinstance(sent, list) or not all(isinstance(row, dict) for row in sent) or len(sent) > MOST_ROWS:
        faults.append(Fault("body", at, f"Dit moet een lijst van hoogstens {MOST_ROWS} objecten zijn."))
        return []
    free = {row.id for row in present}
    rows = []
    for place, row in enumerate(sent):
        here = f"{at}/{place}/"
        number = row.get("id")
        if "id" in row and (type(number) is not int or number not in free):
            faults.append(Fault("body", f"{here}id", "Dit nummer is niet van een regel in deze lijst."))
        else:
            free -= {number}
        faults += [_missing(shape.fields[key], here) for key in shape.required if shape.fields[key].name not in row]
        rows.append({**_read(shape.sendable(True), row, here, faults, {"id"}), "id": number})
    return rows


def _missing(one: Field, at: str = "") -> Fault:
    return Fault("body", f"{at}{one.name}", "Dit is nodig.", "ontbreekt")


def _unknown(at: str, name: str) -> Fault:
    shown = shown_name(name).replace("~", "~0").replace("/", "~1")
    return Fault("body", f"{at}{shown}", "Dit veld bestaat hier niet, of u kunt het niet sturen.", "onbekend")


def _list_schema(shape: Shape, row: Schema) -> Schema:
    return {"type": "array", "maxItems": MOST_ROWS, "items": row}


def _row_schema(shape: Shape) -> Schema:
    sent = shape.sent_schema(is_new=True)
    number = {"type": "integer", "minimum": 1, "maximum": MOST, "title": "Nummer van een regel die blijft"}
    return {**sent, "properties": {"id": number, **sent["properties"]}}
