"""The chain of the history: each line carries a link made from the line before it and from what it says itself.

The four texts of a line enter its link as salted hashes. So a text can go, with its salt, and leave only a hash from
which nobody can guess it; the link still holds.
"""

import json
import secrets
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from functools import lru_cache
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from registry.errors import BrokenRule
from registry.model import AuditChain, AuditEvent

FIRST_LINK = "0" * 64  # what stands before the first line
TEXTS = ("who", "why", "old", "new")
PLAIN = ("id", "change_id", "account_id", "subject", "subject_id", "subject_version", "record", "record_id")
SALT_DIGITS = 32
ERASURE = "erased"  # the action of a line that says how many texts were erased
Line = Mapping[str, Any]
# Made once: to build a statement anew takes longer than to run it.
END = select(AuditChain.last_id, AuditChain.link).with_for_update()
ADD = insert(AuditEvent)
ENCODE = json.JSONEncoder(separators=(",", ":")).encode
GO_ON = update(AuditChain).values(last_id=bindparam("last"), link=bindparam("last_link"))


def append(connection: Connection, lines: list[dict[str, Any]], change_id: int | None) -> int:
    """Return the number of the Change that these lines belong to, after adding them; None begins one.

    One question, one INSERT for all lines and one UPDATE; the end of the chain stays locked until the commit.
    """
    last, link = end_of(connection)
    change_id = change_id or last + 1
    for number, line in enumerate(lines, last + 1):
        line |= {"id": number, "change_id": change_id, "seals": new_seals()}
        link = line["link"] = link_of(link, line)
    connection.execute(ADD, lines)
    connection.execute(GO_ON, {"last": last + len(lines), "last_link": link})
    return change_id


def end_of(connection: Connection) -> tuple[int, str]:
    """Return number and link of the last line, held for this transaction, so that no second one follows upon it."""
    found = connection.execute(END).first()
    if found is None:
        raise BrokenRule(
            "De geschiedenis is beschadigd. Er wordt niets bewaard tot dit hersteld is: kijk met “doctor”."
        )
    return found.last_id, found.link


def new_seals() -> str:
    """Return four fresh salts, one for each of TEXTS."""
    salts = secrets.token_hex(len(TEXTS) * SALT_DIGITS // 2)
    return " ".join(salts[place : place + SALT_DIGITS] for place in range(0, len(salts), SALT_DIGITS))


def link_of(before: str, line: Line) -> str:
    """Return the link of this line behind the link before it."""
    seals = zip(line["seals"].split(" "), TEXTS, strict=True)
    said = [before, _moment(line["at"]), *(line[name] for name in PLAIN), line["action"], line["field"]]
    said += [seal if is_erased(seal) else _hash(seal, line[name]) for seal, name in seals]
    return sha256(ENCODE(said).encode()).hexdigest()


def erased_seals(line: Line, names: Iterable[str]) -> str:
    """Return the seals of this line without these texts: the hash of each stands where its salt was."""
    seals = dict(zip(TEXTS, line["seals"].split(" "), strict=True))
    for name in names:
        if not is_erased(seals[name]):
            seals[name] = _hash(seals[name], line[name])
    return " ".join(seals.values())


def erased_texts(seals: str) -> list[str]:
    """Return which texts of a line with these seals were erased."""
    return [name for name, seal in zip(TEXTS, seals.split(" "), strict=True) if is_erased(seal)]


def is_erased(seal: str) -> bool:
    """Return whether only a hash is left where a salt was."""
    return len(seal) > SALT_DIGITS


def pseudonym(account_id: int | None) -> str:
    """Return what stands in place of a name that is no longer kept."""
    return "oud-medewerker" if account_id is None else f"account {account_id}"


def _hash(salt: str, text: str) -> str:
    return sha256(f"{salt}{text}".encode()).hexdigest()


@lru_cache(maxsize=64)  # the lines of a Change are of one moment
def _moment(at: datetime) -> str:
    aware = at if at.tzinfo else at.replace(tzinfo=UTC)  # SQLite gives UTC without saying so
    return aware.astimezone(UTC).isoformat(timespec="microseconds")
