"""The objection to subprocessors that a proposed privacy annex adds or changes (AVG article 28(2))."""

from typing import Any

from registry import dutch
from registry.errors import BrokenRule
from registry.model import PrivacyAnnex, Subprocessor
from registry.model.annex_state import AnnexStatus
from registry.queries.agreements.agreement_words import annex_name
from registry.reference import facts
from registry.services.paper.composing import Order, Paper
from registry.services.paper.known import Facts, Values
from registry.services.paper.records.places import subprocessor_values
from registry.services.paper.supplier.letters import Letter, refuse_unless_processor
from registry.services.records import fetch

NO_REASON = (
    "Het register kent geen reden van het bezwaar. Schrijf die in Word op de open regels, of haal die regels weg. De "
    "AVG vraagt geen reden."
)
COMPARED = {
    "safeguard_note": "toelichting op de waarborg",
    "place": "plaats",
    "service": "dienst",
    "data": "gegevens",
    "works_for": "werkt voor",
}
CODED = {"country": ("land", "countries"), "safeguard": ("waarborg", "safeguards")}


def objection_paper(session: Any, order: Order) -> Paper:
    """Return the objection to what this proposal says of subprocessors; BrokenRule when there is nothing to object."""
    proposal = fetch(session, PrivacyAnnex, order.subject_id)
    letter = Letter(session, order, proposal.product.supplier)
    refuse_unless_processor(letter.supplier)
    holding = _holding(proposal, order)
    values = _values(proposal, holding, letter.facts)
    if not values["subverwerkers"]:
        raise BrokenRule(
            "In dit voorstel is geen subverwerker nieuw of veranderd. Er is niets om bezwaar tegen te maken."
        )
    return letter.paper({"bezwaar": values}, (NO_REASON,))


def _holding(proposal: PrivacyAnnex, order: Order) -> PrivacyAnnex:
    """The version with which the proposal is compared."""
    if proposal.status is not AnnexStatus.PROPOSED:
        raise BrokenRule(
            f"Bezwaar kan alleen tegen een voorstel. De stand van deze versie is: {proposal.status.label}."
        )
    holding = proposal.product.privacy_annex_on(order.on)
    if holding is None:
        raise BrokenRule("Er is nog geen versie van deze bijsluiter die geldt, dus er is niets om mee te vergelijken.")
    return holding


def _values(proposal: PrivacyAnnex, holding: PrivacyAnnex, facts_used: Facts) -> Values:
    # By the whole name: another legal form is another party, so a name that is spelt otherwise counts as new.
    before = {one.name.casefold(): one for one in holding.subprocessors}
    now = {one.name.casefold() for one in proposal.subprocessors}
    shown = subprocessor_values(proposal, facts_used) if proposal.subprocessors else []
    rows = zip((row for row, _ in proposal.chain()), shown, strict=True)
    changes = [(values, _change(row, before.get(row.name.casefold()))) for row, values in rows]
    return {
        "product": proposal.product.name,
        "voorstel": f"de {_named(proposal)}",
        "geldend": f"de {_named(holding)}",
        "subverwerkers": [values | {"verandering": change} for values, change in changes if change],
        "reden": "",
        "vervallen": dutch.enumeration([one.name for key, one in before.items() if key not in now]),
    }


def _named(annex: PrivacyAnnex) -> str:
    name = annex_name(annex)
    return name[:1].lower() + name[1:]


def _change(row: Subprocessor, before: Subprocessor | None) -> str:
    """What is new or other, in words; nothing when all is as it was."""
    if before is None:
        return "nieuw"
    told = [_told(word, getattr(before, name), getattr(row, name)) for name, word in COMPARED.items()]
    coded = [
        _told(word, _label(table, getattr(before, name)), _label(table, getattr(row, name)))
        for name, (word, table) in CODED.items()
    ]
    return "; ".join(filter(None, [*coded, *told]))


def _label(table: str, code: str) -> str:
    return getattr(facts(), table)[code].label if code else ""


def _told(word: str, before: str, now: str) -> str:
    return "" if before == now else f"{word}: was {before or 'niet genoemd'}, wordt {now or 'niet genoemd'}"
