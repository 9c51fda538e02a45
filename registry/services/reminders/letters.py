"""The digest as a letter."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from registry.dutch import count, long_date
from registry.mail import Letter, write
from registry.queries.deadlines.due_item import DueItem
from registry.services.reminders.digest import Digest


@dataclass(frozen=True)
class Links:
    """Where a letter leads: the page on which something is done, and the page on which its reader chooses."""

    of: Callable[[DueItem], str]
    choices: str


def digest_letter(to: str, digest: Digest, on: date, board: str, links: Links) -> Letter:
    """Return the letter with this digest as on this date; its subject counts."""
    rows = [(item, _row(item, digest, on, links)) for item in digest.items]
    late = [row for item, row in rows if item.is_overdue(on) and item.is_doable]
    ahead = [row for item, row in rows if not item.is_overdue(on) and item.is_doable]
    known = [row for item, row in rows if not item.is_doable]
    subject = count(len(rows), "termijn", "termijnen") + (f", {len(late)} te laat" if late else "")
    subject += "" if late or ahead else ", ter informatie"
    values = {"late": late, "ahead": ahead, "known": known, "on": on, "board": board, "choices": links.choices}
    return write("digest", to, f"Verwerkersregister: {subject}", **values)


def _row(item: DueItem, digest: Digest, on: date, links: Links) -> dict[str, Any]:
    return {
        "sentence": item.sentence,
        "action": item.action if item.is_doable else "Bekijk",
        "when": f"{long_date(item.on)}, {item.how_long(on)}",
        "is_new": digest.is_new(item),
        "link": links.of(item),
    }
