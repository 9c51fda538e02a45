"""The weekly digest of one account: what is in it, when one may be sent, and that it was."""

import time
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select

from registry.database import change, history
from registry.model import ReminderChoice, SentReminder
from registry.queries.deadlines.due_item import DueItem
from registry.services.records import fetch

Mark = tuple[str, str, int, date]
CLAIM = 600  # seconds that a run has for one letter; after that another run may send it
KEPT = timedelta(days=800)  # so long after its day something that is not in the digest any more stays known as told


@dataclass(frozen=True)
class Digest:
    """What is due for one account, the longest overdue first; `new` marks what they were not told before."""

    items: tuple[DueItem, ...]
    new: frozenset[Mark]

    def is_new(self, item: DueItem) -> bool:
        """Return whether the account was not told of this before."""
        return mark_of(item) in self.new


def mark_of(item: DueItem) -> Mark:
    """Return by what something due is known again: its kind, its record and its day."""
    return item.kind.value, item.table, item.number, item.on


def digest_of(session: Any, account_id: int, items: list[DueItem]) -> Digest:
    """Return these things as the digest of this account."""
    marks = {mark_of(item) for item in items}
    return Digest(tuple(items), frozenset(marks - set(_told(session, account_id))))


def begin_digest(session: Any, choice_id: int, on: date) -> bool:
    """Return whether a digest may be sent now, and keep other runs from it for ten minutes.

    False when this week's was accepted meanwhile, or another run is at it.
    """
    now = int(time.time())
    with change(session, "overzicht versturen"):
        choice = fetch(session, ReminderChoice, choice_id)
        may_begin = choice.wants_digest and not choice.had_digest(on) and now - choice.digest_begun_at > CLAIM
        if may_begin:
            choice.digest_begun_at = now
    return may_begin


def note_sent(session: Any, choice_id: int, digest: Digest, on: date) -> None:
    """Write down that the mail server accepted this digest: no other this week, and nothing of it is new again."""
    with change(session, "overzicht verstuurd"):
        choice = fetch(session, ReminderChoice, choice_id)
        choice.digest_sent_on, choice.digest_begun_at = on, 0
        for kind, table, number, due_on in digest.new:
            mark = {"kind": kind, "subject": table, "subject_id": number, "due_on": due_on}
            session.add(SentReminder(account_id=choice.account_id, sent_on=on, **mark))
        _forget_old(session, choice.account_id, digest, on)
        history.note(session, "overzicht gemaild", "account", choice.account_id, str(len(digest.items)))


def note_failed(session: Any, choice_id: int) -> None:
    """Let the next run try again."""
    with change(session, "overzicht niet verstuurd"):
        fetch(session, ReminderChoice, choice_id).digest_begun_at = 0


def _told(session: Any, account_id: int) -> dict[Mark, SentReminder]:
    rows = session.scalars(select(SentReminder).where(SentReminder.account_id == account_id))
    return {(row.kind, row.subject, row.subject_id, row.due_on): row for row in rows}


def _forget_old(session: Any, account_id: int, digest: Digest, on: date) -> None:
    present = {mark_of(item) for item in digest.items}
    for mark, row in _told(session, account_id).items():
        if mark not in present and row.due_on + KEPT < on:
            session.delete(row)
