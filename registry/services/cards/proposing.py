"""What a card would change in this register, field by field; nothing is written."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from registry import dutch
from registry.errors import BrokenRule
from registry.identifiers import name_key
from registry.model import Product, Supplier
from registry.queries.annexes.annex_words import capital
from registry.queries.exports.card_shape import ANNEXES, PRODUCT, SUPPLIER, Shape
from registry.queries.exports.supplier_card import told
from registry.queries.suppliers.doubles import known_as, with_kvk
from registry.services.cards.values import Said, fields_of, label, without_blanks
from registry.services.cards.words import record_words, rows_words, words

NEW = "staat nog niet in het register"


@dataclass(frozen=True)
class Proposed:
    """One thing that a card would change: about what, what it is now ("" for nothing), and what the card says.

    `key` names it when somebody ticks it; `is_safe` where nothing that somebody entered is replaced.
    """

    key: str
    subject: str
    label: str
    now: str
    on_card: str

    @property
    def is_safe(self) -> bool:
        """Whether the register has nothing here yet."""
        return self.now in ("", NEW)


@dataclass(frozen=True)
class Proposal:
    """All that a card would change, for a supplier that is there or is still to be added."""

    name: str
    supplier: Supplier | None
    rows: tuple[Proposed, ...]

    @property
    def token(self) -> str:
        """What the register says now, in short: another token means that it changed since."""
        seen = repr([(row.key, row.now) for row in self.rows])
        return hashlib.sha256(seen.encode("utf-8", "replace")).hexdigest()[:16]


def proposal(session: Any, card: Said, on: date) -> Proposal:
    """Return what this card would change; BrokenRule where more than one supplier could be meant."""
    card = without_blanks(card)
    said = card["leverancier"]
    supplier = matching_supplier(session, said)
    rows = [*_supplier_rows(said, supplier)]
    for place, product in enumerate(card.get("producten", ())):
        rows += _product_rows(place, product, matching_product(supplier, product), on)
    return Proposal(said["naam"], supplier, tuple(rows))


def matching_supplier(session: Any, said: Said) -> Supplier | None:
    """Return the supplier that the card is about: by its KvK number, else by its name."""
    fields = fields_of(said, Supplier, {"kvk": "kvkNummer"})
    if found := with_kvk(session, fields.get("kvk", "")):
        return found
    known = known_as(session, said["naam"])
    if len(known) > 1:
        raise BrokenRule(f"Er zijn meer leveranciers die “{said['naam']}” heten. Zet het KvK-nummer op de kaart.")
    return known[0] if known else None


def matching_product(supplier: Supplier | None, said: Said) -> Product | None:
    """Return the product of this supplier with this name."""
    key = name_key(said["naam"])
    return next((one for one in (supplier.products if supplier else ()) if name_key(one.name) == key), None)


def new_rows(record: Any, said: Said, shape: Shape, name: str) -> list[Said]:
    """Return the rows of a list on the card that the record does not have."""
    rows = shape.rows[name]
    present = told(record, shape).get(rows.name, []) if record is not None else []
    return [row for row in said.get(rows.name, ()) if row not in present]


def _supplier_rows(said: Said, supplier: Supplier | None) -> Iterator[Proposed]:
    subject = supplier.name if supplier else said["naam"]
    yield from _field_rows("leverancier", subject, said, supplier, SUPPLIER)
    known = {name_key(name) for name in [subject, *(alias.name for alias in (supplier.aliases if supplier else ()))]}
    if more := [name for name in said.get("andereNamen", ()) if name_key(name) not in known]:
        yield Proposed("leverancier.andereNamen", subject, "Andere namen erbij", "", dutch.enumeration(more))
    if contacts := new_rows(supplier, said, SUPPLIER, "contacts"):
        yield Proposed(
            "leverancier.contacten", subject, "Contacten erbij", "", rows_words(contacts, SUPPLIER.rows["contacts"])
        )


def _product_rows(place: int, said: Said, product: Product | None, on: date) -> Iterator[Proposed]:
    key, name = f"product{place}", said["naam"]
    if product is None:
        yield Proposed(key, name, "Nieuw product", NEW, record_words(said, PRODUCT))
    else:
        yield from _field_rows(key, name, said, product, PRODUCT)
        if modules := new_rows(product, said, PRODUCT, "modules"):
            yield Proposed(
                f"{key}.onderdelen", name, "Onderdelen erbij", "", rows_words(modules, PRODUCT.rows["modules"])
            )
    for kind, shape in ANNEXES.items():
        if kind in said and not (product and _has(product, shape, said[kind])):
            now = _holding(product, shape, on)
            yield Proposed(
                f"{key}.{kind}", name, f"{capital(kind)}, als voorstel", now, record_words(said[kind], shape)
            )


def _field_rows(key: str, subject: str, said: Said, record: Any, shape: Shape) -> Iterator[Proposed]:
    for field, value in fields_of(said, shape.kind, shape.fields).items():
        clean = getattr(getattr(shape.kind, field).property.columns[0].type, "clean", None)
        now = getattr(record, field) if record is not None else ""
        if (clean(value, field) if clean else value) != now:
            name, told_now = shape.fields[field], words(shape.kind, field, now)
            yield Proposed(f"{key}.{name}", subject, label(shape, field), told_now, words(shape.kind, field, value))


def _has(product: Product, shape: Shape, said: Said) -> bool:
    """Whether the product has a version that says the same, whatever became of it."""
    without = {name: value for name, value in said.items() if name != "bron"}
    versions = product.privacy_annexes if shape is ANNEXES["privacybijsluiter"] else product.security_annexes
    return any({**told(one, shape), "bron": ""} == {**without, "bron": ""} for one in versions)


def _holding(product: Product | None, shape: Shape, on: date) -> str:
    if product is None:
        return ""
    is_privacy = shape is ANNEXES["privacybijsluiter"]
    annex = product.privacy_annex_on(on) if is_privacy else product.security_annex_on(on)
    return record_words(told(annex, shape), shape) if annex else ""
