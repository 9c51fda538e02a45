"""Taking over what somebody ticked: a proposed annex for each product that was chosen, new ones included."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from registry.database import change
from registry.errors import BrokenRule, NotFound
from registry.model import PrivacyAnnex, Product, ReadPaper, SecurityAnnex, Supplier, TakenOver
from registry.services.annexes.annexes import propose_annex
from registry.services.reading.mapping import privacy_fields, security_fields, without
from registry.services.records import fetch, refuse_stale
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier

Annex = PrivacyAnnex | SecurityAnnex
OF_SUPPLIER = ("kvk", "website")


@dataclass(frozen=True)
class Chosen:
    """What a person chose for one part: the supplier (None for a new one), products by number and by name, findings.

    `left_out` holds the parts of ticked findings that are not taken over, as "data_categories.3", counted from 0.
    """

    supplier: int | None
    products: tuple[int, ...]
    new_products: tuple[str, ...]
    ticked: frozenset[str]
    left_out: frozenset[str] = frozenset()


def take_over(session: Any, number: int, place: int, seen: int, chosen: Chosen) -> list[Annex]:
    """Return the proposed annexes, one per product; all are made or none.

    BrokenRule, at the field "products", when no product was chosen or something came of this part already.
    """
    with change(session, "ingelezen stuk overgenomen"):
        paper = fetch(session, ReadPaper, number)
        refuse_stale(session, paper, seen)
        read = part_of(paper, place)
        if paper.taken_from(place):
            raise BrokenRule("Dit onderdeel is al overgenomen.", field="products")
        kept = without(read, chosen.left_out)
        made = [_propose(session, paper, kept, product, chosen.ticked) for product in _products(session, read, chosen)]
        if not made:
            raise BrokenRule("Kies voor welk product deze bijlage is.", field="products")
        session.flush()
        paper.taken.extend(_taken(place, annex) for annex in made)
        paper.version += 1
    return made


def part_of(paper: ReadPaper, place: int) -> dict[str, Any]:
    """Return what was found in this part; NotFound when the paper has no such part."""
    if place >= len(paper.annexes):
        raise NotFound("Dit onderdeel staat niet in het stuk.")
    return paper.annexes[place]


def _products(session: Any, read: dict[str, Any], chosen: Chosen) -> Iterable[Product]:
    supplier = fetch(session, Supplier, chosen.supplier) if chosen.supplier else None
    known = [fetch(session, Product, one) for one in chosen.products]
    if any(supplier is None or product.supplier_id != supplier.id for product in known):
        raise BrokenRule("Kies producten van deze leverancier.", field="products")
    if not chosen.new_products:
        return known
    owner = supplier or _new_supplier(session, read)
    session.flush()
    return [*known, *(add_product(session, owner.id, {"name": name}) for name in chosen.new_products)]


def _new_supplier(session: Any, read: dict[str, Any]) -> Supplier:
    found = read.get("supplier") or {}
    if not found.get("name"):
        raise BrokenRule(
            "In het stuk staat geen naam van een leverancier. Kies er een uit het register.", field="products"
        )
    more = {name: found[name] for name in OF_SUPPLIER if found.get(name)}
    return add_supplier(session, {"name": found["name"]} | more)


def _propose(session: Any, paper: ReadPaper, read: dict[str, Any], product: Product, ticked: Collection[str]) -> Annex:
    session.flush()
    source = {"source": f"ingelezen uit {paper.file.name}"}
    if read.get("kind") == "security":
        fields, rows = security_fields(read, ticked)
        return propose_annex(session, SecurityAnnex, product.id, fields | source, rows)
    fields, rows = privacy_fields(read, ticked)
    return propose_annex(session, PrivacyAnnex, product.id, fields | source, rows)


def _taken(place: int, annex: Annex) -> TakenOver:
    column = "privacy_annex" if isinstance(annex, PrivacyAnnex) else "security_annex"
    return TakenOver(place=place, **{column: annex})
