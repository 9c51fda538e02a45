"""One search over all that has a name: suppliers, products, agreements, schools, statements and final papers."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import contains_eager, joinedload

from registry.dutch import short_date
from registry.model import Agreement, GeneratedDocument, Product, School, Statement, Supplier
from registry.queries.agreements.agreement_words import agreement_title
from registry.queries.lists import agreements
from registry.queries.suppliers.suppliers import Wanted, conditions

MOST = 10  # of each kind; whoever sees more types more


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that was found: its kind, its number, its name, and what tells it from others."""

    kind: str
    number: int
    name: str
    more: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found of one kind: the first hits, and how many there are in all."""

    kind: str
    hits: list[Hit]
    total: int


def search(session: Any, words: str, on: date) -> list[Found]:
    """Return what holds these words, by kind, at most ten of each; kinds of which nothing was found are left out."""
    looked = [_find(session, kind, asked(words, on), told) for kind, (asked, told) in KINDS.items()]
    return [found for found in looked if found.total]


def _find(session: Any, kind: str, asked: Select[Any], told: Callable[[Any], tuple[str, str]]) -> Found:
    total = session.scalar(select(func.count()).select_from(asked.order_by(None).subquery()))
    records = session.scalars(asked.limit(MOST)) if total else ()
    return Found(kind, [Hit(kind, one.id, *told(one)) for one in records], total)


def _holding(words: str, *columns: Any) -> ColumnElement[bool]:
    return or_(*(column.icontains(words, autoescape=True) for column in columns))


def _suppliers(words: str, on: date) -> Select[Any]:
    wanted = conditions(Wanted(words=words, with_retired=True), on)
    return select(Supplier).where(*wanted).order_by(func.lower(Supplier.name), Supplier.id)


def _products(words: str, on: date) -> Select[Any]:
    named = _holding(words, Product.name, Product.aliases)
    return select(Product).where(named).options(joinedload(Product.supplier)).order_by(func.lower(Product.name))


def _agreements(words: str, on: date) -> Select[Any]:
    wanted = agreements.conditions(agreements.WantedAgreements(words=words, with_past=True), on)
    asked = select(Agreement).join(Agreement.supplier).options(contains_eager(Agreement.supplier)).where(*wanted)
    return asked.order_by(Agreement.status.in_(agreements.OVER), func.lower(Supplier.name), Agreement.id.desc())


def _schools(words: str, on: date) -> Select[Any]:
    named = _holding(words, School.name, School.site_code, School.city)
    return select(School).where(named).order_by(func.lower(School.name), School.id)


def _statements(words: str, on: date) -> Select[Any]:
    return select(Statement).where(_holding(words, Statement.title)).order_by(Statement.id.desc())


def _papers(words: str, on: date) -> Select[Any]:
    named = _holding(words, GeneratedDocument.title)
    return select(GeneratedDocument).where(named).order_by(GeneratedDocument.id.desc())


def _together(*texts: str) -> str:
    return ", ".join(filter(None, texts))


def _supplier_told(supplier: Supplier) -> tuple[str, str]:
    return supplier.name, _together(
        supplier.kvk and f"KvK {supplier.kvk}", "niet meer in gebruik" * bool(supplier.retired_on)
    )


def _agreement_told(agreement: Agreement) -> tuple[str, str]:
    ends = agreement.last_day or agreement.ends_on
    until = f"einddatum {short_date(ends)}" if ends else ""
    return f"{agreement_title(agreement)} met {agreement.supplier.name}", _together(agreement.status.label, until)


KINDS: dict[str, tuple[Callable[[str, date], Select[Any]], Callable[[Any], tuple[str, str]]]] = {
    "suppliers": (_suppliers, _supplier_told),
    "products": (_products, lambda product: (product.name, product.supplier.name)),
    "agreements": (_agreements, _agreement_told),
    "schools": (_schools, lambda school: (school.name, _together(school.site_code, school.city))),
    "statements": (_statements, lambda statement: (statement.title, statement.kind.label)),
    "papers": (_papers, lambda paper: (paper.title, f"gemaakt op {short_date(paper.made_at.date())}")),
}
