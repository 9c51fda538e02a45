"""The history: who changed which field of which record, when and why. Rows are only ever added."""

from datetime import datetime

from sqlalchemy import DateTime, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from registry.model.base import Base, Record


class AuditEvent(Record, Base):
    """One field of one record in one change; `subject` is the record on whose page the change is read."""

    __tablename__ = "audit_event"
    __table_args__ = (Index("ix_audit_event_subject", "subject", "subject_id"),)

    at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    who: Mapped[str] = mapped_column()
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
