"""Which papers can be made about what happened at a supplier: breaches, notices, and apps that differ from paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from registry.dutch import day_of, short_date
from registry.model import Breach, PracticeCheck, SubprocessorNotice, Supplier
from registry.model.subprocessor_notice import NoticeDecision

LETTERS = {NoticeDecision.OBJECTION: "letter-notice-objection", NoticeDecision.CONSENT: "letter-consent"}
TITLES = {"letter-notice-objection": "Brief: bezwaar tegen", "letter-consent": "Brief: toestemming voor"}


@dataclass(frozen=True)
class Cases:
    """What happened at a supplier, as far as the viewer may see it, each kind the newest first."""

    breaches: Sequence[Breach]
    checks: Sequence[PracticeCheck]
    notices: Sequence[SubprocessorNotice]

    @property
    def papers(self) -> list[tuple[str, str]]:
        """Each paper that can be made of it: its code with the number of the case, "breach-report/3", and its title."""
        letters = [(one, LETTERS[one.decision]) for one in self.notices if one.decision in LETTERS]
        return [
            *((f"breach-report/{one.id}", _report(one)) for one in self.breaches),
            *((f"letter-practice/{one.id}", _differs(one)) for one in self.checks if one.asks_answer),
            *((f"{code}/{one.id}", f"{TITLES[code]} {one.name}") for one, code in letters),
        ]

    @property
    def numbers(self) -> dict[str, list[int]]:
        """By table, the numbers of these records."""
        kinds: dict[str, Sequence[Any]] = {
            "breach": self.breaches,
            "practice_check": self.checks,
            "subprocessor_notice": self.notices,
        }
        return {table: [one.id for one in some] for table, some in kinds.items()}


def cases_at(session: Any, supplier: Supplier) -> Cases:
    """Return what happened at this supplier."""
    return Cases(
        breaches_of(session, supplier.id),
        _checks_at(session, supplier),
        notices_of(session, supplier.id),
    )


def breaches_of(session: Any, supplier_number: int) -> list[Breach]:
    """Return the breaches at this supplier, the newest first."""
    found = select(Breach).where(Breach.supplier_id == supplier_number).options(joinedload(Breach.product))
    return list(session.scalars(found.order_by(Breach.known_at.desc(), Breach.id.desc())))


def notices_of(session: Any, supplier_number: int) -> list[SubprocessorNotice]:
    """Return the notices of this supplier, the newest first."""
    found = select(SubprocessorNotice).where(SubprocessorNotice.supplier_id == supplier_number)
    return list(session.scalars(found.order_by(SubprocessorNotice.received_on.desc(), SubprocessorNotice.id.desc())))


def _checks_at(session: Any, supplier: Supplier) -> list[PracticeCheck]:
    products = [one.id for one in supplier.products] if supplier.is_held_to_agreement else []
    found = select(PracticeCheck).where(PracticeCheck.product_id.in_(products))
    reads = selectinload(PracticeCheck.rows), joinedload(PracticeCheck.school), joinedload(PracticeCheck.product)
    return list(
        session.scalars(found.options(*reads).order_by(PracticeCheck.checked_on.desc(), PracticeCheck.id.desc()))
    )


def _differs(check: PracticeCheck) -> str:
    where = f", {check.school.name}" if check.school else ""
    return f"Brief: verschil tussen bijsluiter en app: {check.product.name}{where}, {short_date(check.checked_on)}"


def _report(breach: Breach) -> str:
    return f"Meldformulier datalek, bekend op {short_date(day_of(breach.known_at))}"
