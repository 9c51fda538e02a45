"""Gebruiken: which school works with which product, from a day until a day."""

from collections.abc import Mapping
from typing import Any

from registry.access import Right
from registry.api.asking import Found, on_day, record
from registry.api.problems import Fault, Refused
from registry.api.records import named
from registry.api.resource import Resource, Step
from registry.api.shapes.kinds import MOST, Schema
from registry.api.shapes.shape import MOST_ROWS, Sent, Shape
from registry.database import db
from registry.model import Product, School, Use
from registry.queries.pages import find_records
from registry.services.records import fetch
from registry.services.uses.uses import edit_use, end_use, start_use

MODULES = "onderdelen"


class UseShape(Shape):
    """A use with the modules that the school opened, as a list of their numbers."""

    def show(self, record: Any) -> dict[str, Any]:
        """Return the use as it is written in JSON."""
        return {**super().show(record), MODULES: sorted(row.module_id for row in record.modules)}

    def read(self, sent: Mapping[str, Any], record: Any = None) -> Sent:
        """Return what was sent; without modules, those of before stay."""
        rest = {name: value for name, value in sent.items() if name != MODULES}
        known = [row.module_id for row in record.modules] if record else []
        read = super().read(rest, record)
        return Sent(read.fields, {MODULES: _numbers(sent.get(MODULES, known))})

    def shown_schema(self) -> Schema:
        """Return the schema of what is shown."""
        schema = super().shown_schema()
        return {**schema, "properties": {**schema["properties"], MODULES: _modules()}}

    def sent_schema(self, is_new: bool) -> Schema:
        """Return the schema of what is sent."""
        schema = super().sent_schema(is_new)
        return {**schema, "properties": {**schema["properties"], MODULES: _modules()}}


def _modules() -> Schema:
    number = {"type": "integer", "minimum": 1, "maximum": MOST}
    told = "De nummers van de onderdelen van het product die de school gebruikt"
    return {"type": "array", "uniqueItems": True, "maxItems": MOST_ROWS, "items": number, "title": told}


def _numbers(sent: Any) -> list[Any]:
    is_right = isinstance(sent, list) and all(type(one) is int and 1 <= one <= MOST for one in sent)
    if not is_right or len(set(sent)) < len(sent):
        fault = Fault("body", MODULES, "Dit moet een lijst van nummers van onderdelen zijn, elk één keer.")
        raise Refused(400, "Niet alles wat u stuurde klopt.", [fault])
    return sent  # type: ignore[no-any-return]


def _find(wanted: dict[str, Any], skip: int, most: int) -> Found:
    columns: dict[str, Any] = {"school": Use.school_id, "product": Use.product_id}
    conditions = [columns[name] == value for name, value in wanted.items() if name in columns]
    if on := wanted.get("lopendOp"):
        conditions.append(Use.current_on(on))
    return find_records(db.session, Use, conditions, ("modules",), skip, most)


def _add(session: Any, told: Sent) -> Use:
    fields = told.fields
    school = named(School, fields.pop("school_id"), "school_id")
    product = named(Product, fields.pop("product_id"), "product_id")
    return start_use(session, school.id, product.id, fields, told.rows[MODULES])  # type: ignore[arg-type]


def _change(session: Any, number: int, seen: int, told: Sent) -> Use:
    return edit_use(session, number, seen, told.fields, told.rows[MODULES])  # type: ignore[arg-type]


def _end(session: Any, number: int, seen: int, values: dict[str, Any]) -> Use:
    return end_use(session, fetch(session, Use, number).id, values["until"], seen)


USES = Resource(
    path="gebruiken",
    one="gebruik",
    told="welke school welk product gebruikt of gebruikte",
    shape=UseShape(Use, first=frozenset({"school_id", "product_id"})),
    find=_find,
    filters=(
        record("school", "Wat deze school gebruikt."),
        record("product", "Wie dit product gebruikt."),
        on_day("lopendOp", "Wat op deze dag in gebruik was of is."),
    ),
    right=Right.EDIT_USES,
    add=_add,
    change=_change,
    steps=(
        Step(
            "beeindigen",
            "gebruikBeeindigen",
            "Legt de laatste dag van het gebruik vast; het gebruik blijft in het register.",
            _end,
            (Use.until,),
        ),
    ),
)
OPERATIONS = tuple(USES.operations())
