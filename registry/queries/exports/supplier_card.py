"""One supplier as a card: what any other board could ask it for, with the annex versions that were accepted."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from registry.errors import NotFound
from registry.model import PrivacyAnnex, Product, SecurityAnnex, Supplier
from registry.model.columns import Listed
from registry.queries.exports.card_shape import ANNEXES, PRODUCT, SUPPLIER, Shape

CARD_VERSION = 1
MAKER = "Verwerkersregister"


def supplier_card(session: Any, supplier_id: int, on: date) -> dict[str, Any]:
    """Return the card of this supplier, without a hash: what is empty is left out; NotFound when there is none.

    A product out of use is left out. The source of an annex goes along only where it is a public web address: anything
    else there is the board's own note.
    """
    supplier = session.scalar(select(Supplier).where(Supplier.id == supplier_id).options(*_reads()))
    if supplier is None:
        raise NotFound("Deze leverancier staat niet in het register.")
    aliases = [alias.name for alias in supplier.aliases]
    known = [product for product in supplier.products if product.retired_on is None or product.retired_on > on]
    return {
        "kaart": CARD_VERSION,
        "datum": on.isoformat(),
        "bron": MAKER,
        "leverancier": told(supplier, SUPPLIER) | ({"andereNamen": aliases} if aliases else {}),
        "producten": [_product(product, on) for product in known],
    }


def _product(product: Product, on: date) -> dict[str, Any]:
    holding = (product.privacy_annex_on(on), product.security_annex_on(on))
    annexes = zip(ANNEXES.items(), holding, strict=True)
    return told(product, PRODUCT) | {name: _annex(annex, shape) for (name, shape), annex in annexes if annex}


def _annex(annex: PrivacyAnnex | SecurityAnnex, shape: Shape) -> dict[str, Any]:
    said = told(annex, shape)
    if not said.get("bron", "https://").startswith(("https://", "http://")):
        del said["bron"]
    return said


def told(record: Any, shape: Shape) -> dict[str, Any]:
    """Return the fields and lists of a record as a card says them."""
    lists = {
        rows.name: [_plain(row, rows.fields) for row in getattr(record, name)] for name, rows in shape.rows.items()
    }
    return _plain(record, shape.fields) | {name: rows for name, rows in lists.items() if rows}


def _plain(record: Any, names: Mapping[str, str]) -> dict[str, Any]:
    said = {name: _said(getattr(record, field)) for field, name in names.items()}
    return {name: value for name, value in said.items() if value not in (None, "", [], False)}


def _said(value: Any) -> Any:
    if isinstance(value, Listed):
        return "" if value.value == "unknown" else value.value
    if isinstance(value, tuple):
        return list(value)
    return value.isoformat() if isinstance(value, date) else value


def _reads() -> list[Any]:
    products = selectinload(Supplier.products)
    return [
        products.selectinload(Product.privacy_annexes),
        products.selectinload(Product.security_annexes),
        products.selectinload(Product.modules),
    ]
