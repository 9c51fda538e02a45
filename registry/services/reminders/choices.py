"""What an account wants to be reminded of: the digest, which kinds, how early."""

from collections.abc import Mapping
from typing import Any

from registry.database import change
from registry.errors import BrokenRule
from registry.model import ReminderChoice, ReminderKind
from registry.model.deadline_kind import DeadlineKind
from registry.model.reminder import DAYS_EARLY, MOST_DAYS
from registry.queries.reminders.wanted import choice_of
from registry.services.records import edit

Kinds = Mapping[DeadlineKind, tuple[bool, int | None]]


def set_choice(session: Any, account_id: int, seen: int, wants_digest: bool, kinds: Kinds) -> ReminderChoice:
    """Return the account's choice, saved; `kinds` says of each kind whether it is wanted and how many days early.

    `seen` is the version that the form saw, 0 for the first choice. Without a number of days it is the usual one.
    """
    with change(session, "herinneringen gekozen"):
        choice = choice_of(session, account_id)
        if choice is None:
            choice = ReminderChoice(account_id=account_id, wants_digest=wants_digest, kinds=[])
            session.add(choice)
        else:
            edit(session, choice, seen, {"wants_digest": wants_digest})
        _set_kinds(choice, kinds)
    return choice


def _set_kinds(choice: ReminderChoice, kinds: Kinds) -> None:
    rows = {row.kind: row for row in choice.kinds}
    for kind, (is_wanted, days) in kinds.items():
        days = DAYS_EARLY[kind] if days is None else days
        if not 0 <= days <= MOST_DAYS:
            raise BrokenRule(f"Vul een getal in van 0 tot en met {MOST_DAYS}.", field=f"{kind.value}_days")
        if (is_wanted, days) == (True, DAYS_EARLY[kind]):
            rows.pop(kind.value, None)
            continue
        row = rows.setdefault(kind.value, ReminderKind(kind=kind.value))
        row.is_wanted, row.days_early = is_wanted, days
    choice.kinds[:] = rows.values()
