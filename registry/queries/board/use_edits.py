"""What was edited in uses that went on: out of the history, only what parents read."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from registry.dutch import enumeration
from registry.model import AuditEvent, ProductModule, Use, UseModule
from registry.model.base import label_of
from registry.reference import facts

TOLD = {"purpose_plain": Use.purpose_plain, "legal_basis": Use.legal_basis, "groups": Use.groups}
MODULES = "Onderdelen van het product"
AT_ONCE = 500  # numbers in one question to the database


@dataclass(frozen=True)
class UseEdit:
    """One field of a use, with its words at the begin and at the end of the period; "" where nothing stood."""

    use: Use
    field: str
    was: str
    now: str


def edits_of(session: Any, uses: Sequence[Use], since: date, until: date) -> Iterator[UseEdit]:
    """Yield what was edited after the day `since` up to and including `until`.

    What came back to what it was is no edit, and neither is what was entered together with the use itself.
    """
    lines: dict[int, list[AuditEvent]] = {}
    for line in _lines(session, [use.id for use in uses], since, until):
        lines.setdefault(line.subject_id, []).append(line)
    _read_modules(session, [number for number, told in lines.items() if _is_of_modules(told)])
    for use in uses:
        told = _after_entry(lines.get(use.id, []))
        yield from _field_edits(use, told)
        yield from _module_edit(session, use, told)


def _is_of_modules(lines: Sequence[AuditEvent]) -> bool:
    return any(line.record == "use_module" for line in lines)


def _read_modules(session: Any, numbers: Sequence[int]) -> None:
    """Read the modules of these uses with one question; of the others nobody asks them."""
    modules = joinedload(Use.modules).joinedload(UseModule.module)
    for place in range(0, len(numbers), AT_ONCE):
        session.scalars(select(Use).where(Use.id.in_(numbers[place : place + AT_ONCE])).options(modules)).unique().all()


def _after_entry(lines: Sequence[AuditEvent]) -> list[AuditEvent]:
    entered = {line.at for line in lines if line.record == "use" and line.action == "added"}
    return [line for line in lines if line.at not in entered]


def _lines(session: Any, numbers: Sequence[int], since: date, until: date) -> Iterator[AuditEvent]:
    first, beyond = (_midnight(day + timedelta(days=1)) for day in (since, until))
    in_time = select(AuditEvent).where(AuditEvent.at >= first, AuditEvent.at < beyond).order_by(AuditEvent.id)
    for place in range(0, len(numbers), AT_ONCE):
        some = numbers[place : place + AT_ONCE]
        yield from session.scalars(in_time.where(AuditEvent.subject == "use", AuditEvent.subject_id.in_(some)))


def _field_edits(use: Use, lines: Iterable[AuditEvent]) -> Iterator[UseEdit]:
    changed = [line for line in lines if line.record == "use" and line.action == "changed"]
    for field, attribute in TOLD.items():
        about = [line for line in changed if line.field == field]
        if about and about[0].old != about[-1].new:
            yield UseEdit(use, label_of(attribute), _words(field, about[0].old), _words(field, about[-1].new))


def _words(field: str, stored: str) -> str:
    basis = facts().legal_bases.get(stored) if field == "legal_basis" else None
    return basis.label if basis else stored


def _module_edit(session: Any, use: Use, lines: Iterable[AuditEvent]) -> Iterator[UseEdit]:
    about = [line for line in lines if line.record == "use_module" and line.field == "module_id"]
    added, removed = {line.new for line in about} - {""}, {line.old for line in about} - {""}
    came, went = _named(session, added - removed), _named(session, removed - added)
    if came or went:
        kept = [row.module.name for row in use.modules if row.module.name not in came]
        yield UseEdit(use, MODULES, enumeration([*kept, *went]), enumeration([*kept, *came]))


def _named(session: Any, numbers: Iterable[str]) -> list[str]:
    modules = (session.get(ProductModule, int(number)) for number in sorted(numbers))
    return [module.name for module in modules if module is not None]


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
