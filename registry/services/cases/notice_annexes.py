"""A new version of a privacy annex out of a notice: the one that holds, with the subprocessor changed in its tree."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import inspect

from registry.database import change
from registry.errors import BrokenRule, NotFound
from registry.model import NoticeProduct, PrivacyAnnex, SubprocessorNotice
from registry.model.base import Record
from registry.model.subprocessor_notice import NoticeDecision, SubprocessorChange
from registry.services.annexes.annexes import propose_annex
from registry.services.records import fetch

LISTS = ("purposes", "data", "denials", "options", "storage", "retention", "subprocessors")
OF_VERSION = {"edition", "dated", "status", "accepted_on", "superseded_on", "source", "product_id"}
NOT_COPIED = {"id", "version", "privacy_annex_id"}
PLACE = ("country", "place", "safeguard", "safeguard_note")
Tree = list[dict[str, Any]]


def propose_from_notice(session: Any, number: int, product_number: int, on: date) -> PrivacyAnnex:
    """Return the proposal for this product that follows from the notice, for a person to check and accept.

    Asked twice it is the same proposal. BrokenRule when the board objects, when no annex holds on this date, or when
    the annex does not know the subprocessor that changes or goes.
    """
    with change(session, "bijsluiter voorgesteld na een wijziging bij een subverwerker"):
        notice = fetch(session, SubprocessorNotice, number)
        row = _row(notice, product_number)
        if row.privacy_annex is not None:
            return row.privacy_annex
        if notice.decision is NoticeDecision.OBJECTION:
            raise BrokenRule("Het bestuur maakte bezwaar. Dan komt er nog geen nieuwe bijsluiter.")
        holding = row.product.privacy_annex_on(on)
        if holding is None:
            raise BrokenRule(f"Er is geen bijsluiter van {row.product.name} die nu geldt. Vul die eerst in.")
        rows = {name: [_values(one) for one in getattr(holding, name)] for name in LISTS}
        rows["subprocessors"] = _changed(rows["subprocessors"], notice)
        fields = _values(holding, OF_VERSION) | {"source": _source(notice)}
        if rows["subprocessors"]:
            fields["no_subprocessors"] = False
        row.privacy_annex = propose_annex(session, PrivacyAnnex, product_number, fields, rows)
        notice.version += 1
    return row.privacy_annex


def _row(notice: SubprocessorNotice, product_number: int) -> NoticeProduct:
    found = next((row for row in notice.products if row.product_id == product_number), None)
    if found is None:
        raise NotFound
    return found


def _values(record: Record, without: set[str] = frozenset()) -> dict[str, Any]:  # type: ignore[assignment]
    names = (attribute.key for attribute in inspect(type(record)).column_attrs)
    return {name: getattr(record, name) for name in names if name not in NOT_COPIED | without}


def _source(notice: SubprocessorNotice) -> str:
    return f"bericht van de leverancier van {notice.received_on:%d-%m-%Y}"


def _changed(tree: Tree, notice: SubprocessorNotice) -> Tree:
    new = {"name": notice.name, "service": notice.service, "data": notice.data, **_place(notice)}
    match notice.change:
        case SubprocessorChange.ADDED:
            _refuse_known(tree, notice)
            return [*tree, new | {"works_for": ""}]
        case SubprocessorChange.REPLACED:
            old = _known(tree, notice.replaces)
            return list(_renamed(tree, old, old | new))
        case SubprocessorChange.CHANGED:
            old = _known(tree, notice.name)
            told = {name: value for name, value in new.items() if value and name not in ("name", *PLACE)}
            return list(_renamed(tree, old, old | told | (_place(notice) if notice.country else {})))
        case _:
            gone = _known(tree, notice.name)
            return [row for row in tree if row is not gone]


def _place(notice: SubprocessorNotice) -> dict[str, Any]:
    return {name: getattr(notice, name) for name in PLACE}


def _renamed(tree: Tree, old: dict[str, Any], new: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The tree with the new row in the place of the old one; who worked for the old one works for the new one."""
    for row in tree:
        follows = {"works_for": new["name"]} if row["works_for"] == old["name"] else {}
        yield new if row is old else row | follows


def _known(tree: Tree, name: str) -> dict[str, Any]:
    found = next((row for row in tree if row["name"].casefold() == name.casefold()), None)
    if found is None:
        raise BrokenRule(f"“{name}” staat niet in de bijsluiter die geldt. Kijk na of de naam daar anders is.")
    return found


def _refuse_known(tree: Tree, notice: SubprocessorNotice) -> None:
    if any(row["name"].casefold() == notice.name.casefold() for row in tree):
        raise BrokenRule(
            f"“{notice.name}” staat al in de bijsluiter die geldt. Kies dan dat de subverwerker verandert."
        )
