"""The history: who changed which field of which record, when and why. Lines are only ever added, in one chain."""

from datetime import datetime

from sqlalchemy import CheckConstraint, DateTime, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from registry.model.base import Base, Record


class AuditEvent(Record, Base):
    """One field of one record in one change; `subject` is the record on whose page the change is read.

    `id` is the place in the chain: 1, 2, 3, without gaps. `change_id` is that of the first line of the same Change.
    """

    __tablename__ = "audit_event"
    __table_args__ = (
        Index("ix_audit_event_subject", "subject", "subject_id"),
        Index("ix_audit_event_record", "record", "record_id", "field"),
        Index("ix_audit_event_change", "change_id", "subject", "subject_id"),
        {"sqlite_autoincrement": False},
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    who: Mapped[str] = mapped_column()
    account_id: Mapped[int | None] = mapped_column()  # no foreign key: an account may go, its lines stay
    why: Mapped[str] = mapped_column()
    subject: Mapped[str] = mapped_column()
    subject_id: Mapped[int] = mapped_column()
    subject_version: Mapped[int] = mapped_column()
    record: Mapped[str] = mapped_column()
    record_id: Mapped[int] = mapped_column()
    action: Mapped[str] = mapped_column()
    field: Mapped[str] = mapped_column()
    old: Mapped[str] = mapped_column(Text)
    new: Mapped[str] = mapped_column(Text)
    change_id: Mapped[int] = mapped_column()
    seals: Mapped[str] = mapped_column(String(300))
    link: Mapped[str] = mapped_column(String(64))


class AuditChain(Base):
    """The end of the chain, in one row: without it nobody would miss the last lines."""

    __tablename__ = "audit_chain"
    __table_args__ = (CheckConstraint("id = 1", name="only_one"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    last_id: Mapped[int] = mapped_column()
    link: Mapped[str] = mapped_column(String(64))
