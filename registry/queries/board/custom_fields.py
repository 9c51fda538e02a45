"""Questions on a board's own fields: which there are, and what a supplier or an agreement has in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, select

from registry.model import CustomField, CustomValue
from registry.model.custom import CustomSubject


@dataclass(frozen=True)
class OwnValue:
    """One own field of a record with its value, empty when nothing was filled in."""

    field_id: int
    label: str
    help: str
    value: str


def custom_fields(session: Any) -> Sequence[CustomField]:
    """Return all own fields, retired ones too, by subject and name."""
    wanted = select(CustomField).order_by(CustomField.subject.desc(), CustomField.label)
    return session.scalars(wanted).all()  # type: ignore[no-any-return]


def custom_values(session: Any, *, supplier: int | None = None, agreement: int | None = None) -> list[OwnValue]:
    """Return every own field of this supplier or agreement with its value.

    Without either number, of a new supplier; `agreement=0` stands for a new agreement. A retired field is in it only
    where it still holds a value.
    """
    subject = CustomSubject.SUPPLIER if agreement is None else CustomSubject.AGREEMENT
    of_record = and_(CustomValue.field_id == CustomField.id, _of_record(supplier, agreement))
    asked = select(CustomField, CustomValue.value).outerjoin(CustomValue, of_record)
    rows = session.execute(asked.where(CustomField.subject == subject).order_by(CustomField.label))
    return [
        OwnValue(field.id, field.label, field.help, value or "") for field, value in rows if value or not field.retired
    ]


def value_rows(session: Any, *, supplier: int | None = None, agreement: int | None = None) -> Sequence[CustomValue]:
    """Return the stored values of this supplier or agreement."""
    return session.scalars(select(CustomValue).where(_of_record(supplier, agreement))).all()  # type: ignore[no-any-return]


def _of_record(supplier: int | None, agreement: int | None) -> ColumnElement[bool]:
    return CustomValue.supplier_id == (supplier or 0) if agreement is None else CustomValue.agreement_id == agreement
