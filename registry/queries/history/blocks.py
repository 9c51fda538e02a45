"""The history as people read it: one change of one record is one block, with what each field was and became."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import func, select, tuple_

from registry.access import Right, Viewer, viewer_of
from registry.database.chain import erased_texts
from registry.model import AuditEvent
from registry.queries.history.kinds import ROW_NAMES, class_of, label_in, word_of
from registry.queries.history.naming import Named, named_in
from registry.queries.history.values import SECRET, Get, is_kept_secret, value_words
from registry.queries.history.wanted import Wanted, conditions

DONE = {"added": "toegevoegd", "changed": "gewijzigd", "removed": "weggehaald"}
ERASED = "gewist"
COLLEAGUE = "een collega"
COUNTED = 2_000  # to count a long history takes longer than to show a page of it


@dataclass(frozen=True)
class FieldLine:
    """One field: its Dutch name, what it was and what it became."""

    label: str
    old: str
    new: str


@dataclass(frozen=True)
class Part:
    """What happened to the record itself or to one row of it: "Contact toegevoegd"; "" where the reason says so."""

    is_own: bool
    action: str
    title: str
    lines: tuple[FieldLine, ...]


@dataclass(frozen=True)
class Block:
    """One change of one record. `name` is "" for a record that is not there for the viewer, or gone."""

    change_id: int
    at: datetime
    who: str
    why: str
    subject: str
    subject_id: int
    name: str
    note: str
    parts: list[Part] = field(default_factory=list)

    @property
    def kind(self) -> str:
        """What people call such a record."""
        return word_of(self.subject)

    @property
    def title(self) -> str:
        """What people call this very record; its kind and its number where it has no name, or none any more."""
        name = self.name or (f"nummer {self.subject_id}" if self.subject_id else "")
        if name and not name.startswith("nummer "):
            return name
        return f"{self.kind[:1].upper()}{self.kind[1:]} {name}".strip()


def find_blocks(session: Any, wanted: Wanted, skip: int, most: int) -> tuple[list[Block], int]:
    """Return at most `most` blocks from `skip` on, the newest first, and how many there are in all.

    They are counted up to COUNTED, or a page beyond what is asked for: a larger number says only that there are more.
    """
    key = (AuditEvent.change_id, AuditEvent.subject, AuditEvent.subject_id)
    grouped = select(*key).where(*conditions(session, wanted)).group_by(*key)
    counted = grouped.limit(max(COUNTED, skip + 2 * most) + 1)
    total = session.scalar(select(func.count()).select_from(counted.subquery()))
    newest = grouped.order_by(*(one.desc() for one in key))  # one way, so that an index has them in this order
    asked = session.execute(newest.offset(skip).limit(most))
    keys = sorted((tuple(found) for found in asked), key=lambda one: (-one[0], *one[1:]))
    # by the change as well: an index helps to find that, and none finds three values at once
    changes = {change_id for change_id, _, _ in keys}
    told = select(AuditEvent).where(AuditEvent.change_id.in_(changes), tuple_(*key).in_(keys))
    told = told.where(*conditions(session, wanted)).order_by(AuditEvent.id)
    lines: dict[Any, list[AuditEvent]] = {}
    for line in session.scalars(told) if keys else ():
        lines.setdefault((line.change_id, line.subject, line.subject_id), []).append(line)
    subjects = {(subject, number) for _, subject, number in keys}
    named = named_in(session, subjects, (line for some in lines.values() for line in some))
    return [_block(viewer_of(session), named, lines[one]) for one in keys], total


def who_words(viewer: Viewer, line: AuditEvent) -> str:
    """Return who it was: a name for who may read the history, else whether it was the viewer or somebody else."""
    if viewer.may(Right.READ_HISTORY):
        return line.who
    is_own = viewer.account is not None and line.account_id == viewer.account
    return "u" if is_own else COLLEAGUE


def field_line(get: Get, line: AuditEvent) -> FieldLine:
    """Return the field of this line in words."""
    if is_kept_secret(line.record, line.field):
        return FieldLine(label_in(line.record, line.field), SECRET, SECRET)
    gone = erased_texts(line.seals)
    said = {"old": line.old, "new": line.new}
    words = {
        name: ERASED if name in gone else value_words(get, line.record, line.field, text) for name, text in said.items()
    }
    return FieldLine(label_in(line.record, line.field), words["old"], words["new"])


def _block(viewer: Viewer, named: Named, lines: Sequence[AuditEvent]) -> Block:
    first = lines[0]
    notes = [line for line in lines if line.action not in DONE]
    return Block(
        first.change_id,
        first.at,
        who_words(viewer, first),
        "reden gewist" if "why" in erased_texts(first.seals) else first.why,
        first.subject,
        first.subject_id,
        named.name_of((first.subject, first.subject_id)),
        ". ".join(filter(None, (_note_words(first, line) for line in notes))),
        sorted(_parts(named.get, first, lines), key=lambda part: not part.is_own),
    )


def _parts(get: Get, first: AuditEvent, lines: Sequence[AuditEvent]) -> Iterator[Part]:
    """Yield what happened to the record and to each of its rows, as far as a field tells of it."""
    told = (line for line in lines if line.action in DONE)
    for about, group in groupby(told, key=lambda line: (line.record, line.record_id, line.action)):
        if (part := _part(get, first, about, list(group))).lines:
            yield part


def _which(get: Get, kind: Any, number: int, action: str) -> str:
    """What tells the changed row from its like; "" for one that is gone or told of in full."""
    row = get(kind, number) if action == "changed" and kind in ROW_NAMES else None
    return ROW_NAMES[kind](row) if row is not None else ""


def _note_words(first: AuditEvent, line: AuditEvent) -> str:
    text = ERASED if "new" in erased_texts(line.seals) else line.new
    return ": ".join(filter(None, ("" if line.why == first.why else line.why, text)))


def _part(get: Get, first: AuditEvent, about: tuple[str, int, str], lines: list[AuditEvent]) -> Part:
    record, number, action = about
    is_itself = (record, number) == (first.subject, first.subject_id)
    title = f"{word_of(record)} {DONE[action]}"
    is_said = is_itself and (action == "changed" or title == first.why)
    kind = class_of(record)
    owner = kind.belongs_to if kind is not None and not is_itself and action != "changed" else ()
    return Part(
        is_itself,
        action,
        "" if is_said else ": ".join(filter(None, (title[:1].upper() + title[1:], _which(get, kind, number, action)))),
        tuple(field_line(get, line) for line in lines if line.field not in owner),
    )
