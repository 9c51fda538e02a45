"""What is to be said of a text to parents: does it promise more than the register carries?"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from registry.dutch import enumeration
from registry.model import Product, Statement, Supplier
from registry.model.supplier import CovenantStatus
from registry.queries.signals.signal import Found, Signal, given
from registry.queries.uses.standing import AGREEMENT, standing_of
from registry.reference import facts
from registry.reference.signals import PromiseWords

SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|\n+")
MOST_QUOTED, MOST_NAMES = 160, 3


@dataclass(frozen=True)
class StatementFile:
    """A text beside the suppliers of the register on a day; their uses are of the schools that the viewer sees."""

    statement: Statement
    suppliers: Sequence[Supplier]
    on: date

    def promised(self, signal: str) -> list[str]:
        """Return the sentences of the text that promise this."""
        kinds = [kind for kind in facts().promise_words.values() if kind.signal == signal]
        sentences = SENTENCE_END.split(self.statement.promises)
        return [sentence.strip() for sentence in sentences if any(promises(sentence, kind) for kind in kinds)]

    @property
    def says(self) -> str:
        """The text and its beginning, up to the words that are quoted."""
        title, school = self.statement.title, self.statement.school
        whose = f" van {school.name}" if school and school.name not in title else ""
        return f"“{title}”{whose} zegt"

    def used(self, supplier: Supplier) -> list[Product]:
        """Return the products of a supplier that the schools of this text use now."""
        school = self.statement.school_id
        return [
            product
            for product in supplier.products
            if any(use.is_current(self.on) and school in (None, use.school_id) for use in product.uses)
        ]


def promises(sentence: str, kind: PromiseWords) -> bool:
    """Return whether this sentence has the words of that promise, whole words only."""
    text = " ".join(sentence.casefold().split())
    near = not kind.near or _has(text, kind.near)
    return near and _has(text, kind.words) and not _has(text, kind.unless)


def promise_agreements(one: StatementFile) -> Found:
    """Yield a text that promises an agreement with every supplier, while one of them has none that holds."""
    if said := one.promised("promise_agreements"):
        processors = [supplier for supplier in one.suppliers if supplier.is_processor]
        without = [supplier.name for supplier in processors if not _has_agreement(supplier, one)]
        if without:
            told = f"{one.says}: {_quoted(said)} In het register staat geen overeenkomst die nu geldt met"
            yield one.statement, f"{told} {_names(without)}."


def promise_covenant(one: StatementFile) -> Found:
    """Yield a text that promises that every supplier is in the covenant, while one is not known to be."""
    if said := one.promised("promise_covenant"):
        inside = (CovenantStatus.PARTICIPANT, CovenantStatus.SUPPORTER)
        used = [supplier for supplier in one.suppliers if supplier.is_processor and one.used(supplier)]
        outside = [supplier.name for supplier in used if supplier.covenant_status(one.on) not in inside]
        if outside:
            told = f"{one.says}: {_quoted(said)} In het register staat niet dat zij deelnemer of medestander zijn"
            yield one.statement, f"{told}: {_names(outside)}."


def promise_access_term(one: StatementFile) -> Found:
    """Yield a text that takes more than the month of AVG 12 lid 3 to answer."""
    if said := one.promised("promise_access_term"):
        yield one.statement, f"{one.says}: {_quoted(said)} De AVG geeft één maand."


def promise_permission(one: StatementFile) -> Found:
    """Yield a text by which a supplier works with permission instead of on instruction."""
    if said := one.promised("promise_permission"):
        yield one.statement, f"{one.says}: {_quoted(said)} Een verwerker werkt in opdracht van het bestuur."


OF_SUPPLIERS = (promise_agreements.__name__, promise_covenant.__name__)
"""The rules that look at the suppliers; the others read the text alone."""
STATEMENT_RULES = (promise_agreements, promise_covenant, promise_access_term, promise_permission)


def statement_signals(statements: Iterable[Statement], suppliers: Sequence[Supplier], on: date) -> list[Signal]:
    """Return what is to be said of the texts that count: of each the edition adopted last, and what is to come."""
    return [
        signal
        for statement in _that_count(statements, on)
        if statement.promises
        for signal in given(STATEMENT_RULES, StatementFile(statement, suppliers, on))
    ]


def _that_count(statements: Iterable[Statement], on: date) -> list[Statement]:
    editions: dict[object, list[Statement]] = {}
    for one in statements:
        editions.setdefault((one.kind, one.school_id, one.title.casefold()), []).append(one)
    return [one for group in editions.values() for one in _newest(group, on)]


def _newest(group: list[Statement], on: date) -> list[Statement]:
    adopted = [one for one in group if one.is_adopted(on)]
    newest = [max(adopted, key=lambda one: (one.adopted_on or date.min, one.id))] if adopted else []
    return [*newest, *(one for one in group if not one.is_adopted(on))]


def _has_agreement(supplier: Supplier, one: StatementFile) -> bool:
    return all(AGREEMENT in standing_of(product, one.on).papers for product in one.used(supplier))


def _has(text: str, words: Iterable[str]) -> bool:
    return any(re.search(rf"\b{re.escape(each)}\b", text) for each in words)


def _quoted(sentences: list[str]) -> str:
    text = " ".join(sentences).rstrip(".")
    short = text if len(text) <= MOST_QUOTED else f"{text[:MOST_QUOTED].rsplit(' ', 1)[0]} …"
    return f"“{short}”."


def _names(names: list[str]) -> str:
    more = len(names) - MOST_NAMES
    return enumeration([*names[:MOST_NAMES], f"{more} andere"] if more > 0 else names)
