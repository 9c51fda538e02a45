"""Annex versions of both kinds: propose, edit the proposal, accept it, withdraw it, copy one into a new one."""

from datetime import date
from typing import Any, TypeVar

from sqlalchemy import inspect

from registry.database import change
from registry.errors import BrokenRule
from registry.model import PrivacyAnnex, Product, SecurityAnnex
from registry.services.records import Fields, Rows, assign, edit, fetch, replace_rows

Annex = TypeVar("Annex", PrivacyAnnex, SecurityAnnex)
STATE = {"id", "version", "status", "accepted_on", "superseded_on", "product_id"}


def propose_annex(
    session: Any, kind: type[Annex], product_number: int, fields: Fields, rows: Rows | None = None
) -> Annex:
    """Return a new proposed version of this kind of annex for the product."""
    with change(session, "bijlage voorgesteld"):
        annex = kind(product=fetch(session, Product, product_number))
        with session.no_autoflush:
            assign(annex, fields)
            replace_rows(annex, rows or {})
            _check(annex)
        session.add(annex)
    return annex


def edit_annex(
    session: Any, kind: type[Annex], number: int, seen: int, fields: Fields, rows: Rows | None = None
) -> Annex:
    """Return the proposal with these fields and rows; BrokenRule when the version lies fixed."""
    with change(session, "voorgestelde bijlage gewijzigd"):
        annex = fetch(session, kind, number)
        annex.refuse_if_fixed()
        with session.no_autoflush:
            edit(session, annex, seen, fields, rows)
            _check(annex)
    return annex


def accept_annex(session: Any, kind: type[Annex], number: int, on: date) -> Annex:
    """Return the version that holds from this date; the one before it ends on that date and stays readable."""
    with change(session, "bijlage geaccepteerd"):
        annex = fetch(session, kind, number)
        annex.refuse_if_fixed()
        for before in _versions(annex):
            if before.accepted_on is not None and before.superseded_on is None:
                before.supersede(on)
                before.version += 1
        session.flush()  # the database allows one accepted version a product: end the old one first
        annex.accept(on)
        annex.version += 1
    return annex


def withdraw_annex(session: Any, kind: type[Annex], number: int) -> Annex:
    """Return the proposal, laid aside."""
    with change(session, "voorgestelde bijlage ingetrokken"):
        annex = fetch(session, kind, number)
        annex.withdraw()
        annex.version += 1
    return annex


def copy_annex(session: Any, kind: type[Annex], number: int) -> Annex:
    """Return a new proposal with all that stands in this version, to be changed where the supplier changed it."""
    with change(session, "nieuwe versie van de bijlage begonnen"):
        annex = fetch(session, kind, number)
        rows = {name: [_fields(row) for row in getattr(annex, name)] for name in _lists(kind)}
        return propose_annex(session, kind, annex.product_id, _fields(annex), rows)


def _versions(annex: Annex) -> list[Annex]:
    product = annex.product
    return list(product.privacy_annexes if isinstance(annex, PrivacyAnnex) else product.security_annexes)


def _lists(kind: type[Annex]) -> list[str]:
    return [name for name, relation in inspect(kind).relationships.items() if relation.uselist]


def _fields(record: Any) -> dict[str, Any]:
    columns = inspect(type(record)).column_attrs.keys()
    return {name: getattr(record, name) for name in columns if name not in STATE and not name.endswith("annex_id")}


def _check(annex: Annex) -> None:
    if not isinstance(annex, PrivacyAnnex):
        return
    if annex.no_subprocessors and annex.subprocessors:
        raise BrokenRule(
            "Er staan subverwerkers in de lijst; dan kan niet gelden dat ze er niet zijn.", field="no_subprocessors"
        )
    names = {one.name for one in annex.subprocessors}
    for one in annex.subprocessors:
        if one.works_for and (one.works_for == one.name or one.works_for not in names):
            raise BrokenRule(
                f"{one.name} werkt voor {one.works_for}, maar die staat niet in de lijst.", field="subprocessors"
            )
