"""Take over from a card what somebody ticked: through the same verbs as the screens, all of it or nothing."""

from collections.abc import Collection
from datetime import date
from typing import Any

from registry.database import change
from registry.errors import BrokenRule
from registry.identifiers import name_key
from registry.model import PrivacyAnnex, Product, SecurityAnnex, Supplier
from registry.queries.exports.card_shape import ANNEXES, PRODUCT, SUPPLIER, Shape
from registry.services.annexes.annexes import propose_annex
from registry.services.cards.proposing import matching_product, matching_supplier, new_rows, proposal
from registry.services.cards.values import Said, fields_of, record_of, without_blanks
from registry.services.records import Fields
from registry.services.suppliers.products import add_product, edit_product
from registry.services.suppliers.suppliers import add_supplier, edit_supplier

KINDS: dict[str, Any] = {"privacybijsluiter": PrivacyAnnex, "beveiligingsbijlage": SecurityAnnex}


def take_over(session: Any, card: Said, ticked: Collection[str], seen: str, on: date) -> Supplier:
    """Return the supplier with what was ticked of this card; annex versions come in as proposals.

    `seen` is the token of the proposal that the ticks were set in: BrokenRule when the register changed since, when
    nothing is ticked, or when an annex is ticked of a product that is not.
    """
    if not ticked:
        raise BrokenRule("Er is niets aangevinkt.")
    card = without_blanks(card)
    with change(session, "kaart van leverancier overgenomen"):
        if proposal(session, card, on).token != seen:
            raise BrokenRule("Het register is intussen gewijzigd. Bekijk de kaart opnieuw.")
        supplier = _supplier(session, card["leverancier"], ticked)
        for place, said in enumerate(card.get("producten", ())):
            _product(session, supplier, said, f"product{place}", ticked)
    return supplier


def _supplier(session: Any, said: Said, ticked: Collection[str]) -> Supplier:
    supplier = matching_supplier(session, said)
    fields = _ticked(said, SUPPLIER, "leverancier", ticked)
    rows: dict[str, list[Fields]] = {}
    if "leverancier.andereNamen" in ticked:
        known = [*(alias.name for alias in (supplier.aliases if supplier else ())), said["naam"]]
        rows["aliases"] = [*_kept(supplier, "aliases"), *_names(said, known)]
    if "leverancier.contacten" in ticked:
        rows["contacts"] = [*_kept(supplier, "contacts"), *_more(supplier, said, SUPPLIER, "contacts")]
    if supplier is None:
        return add_supplier(session, fields, rows)
    return edit_supplier(session, supplier.id, supplier.version, fields, rows) if fields or rows else supplier


def _product(session: Any, supplier: Supplier, said: Said, key: str, ticked: Collection[str]) -> None:
    product = matching_product(supplier, said)
    if product is None and key in ticked:
        product = add_product(session, supplier.id, *record_of(said, PRODUCT))
        session.flush()
    elif product is not None:
        _edit_product(session, product, said, key, ticked)
    for kind, shape in ANNEXES.items():
        if f"{key}.{kind}" in ticked and kind in said:
            if product is None:
                raise BrokenRule(f"Vink ook het product {said['naam']} zelf aan: de {kind} hoort daarbij.")
            propose_annex(session, KINDS[kind], product.id, *record_of(said[kind], shape))


def _edit_product(session: Any, product: Product, said: Said, key: str, ticked: Collection[str]) -> None:
    fields, rows = _ticked(said, PRODUCT, key, ticked), {}
    if f"{key}.onderdelen" in ticked:
        rows["modules"] = [*_kept(product, "modules"), *_more(product, said, PRODUCT, "modules")]
    if fields or rows:
        edit_product(session, product.id, product.version, fields, rows)


def _ticked(said: Said, shape: Shape, key: str, ticked: Collection[str]) -> dict[str, Any]:
    chosen = {field: name for field, name in shape.fields.items() if f"{key}.{name}" in ticked}
    return fields_of(said, shape.kind, chosen)


def _kept(record: Any, name: str) -> list[Fields]:
    return [{"id": row.id} for row in getattr(record, name)] if record is not None else []


def _more(record: Any, said: Said, shape: Shape, name: str) -> list[Fields]:
    rows = shape.rows[name]
    return [fields_of(row, rows.kind, rows.fields) for row in new_rows(record, said, shape, name)]


def _names(said: Said, known: list[str]) -> list[Fields]:

    keys = {name_key(name) for name in known}
    return [{"name": name} for name in said.get("andereNamen", ()) if name_key(name) not in keys]
