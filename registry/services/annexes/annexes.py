"""Annex versions of both kinds: propose one, edit the proposal, accept it, withdraw it."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, TypeVar

from registry.database import change
from registry.model import PrivacyAnnex, Product, SecurityAnnex
from registry.services.annexes.annex_rules import check_annex, complete_annex
from registry.services.annexes.looking_again import ask_schools_to_look
from registry.services.records import Fields, Rows, assign, edit, fetch, replace_rows

Annex = TypeVar("Annex", PrivacyAnnex, SecurityAnnex)
NATURAL_KEYS = {"purposes": "purpose", "data": "category", "measures": "measure"}


def propose_annex(
    session: Any, kind: type[Annex], product_number: int, fields: Fields, rows: Rows | None = None
) -> Annex:
    """Return a new proposed version of this kind of annex for the product."""
    with change(session, "bijlage voorgesteld"):
        annex = kind(product=fetch(session, Product, product_number))
        with session.no_autoflush:
            assign(annex, fields)
            replace_rows(annex, rows or {})
            _settle(annex)
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
            edit(session, annex, seen, fields, _recognised(annex, rows or {}))
            _settle(annex)
    return annex


def accept_annex(
    session: Any, kind: type[Annex], number: int, on: date, seen: int | None = None, today: date | None = None
) -> Annex:
    """Return the version that holds from this date; the one before it ends on that date and stays readable.

    `seen` is the version of the record that the accepter read, if any: ChangedMeanwhile when it is newer by now.
    Every school that uses the product is asked to look, after a version of the privacy annex that replaces another;
    `today` is the day from which they have time, by default the day from which the version holds.
    """
    with change(session, "bijlage geaccepteerd"):
        annex = _fetch_proposal(session, kind, number, seen)
        before = replaced_by(annex)
        if before is not None:
            before.supersede(on)
            before.version += 1
        session.flush()  # the database allows one accepted version a product: end the old one first
        annex.accept(on)
        if isinstance(before, PrivacyAnnex) and isinstance(annex, PrivacyAnnex):
            ask_schools_to_look(session, before, annex, today or on)
    return annex


def withdraw_annex(session: Any, kind: type[Annex], number: int, seen: int | None = None) -> Annex:
    """Return the proposal, laid aside; `seen` as with `accept_annex`."""
    with change(session, "voorgestelde bijlage ingetrokken"):
        annex = _fetch_proposal(session, kind, number, seen)
        annex.withdraw()
    return annex


def replaced_by(annex: Annex) -> Annex | None:
    """Return the version that accepting this one would end: the last accepted one of the same product."""
    accepted = (one for one in versions_of(annex) if one.accepted_on is not None and one.superseded_on is None)
    return next(accepted, None)


def versions_of(annex: Annex) -> Sequence[Annex]:
    """Return all versions of this kind of annex for the same product, in the order in which they were entered."""
    product = annex.product
    versions: Any = product.privacy_annexes if isinstance(annex, PrivacyAnnex) else product.security_annexes
    return list(versions)


def _fetch_proposal(session: Any, kind: type[Annex], number: int, seen: int | None) -> Annex:
    annex = fetch(session, kind, number)
    annex.refuse_if_fixed()
    edit(session, annex, annex.version if seen is None else seen, {})
    return annex


def _settle(annex: PrivacyAnnex | SecurityAnnex) -> None:
    complete_annex(annex)
    check_annex(annex)


def _recognised(annex: PrivacyAnnex | SecurityAnnex, rows: Rows) -> Rows:
    """The rows as given, those without a number with that of the stored row about the same code.

    So the history shows what really changed, and the database never meets an old and a new row about one code.
    """
    return {name: list(_with_numbers(annex, name, given)) for name, given in rows.items()}


def _with_numbers(annex: PrivacyAnnex | SecurityAnnex, name: str, given: Sequence[Fields]) -> Iterator[Fields]:
    key = NATURAL_KEYS.get(name, "")
    named = {row.get("id") for row in given}
    free = [row for row in getattr(annex, name) if row.id not in named]
    for row in given:
        same = [] if row.get("id") or not key else [one for one in free if getattr(one, key) == row.get(key)]
        if same:
            free.remove(same[0])
        yield {**row, "id": same[0].id} if same else row
