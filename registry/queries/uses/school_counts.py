"""What may truly be said of a school's list in numbers, and the sentences that say it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from registry import dutch
from registry.model import Agreement, Supplier, Use
from registry.model.supplier import CovenantStatus
from registry.reference import facts

KindsOfAgreement = dict[tuple[int, date], set[str]]  # by product and day


@dataclass(frozen=True)
class Counts:
    """Numbers of a school's list, recipients apart.

    `processors`: suppliers that AVG 28 asks an agreement of; `with_agreement` of them have one in force that covers
    every product in the list, `with_letter` such a letter, mail or clause in terms. `participants` and `supporters`
    are suppliers of the covenant. `is_complete`: no use was left out of the list.
    """

    products: int
    suppliers: int
    processors: int
    with_agreement: int
    with_letter: int
    participants: int
    supporters: int
    recipients: int
    is_complete: bool


def counts_of(
    uses: Sequence[Use], recipients: Sequence[Use], on: date, is_complete: bool, known: KindsOfAgreement
) -> Counts:
    """Return the numbers of these uses and recipients on this day; `known` as in `row_of`."""
    suppliers = list({use.product.supplier_id: use.product.supplier for use in uses}.values())
    processors = [supplier for supplier in suppliers if supplier.is_processor]
    status = [supplier.covenant_status(on) for supplier in suppliers]
    products = _products_by_supplier(uses)
    arranged = [_arranged(supplier, products[supplier.id], on, known) for supplier in processors]
    return Counts(
        products=len({use.product_id for use in uses}),
        suppliers=len(suppliers),
        processors=len(processors),
        with_agreement=arranged.count("agreement"),
        with_letter=arranged.count("letter"),
        participants=status.count(CovenantStatus.PARTICIPANT),
        supporters=status.count(CovenantStatus.SUPPORTER),
        recipients=len({use.product.supplier_id for use in recipients}),
        is_complete=is_complete,
    )


def counting_sentence(
    counts: Counts, school_name: str, on: date, only_learning_materials: bool = False, where: str = "dit overzicht"
) -> str:
    """Return how many products of how many suppliers, and with whom an agreement holds; "alle" only when it is so.

    `where`: what the paper calls the list that the numbers are of.
    """
    about = ("leermiddel of toets", "leermiddelen en toetsen") if only_learning_materials else ("product", "producten")
    products = dutch.count(counts.products, *about)
    if not counts.products:
        place = "het register" if counts.is_complete else where
        told = f"Op {dutch.long_date(on)} staan er voor {school_name} geen {about[1]} in {place}."
    else:
        uses = f"gebruikt {school_name}" if counts.is_complete else f"staan er voor {school_name} in {where}"
        uses = uses.replace("staan", "staat") if counts.products == 1 else uses
        suppliers = dutch.count(counts.suppliers, "leverancier", "leveranciers")
        told = f"Op {dutch.long_date(on)} {uses} {products} van {suppliers}."
    return " ".join([told, *_agreement_sentences(counts, where), *_recipient_sentences(counts)])


def covenant_sentence(counts: Counts) -> str:
    """Return how many of the suppliers take part in the covenant; empty when none is known to."""
    kinds = ((counts.participants, "deelnemer"), (counts.supporters, "medestander"))
    known = [(number, f"{'is' if number == 1 else 'zijn'} {kind}") for number, kind in kinds if number]
    if not known:
        return ""
    (number, are), *others = known
    parts = [f"{number} van deze leveranciers {are}", *(f"{number} {are}" for number, are in others)]
    return f"{dutch.enumeration(parts)} van het Privacyconvenant Onderwijs."


def _agreement_sentences(counts: Counts, where: str) -> list[str]:
    sentences = []
    if counts.with_agreement:
        sentences.append(f"{_with_whom(counts, where)} geldt een verwerkersovereenkomst.")
    elif counts.processors and not counts.with_letter:
        whom = "deze leverancier" if counts.suppliers == 1 else "deze leveranciers"
        sentences.append(f"In het register staat nog geen verwerkersovereenkomst die met {whom} geldt.")
    if counts.with_letter:
        who = dutch.count(counts.with_letter, "leverancier", "leveranciers")
        sentences.append(f"Met {who} staan de afspraken in een brief, een e-mail of de voorwaarden.")
    if others := counts.suppliers - counts.processors:
        sentences.append(dutch.count(others, "leverancier is geen verwerker.", "leveranciers zijn geen verwerker."))
    return sentences


def _with_whom(counts: Counts, where: str) -> str:
    if counts.with_agreement < counts.suppliers:
        return f"Met {counts.with_agreement} van deze leveranciers"
    return "Met deze leverancier" if counts.suppliers == 1 else f"Met alle leveranciers in {where}"


def _recipient_sentences(counts: Counts) -> list[str]:
    if not counts.recipients:
        return []
    who = dutch.count(counts.recipients, "andere organisatie", "andere organisaties")
    get = "krijgt" if counts.recipients == 1 else "krijgen"
    return [f"Daarnaast {get} {who} gegevens van de school."]


def _products_by_supplier(uses: Iterable[Use]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {}
    for use in uses:
        found.setdefault(use.product.supplier_id, set()).add(use.product_id)
    return found


def _arranged(supplier: Supplier, products: set[int], on: date, known: KindsOfAgreement) -> str:
    """ "agreement" or "letter" when one such paper in force covers every one of these products, else ""."""
    kinds = [_kinds(supplier, product, on, known) for product in products]
    if all("agreement" in found for found in kinds):
        return "agreement"
    return "letter" if all(found & {"agreement", "letter"} for found in kinds) else ""


def _kinds(supplier: Supplier, product: int, on: date, known: KindsOfAgreement) -> set[str]:
    """The kinds of the papers in force that cover the product."""
    if (product, on) not in known:
        covering = [one for one in supplier.agreements if one.is_in_force(on) and one.covers(product)]
        known[product, on] = {_kind(one) for one in covering}
    return known[product, on]


def _kind(agreement: Agreement) -> str:
    arrangement = facts().arrangements.get(agreement.arrangement)
    if arrangement is None or "processor" not in arrangement.roles:
        return ""
    if arrangement.needs_agreement:
        return "" if arrangement.needs_reason else "agreement"  # a reason beside it: not sorted out yet
    return "letter"
