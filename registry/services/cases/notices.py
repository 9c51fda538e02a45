"""Notices of a supplier about a subprocessor: keep one, decide on it, and make the new annex of it."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import inspect, select

from registry.database import change
from registry.dutch import long_date
from registry.errors import AlreadyExists, BrokenRule
from registry.model import NoticeProduct, Product, SubprocessorNotice, Supplier
from registry.model.subprocessor_notice import NoticeDecision, SubprocessorChange
from registry.reference import facts
from registry.services.past import refuse_days_to_come
from registry.services.records import Fields, assign, edit, fetch

DETAILS = ("service", "data", "country", "safeguard", "safeguard_note", "place")


def add_notice(
    session: Any, supplier_number: int, fields: Fields, products: Iterable[int], today: date
) -> SubprocessorNotice:
    """Return the new notice of this supplier about these products; AlreadyExists for the same one sent twice."""
    with change(session, "wijziging bij een subverwerker vastgelegd"):
        notice = SubprocessorNotice(supplier=fetch(session, Supplier, supplier_number))
        with session.no_autoflush:
            assign(notice, fields)
            _set_products(session, notice, set(products))
            _check(notice, today)
            _refuse_double(session, notice)
        session.add(notice)
    return notice


def edit_notice(
    session: Any, number: int, seen: int, fields: Fields, products: Iterable[int], today: date
) -> SubprocessorNotice:
    """Return the notice with these fields, about these products."""
    with change(session, "wijziging bij een subverwerker bijgewerkt"):
        notice = fetch(session, SubprocessorNotice, number)
        with session.no_autoflush:
            edit(session, notice, seen, fields)
            _set_products(session, notice, set(products))
            _check(notice, today)
    return notice


def decide(session: Any, number: int, seen: int, fields: Fields, today: date) -> SubprocessorNotice:
    """Return the notice with the board's decision and when it was answered; one that comes late is kept as well."""
    with change(session, "besloten over een subverwerker"):
        notice = fetch(session, SubprocessorNotice, number)
        with session.no_autoflush:
            edit(session, notice, seen, fields)
            _check(notice, today)
            _refuse_late_change_of_mind(notice, today)
    return notice


def _refuse_late_change_of_mind(notice: SubprocessorNotice, today: date) -> None:
    """Refuse an objection to what the board agreed to already: its letter would say that the board did not."""
    is_new = inspect(notice).attrs["decision"].history.has_changes()
    if notice.decision is NoticeDecision.OBJECTION and is_new and (annex := notice.agreed_in(today)) is not None:
        since = f" vanaf {long_date(annex.accepted_on)}" if annex.accepted_on else ""
        told = f"Het bestuur accepteerde deze wijziging al: de nieuwe bijsluiter van {annex.product.name} geldt{since}."
        raise BrokenRule(f"{told} Bezwaar kan dan niet meer. Overleg met de leverancier.", field="decision")


def _set_products(session: Any, notice: SubprocessorNotice, wanted: set[int]) -> None:
    for number in wanted:
        if fetch(session, Product, number).supplier_id != notice.supplier.id:
            raise BrokenRule("Dit product is niet van deze leverancier.", field="products")
    kept = [row for row in notice.products if row.product_id in wanted]
    if lost := [row for row in notice.products if row not in kept and row.privacy_annex_id]:
        name = lost[0].product.name
        raise BrokenRule(f"Van {name} is al een nieuwe bijsluiter gemaakt. Laat dit product staan.", field="products")
    new = wanted - {row.product_id for row in kept}
    notice.products[:] = [*kept, *(NoticeProduct(product=fetch(session, Product, one)) for one in sorted(new))]


def _refuse_double(session: Any, notice: SubprocessorNotice) -> None:
    same = select(SubprocessorNotice).where(
        SubprocessorNotice.supplier_id == notice.supplier.id,
        SubprocessorNotice.received_on == notice.received_on,
        SubprocessorNotice.name == notice.name,
    )
    if session.scalars(same).first() is not None:
        raise AlreadyExists("Dit bericht over deze subverwerker staat er al, met dezelfde dag.", field="name")


def _check(notice: SubprocessorNotice, today: date) -> None:
    if not notice.name:
        raise BrokenRule("Vul in om welke subverwerker het gaat.", field="name")
    if notice.received_on is None:
        raise BrokenRule("Vul in op welke dag u het bericht kreeg.", field="received_on")
    if not notice.products:
        raise BrokenRule("Kies bij welk product de subverwerker hoort.", field="products")
    refuse_days_to_come(notice, today)
    if notice.term == 0:
        sentence = "Een termijn van 0 is geen termijn. Weet u hem niet, laat dit dan leeg."
        raise BrokenRule(sentence, field="term")
    if notice.change is SubprocessorChange.REPLACED and not notice.replaces:
        raise BrokenRule("Vul in welke subverwerker weggaat.", field="replaces")
    country = facts().countries.get(notice.country)
    if notice.safeguard and country is not None and not country.needs_safeguard:
        sentence = f"{country.label} ligt binnen de EER. Haal de waarborg weg, of kies een ander land."
        raise BrokenRule(sentence, field="safeguard")
    _check_decision(notice)


def _check_decision(notice: SubprocessorNotice) -> None:
    decided, answered = notice.decided_on, notice.answered_on
    if notice.decision in (None, NoticeDecision.OPEN):
        if decided or answered:
            raise BrokenRule("Kies wat het bestuur besloot.", field="decision")
        return
    if decided is None:
        raise BrokenRule("Vul in op welke dag is besloten.", field="decided_on")
    if decided < notice.received_on:
        raise BrokenRule("Besluiten kan niet voordat het bericht er was.", field="decided_on")
    if answered is not None and answered < decided:
        raise BrokenRule("Het antwoord kan niet weg zijn voordat er is besloten.", field="answered_on")
