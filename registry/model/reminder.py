"""What somebody wants to hear of what is due: by mail, and in their own calendar; and what they were told."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.model.account import Account
from registry.model.base import Base, Record, Versioned
from registry.model.columns import Day, day, line, number
from registry.model.deadline_kind import DeadlineKind
from registry.model.signing_in import Passing

SECRET = {"secret": True}
UNRECORDED = {"unrecorded": True}
MOST_DAYS = 400
USUAL_DAYS = 30
# What takes longer than a month to arrange.
LONG_BEFORE = dict.fromkeys((DeadlineKind.AGREEMENT_END, DeadlineKind.NOTICE, DeadlineKind.CERTIFICATE_END), 100)
DAYS_EARLY = dict.fromkeys(DeadlineKind, USUAL_DAYS) | LONG_BEFORE
"""How many days early somebody hears of each kind who chose nothing else."""


class ReminderChoice(Versioned, Base):
    """What one account chose; of the kinds only where it differs from what is usual.

    `digest_sent_on` is the day on which the mail server last accepted a digest, `digest_begun_at` the moment
    (seconds since 1970) at which a run began to send one, 0 for none.
    """

    __tablename__ = "reminder_choice"
    __table_args__ = (Index("uq_reminder_choice_account_id", "account_id", unique=True),)

    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), doc="Account")
    wants_digest: Mapped[bool] = mapped_column(default=False, doc="Stuur mij elke week een overzicht per mail")
    digest_sent_on: Mapped[date | None] = mapped_column(Day, doc="Overzicht verstuurd op", info=UNRECORDED)
    digest_begun_at: Mapped[int] = mapped_column(BigInteger, default=0, doc="Versturen begonnen", info=UNRECORDED)

    account: Mapped[Account] = relationship()
    kinds: Mapped[list["ReminderKind"]] = relationship(cascade="all, delete-orphan", order_by="ReminderKind.id")

    def days_early(self) -> Mapping[DeadlineKind, int]:
        """Return the kinds that this account wants to hear of, with how many days early."""
        chosen = {row.kind: row for row in self.kinds}
        return {
            kind: chosen[kind].days_early if kind in chosen else usual
            for kind, usual in DAYS_EARLY.items()
            if kind not in chosen or chosen[kind].is_wanted
        }

    def had_digest(self, on: date) -> bool:
        """Return whether a digest went out in the week (Monday to Sunday) of this date, or after it."""
        sent = self.digest_sent_on
        return sent is not None and (sent >= on or sent.isocalendar()[:2] == on.isocalendar()[:2])


class ReminderKind(Record, Base):
    """What somebody chose about one kind of deadline; `kind` is the value of a DeadlineKind."""

    __tablename__ = "reminder_kind"
    __table_args__ = (
        Index("uq_reminder_kind", "choice_id", "kind", unique=True),
        CheckConstraint(f"days_early BETWEEN 0 AND {MOST_DAYS}", name="days_early"),
    )
    belongs_to = ("choice_id",)

    choice_id: Mapped[int] = mapped_column(ForeignKey("reminder_choice.id"))
    kind: Mapped[str] = line("Soort termijn", 40)
    is_wanted: Mapped[bool] = mapped_column(default=True, doc="Herinner mij")
    days_early: Mapped[int] = number("Hoeveel dagen vooraf", MOST_DAYS, default=USUAL_DAYS)


class SentReminder(Passing, Record, Base):
    """Something due that an account was told of by mail: it is new only once."""

    __tablename__ = "sent_reminder"
    __table_args__ = (Index("uq_sent_reminder", "account_id", "kind", "subject", "subject_id", "due_on", unique=True),)

    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    kind: Mapped[str] = line("Soort termijn", 40)
    subject: Mapped[str] = line("Waarover", 60)
    subject_id: Mapped[int] = mapped_column(doc="Nummer")
    due_on: Mapped[date] = day("Uiterlijk op")
    sent_on: Mapped[date] = day("Verteld op")


class CalendarFeed(Record, Base):
    """The secret address of an account's calendar; of it only the hash is kept, so it is shown once."""

    __tablename__ = "calendar_feed"
    __table_args__ = (
        Index("uq_calendar_feed_account_id", "account_id", unique=True),
        Index("uq_calendar_feed_token_hash", "token_hash", unique=True),
    )
    belongs_to = ("account_id",)

    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), doc="Account")
    token_hash: Mapped[str] = line("Adres van de agenda", 64, info=SECRET)
    made_on: Mapped[date] = day("Gemaakt op")

    account: Mapped[Account] = relationship()
