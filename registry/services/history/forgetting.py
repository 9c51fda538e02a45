"""Erases names and texts from the history: the lines stay, the chain holds, and a line says that it was done."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import String, bindparam, cast, func, literal, select, update

from registry.access import BUILT_IN
from registry.database import change, history
from registry.database.chain import ERASURE, TEXTS, erased_seals, erased_texts, pseudonym
from registry.errors import BrokenRule
from registry.model import AuditEvent
from registry.services.forgetting import first_kept

AT_ONCE = 1000
LINES: Any = AuditEvent.__table__
REWRITE = (
    update(AuditEvent)
    .where(AuditEvent.id == bindparam("number"))
    .values(seals=bindparam("left"), **{name: bindparam(f"new_{name}") for name in TEXTS})
)
PSEUDONYM = func.coalesce(literal("account ") + cast(AuditEvent.account_id, String), pseudonym(None))


def forget_names(session: Any, today: date, years: int) -> int:
    """Return from how many lines, more than `years` years old, the name of who changed something went.

    `years` is the setting HISTORY_NAMES_KEPT_YEARS; 0 keeps them for ever. Of an account its number stays.
    """
    if not years:
        return 0
    old = select(LINES).where(AuditEvent.at < first_kept(today, years))
    named = old.where(AuditEvent.who != PSEUDONYM, AuditEvent.who != BUILT_IN.name)
    with change(session, f"namen in de geschiedenis ouder dan {years} jaar vervangen"):
        return _erase(session, named, ("who",))


def forget_texts(session: Any, numbers: Sequence[int], reason: str) -> int:
    """Return how many texts went: what these lines say that a field was and became.

    BrokenRule without a reason, and for a line that itself tells of an erasure.
    """
    if not reason.strip():
        raise BrokenRule("Geef de reden waarom deze teksten weg moeten.", field="reason")
    asked = select(LINES).where(AuditEvent.id.in_(numbers))
    with change(session, f"teksten in de geschiedenis gewist: {reason.strip()}"):
        if session.connection().execute(asked.where(AuditEvent.action == ERASURE)).first():
            raise BrokenRule("Een regel die zegt dat er iets gewist is, blijft staan.")
        return _erase(session, asked, ("old", "new"))


def _erase(session: Any, asked: Any, names: tuple[str, ...]) -> int:
    """Erase these texts of the lines that are asked for, and say in the history how many there were."""
    connection, number, read = session.connection(), 0, 0
    while lines := connection.execute(_some(asked, read)).mappings().all():
        read = lines[-1]["id"]
        number += sum(len(_left(line, names)) for line in lines)
        connection.execute(REWRITE, [_without(line, _left(line, names)) for line in lines])
    if number:
        history.append(session, [history.line_of(session.info["change"], "audit_event", 0, ERASURE, new=str(number))])
    session.expire_all()
    return number


def _some(asked: Any, after: int) -> Any:
    return asked.where(AuditEvent.id > after).order_by(AuditEvent.id).limit(AT_ONCE)


def _left(line: Mapping[str, Any], names: tuple[str, ...]) -> list[str]:
    """Which of these texts are still there; an empty one tells nothing, and stays."""
    gone = erased_texts(line["seals"])
    return [name for name in names if name not in gone and line[name]]


def _without(line: Mapping[str, Any], names: list[str]) -> dict[str, Any]:
    said = {name: line[name] for name in TEXTS}
    said |= {name: pseudonym(line["account_id"]) if name == "who" else "" for name in names}
    return {"number": line["id"], "left": erased_seals(line, names), **{f"new_{name}": said[name] for name in TEXTS}}
