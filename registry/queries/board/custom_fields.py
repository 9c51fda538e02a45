"""Questions on a board's own fields: which there are, and what a supplier or an agreement has in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from registry.model import CustomField, CustomValue
from registry.model.custom import CustomSubject


@dataclass(frozen=True)
class OwnValue:
    """One own field of a record with its value, empty when nothing was filled in."""

    field_id: int
    label: str
    help: str
    value: str


def custom_fields(session: Any, subject: CustomSubject | None = None) -> Sequence[CustomField]:
    """Return all own fields, retired ones too, or only those of suppliers or of agreements; by subject and name."""
    wanted = select(CustomField).order_by(CustomField.subject.desc(), CustomField.label)
    if subject is not None:
        wanted = wanted.where(CustomField.subject == subject)
    return session.scalars(wanted).all()  # type: ignore[no-any-return]


def custom_values(session: Any, *, supplier: int | None = None, agreement: int | None = None) -> list[OwnValue]:
    """Return every own field of this supplier or agreement with its value.

    Without either number, of a new supplier; `agreement=0` stands for a new agreement. A retired field is in it only
    where it still holds a value.
    """
    subject = CustomSubject.SUPPLIER if agreement is None else CustomSubject.AGREEMENT
    known = {row.field_id: row.value for row in value_rows(session, supplier=supplier, agreement=agreement)}
    fields = custom_fields(session, subject)
    return [
        OwnValue(field.id, field.label, field.help, known.get(field.id, ""))
        for field in fields
        if known.get(field.id) or not field.retired
    ]


def value_rows(session: Any, *, supplier: int | None = None, agreement: int | None = None) -> Sequence[CustomValue]:
    """Return the stored values of this supplier or agreement."""
    of_record = (
        CustomValue.supplier_id == (supplier or 0) if agreement is None else CustomValue.agreement_id == agreement
    )
    return session.scalars(select(CustomValue).where(of_record)).all()  # type: ignore[no-any-return]
