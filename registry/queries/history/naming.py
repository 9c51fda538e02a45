"""Reads the records that the history names all at once, each with what its name is made of."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from registry.model import (
    Agreement,
    AuditEvent,
    Breach,
    Closing,
    ClosingLine,
    PrivacyAnnex,
    Product,
    ReadPaper,
    Review,
    SecurityAnnex,
    SubprocessorNotice,
    Use,
)
from registry.queries.history.kinds import ROW_NAMES, attribute_of, class_of, name_of


@cache  # asked for, not made at every start: the paths alone make all mappers ready
def _reads() -> dict[type, tuple[Any, ...]]:
    """By kind: what its name is made of, besides the record itself."""
    return {
        Agreement: (joinedload(Agreement.supplier),),
        Breach: (joinedload(Breach.supplier),),
        Closing: (joinedload(Closing.product),),
        ClosingLine: (joinedload(ClosingLine.school), joinedload(ClosingLine.closing).joinedload(Closing.product)),
        PrivacyAnnex: (joinedload(PrivacyAnnex.product).joinedload(Product.supplier),),
        Product: (joinedload(Product.supplier),),
        ReadPaper: (joinedload(ReadPaper.file),),
        Review: (
            joinedload(Review.round),
            joinedload(Review.agreement).joinedload(Agreement.supplier),
            joinedload(Review.use).options(joinedload(Use.product), joinedload(Use.school)),
        ),
        SecurityAnnex: (joinedload(SecurityAnnex.product).joinedload(Product.supplier),),
        SubprocessorNotice: (joinedload(SubprocessorNotice.supplier),),
        Use: (joinedload(Use.product), joinedload(Use.school)),
    }


Subject = tuple[str, int]
"""The table and the number of a record."""


def named_in(session: Any, subjects: Iterable[Subject], lines: Iterable[AuditEvent]) -> list[Any]:
    """Return these records, those that the values of the lines refer to, and the rows that are told from their like.

    Each kind is asked for once. As long as they are held, nobody who looks one of them up in this session asks the
    database for it.
    """
    numbers: dict[Any, set[int]] = defaultdict(set)
    for table, number in subjects:
        numbers[class_of(table)].add(number)
    for line in lines:
        if (kind := _referred_by(line)) is not None:
            numbers[kind].update(int(text) for text in (line.old, line.new) if text.isdigit())
        if line.action == "changed" and class_of(line.record) in ROW_NAMES:
            numbers[class_of(line.record)].add(line.record_id)
    return [one for kind, some in numbers.items() if kind and some for one in _records_of(session, kind, some)]


def names_of(records: Iterable[Any], subjects: Iterable[Subject]) -> dict[Subject, str]:
    """Return what people call these of the records, of those that are there for the viewer."""
    known = {(record.__tablename__, record.id): record for record in records}
    return {subject: name_of(known[subject]) for subject in subjects if subject in known}


def _records_of(session: Any, kind: Any, numbers: Iterable[int]) -> Sequence[Any]:
    """The records of this kind with these numbers that are there for the viewer, ready to be named."""
    found = select(kind).where(kind.id.in_(sorted(set(numbers)))).options(*_reads().get(kind, ()))
    return session.scalars(found).all()  # type: ignore[no-any-return]


def _referred_by(line: AuditEvent) -> Any:
    """The kind of record to which the field of this line refers; None where it holds a value of its own."""
    attribute = attribute_of(line.record, line.field)
    keys = attribute.property.columns[0].foreign_keys if attribute is not None else ()
    return next((class_of(key.column.table.name) for key in keys), None)
