"""The card for a data breach at one supplier: whom to reach, how fast, and whose data it may be about."""

from typing import Any

from registry import dutch
from registry.errors import BrokenRule
from registry.model import Agreement, PrivacyAnnex, Product, School, SchoolBoard, SecurityAnnex, Supplier
from registry.model.annex_state import AnnexStatus
from registry.model.supplier import ContactKind, PartyRole
from registry.queries.agreements.agreement_words import agreement_title, term_sentence
from registry.queries.annexes.annex_flags import has_national_number, is_national_number, is_special
from registry.queries.annexes.annex_words import about_whom, capital, data_word
from registry.queries.papers.facts_used import facts_of_annex
from registry.services.paper.composing import Order, Paper, Part
from registry.services.paper.known import Facts, Value, Values, gap, known
from registry.services.paper.reading import the_supplier
from registry.services.paper.records.annexes import choose_annexes
from registry.services.paper.records.parties import board_values, supplier_values, the_board

RESPONSIBLE = (PartyRole.PROCESSOR, PartyRole.JOINT_CONTROLLER)
ABOUT_BREACHES = "datalek"  # how a deviation about breaches names its topic


def breach_card_paper(session: Any, order: Order) -> Paper:
    """Return the card of this supplier; BrokenRule when the board has no duty to report, or nothing is known.

    What it tells stands in the group "kaart" of its only part: the page of a breach shows the same.
    """
    supplier, board, used = the_supplier(session, order.subject_id), the_board(session), Facts()
    products = [one for one in supplier.products if one.retired_on is None or order.on < one.retired_on]
    _refuse(supplier, products)
    agreement = supplier.agreement_on(order.on)
    chosen = choose_annexes(products, agreement, order.on)
    privacy = {one.product.id: one.version for one in chosen if isinstance(one.version, PrivacyAnnex)}
    security = [one.version for one in chosen if isinstance(one.version, SecurityAnnex)]
    card = {
        "meldpunten": [*_at_supplier(supplier, security), *_at_board(board)],
        "uren": [_hours(one) for one in security],
        **_warnings([one for one in privacy.values() if one]),
        "producten": [_product(one, privacy.get(one.id), order, used) for one in products],
        **_promises(agreement, order),
    }
    values = {"bestuur": board_values(board), "leverancier": supplier_values(supplier, order.on, used), "kaart": card}
    part = Part(order.kind.title, order.kind.template, values)
    notes = tuple(one.note for one in chosen if one.version and one.version.status is AnnexStatus.PROPOSED)
    return Paper(order, f"{order.kind.title} – {supplier.name}", (part,), used, notes=notes)


def _refuse(supplier: Supplier, products: list[Product]) -> None:
    if supplier.role not in RESPONSIBLE:
        raise BrokenRule(
            f"Een datalek bij {supplier.name} meldt die organisatie zelf. De rol is: {supplier.role.label}. Daarom is "
            "er geen datalekkaart."
        )
    if not products:
        raise BrokenRule(f"Het register kent geen product van {supplier.name} dat op deze dag nog in gebruik kan zijn.")


def _at_supplier(supplier: Supplier, annexes: list[SecurityAnnex]) -> list[Values]:
    """Every point of the supplier that is known, each once; a row that is one gap when there is none."""
    rows: list[Values] = [
        _point(supplier.name, one.function, one.email, one.phone, one.hours)
        for one in supplier.contacts
        if one.kind is ContactKind.DATA_BREACH and (one.email or one.phone)
    ]
    known_points = {(row["email"], row["telefoon"]) for row in rows}
    for annex in annexes:
        point = (annex.breach_email or "–", annex.breach_phone or "–")
        if (annex.breach_email or annex.breach_phone) and point not in known_points:
            who = f"{supplier.name}, voor {annex.product.name}"
            rows.append(_point(who, annex.breach_function, annex.breach_email, annex.breach_phone))
    lacking = gap(supplier, Supplier.contacts, "Meldpunt datalekken")
    return rows or [_point(supplier.name, lacking, lacking, lacking)]


def _at_board(board: SchoolBoard) -> list[Values]:
    point = _point(
        "Meldpunt van het bestuur",
        known(board, SchoolBoard.breach_function),
        known(board, SchoolBoard.breach_email),
        board.breach_phone,
    )
    dpo = _point("FG van het bestuur", board.dpo_function, known(board, SchoolBoard.dpo_email), "")
    return [point, dpo]


def _point(who: str, function: Value, email: Value, phone: Value, reachable: str = "") -> Values:
    told = {"functie": function or "–", "email": email or "–", "telefoon": phone or "–"}
    return {"wie": who, "bereikbaar": reachable, **told}


def _hours(annex: SecurityAnnex) -> Values:
    return {
        "product": annex.product.name,
        "uren": annex.breach_hours or gap(annex, SecurityAnnex.breach_hours),
        "bron": f"bijlage 2{f', versie {annex.edition}' if annex.edition else ''}",
    }


def _warnings(annexes: list[PrivacyAnnex]) -> Values:
    """Which special categories there are and in which products a national number, each for the top of the card."""
    special = [
        f"{data_word(item)}, in {annex.product.name}" for annex in annexes for item in annex.data if is_special(item)
    ]
    return {
        "bijzonder": "; ".join(special),
        "bsn": dutch.enumeration([annex.product.name for annex in annexes if has_national_number(annex)]),
    }


def _product(product: Product, annex: PrivacyAnnex | None, order: Order, used: Facts) -> Values:
    schools = {use.school for use in product.uses if use.is_current(order.on)}
    named = [_school(one) for one in sorted(schools, key=lambda one: one.name.casefold())]
    row: Values = {"naam": product.name, "scholen": dutch.enumeration(named) or "geen"}
    if annex is None:
        unknown = gap(product, Product.privacy_annexes, "Privacybijsluiter")
        return row | dict.fromkeys(("gegevens", "van_wie", "subverwerkers"), unknown)
    used.used.update(dict.fromkeys(facts_of_annex(annex)))
    missing = gap(annex, PrivacyAnnex.data, "Gegevens")
    return row | {
        "gegevens": _data(annex) or missing,
        "van_wie": about_whom(annex) or missing,
        "subverwerkers": _subprocessors(annex),
    }


def _school(school: School) -> str:
    """The school with how many pupils it has: the most that a breach can touch there, and never how many it did."""
    pupils = "aantal leerlingen niet bekend"
    if school.pupils is not None:
        pupils = f"ongeveer {dutch.count(school.pupils, 'leerling', 'leerlingen')}"
    return f"{school.name} ({pupils})"


def _data(annex: PrivacyAnnex) -> str:
    """The data, with the special ones and the national number first."""
    first = sorted(annex.data, key=lambda item: not (is_special(item) or is_national_number(item)))
    return capital("; ".join(dict.fromkeys(data_word(item) for item in first)))


def _subprocessors(annex: PrivacyAnnex) -> Value:
    names = dutch.enumeration(list(dict.fromkeys(row.name for row in annex.subprocessors)))
    if names or annex.no_subprocessors:
        return names or "geen"
    return gap(annex, PrivacyAnnex.subprocessors, "Subverwerkers")


def _promises(agreement: Agreement | None, order: Order) -> Values:
    """What was agreed: which agreement holds, and its deviations about breaches."""
    if agreement is None:
        return {"afspraak": "op deze dag geldt er geen overeenkomst met deze leverancier.", "afwijkingen": []}
    return {
        "afspraak": f"{agreement_title(agreement)}. {term_sentence(agreement, order.on)}",
        "afwijkingen": [
            {"onderwerp": row.topic, "afwijking": row.difference}
            for row in agreement.deviations
            if ABOUT_BREACHES in f"{row.topic} {row.difference}".casefold()
        ],
    }
