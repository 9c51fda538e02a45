"""All signals of the register, each with whom it is about and whether somebody silenced it."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, or_, select

from registry.model import (
    Agreement,
    PrivacyAnnex,
    Product,
    SecurityAnnex,
    SignalSilence,
    Statement,
    Supplier,
    Use,
)
from registry.queries.board.statements import all_statements
from registry.queries.collecting import no_search_for_cycles
from registry.queries.remembered import remembered
from registry.queries.signals.of_supplier import signals_with_code, supplier_signals
from registry.queries.signals.signal import Signal
from registry.queries.signals.statements import OF_SUPPLIERS, statement_signals
from registry.queries.signals.whole_register import signal_suppliers
from registry.reference import facts

SEVERITIES = ("high", "medium", "low")
_OF_PRODUCT = Supplier.products.any
SUPPLIER_OF: dict[str, Callable[[int], ColumnElement[bool]]] = {
    "supplier": lambda number: Supplier.id == number,
    "agreement": lambda number: Supplier.agreements.any(Agreement.id == number),
    "product": lambda number: _OF_PRODUCT(Product.id == number),
    "privacy_annex": lambda number: _OF_PRODUCT(Product.privacy_annexes.any(PrivacyAnnex.id == number)),
    "security_annex": lambda number: _OF_PRODUCT(Product.security_annexes.any(SecurityAnnex.id == number)),
    "use": lambda number: _OF_PRODUCT(Product.uses.any(Use.id == number)),
}
"""By the table of a record: the condition that it is of the supplier."""


@dataclass(frozen=True, slots=True)
class Named:
    """The number and the name of a supplier: all that a list of signals tells of one."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class Told:
    """A signal, the supplier that it is about (None: a text of the board or a school), and what silences it.

    `school_id` is whose use or text it is about; None where it is of the whole board.
    """

    signal: Signal
    supplier: Named | None
    school_id: int | None = None
    silence: SignalSilence | None = None


def all_signals(session: Any, on: date) -> list[Told]:
    """Return what is to be said on this day, the gravest first; silenced ones as well, with their reason."""
    return _heard(session, remembered(session, ("signals", on), lambda: _everything(session, on)), on)


def _everything(session: Any, on: date) -> list[Told]:
    with no_search_for_cycles():
        suppliers = signal_suppliers(session, on)
        found = [told for one in suppliers for told in _of_one(one, on)]
        return _by_severity([*found, *_of_texts(session, suppliers, on)])


def _of_texts(session: Any, suppliers: Sequence[Supplier], on: date) -> Iterator[Told]:
    texts = all_statements(session)
    schools = {text.id: text.school_id for text in texts}
    yield from (Told(one, None, schools[one.subject_id]) for one in statement_signals(texts, suppliers, on))


def of_supplier(session: Any, supplier: Supplier, on: date) -> list[Told]:
    """Return what is to be said of this supplier, the gravest first."""
    return _heard(session, _by_severity(_of_one(supplier, on)), on)


def _of_one(supplier: Supplier, on: date) -> Iterator[Told]:
    return _with_school(supplier, supplier_signals(supplier, on))


def _with_school(supplier: Supplier, signals: Iterable[Signal]) -> Iterator[Told]:
    schools = {use.id: use.school_id for product in supplier.products for use in product.uses}
    named = Named(supplier.id, supplier.name)
    for one in signals:
        yield Told(one, named, schools[one.subject_id] if one.subject == Use.__tablename__ else None)


def signal_at(session: Any, key: tuple[str, str, int], on: date) -> Told | None:
    """Return the signal with this key; None when it is not given on this day."""
    found = _of_text(session, key[0], on) if key[1] == Statement.__tablename__ else _of_record(session, key, on)
    return next(iter(_heard(session, [one for one in found if one.signal.key == key], on)), None)


def _of_text(session: Any, code: str, on: date) -> Iterator[Told]:
    return _of_texts(session, signal_suppliers(session, on) if code in OF_SUPPLIERS else [], on)


def _of_record(session: Any, key: tuple[str, str, int], on: date) -> Iterator[Told]:
    """What the one rule says of the one supplier; it looks up for itself what it needs, which is little."""
    code, subject, number = key
    if subject not in SUPPLIER_OF:
        return
    for supplier in session.scalars(select(Supplier).where(_in_use(on), SUPPLIER_OF[subject](number))):
        yield from _with_school(supplier, signals_with_code(supplier, on, code))


def _in_use(on: date) -> ColumnElement[bool]:
    return or_(Supplier.retired_on.is_(None), Supplier.retired_on > on)


def counted(told: Iterable[Told]) -> dict[str, int]:
    """Return how many there are by severity, the gravest first; silenced ones do not count."""
    numbers = Counter(one.signal.severity for one in told if one.silence is None)
    return {severity: numbers[severity] for severity in SEVERITIES}


def _by_severity(found: Iterable[Told]) -> list[Told]:
    places = {code: SEVERITIES.index(kind.severity) for code, kind in facts().signals.items()}
    return sorted(found, key=lambda one: places[one.signal.code])


def _heard(session: Any, found: list[Told], on: date) -> list[Told]:
    """These signals, each with the silence that holds on this day."""
    held = {one.key: one for one in session.scalars(select(SignalSilence)) if one.holds_on(on)}
    if not held:
        return list(found)
    return [replace(one, silence=held[one.signal.key]) if one.signal.key in held else one for one in found]
