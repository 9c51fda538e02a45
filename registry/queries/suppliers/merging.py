"""What comes of it when two suppliers turn out to be one: what moves, and where the two say different things."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from registry.identifiers import name_key
from registry.model import CustomValue, Product, ProductParty, Supplier
from registry.model.base import label_of
from registry.queries.board.custom_fields import custom_values
from registry.queries.suppliers.moves import moves
from registry.reference import facts

# What belongs together is chosen together.
FACTS = {
    "role": ("role",),
    "legal_form": ("legal_form",),
    "kvk": ("kvk",),
    "address": ("address", "postcode", "city", "country"),
    "website": ("website",),
    "signatory": ("signatory_name", "signatory_function"),
    "dpo_contact": ("dpo_contact",),
}
GROUP_LABELS = {"address": "Adres", "signatory": "Wie tekent"}


@dataclass(frozen=True)
class Collision:
    """A fact on which the two differ; `key` names it in the choices: of FACTS, or "own_" and an own field's number."""

    key: str
    label: str
    kept: str
    emptied: str


@dataclass(frozen=True)
class Merging:
    """What happens when `emptied` goes up in `kept`.

    `moves`: (Dutch name of a kind, the names of what moves). `collisions`: to be chosen. `filled`: facts that only
    the emptied one has. `twins`: products that both have; the emptied one's needs a new name first.
    `superfluous`: a part in a product that says nothing new after it.
    """

    kept: Supplier
    emptied: Supplier
    moves: list[tuple[str, list[str]]]
    collisions: list[Collision]
    filled: list[Collision]
    twins: list[Product]
    superfluous: list[ProductParty]


def plan_merge(session: Any, kept: Supplier, emptied: Supplier) -> Merging:
    """Return what comes of it when the second supplier goes up in the first."""
    pairs = [*_facts(kept, emptied), *_own(session, kept, emptied)]
    different = [pair for pair in pairs if pair.emptied and pair.emptied != pair.kept]
    return Merging(
        kept,
        emptied,
        [(label, names) for label, names in moves(session, kept, emptied) if names],
        [pair for pair in different if pair.kept],
        [pair for pair in different if not pair.kept],
        twins(kept, emptied),
        superfluous(session, kept, emptied),
    )


def twins(kept: Supplier, emptied: Supplier) -> list[Product]:
    """Return the products of the second supplier whose name the first has as well, or it itself has twice by now."""
    names, found = {name_key(product.name) for product in kept.products}, []
    for product in emptied.products:
        if (key := name_key(product.name)) in names:
            found.append(product)
        names.add(key)
    return found


def superfluous(session: Any, kept: Supplier, emptied: Supplier) -> list[ProductParty]:
    """Return the parts in products that would name the supplier itself, or name it twice in the same part."""
    both = (kept.id, emptied.id)
    parties = session.scalars(select(ProductParty).where(ProductParty.supplier_id.in_(both)).order_by(ProductParty.id))
    seen, found = set(), []
    for party in sorted(parties, key=lambda party: party.supplier_id != kept.id):
        place = (party.product_id, party.part)
        if party.product.supplier_id in both or place in seen:
            found.append(party)
        seen.add(place)
    return found


def own_rows(session: Any, supplier: Supplier) -> dict[int, CustomValue]:
    """Return what this supplier has in the board's own fields, by the number of the field."""
    rows = session.scalars(select(CustomValue).where(CustomValue.supplier_id == supplier.id))
    return {row.field_id: row for row in rows}


def _facts(kept: Supplier, emptied: Supplier) -> Iterator[Collision]:
    for key, names in FACTS.items():
        label = GROUP_LABELS.get(key) or label_of(getattr(Supplier, names[0]))
        yield Collision(key, label, _text(kept, names), _text(emptied, names))


def _text(supplier: Supplier, names: tuple[str, ...]) -> str:
    if names == FACTS["address"] and not supplier.address and not supplier.city and not supplier.postcode:
        return ""  # a country alone is no address
    values = {name: getattr(supplier, name) for name in names}
    if values.get("country"):
        values["country"] = facts().country(values["country"]).label
    return ", ".join(getattr(value, "label", value) for value in values.values() if value)


def _own(session: Any, kept: Supplier, emptied: Supplier) -> Iterator[Collision]:
    theirs = {own.field_id: own for own in custom_values(session, supplier=emptied.id)}
    for own in custom_values(session, supplier=kept.id):
        if own.field_id in theirs:
            yield Collision(f"own_{own.field_id}", own.label, own.value, theirs.pop(own.field_id).value)
    for own in theirs.values():
        yield Collision(f"own_{own.field_id}", own.label, "", own.value)
