"""The letter at the end of an agreement, with the statement of deletion that it asks for (AVG article 28(3)(g))."""

from typing import Any

from registry import dutch
from registry.errors import BrokenRule
from registry.model import Agreement, PrivacyAnnex, Supplier
from registry.model.agreement_lists import AgreementStatus
from registry.services.paper.composing import Order, Paper
from registry.services.paper.known import Facts, Value, Values, gap, known
from registry.services.paper.records.agreement import covered_products
from registry.services.paper.records.annexes import choose_annexes
from registry.services.paper.supplier.letters import Letter, refuse_unless_processor
from registry.services.records import fetch


def ending_paper(session: Any, order: Order) -> Paper:
    """Return the letter about the end of the chosen agreement, else of the newest that ended or holds."""
    supplier = fetch(session, Supplier, order.subject_id)
    refuse_unless_processor(supplier)
    letter = Letter(session, order, supplier)
    agreement = _ending(supplier, order)
    return letter.paper(
        {"einde": _values(agreement, order, letter.facts)}, _notes(agreement, order), agreement.reference
    )


def _ending(supplier: Supplier, order: Order) -> Agreement:
    held = [one for one in supplier.agreements if one.status.was_in_force]
    wanted = [one for one in held if order.agreement in (None, one.id)]
    if not wanted:
        raise BrokenRule(
            f"Er is geen overeenkomst met {supplier.name} die geldt of gold. Er is dus geen einde te melden."
        )
    terminated = [one for one in wanted if one.status is AgreementStatus.TERMINATED]
    return (terminated or wanted)[-1]


def _notes(agreement: Agreement, order: Order) -> tuple[str, ...]:
    if agreement.status is AgreementStatus.SUPERSEDED:
        return ("Deze overeenkomst is vervangen door een andere. Kijk na of de gegevens wel weg moeten.",)
    used = [row.product.name for row in agreement.products if any(use.is_current(order.on) for use in row.product.uses)]
    return (f"Scholen gebruiken {dutch.enumeration(used)} nog.",) if used else ()


def _values(agreement: Agreement, order: Order, facts: Facts) -> Values:
    products = covered_products(agreement.supplier, agreement)
    return {
        "overeenkomst": _named(agreement, facts),
        "wanneer": _when(agreement, order),
        "producten": dutch.enumeration([product.name for product in products])
        or gap(agreement, Agreement.products, "Producten"),
        "termijn": known(agreement, Agreement.deletion_term),
        "subverwerkers": dutch.enumeration(_subprocessors(agreement, order)),
    }


def _named(agreement: Agreement, facts: Facts) -> Value:
    label = facts.label("arrangements", agreement.arrangement)
    if not label:
        return gap(agreement, Agreement.arrangement)
    since = f", die inging op {dutch.long_date(agreement.starts_on)}" if agreement.starts_on else ""
    return f"{label[:1].lower()}{label[1:]}{since}"


def _when(agreement: Agreement, order: Order) -> Value:
    last = agreement.last_day
    if last is None:
        return gap(agreement, Agreement.ended_on)
    return f"{'is geëindigd' if last < order.made_on else 'eindigt'} op {dutch.long_date(last)}"


def _subprocessors(agreement: Agreement, order: Order) -> list[str]:
    chosen = choose_annexes(covered_products(agreement.supplier, agreement), agreement, order.on)
    annexes = [one.version for one in chosen if isinstance(one.version, PrivacyAnnex)]
    return list(dict.fromkeys(row.name for annex in annexes for row in annex.subprocessors))
