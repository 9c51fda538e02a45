"""What changes between a version of a product's annex, of either kind, and the one before it or a chosen one."""

from collections.abc import Iterator
from typing import Any

from registry import dutch
from registry.errors import BrokenRule
from registry.model import PrivacyAnnex, SecurityAnnex
from registry.model.annex_state import AnnexStatus
from registry.queries.agreements.agreement_words import annex_name
from registry.queries.annexes.annex_changes import (
    Annex,
    AnnexChange,
    AnnexComparison,
    ChangeKind,
    compare,
    version_before,
)
from registry.queries.annexes.annex_reach import agreements_with, uses_under
from registry.queries.papers.facts_used import FactUsed, facts_of_annex
from registry.services.paper.composing import Order, Paper, Part
from registry.services.paper.known import Facts, Values, written
from registry.services.records import fetch


def annex_changes_paper(session: Any, order: Order) -> Paper:
    """Return the comparison of this version with the chosen one or the one before it; BrokenRule without either."""
    return _paper(session, order, fetch(session, PrivacyAnnex, order.subject_id), "privacybijsluiter")


def security_changes_paper(session: Any, order: Order) -> Paper:
    """Return the comparison of this version with the chosen one or the one before it; BrokenRule without either."""
    return _paper(session, order, fetch(session, SecurityAnnex, order.subject_id), "beveiligingsbijlage")


def _paper(session: Any, order: Order, after: Annex, called: str) -> Paper:
    before = _beside(session, order, after) or version_before(after)
    if before is None:
        raise BrokenRule(f"Dit is de eerste {called} van {after.product.name}. Er is niets om te vergelijken.")
    comparison = compare(before, after)
    values = {"vergelijking": _comparison(comparison) | {"bereik": _reach(session, comparison, order)}}
    edition = f", versie {after.edition}" if after.edition else ""
    return Paper(
        order,
        f"{order.kind.title} {after.product.name}{edition}",
        (Part(order.kind.title, order.kind.template, values),),
        _facts(before, after),
    )


def _beside(session: Any, order: Order, after: Annex) -> Annex | None:
    if order.beside is None:
        return None
    before = session.get(type(after), order.beside)
    if before is None or before is after or before.product_id != after.product_id:
        raise BrokenRule("Kies een andere versie van hetzelfde product om mee te vergelijken.")
    return before  # type: ignore[no-any-return]


def _comparison(comparison: AnnexComparison[Annex]) -> Values:
    product = comparison.after.product
    ordinary = [change for change in comparison.changes if not change.warning]
    return {
        "product": product.name,
        "leverancier": product.supplier.name,
        "oud": _named(comparison.before),
        "nieuw": _named(comparison.after),
        "stand": _standing(comparison.after),
        "aandacht": [_row(change) | {"reden": change.warning} for change in comparison.grave],
        "rijen": [_row(change) for change in ordinary],
        "telzin": _counting(comparison),
    }


def _row(change: AnnexChange) -> Values:
    is_there = change.kind is not ChangeKind.DROPPED
    return {
        "onderwerp": change.topic,
        "wat": change.name,
        "soort": change.kind.label,
        "was": change.was or "stond er niet in",
        "wordt": change.now if is_there else "staat er niet meer in",
    }


def _named(annex: PrivacyAnnex | SecurityAnnex) -> str:
    dated = f" van {dutch.long_date(annex.dated)}" if annex.dated and annex.edition else ""
    return f"{annex_name(annex)}{dated}"


def _standing(annex: PrivacyAnnex | SecurityAnnex) -> str:
    if annex.status is AnnexStatus.PROPOSED:
        return "De nieuwe versie is een voorstel. Het bestuur heeft die nog niet geaccepteerd."
    if annex.status is AnnexStatus.WITHDRAWN:
        return "De nieuwe versie is ingetrokken en gold nooit."
    until = f" tot {written(annex.superseded_on)}" if annex.superseded_on else ""
    return f"De nieuwe versie {'gold' if until else 'geldt'} vanaf {written(annex.accepted_on)}{until}."


def _counting(comparison: AnnexComparison[Annex]) -> str:
    found = [change.kind for change in comparison.changes]
    if not found:
        return "De twee versies zeggen in het register hetzelfde."
    parts = [f"{found.count(kind)} {kind.label}" for kind in ChangeKind if kind in found]
    return f"{dutch.count(len(found), 'verschil', 'verschillen')}: {dutch.enumeration(parts)}."


def _reach(session: Any, comparison: AnnexComparison[Annex], order: Order) -> str:
    schools = len({use.school_id for use in uses_under(session, comparison.after, order.on)})
    gets = dutch.count(schools, "school krijgt", "scholen krijgen") if schools else "Geen school krijgt"
    told = f"{gets} met de nieuwe versie te maken."
    bound = len(agreements_with(session, comparison.before))
    which = dutch.count(bound, "overeenkomst noemt", "overeenkomsten noemen")
    return f"{told} {which} de oude versie." if bound else told


def _facts(*annexes: PrivacyAnnex | SecurityAnnex) -> Facts:
    used = Facts()
    for annex in annexes:
        found = _privacy_facts(annex) if isinstance(annex, PrivacyAnnex) else _security_facts(annex)
        used.used.update(dict.fromkeys(found))
    return used


def _privacy_facts(annex: PrivacyAnnex) -> Iterator[FactUsed]:
    yield from facts_of_annex(annex)
    yield from (("purposes", row.purpose) for row in annex.purposes)


def _security_facts(annex: SecurityAnnex) -> Iterator[FactUsed]:
    yield from (("biv_levels", code) for code in (annex.availability, annex.integrity, annex.confidentiality) if code)
    for row in annex.measures:
        yield "measures", row.measure
        yield "measure_answers", row.answer
