"""Reads the records that the history names as plain values, all kinds at once, each with what its name is made of."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from registry.model import (
    AuditEvent,
    Closing,
    ClosingLine,
    ReadPaper,
    Review,
)
from registry.queries.history.kinds import ROW_NAMES, attribute_of, class_of, name_of
from registry.queries.papers.places import NAMED_AFTER
from registry.queries.plain import PlainRecords

LINKS = (
    Review.round,
    Review.agreement,
    Review.use,
    ClosingLine.closing,
    ClosingLine.school,
    ReadPaper.file,
)
LINKS_OF_THESE = (*NAMED_AFTER, Closing.product)
"""What the name of a record is made of, besides the record itself; first what leads on."""

Subject = tuple[str, int]
"""The table and the number of a record."""


class Named:
    """Records that the history names, as far as they are there for the viewer, each with what its name is made of."""

    def __init__(self, records: PlainRecords) -> None:
        self.get = records.get

    def name_of(self, subject: Subject) -> str:
        """Return what people call this record; "" for one that is not there for the viewer, or gone."""
        table, number = subject
        record = self.get(class_of(table), number)
        return name_of(record) if record is not None else ""


def named_in(session: Any, subjects: Iterable[Subject], lines: Iterable[AuditEvent]) -> Named:
    """Return these records, those that the values of the lines refer to, and the rows that are told from their like."""
    numbers: dict[Any, set[int]] = defaultdict(set)
    for table, number in subjects:
        numbers[class_of(table)].add(number)
    for line in lines:
        if (kind := _referred_by(line)) is not None:
            numbers[kind].update(int(text) for text in (line.old, line.new) if text.isdigit())
        if line.action == "changed" and class_of(line.record) in ROW_NAMES:
            numbers[class_of(line.record)].add(line.record_id)
    records = PlainRecords(session)
    records.some({kind: some for kind, some in numbers.items() if kind is not None})
    records.ones_of_these(*LINKS)
    records.ones_of_these(*LINKS_OF_THESE)
    return Named(records)


def _referred_by(line: AuditEvent) -> Any:
    """The kind of record to which the field of this line refers; None where it holds a value of its own."""
    attribute = attribute_of(line.record, line.field)
    keys = attribute.property.columns[0].foreign_keys if attribute is not None else ()
    return next((class_of(key.column.table.name) for key in keys), None)
