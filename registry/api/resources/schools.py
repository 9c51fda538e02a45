"""Scholen: the board's schools; they are set up on the screens."""

from typing import Any

from registry.api.asking import Found
from registry.api.resource import Resource
from registry.api.shapes.shape import Shape
from registry.database import db
from registry.model import School
from registry.queries.pages import find_records


def _find(wanted: dict[str, Any], skip: int, most: int) -> Found:
    return find_records(db.session, School, (), (), skip, most)


SCHOOLS = Resource(path="scholen", one="school", told="de scholen van het bestuur", shape=Shape(School), find=_find)
OPERATIONS = tuple(SCHOOLS.operations())
