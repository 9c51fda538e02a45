"""The last change of one record, and what would stand in the way of taking it back."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import exists, func, literal, select, union_all

from registry.model import Agreement, AuditEvent, GeneratedDocument, PrivacyAnnex, Product, SecurityAnnex, Supplier, Use
from registry.model.base import Base
from registry.queries.history.blocks import DONE
from registry.queries.history.kinds import word_of


@dataclass(frozen=True)
class LastChange:
    """The lines of the last change of a record, in the order in which they were written."""

    number: int
    lines: list[AuditEvent]
    others: list[str]  # what else was changed in it, as people call such a record

    @property
    def why(self) -> str:
        """What it was for."""
        return self.lines[0].why

    @property
    def at(self) -> datetime:
        """When it was, in UTC."""
        moment = self.lines[0].at
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def last_change(session: Any, table: str, number: int) -> LastChange | None:
    """Return the last change of this record; None when the history knows of none."""
    about = (AuditEvent.subject == table, AuditEvent.subject_id == number, AuditEvent.action.in_(DONE))
    newest = select(func.max(AuditEvent.change_id)).where(*about).scalar_subquery()
    together = select(AuditEvent).where(AuditEvent.change_id == newest, AuditEvent.action.in_(DONE))
    lines = session.scalars(together.order_by(AuditEvent.id)).all()
    if not lines:
        return None
    own = [line for line in lines if (line.subject, line.subject_id) == (table, number)]
    others = {line.subject for line in lines if line not in own}
    return LastChange(lines[0].change_id, own, sorted(word_of(other) for other in others))


def referring(session: Any, record: Any, *, but_not: frozenset[str] = frozenset()) -> Iterator[str]:
    """Yield what people call the records that name this one, such as "gebruik"; not those of the tables `but_not`."""
    tables = [table for table in Base.metadata.sorted_tables if table.name not in but_not]
    columns = [one for table in tables for one in table.columns if one.references(record.__table__.c.id)]
    asked = [select(literal(nth)).where(exists().where(one == record.id)) for nth, one in enumerate(columns)]
    found = session.connection().execute(union_all(*asked)).scalars() if asked else ()
    for nth in sorted(found):
        yield word_of(columns[nth].table.name)


def is_in_paper_since(session: Any, record: Any, moment: datetime) -> bool:
    """Return whether a kept final paper in which this record may be told of was made from this moment on."""
    made = select(GeneratedDocument.subject, GeneratedDocument.subject_id).where(GeneratedDocument.made_at >= moment)
    # past the viewer: a paper of another school stands in the way as well
    papers = {tuple(one) for one in session.connection().execute(made)}
    return bool(papers) and not papers.isdisjoint(_told_in(record))


def _told_in(record: Any) -> set[tuple[str, int]]:
    """The records whose papers may tell of this one: itself, its owners, and the schools that use its products."""
    subjects = {(record.__tablename__, record.id), ("school_board", 1)}
    for name in ("school_id", "product_id", "supplier_id"):
        if (number := getattr(record, name, None)) is not None:
            subjects.add((name.removesuffix("_id"), number))
    for product in _products(record):
        subjects |= {("product", product.id), ("supplier", product.supplier_id)}
        subjects |= {("school", use.school_id) for use in product.uses if not isinstance(record, Use)}
    return subjects


def _products(record: Any) -> list[Product]:
    if isinstance(record, Product):
        return [record]
    if isinstance(record, Agreement):
        return [row.product for row in record.products]
    if isinstance(record, PrivacyAnnex | SecurityAnnex | Use):
        return [record.product]
    return list(record.products) if isinstance(record, Supplier) else []


def is_added(change: LastChange, table: str, number: int) -> bool:
    """Return whether the change brought this row itself into the register."""
    return any((line.record, line.record_id, line.action) == (table, number, "added") for line in change.lines)
