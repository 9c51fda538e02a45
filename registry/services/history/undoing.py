"""Takes back the last change of one record, where nothing depends on it."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from sqlalchemy import inspect

from registry.access import viewer_of
from registry.database import change
from registry.dutch import enumeration
from registry.errors import BrokenRule, NotAllowed
from registry.model import AuditEvent, PrivacyAnnex, SecurityAnnex, Use
from registry.queries.history.kinds import name_of, word_of
from registry.queries.history.last_change import LastChange, is_added, is_in_paper_since, last_change, referring
from registry.services.history.editors import EDITORS
from registry.services.history.restoring import old_values, put_back
from registry.services.records import fetch


def undo_last(session: Any, kind: Any, number: int, seen: int) -> Any:
    """Return the record as it was before its last change; None when that change brought it, and it is gone now.

    `seen` is the number of the change that the asker saw last. BrokenRule, with the reason, when something depends on
    the change; NotAllowed without the right that edits the record.
    """
    with change(session, "laatste wijziging teruggedraaid"):
        record = fetch(session, kind, number)
        table = record.__tablename__
        if table not in EDITORS:
            raise BrokenRule(f"Een wijziging van een {word_of(table)} kan niet worden teruggedraaid.")
        if not viewer_of(session).may(EDITORS[table].right):
            raise NotAllowed("Dit mag u niet terugdraaien.")
        last = _takeable(session, record, seen)
        session.info["change"].why = f"teruggedraaid: {last.why}"
        if is_added(last, table, number):
            session.delete(record)
            return None
        restore_record(session, record, last.lines)
    return record


def refusal(session: Any, record: Any) -> str:
    """Return why the last change of this record cannot be taken back, as far as that is known beforehand; else ""."""
    table = record.__tablename__
    if table not in EDITORS:
        return f"Een wijziging van een {word_of(table)} kan niet worden teruggedraaid."
    try:
        _takeable(session, record)
    except BrokenRule as fault:
        return fault.sentence
    return ""


def _takeable(session: Any, record: Any, seen: int | None = None) -> LastChange:
    """The last change of this record, which can be taken back; `seen` is the one that somebody saw."""
    last = last_change(session, record.__tablename__, record.id)
    if last is None:
        raise BrokenRule("Er is geen wijziging om terug te draaien.")
    if seen is not None and last.number != seen:
        raise BrokenRule("Intussen is er nog iets gewijzigd. Bekijk dat eerst.")
    if last.others:
        raise BrokenRule(f"In dezelfde wijziging is ook iets anders gewijzigd: {enumeration(last.others)}.")
    if is_in_paper_since(session, record, last.at):
        raise BrokenRule("Na deze wijziging is een definitief document gemaakt waarin dit kan staan.")
    if isinstance(record, PrivacyAnnex | SecurityAnnex):
        record.refuse_if_fixed()
    if is_added(last, record.__tablename__, record.id):
        _refuse_removing(session, record)
    return last


def _refuse_removing(session: Any, record: Any) -> None:
    if isinstance(record, Use):
        raise BrokenRule("Een gebruik verdwijnt niet, omdat ouders er later naar kunnen vragen. Beëindig het.")
    if record.__tablename__ in ("school_board", "custom_field"):
        raise BrokenRule(f"{name_of(record)} kan niet worden weggehaald. Wijzig het.")
    relations = inspect(type(record)).relationships
    own = frozenset(relation.mapper.local_table.name for relation in relations if relation.cascade.delete_orphan)
    for other in referring(session, record, but_not=own - {"agreement_file"}):
        raise BrokenRule(f"{name_of(record)} kan niet weg: een {other} hangt ervan af.")


def restore_record(session: Any, record: Any, lines: Sequence[AuditEvent]) -> None:
    """Go through these lines of one change from the end, and let the verb that edits such a record judge the whole."""
    own: dict[str, Any] = {}
    rows = groupby(reversed(lines), key=lambda line: (line.record, line.record_id, line.action))
    with session.no_autoflush:
        for (table, number, _), group in rows:
            some = list(group)[::-1]
            if (table, number) == (record.__tablename__, record.id):
                own |= old_values(some)
            else:
                put_back(session, record, some)
        EDITORS[record.__tablename__].edit(session, record, own)
