"""The history as rows of a table, for a spreadsheet: read in pieces, between which nobody is kept from writing."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import func, select

from registry.access import Viewer, viewer_of
from registry.dutch import short_moment
from registry.model import AuditEvent
from registry.queries.history.blocks import DONE, field_line, who_words
from registry.queries.history.kinds import word_of
from registry.queries.history.naming import Named, named_in
from registry.queries.history.wanted import Wanted, conditions

AT_ONCE = 500
HEAD = (
    "Regel",
    "Moment",
    "Wie",
    "Account",
    "Waarom",
    "Soort",
    "Naam",
    "Nummer",
    "Onderdeel",
    "Wat",
    "Veld",
    "Was",
    "Is",
)


def last_line(session: Any) -> int:
    """Return the number of the newest line; 0 when there is none."""
    return session.scalar(select(func.max(AuditEvent.id))) or 0


def rows(session: Any, wanted: Wanted, up_to: int) -> Iterator[Sequence[str]]:
    """Yield a row for every line that is asked for, the newest first, from the line `up_to` back."""
    beyond = up_to + 1
    newest = select(AuditEvent).order_by(AuditEvent.id.desc()).limit(AT_ONCE)
    while True:
        some = session.scalars(newest.where(AuditEvent.id < beyond, *conditions(session, wanted))).all()
        if not some:
            return
        written, beyond = _written(session, some), some[-1].id
        session.rollback()  # an open look at the database would keep others from writing while this is sent
        yield from written


def _written(session: Any, lines: Sequence[AuditEvent]) -> list[Sequence[str]]:
    subjects = {(line.subject, line.subject_id) for line in lines}
    named = named_in(session, subjects, lines)
    names = {subject: named.name_of(subject) for subject in subjects}
    return [_row(viewer_of(session), named, line, names[line.subject, line.subject_id]) for line in lines]


def _row(viewer: Viewer, named: Named, line: AuditEvent, name: str) -> Sequence[str]:
    told = field_line(named.get, line)
    account = "" if line.account_id is None else str(line.account_id)
    who, part = who_words(viewer, line), "" if line.record == line.subject else word_of(line.record)
    about = (word_of(line.subject), name, str(line.subject_id), part, DONE.get(line.action, ""))
    return (str(line.id), short_moment(line.at), who, account, line.why, *about, told.label, told.old, told.new)
