"""A Change: the one way to write. It has a reason, one transaction and a place in the history."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import scoped_session
from sqlalchemy.orm.exc import StaleDataError

from registry.access import viewer_of
from registry.database import chain
from registry.database.engine import IMMEDIATE
from registry.database.session import REPLICA
from registry.errors import AlreadyExists, RegisterError, SavedMeanwhile


@dataclass
class Change:
    """Who changes, why, and when; every history line of the transaction carries it.

    `number` is that of its first line, once there is one.
    """

    who: str
    why: str
    at: datetime = field(default_factory=lambda: datetime.now(UTC))
    account: int | None = None
    number: int | None = None


@contextmanager
def change(session: Any, why: str) -> Iterator[Change]:
    """Yield a Change and commit it at the end; inside another Change, become part of that one."""
    if (running := session.info.get("change")) is not None:
        yield running
        return
    begin_writing(session)
    viewer = viewer_of(session)
    session.info["change"] = Change(viewer.name, why, account=viewer.account)
    try:
        yield session.info["change"]
        session.commit()
    except (IntegrityError, StaleDataError) as fault:
        session.rollback()
        raise _explained(fault) from fault
    except BaseException:
        session.rollback()
        raise
    finally:
        del session.info["change"]


def _explained(fault: IntegrityError | StaleDataError) -> RegisterError:
    # The services ask first: only somebody who saves at the same moment is stopped by the database itself.
    if isinstance(fault, IntegrityError):
        return AlreadyExists("Iemand anders bewaarde dit op hetzelfde moment. Kijk of het er al staat.")
    return SavedMeanwhile("Iemand anders wijzigde dit op hetzelfde moment. Open het opnieuw; er is niets overschreven.")


def begin_writing(session: Any) -> None:
    """Start a transaction that holds the right to write; what was read before is read again inside it.

    One writes at a time, on both databases: two who met at the end of the history later on could wait for each other.
    """
    if session.new or session.dirty or session.deleted:
        raise RuntimeError("records were changed outside a Change")
    if _is_writing(session):
        return
    if session.info.get(REPLICA):
        raise RuntimeError("a session that reads from the replica writes nowhere")
    session.rollback()
    connection = session.connection(execution_options={IMMEDIATE: True})
    if connection.dialect.name != "sqlite":  # there BEGIN IMMEDIATE does this
        chain.end_of(connection)


def _is_writing(session: Any) -> bool:
    session = session() if isinstance(session, scoped_session) else session
    return bool(session.in_transaction() and session.connection().get_execution_options().get(IMMEDIATE))
