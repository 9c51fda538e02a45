"""Which papers can be made about what happened at a supplier: breaches, notices, and apps that differ from paper."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from registry.dutch import day_of, short_date
from registry.model import Breach, PracticeCheck, SubprocessorNotice, Supplier
from registry.model.subprocessor_notice import NoticeDecision

LETTERS = {NoticeDecision.OBJECTION: "letter-notice-objection", NoticeDecision.CONSENT: "letter-consent"}
TITLES = {"letter-notice-objection": "Brief: bezwaar tegen", "letter-consent": "Brief: toestemming voor"}


def case_papers(session: Any, supplier: Supplier) -> list[tuple[str, str]]:
    """Return each such paper as its code with the number of the case, "breach-report/3", and its title."""
    return [
        *((f"breach-report/{one.id}", _report(one)) for one in breaches_of(session, supplier.id)),
        *((f"letter-practice/{one.id}", _differs(one)) for one in checks_at(session, supplier) if one.asks_answer),
        *((f"{code}/{one.id}", f"{TITLES[code]} {one.name}") for one, code in _letters(session, supplier.id)),
    ]


def breaches_of(session: Any, supplier_number: int) -> list[Breach]:
    """Return the breaches at this supplier, the newest first."""
    found = select(Breach).where(Breach.supplier_id == supplier_number).options(joinedload(Breach.product))
    return list(session.scalars(found.order_by(Breach.known_at.desc(), Breach.id.desc())))


def notices_of(session: Any, supplier_number: int) -> list[SubprocessorNotice]:
    """Return the notices of this supplier, the newest first."""
    found = select(SubprocessorNotice).where(SubprocessorNotice.supplier_id == supplier_number)
    return list(session.scalars(found.order_by(SubprocessorNotice.received_on.desc(), SubprocessorNotice.id.desc())))


def checks_at(session: Any, supplier: Supplier) -> list[PracticeCheck]:
    """Return the looks at this supplier's apps that the viewer may see, the newest first."""
    products = [one.id for one in supplier.products] if supplier.is_held_to_agreement else []
    found = select(PracticeCheck).where(PracticeCheck.product_id.in_(products))
    reads = selectinload(PracticeCheck.rows), joinedload(PracticeCheck.school)
    return list(
        session.scalars(found.options(*reads).order_by(PracticeCheck.checked_on.desc(), PracticeCheck.id.desc()))
    )


def _differs(check: PracticeCheck) -> str:
    where = f", {check.school.name}" if check.school else ""
    return f"Brief: verschil tussen bijsluiter en app: {check.product.name}{where}, {short_date(check.checked_on)}"


def _letters(session: Any, supplier_number: int) -> list[tuple[SubprocessorNotice, str]]:
    found = notices_of(session, supplier_number)
    return [(one, LETTERS[one.decision]) for one in found if one.decision in LETTERS]


def _report(breach: Breach) -> str:
    return f"Meldformulier datalek, bekend op {short_date(day_of(breach.known_at))}"
