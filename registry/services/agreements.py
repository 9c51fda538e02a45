"""Agreements: file, edit, end, replace; with the rules that reach over supplier, products and annexes."""

from datetime import date, timedelta
from typing import Any

from registry.database import change
from registry.errors import BrokenRule
from registry.model import Agreement, AgreementAnnex, PrivacyAnnex, SecurityAnnex, Supplier
from registry.model.agreement_lists import AgreementStatus
from registry.reference import facts
from registry.services.records import Fields, Rows, assign, edit, fetch, replace_rows


def add_agreement(session: Any, supplier_number: int, fields: Fields, rows: Rows | None = None) -> Agreement:
    """Return the new agreement with this supplier; one that replaces another ends that one when it is in force."""
    with change(session, "overeenkomst toegevoegd"):
        agreement = Agreement(supplier=fetch(session, Supplier, supplier_number))
        with session.no_autoflush:
            assign(agreement, fields)
            replace_rows(agreement, rows or {})
            _settle(session, agreement)
        session.add(agreement)
    return agreement


def edit_agreement(session: Any, number: int, seen: int, fields: Fields, rows: Rows | None = None) -> Agreement:
    """Return the agreement with these fields and rows."""
    with change(session, "overeenkomst gewijzigd"):
        agreement = fetch(session, Agreement, number)
        with session.no_autoflush:
            edit(session, agreement, seen, fields, rows)
            _settle(session, agreement)
    return agreement


def end_agreement(session: Any, number: int, on: date, reason: str) -> Agreement:
    """Return the agreement, ended on this day with its reason; it stays in the register."""
    with change(session, "overeenkomst beëindigd"):
        agreement = fetch(session, Agreement, number)
        if not reason:
            raise BrokenRule("Geef de reden van het einde.", field="end_reason")
        if agreement.status is not AgreementStatus.IN_FORCE:
            raise BrokenRule("Alleen een overeenkomst die geldt, kan eindigen.")
        _end(agreement, on, AgreementStatus.TERMINATED, reason)
    return agreement


def _settle(session: Any, agreement: Agreement) -> None:
    _check_dates(agreement)
    _check_arrangement(agreement)
    _check_products(session, agreement)
    replaced = fetch(session, Agreement, agreement.replaces_id) if agreement.replaces_id else None
    if replaced is not None:
        _replace(replaced, agreement)


def _check_dates(agreement: Agreement) -> None:
    if agreement.status is AgreementStatus.IN_FORCE and agreement.starts_on is None:
        raise BrokenRule("Een overeenkomst die geldt, heeft een ingangsdatum.", field="starts_on")
    for field, day in (("ends_on", agreement.ends_on), ("ended_on", agreement.ended_on)):
        if day and agreement.starts_on and day < agreement.starts_on:
            raise BrokenRule("Het einde kan niet voor de ingangsdatum liggen.", field=field)
    if agreement.notice_months is not None and not 0 <= agreement.notice_months <= 60:
        raise BrokenRule("De opzegtermijn is een aantal maanden van 0 tot en met 60.", field="notice_months")


def _check_arrangement(agreement: Agreement) -> None:
    if agreement.status is AgreementStatus.NOT_NEEDED and not agreement.reason:
        raise BrokenRule("Leg uit waarom er geen verwerkersovereenkomst nodig is.", field="reason")
    if not agreement.arrangement:
        return
    arrangement = facts().arrangements[agreement.arrangement]
    if arrangement.needs_agreement and agreement.status is AgreementStatus.NOT_NEEDED:
        raise BrokenRule("Bij deze soort afspraak hoort wel een overeenkomst of brief.", field="arrangement")
    if agreement.supplier.role.value not in arrangement.roles:
        raise BrokenRule(
            f"“{arrangement.label}” past niet bij {agreement.supplier.name}: die is {agreement.supplier.role.label}.",
            field="arrangement",
        )


def _check_products(session: Any, agreement: Agreement) -> None:
    own = {product.id for product in agreement.supplier.products}
    covered = {row.product_id for row in agreement.products}
    if covered - own:
        raise BrokenRule("Een overeenkomst gaat alleen over producten van deze leverancier.", field="products")
    for row in agreement.annexes:
        if _product_of(session, row) not in covered:
            raise BrokenRule("Een bijlage hoort bij een product waar de overeenkomst over gaat.", field="annexes")


def _product_of(session: Any, row: AgreementAnnex) -> int:
    if row.privacy_annex_id:
        return fetch(session, PrivacyAnnex, row.privacy_annex_id).product_id
    return fetch(session, SecurityAnnex, row.security_annex_id or 0).product_id


def _replace(old: Agreement, new: Agreement) -> None:
    if old is new or old.supplier_id != new.supplier.id:
        raise BrokenRule(
            "Een overeenkomst vervangt een andere overeenkomst met dezelfde leverancier.", field="replaces_id"
        )
    if new.status is AgreementStatus.IN_FORCE and old.status is AgreementStatus.IN_FORCE and new.starts_on:
        _end(
            old,
            new.starts_on - timedelta(days=1),
            AgreementStatus.SUPERSEDED,
            "Vervangen door een nieuwe overeenkomst.",
        )


def _end(agreement: Agreement, on: date, status: AgreementStatus, reason: str) -> None:
    if agreement.starts_on and on < agreement.starts_on:
        raise BrokenRule("Een overeenkomst kan niet eindigen voordat zij inging.", field="ended_on")
    agreement.status, agreement.ended_on, agreement.end_reason = status, on, reason
    agreement.version += 1
