"""What is still missing between the board and a supplier: the agreement, its signatures, its reason."""

from collections.abc import Iterator
from datetime import date

from registry.dutch import enumeration, short_date
from registry.model import Agreement, Product, Supplier
from registry.model.agreement_lists import AgreementStatus, ConclusionMode
from registry.model.supplier import PartyRole
from registry.queries.agreements.arrangements import standing_agreements
from registry.queries.suppliers.owed_item import Owed, owed_of
from registry.reference import facts

BOUND = (PartyRole.PROCESSOR, PartyRole.JOINT_CONTROLLER)  # AVG articles 28 and 26


def owed_on_agreements(supplier: Supplier, used: list[Product], on: date) -> Iterator[Owed]:
    """Yield what is missing in the agreements with this supplier, given the products that schools use."""
    standing = standing_agreements(supplier, on)
    if used and not standing:
        yield from _without(supplier, used)
    for agreement in standing:
        if not agreement.reason and _needs_reason(agreement):
            yield owed_of(agreement, "reason_missing", "Er staat niet waarom er geen verwerkersovereenkomst nodig is.")
    settled = [agreement for agreement in standing if not agreement.status.is_open]
    for agreement in settled:
        yield from _on_conclusion(agreement)
    if used and standing and supplier.role in BOUND:
        yield from _on_products(settled, used) if settled else _not_yet(standing[0])


def _without(supplier: Supplier, used: list[Product]) -> Iterator[Owed]:
    over = [agreement for agreement in supplier.agreements if agreement.status.was_in_force]
    if supplier.role in BOUND and over:
        yield owed_of(over[-1], "agreement_ended", f"{_ended(over[-1])}, maar scholen gebruiken {_names(used)} nog.")
    elif supplier.role in BOUND:
        sentence = f"Er is geen overeenkomst met {supplier.name}, maar scholen gebruiken {_names(used)}."
        yield owed_of(supplier, "agreement_missing", sentence)
    elif supplier.role is not PartyRole.OUT_OF_SCOPE:
        sentence = f"Er staat niet waarom met {supplier.name} geen overeenkomst nodig is."
        yield owed_of(supplier, "decision_missing", sentence)


def _ended(agreement: Agreement) -> str:
    last = f" op {short_date(agreement.last_day)}" if agreement.last_day else ""
    return f"De overeenkomst met {agreement.supplier.name} is{last} afgelopen"


def _needs_reason(agreement: Agreement) -> bool:
    arrangement = facts().arrangements.get(agreement.arrangement)
    return agreement.status is AgreementStatus.NOT_NEEDED or (arrangement is not None and arrangement.needs_reason)


def _on_conclusion(agreement: Agreement) -> Iterator[Owed]:
    if agreement.status is AgreementStatus.NOT_NEEDED:
        return
    if not agreement.arrangement:
        yield owed_of(agreement, "arrangement_unknown", "Er staat niet wat voor afspraak het is.")
    if agreement.starts_on is None:
        yield owed_of(agreement, "start_unknown", "Er staat niet wanneer de overeenkomst inging.")
    if agreement.conclusion_mode is ConclusionMode.UNKNOWN:
        yield owed_of(agreement, "conclusion_unknown", "Er staat niet hoe de overeenkomst is gesloten.")
    if not agreement.conclusion_mode.needs_signatures:
        return
    if agreement.supplier_signed_on is None:
        sentence = f"De handtekening van {agreement.supplier.name} onder de overeenkomst ontbreekt."
        yield owed_of(agreement, "supplier_signature_missing", sentence)
    if agreement.board_signed_on is None:
        sentence = "De handtekening van het bestuur onder de overeenkomst ontbreekt."
        yield owed_of(agreement, "board_signature_missing", sentence)


def _on_products(settled: list[Agreement], used: list[Product]) -> Iterator[Owed]:
    if any(agreement.status is AgreementStatus.NOT_NEEDED for agreement in settled):
        return
    outside = [product for product in used if not any(agreement.covers(product.id) for agreement in settled)]
    if outside:
        sentence = f"De overeenkomst gaat niet over {_names(outside)}."
        yield owed_of(settled[0], "agreement_product_missing", sentence)


def _not_yet(agreement: Agreement) -> Iterator[Owed]:
    sentence = f"De overeenkomst met {agreement.supplier.name} geldt nog niet. De stand is: {agreement.status.label}."
    yield owed_of(agreement, "agreement_open", sentence)


def _names(products: list[Product]) -> str:
    return enumeration([product.name for product in products])
