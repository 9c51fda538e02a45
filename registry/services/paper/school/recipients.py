"""The letter that names who received data of a school's pupils in a period (AVG 15 lid 1 onder c)."""

from datetime import date
from typing import Any

from registry import dutch
from registry.documents import Gap
from registry.errors import BrokenRule
from registry.model import PrivacyAnnex, Product, School
from registry.queries.uses.recipients import Recipient, recipients_between
from registry.queries.uses.use_lines import UseLine
from registry.services.paper.composing import Order, Paper, Part
from registry.services.paper.known import Facts, Value, Values, gap, gap_of
from registry.services.paper.records.parties import the_board
from registry.services.paper.records.rights import complaint_sentence
from registry.services.paper.records.schools import contact_values, notes_on_proposals, said, school_values
from registry.services.records import fetch


def recipients_letter(session: Any, order: Order) -> Paper:
    """Return the letter for this school and the period from `since` to `on`; BrokenRule without one in the past."""
    school, since = fetch(session, School, order.subject_id), order.since
    if since is None:
        raise BrokenRule("Kies eerst vanaf welke dag de brief over ontvangers moet gaan.")
    if order.on > order.made_on:
        raise BrokenRule("De laatste dag van de periode moet nog komen. Kies vandaag of een dag daarvoor.")
    if since > order.on:
        raise BrokenRule("De periode begint na de dag waarop zij eindigt. Kies een eerdere eerste dag.")
    board, used = the_board(session), Facts()
    found = recipients_between(session, school.id, since, order.on)
    used.used.update((fact, None) for one in found for fact in one.facts)
    values = {
        "school": school_values(school, used),
        "brief": _letter(found, order.made_on) | {"van": dutch.long_date(since), "tot": dutch.long_date(order.on)},
        "contact": contact_values(school, board) | {"klacht": complaint_sentence(used)},
    }
    return Paper(
        order,
        f"Ontvangers van gegevens {school.name}, {dutch.short_date(since)} tot en met {dutch.short_date(order.on)}",
        (Part(order.kind.title, order.kind.template, values),),
        used,
        school_id=school.id,
        notes=notes_on_proposals([one.row for one in found]),
    )


def _letter(found: list[Recipient], today: date) -> Values:
    return {
        "leveranciers": [_row(one, today) for one in found if not one.is_controller],
        "ontvangers": [_row(one, today) | {"grond": said(one.row, "ground")} for one in found if one.is_controller],
        "leeg": not found,
    }


def _row(one: Recipient, today: date) -> Values:
    """What one line says; the register keeps the groups of this day, so it tells them of a period up to this day."""
    return {
        "leverancier": one.row.supplier_text,
        "product": one.row.product_text,
        "rol": one.row.role,
        "periode": one.days,
        "groepen": one.use.groups if one.last >= today else "",
        "doel": said(one.row, "purpose"),
        "gegevens": one.data or gap_of(one.row.missing["data"]),
        "subverwerkers": _behind(one),
        "buiten_eer": one.row.outside_text or gap_of(one.row.missing["outside_eea"]),
    }


def _behind(one: Recipient) -> Value:
    """The subprocessors by name; a controller works for itself, so of its helpers the register need not know."""
    if one.behind is not None:
        return dutch.enumeration(one.behind) or "geen"
    return "" if one.is_controller else _unknown_behind(one.use, one.annexes)


def _unknown_behind(use: UseLine, annexes: tuple[PrivacyAnnex, ...]) -> Gap:
    silent = [annex for annex in annexes if not annex.subprocessors and not annex.no_subprocessors]
    if silent:
        return gap(silent[0], PrivacyAnnex.subprocessors, "Subverwerkers")
    return gap(use.product, Product.privacy_annexes, "Privacybijsluiter")
