"""What may truly be said of a school's list in numbers, and the sentences that say it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from registry import dutch
from registry.model.supplier import CovenantStatus
from registry.queries.uses.school_rows import ListRow
from registry.queries.uses.standing import AGREEMENT, LETTER, UNSORTED

PART = "part"


@dataclass(frozen=True)
class Counts:
    """Numbers of a school's list, recipients apart.

    `processors`: suppliers that AVG 28 asks an agreement of; `with_agreement` of them have one in force that covers
    every product in the list, `with_letter` such a letter, mail or clause in terms, `with_unsorted` something of which
    the register does not say what it is, and `with_part` a paper for some of the products only. `participants` and
    `supporters` are suppliers of the covenant. `is_complete`: no use was left out of the list.
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
    with_unsorted: int = 0
    with_part: int = 0

    @property
    def has_papers(self) -> bool:
        """Whether a paper holds for any of these products."""
        return bool(self.with_agreement or self.with_letter or self.with_unsorted or self.with_part)


def counts_of(rows: Sequence[ListRow], recipients: Sequence[ListRow], is_complete: bool) -> Counts:
    """Return the numbers of these rows and recipients."""
    by_supplier: dict[int, list[ListRow]] = {}
    for row in rows:
        by_supplier.setdefault(row.supplier_id, []).append(row)
    covenant = [of_one[0].standing.covenant for of_one in by_supplier.values()]
    arranged = [_arranged(of_one) for of_one in by_supplier.values() if of_one[0].standing.is_processor]
    return Counts(
        products=len({row.product_id for row in rows}),
        suppliers=len(by_supplier),
        processors=len(arranged),
        with_agreement=arranged.count(AGREEMENT),
        with_letter=arranged.count(LETTER),
        participants=covenant.count(CovenantStatus.PARTICIPANT),
        supporters=covenant.count(CovenantStatus.SUPPORTER),
        recipients=len({row.supplier_id for row in recipients}),
        is_complete=is_complete,
        with_unsorted=arranged.count(UNSORTED),
        with_part=arranged.count(PART),
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
    elif counts.processors and not counts.has_papers:
        what = "dit product" if counts.products == 1 else "deze producten"
        sentences.append(f"In het register staat nog geen verwerkersovereenkomst die voor {what} geldt.")
    if counts.with_letter:
        who = dutch.count(counts.with_letter, "leverancier", "leveranciers")
        sentences.append(f"Met {who} staan de afspraken in een brief, een e-mail of de voorwaarden.")
    if counts.with_unsorted:
        who = dutch.count(counts.with_unsorted, "leverancier", "leveranciers")
        sentences.append(f"Met {who} geldt een afspraak. Het register zegt nog niet welke soort afspraak dat is.")
    if counts.with_part:
        who = dutch.count(counts.with_part, "leverancier", "leveranciers")
        sentences.append(f"Met {who} geldt een afspraak voor een deel van de producten.")
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


def _arranged(rows: Sequence[ListRow]) -> str:
    """What covers these products of one supplier: one kind of paper for all, papers for some, or nothing."""
    papers = [row.standing.papers for row in rows]
    if all(AGREEMENT in each for each in papers):
        return AGREEMENT
    if not all(papers):
        return PART if any(papers) else ""
    return LETTER if all(each - {UNSORTED} for each in papers) else UNSORTED
