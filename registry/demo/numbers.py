"""Finds the number of a record by the name under which the example files know it."""

from typing import Any

from sqlalchemy import select

from registry.model import CustomField, Product, School, Supplier
from registry.model.custom import CustomSubject


def number_of(session: Any, kind: type[Product | School | Supplier], name: str) -> int:
    """Return the number of the product, school or supplier with this name."""
    return session.scalars(select(kind.id).where(kind.name == name)).one()  # type: ignore[no-any-return]


def own_values(session: Any, subject: CustomSubject, values: dict[str, str]) -> dict[int, str]:
    """Return the values of own fields by the number of the field instead of its name."""
    fields = session.scalars(select(CustomField).where(CustomField.subject == subject)).all()
    numbers = {field.label: field.id for field in fields}
    return {numbers[label]: value for label, value in values.items()}
