"""Puts together what the rows say of each record; rows that contradict each other need attention."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from registry.exchange.lists.entry import ListKind, Problem
from registry.model.base import label_of
from registry.queries.history.kinds import class_of
from registry.services.imports.plan import Claim, Line, Touch

ORDER = ("school_board", "school", "supplier", "covenant_entry", "product", "agreement", "use")
"""In which order records are made: what is named comes first."""
RANK = {kind: place for place, kind in enumerate(ORDER)}


def combine(lines: Iterable[Line], kind: ListKind) -> tuple[list[Touch], bool]:
    """Return what is to be done with each record by the rows that need no attention, and whether rows contradict.

    Those that do have a problem from now on: ask again without them.
    """
    touches: dict[str, Touch] = {}
    contradicted: dict[tuple[str, str], Touch] = {}
    for line in lines:
        if line.needs_attention:
            continue
        for claim in line.claims:
            touch = touches.get(claim.target.key)
            if touch is None:
                touch = touches[claim.target.key] = Touch(claim.target)
            touch.lines.append(line)
            for name in _add(touch, claim):
                contradicted[claim.target.key, name] = touch
    for (_, name), touch in contradicted.items():
        _contradiction(touch.said_by(name), name, touch)
    for touch in touches.values():
        _settle(touch, kind)
    return sorted(touches.values(), key=lambda touch: RANK[touch.target.kind]), bool(contradicted)


def _add(touch: Touch, claim: Claim) -> list[str]:
    """Put a claim with those before it, and return the names of the fields in which it contradicts them."""
    wanted, others = touch.wanted, []
    for name, value in claim.fields.items():
        if wanted.setdefault(name, value) != value and not _joined(touch, name, value):
            others.append(name)
    for name, texts in claim.texts.items():
        known = touch.texts.setdefault(name, [])
        known.extend(text for text in texts if text not in known)
    for name, rows in claim.rows.items():
        present = touch.rows.setdefault(name, [])
        present.extend(row for row in rows if row not in present)
    return others


def _joined(touch: Touch, name: str, value: Any) -> bool:
    """Put names of a product together; two rows that name different ones do not contradict."""
    if (touch.target.kind, name) != ("product", "aliases"):
        return False
    names = dict.fromkeys([*touch.wanted[name].split(", "), *value.split(", ")])
    touch.wanted[name] = ", ".join(names)
    return True


def _contradiction(lines: list[Line], name: str, touch: Touch) -> None:
    rows = sorted({line.entry.row for line in lines})
    label = field_label(touch.target, name)
    where = f"De rijen {', '.join(map(str, rows[:-1]))} en {rows[-1]}" if len(rows) > 1 else f"Rij {rows[0]}"
    says = "zeggen" if len(rows) > 1 else "zegt"
    sentence = f"{where} {says} iets verschillends over “{label}” van {touch.target.name}."
    for line in lines:
        heading = next(
            (claim.headings.get(name, "") for claim in line.claims if claim.target.key == touch.target.key), ""
        )
        line.problems[:] = [*(one for one in line.problems if one.sentence != sentence), Problem(heading, sentence)]


def field_label(target: Any, name: str) -> str:
    """Return what people call this field of the record."""
    return label_of(getattr(class_for(target.kind), name))


@cache
def class_for(kind: str) -> Any:
    """Return the class of the records in this table."""
    return class_of(kind)


def _settle(touch: Touch, kind: ListKind) -> None:
    """Tell what is different from what the record holds already."""
    record = touch.target.record
    for name, texts in touch.texts.items():
        old = getattr(record, name) if record is not None else ""
        missing = [text for text in texts if text not in old]
        replaces = kind is ListKind.REGISTER and len(texts) == 1  # a list out of the register holds the whole text
        if missing:
            touch.wanted[name] = texts[0] if replaces else "\n".join(filter(None, [old, *missing]))
    if record is None:
        touch.changes = {name: value for name, value in touch.wanted.items() if value is not None}
    else:
        touch.changes = {name: value for name, value in touch.wanted.items() if not _is(getattr(record, name), value)}


def _is(old: Any, new: Any) -> bool:
    if isinstance(old, str) and isinstance(new, str):
        # DUO and many lists write names in capitals; that is no other name
        return old == new or (new.isupper() and old.casefold() == new.casefold())
    return bool(old == new)
