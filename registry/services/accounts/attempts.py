"""Counted attempts: they slow guessing, for all processes and after a restart alike, and lock nobody out for long."""

import time
from hashlib import sha256
from typing import Any

from sqlalchemy import func, select

from registry.database import change
from registry.errors import TooManyAttempts
from registry.model import Attempt

MINUTE = 60
# What is counted: how often within how many seconds.
LIMITS = {
    "account": (10, 5 * MINUTE),
    "address": (50, 5 * MINUTE),
    "everybody": (1000, 5 * MINUTE),
    "code": (5, 5 * MINUTE),
    "link": (20, 5 * MINUTE),
    "reset": (3, 15 * MINUTE),  # mails for a new password to one address
    "resets": (100, 15 * MINUTE),  # and to all of them
    "staff_look": (60, 10 * MINUTE),  # what staff ask at the secret address of their school, by where they are
    "staff_ask": (20, 10 * MINUTE),
    "staff_school": (100, 60 * MINUTE),
}
ASKING = "Hier is te vaak iets aangevraagd. Wacht even en probeer het dan nog eens."
LONGEST = max(seconds for _, seconds in LIMITS.values())


def count_attempt(session: Any, **keys: str) -> None:
    """Count a try under each of these kinds with its key; TooManyAttempts when one of them is over its limit.

    Written down before anything is judged, so that tries at the same moment see each other. What is refused here was
    no try and does not stay counted: going on would keep the owner out for ever, and make the time to wait untrue.
    """
    now = int(time.time())
    rows = [Attempt(kind=kind, key_hash=_hash(key), at=now) for kind, key in keys.items()]
    with change(session, "poging geteld"):
        _forget_old(session, now)
        session.add_all(rows)
    if seconds := max(_wait(session, kind, _hash(key), now) for kind, key in keys.items()):
        with change(session, "poging geweigerd"):
            for row in rows:
                session.delete(row)
        term = "een paar minuten" if seconds <= 5 * MINUTE else "een kwartier"
        is_staff = all(kind.startswith("staff_") for kind in keys)
        raise TooManyAttempts(ASKING if is_staff else f"Er is te vaak geprobeerd. Wacht {term}.", seconds)


def forget_attempts(session: Any, **keys: str) -> None:
    """Take back what was counted under these kinds and keys: somebody who signs in well starts anew."""
    with change(session, "pogingen vergeten"):
        for kind, key in keys.items():
            for row in session.scalars(_of(kind, _hash(key))):
                session.delete(row)


def _wait(session: Any, kind: str, key_hash: str, now: int) -> int:
    """How many seconds until there is room again; 0 when there is."""
    most, window = LIMITS[kind]
    asked = select(func.count(), func.min(Attempt.at)).where(
        Attempt.kind == kind, Attempt.key_hash == key_hash, Attempt.at > now - window
    )
    number, first = session.execute(asked).one()
    return first + window - now if number > most else 0


def _of(kind: str, key_hash: str) -> Any:
    return select(Attempt).where(Attempt.kind == kind, Attempt.key_hash == key_hash)


def _forget_old(session: Any, now: int) -> None:
    for row in session.scalars(select(Attempt).where(Attempt.at <= now - LONGEST).limit(200)):
        session.delete(row)


def _hash(key: str) -> str:
    return sha256(key.casefold().encode()).hexdigest()
