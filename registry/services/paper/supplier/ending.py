"""The letter at the end of an agreement, with the statement of deletion that it asks for (AVG article 28(3)(g)).

Where the board stops with some of the products of an agreement that goes on, the letter is about those products only.
"""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from registry import dutch
from registry.errors import BrokenRule
from registry.model import Agreement, Closing, PrivacyAnnex, Product, Supplier, Use
from registry.model.agreement_lists import AgreementStatus
from registry.services.paper.composing import Order, Paper
from registry.services.paper.known import Facts, Value, Values, gap, known
from registry.services.paper.reading import the_supplier
from registry.services.paper.records.agreement import covered_products
from registry.services.paper.records.annexes import choose_annexes
from registry.services.paper.supplier.letters import Letter, refuse_unless_processor


@dataclass(frozen=True)
class _Ending:
    """What ends: an agreement, or only some of its products, each with its dossier of stopping."""

    agreement: Agreement
    products: list[Product]
    closings: list[Closing]
    staying: list[Product]

    @property
    def is_partial(self) -> bool:
        return bool(self.staying)


def ending_paper(session: Any, order: Order) -> Paper:
    """Return the letter about the end of an agreement: the chosen one, else the newest.

    One of which a product stops comes first, then one that ended, then one that holds.
    """
    supplier = the_supplier(session, order.subject_id)
    refuse_unless_processor(supplier)
    letter = Letter(session, order, supplier)
    ending = _ending(session, supplier, order)
    values = _values(ending, order, letter.facts)
    return letter.paper({"einde": values}, _notes(ending, order), ending.agreement.reference)


def _ending(session: Any, supplier: Supplier, order: Order) -> _Ending:
    held = [one for one in supplier.agreements if one.status.was_in_force]
    wanted = [one for one in held if order.agreement in (None, one.id)]
    if not wanted:
        raise BrokenRule(
            f"Er is geen overeenkomst met {supplier.name} die geldt of gold. Er is dus geen einde te melden."
        )
    found = [_what_ends(session, one, order) for one in wanted]
    terminated = [one for one in found if one.agreement.status is AgreementStatus.TERMINATED]
    return ([one for one in found if one.is_partial] or terminated or found)[-1]


def _what_ends(session: Any, agreement: Agreement, order: Order) -> _Ending:
    products = covered_products(agreement.supplier, agreement)
    numbers = [product.id for product in products]
    begun = session.scalars(select(Closing).where(Closing.product_id.in_(numbers)).order_by(Closing.id))
    closings = [one for one in begun if one.is_under_way(order.on)]
    stopping = [product for product in products if any(one.product_id == product.id for one in closings)]
    if agreement.ended_on is None and stopping and len(stopping) < len(products):
        return _Ending(agreement, stopping, closings, [one for one in products if one not in stopping])
    return _Ending(agreement, products, [], [])


def _notes(ending: _Ending, order: Order) -> tuple[str, ...]:
    if ending.agreement.status is AgreementStatus.SUPERSEDED:
        return ("Deze overeenkomst is vervangen door een andere. Kijk na of de gegevens wel weg moeten.",)
    used = [one.name for one in ending.products if any(use.is_current(order.on) for use in one.uses)]
    return (f"Scholen gebruiken {dutch.enumeration(used)} nog.",) if used else ()


def _values(ending: _Ending, order: Order, facts: Facts) -> Values:
    agreement = ending.agreement
    return {
        "overeenkomst": _named(agreement, facts),
        "wanneer": _when(ending, order),
        "blijft": dutch.enumeration([product.name for product in ending.staying]),
        "producten": dutch.enumeration([product.name for product in ending.products])
        or gap(agreement, Agreement.products, "Producten"),
        "termijn": known(agreement, Agreement.deletion_term),
        "subverwerkers": dutch.enumeration(_subprocessors(ending, order)),
    }


def _named(agreement: Agreement, facts: Facts) -> Value:
    label = facts.label("arrangements", agreement.arrangement)
    if not label:
        return gap(agreement, Agreement.arrangement)
    since = f", die inging op {dutch.long_date(agreement.starts_on)}" if agreement.starts_on else ""
    return f"{label[:1].lower()}{label[1:]}{since}"


def _when(ending: _Ending, order: Order) -> Value:
    if ending.is_partial:
        return _when_in_part(ending, order)
    last = ending.agreement.last_day
    if last is None:
        return gap(ending.agreement, Agreement.ended_on)
    return f"{'is geëindigd' if last < order.made_on else 'eindigt'} op {dutch.long_date(last)}"


def _when_in_part(ending: _Ending, order: Order) -> Value:
    uses = [line.use for closing in ending.closings for line in closing.lines]
    if running := next((use for use in uses if use.until is None), None):
        return gap(running, Use.until)
    last = max((use.until for use in uses if use.until), default=order.on)
    ends = "is geëindigd" if last < order.made_on else "eindigt"
    return f"{ends} op {dutch.long_date(last)} voor een deel van de producten"


def _subprocessors(ending: _Ending, order: Order) -> list[str]:
    chosen = choose_annexes(ending.products, ending.agreement, order.on)
    annexes = [one.version for one in chosen if isinstance(one.version, PrivacyAnnex)]
    return list(dict.fromkeys(row.name for annex in annexes for row in annex.subprocessors))
