"""Takes back all of one change, of many records, as long as nothing was built on it since."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import groupby
from typing import Any

from sqlalchemy import select

from registry.dutch import enumeration
from registry.model import AuditEvent, GeneratedDocument, SignalSilence
from registry.model.base import Base
from registry.queries.history.blocks import DONE
from registry.queries.history.kinds import class_of, name_of, word_of
from registry.queries.history.last_change import is_in_paper_since
from registry.services.history.undoing import restore_record

AT_ONCE = 500
MOST_NAMED = 5


def hindrances_of(session: Any, lines: Sequence[AuditEvent]) -> list[str]:
    """Return what stands in the way of taking these lines of one change back, in words; nothing where they can."""
    return list(dict.fromkeys(_hindrances(session, lines))) if lines else []


def _hindrances(session: Any, lines: Sequence[AuditEvent]) -> Iterator[str]:
    subjects: dict[str, set[int]] = defaultdict(set)
    for line in lines:
        subjects[line.subject].add(line.subject_id)
    yield from _changed_since(session, subjects, lines[-1].id)
    added = _added(lines)
    yield from _built_on(session, added)
    yield from _in_papers(session, subjects, lines[0].at)


def _added(lines: Sequence[AuditEvent]) -> dict[str, set[int]]:
    added: dict[str, set[int]] = defaultdict(set)
    for line in lines:
        if line.action == "added":
            added[line.record].add(line.record_id)
    return added


def _changed_since(session: Any, subjects: dict[str, set[int]], last: int) -> Iterator[str]:
    """Records of the change that somebody changed afterwards."""
    about = (AuditEvent.id > last, AuditEvent.action.in_(DONE), AuditEvent.subject.in_(subjects))
    for table, number in session.execute(select(AuditEvent.subject, AuditEvent.subject_id).where(*about).distinct()):
        if number in subjects[table]:
            yield _named(session, table, number)


def _built_on(session: Any, added: dict[str, set[int]]) -> Iterator[str]:
    """Records that name one that the change made, and that it did not make itself."""
    for table in Base.metadata.sorted_tables:
        for column in table.columns:
            for key in column.foreign_keys:
                owners = added.get(key.column.table.name, set())
                yield from _naming(session, table, column, owners, added.get(table.name, set()))
    about = select(SignalSilence.subject, SignalSilence.subject_id)
    for table_name, number in session.execute(about):
        if number in added.get(table_name, ()):
            yield f"een stil gezet signaal over {_named(session, table_name, number)}"


def _naming(session: Any, table: Any, column: Any, owners: set[int], own: set[int]) -> Iterator[str]:
    numbers = sorted(owners)
    for start in range(0, len(numbers), AT_ONCE):
        some = column.in_(numbers[start : start + AT_ONCE])
        for (number,) in session.connection().execute(select(table.c.id).where(some)):
            if number not in own:
                yield _named(session, table.name, number)


def _in_papers(session: Any, subjects: dict[str, set[int]], moment: datetime) -> Iterator[str]:
    since = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    if session.scalar(select(GeneratedDocument.id).where(GeneratedDocument.made_at >= since).limit(1)) is None:
        return
    for table, numbers in subjects.items():
        for number in sorted(numbers):
            record = session.get(class_of(table), number)
            if record is not None and is_in_paper_since(session, record, since):
                yield f"een definitief document waarin {_named(session, table, number)} kan staan"


def _named(session: Any, table: str, number: int) -> str:
    kind = class_of(table)
    record = session.get(kind, number) if kind is not None else None
    return f"{word_of(table)} {name_of(record) if record is not None else number}"


def refusal_of(found: list[str]) -> str:
    """Return the sentence that names what stands in the way, the first five."""
    named = enumeration(found[:MOST_NAMED])
    more = f", en nog {len(found) - MOST_NAMED} andere" if len(found) > MOST_NAMED else ""
    return f"Dit kan niet meer ongedaan worden gemaakt, want later is gewijzigd of toegevoegd: {named}{more}."


def put_back_all(session: Any, lines: Sequence[AuditEvent]) -> None:
    """Put back first what was changed, by the verbs that edit it; then what was added goes."""
    made = {(line.record, line.record_id) for line in lines if line.action == "added"}
    ordered = sorted(lines, key=lambda line: (line.subject, line.subject_id, line.id))
    gone: list[Any] = []
    for place, group in groupby(ordered, key=lambda line: (line.subject, line.subject_id)):
        record = session.get(class_of(place[0]), place[1])
        if place in made:
            rows = {(line.record, line.record_id) for line in group}
            gone += [session.get(class_of(table), number) for table, number in rows]
        else:
            restore_record(session, record, list(group))
    with session.no_autoflush:  # all goes in one flush, which knows the order
        for one in gone:
            session.delete(one)
