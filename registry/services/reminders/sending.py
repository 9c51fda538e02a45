"""Sending the digests that are due: to each account its own, and of each account how it went.

A digest is written down as sent in a change of its own, right after the mail server accepted it. A run that is killed
in between repeats at most that one letter.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select

from registry.access import BUILT_IN, Right, Viewer, bind
from registry.dutch import count
from registry.mail import Delivery
from registry.model import Account, ReminderChoice
from registry.queries.reminders.wanted import wanted_items
from registry.services.accounts.sessions import viewer_for
from registry.services.records import fetch
from registry.services.reminders.digest import Digest, begin_digest, digest_of, note_failed, note_sent

Send = Callable[[str, Digest], Delivery]
SENT, NOTHING_DUE, NOT_YET = "verstuurd", "niets te melden", "deze week al verstuurd, of nu bezig"


@dataclass(frozen=True)
class Outcome:
    """How it went with one account, in words without its address."""

    account: int
    words: str
    is_failure: bool = False


@dataclass(frozen=True)
class _Recipient:
    account: int
    choice: int
    email: str
    viewer: Viewer
    early: Any
    had_digest: bool


def send_digests(session: Any, on: date, send: Send | None) -> Iterator[Outcome]:
    """Yield how it went with each account that wants a digest; `send` gives a digest to an address.

    Without `send` nothing is sent or written down, and the outcome says what would be.
    """
    for choice_id in _asking(session):
        recipient = _recipient(session, choice_id, on)
        try:
            yield _one(session, recipient, on, send)
        except Exception as fault:  # what is wrong with one account keeps no other from their mail
            yield Outcome(recipient.account, f"mislukt: er ging iets mis ({type(fault).__name__})", True)
        finally:
            _become(session, BUILT_IN)


def _one(session: Any, to: _Recipient, on: date, send: Send | None) -> Outcome:
    if to.had_digest:
        return Outcome(to.account, NOT_YET)
    if not to.viewer.may(Right.READ):
        return Outcome(to.account, "de rol van dit account ziet de termijnen niet")
    digest = _digest(session, to, on)
    if not digest.items:
        return Outcome(to.account, NOTHING_DUE)
    lines = f"{count(len(digest.items), 'regel', 'regels')}, {len(digest.new)} nieuw"
    if send is None:
        return Outcome(to.account, f"zou nu worden verstuurd: {lines}")
    if not begin_digest(session, to.choice, on):
        return Outcome(to.account, NOT_YET)
    return _handed_over(session, to, digest, on, send, lines)


def _handed_over(session: Any, to: _Recipient, digest: Digest, on: date, send: Send, lines: str) -> Outcome:
    try:
        delivery = send(to.email, digest)
    except Exception:
        note_failed(session, to.choice)
        raise
    if not delivery.is_accepted:
        note_failed(session, to.choice)
        return Outcome(to.account, f"mislukt: {delivery.sentence}", True)
    note_sent(session, to.choice, digest, on)
    return Outcome(to.account, f"{SENT}: {lines}")


def _digest(session: Any, to: _Recipient, on: date) -> Digest:
    """What this account may see and wants to hear; the session is the built-in viewer's again afterwards."""
    _become(session, to.viewer)
    digest = digest_of(session, to.account, wanted_items(session, to.early, on))
    _become(session, BUILT_IN)
    return digest


def _become(session: Any, viewer: Viewer) -> None:
    """Give the session to this viewer, without anything that another one read; no look at the database stays open."""
    session.rollback()
    session.expunge_all()
    bind(session, viewer)


def _asking(session: Any) -> list[int]:
    asked = select(ReminderChoice.id).join(Account).where(ReminderChoice.wants_digest, Account.is_active)
    return list(session.scalars(asked.order_by(ReminderChoice.account_id)))


def _recipient(session: Any, choice_id: int, on: date) -> _Recipient:
    choice = fetch(session, ReminderChoice, choice_id)
    account = choice.account
    early, had_digest = choice.days_early(), choice.had_digest(on)
    return _Recipient(account.id, choice_id, account.email, viewer_for(account), early, had_digest)
