"""What was worked out of the whole register, kept in memory until somebody changes the register.

Every change adds a line to the history (`registry.database.history`), also one by another process, and the end of the
history is one small row. So that row tells whether what was worked out still holds.
"""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from sqlalchemy import Engine, select

from registry.access import viewer_of
from registry.model import AuditChain
from registry.queries.together import shared
from registry.reference import Reference, facts

Worth = TypeVar("Worth")
End = tuple[int, str]
MOST = 40  # for one state of the register: what some viewers asked on some days
_kept: WeakKeyDictionary[Engine, tuple[End, Reference, dict[Hashable, Any]]] = WeakKeyDictionary()


def remembered(session: Any, about: Hashable, work: Callable[[], Worth]) -> Worth:
    """Return what `work` says, or said when these facts, this register and this viewer's view of it were the same.

    It must be a plain value that no session holds and that nobody changes. `about` names the question with its dates.
    """
    known, viewer = shared(session, "end_of_history"), viewer_of(session)
    if "end" not in known:
        known["end"] = _end_of_history(session)
    end = known["end"]
    if end is None:
        return work()
    engine, key = session.connection().engine, (about, viewer.rights, viewer.schools)
    held = _held(engine, end)
    if (before := held.get(key)) is not None:
        return before  # type: ignore[no-any-return]
    found = work()
    # A transaction of SQLite sees one state; elsewhere somebody may have written while it was worked out.
    if engine.dialect.name == "sqlite" or _end_of_history(session) == end:
        for oldest in list(held)[: max(len(held) - MOST + 1, 0)]:
            held.pop(oldest, None)
        held[key] = found
    return found


def _end_of_history(session: Any) -> End | None:
    """The last line's number and link; None for a register without any, of which a change need not be told."""
    row = session.execute(select(AuditChain.last_id, AuditChain.link)).first()
    return (row.last_id, row.link) if row and row.last_id else None


def _held(engine: Engine, end: End) -> dict[Hashable, Any]:
    last = _kept.get(engine)
    if last is None or last[0] != end or last[1] is not facts():
        last = _kept[engine] = end, facts(), {}
    return last[2]
