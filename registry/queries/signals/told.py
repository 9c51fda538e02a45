"""All signals of the register, each with whom it is about and whether somebody silenced it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import joinedload, selectinload
from sqlalchemy.orm.interfaces import ORMOption

from registry.model import (
    Agreement,
    AgreementAnnex,
    PrivacyAnnex,
    Product,
    SecurityAnnex,
    SignalSilence,
    Statement,
    Supplier,
    Use,
)
from registry.queries.signals.of_supplier import supplier_signals
from registry.queries.signals.signal import Signal
from registry.queries.signals.statements import statement_signals
from registry.queries.suppliers.owed import owed_reads

SEVERITIES = ("high", "medium", "low")


@dataclass(frozen=True)
class Told:
    """A signal, the supplier that it is about (None: a text of the board or a school), and what silences it."""

    signal: Signal
    supplier: Supplier | None
    silence: SignalSilence | None = None


def all_signals(session: Any, on: date) -> list[Told]:
    """Return what is to be said on this day, the gravest first; silenced ones as well, with their reason."""
    return signals_of(session, signal_suppliers(session, on), on)


def signals_of(session: Any, suppliers: list[Supplier], on: date) -> list[Told]:
    """Return what is to be said of these suppliers and of all texts; they are loaded with `signal_reads`."""
    texts = session.scalars(select(Statement).options(joinedload(Statement.school)))
    found = [(signal, one) for one in suppliers for signal in supplier_signals(one, on)]
    return _told(session, [*found, *((signal, None) for signal in statement_signals(texts, suppliers, on))], on)


def of_supplier(session: Any, supplier: Supplier, on: date) -> list[Told]:
    """Return what is to be said of this supplier, the gravest first."""
    return _told(session, [(signal, supplier) for signal in supplier_signals(supplier, on)], on)


def signal_suppliers(session: Any, on: date) -> list[Supplier]:
    """Return the suppliers in use by name, with all that the rules look at."""
    in_use = or_(Supplier.retired_on.is_(None), Supplier.retired_on > on)
    named = select(Supplier).where(in_use).order_by(func.lower(Supplier.name), Supplier.id)
    return list(session.scalars(named.options(*signal_reads())))


def signal_reads() -> list[ORMOption]:
    """Return the loading options with which the rules ask the database nothing more, for any number of suppliers."""
    products, agreements = selectinload(Supplier.products), selectinload(Supplier.agreements)
    privacy, security = selectinload(Product.privacy_annexes), selectinload(Product.security_annexes)
    annexes = agreements.selectinload(Agreement.annexes)
    return [
        *owed_reads(),
        products.selectinload(Product.uses).selectinload(Use.school),
        products.options(privacy.selectinload(PrivacyAnnex.denials)),
        products.options(
            *(security.selectinload(part) for part in (SecurityAnnex.access_roles, SecurityAnnex.measures))
        ),
        agreements.options(selectinload(Agreement.deviations), selectinload(Agreement.files)),
        annexes.selectinload(AgreementAnnex.privacy_annex),
        annexes.selectinload(AgreementAnnex.security_annex),
    ]


def counted(told: Iterable[Told]) -> dict[str, int]:
    """Return how many there are by severity, the gravest first; silenced ones do not count."""
    numbers = Counter(one.signal.severity for one in told if one.silence is None)
    return {severity: numbers[severity] for severity in SEVERITIES}


def _told(session: Any, found: list[tuple[Signal, Supplier | None]], on: date) -> list[Told]:
    held = {one.key: one for one in session.scalars(select(SignalSilence)) if one.holds_on(on)}
    told = [Told(signal, supplier, held.get(signal.key)) for signal, supplier in found]
    return sorted(told, key=lambda one: SEVERITIES.index(one.signal.severity))
