"""Adds the products of a supplier with the versions of their annexes."""

from collections.abc import Iterable
from typing import Any

from registry.demo.numbers import number_of
from registry.demo.reading import Reader, Written
from registry.model import PrivacyAnnex, Product, ProductModule, SecurityAnnex, Supplier
from registry.model.product import Part
from registry.services.annexes import annexes
from registry.services.annexes.annexes import Annex
from registry.services.records import Rows
from registry.services.suppliers import products


def add_products(session: Any, reader: Reader, supplier: int, written: Written) -> None:
    """Add the products that the file of this supplier names, each with its annexes."""
    for product in written.get("product", ()):
        fields = reader.fields(Product, product, but=("privacy_annex", "security_annex"))
        number = products.add_product(session, supplier, fields, _rows(session, reader, product)).id
        _add_annexes(session, reader, PrivacyAnnex, number, product.get("privacy_annex", ()))
        _add_annexes(session, reader, SecurityAnnex, number, product.get("security_annex", ()))


def _rows(session: Any, reader: Reader, product: Written) -> Rows:
    modules = [reader.fields(ProductModule, module) for module in product.get("modules", ())]
    parties = [
        {"supplier_id": number_of(session, Supplier, party["supplier"]), "part": Part(party["part"])}
        for party in product.get("parties", ())
    ]
    return {"modules": modules, "parties": parties}


def _add_annexes(session: Any, reader: Reader, kind: type[Annex], product: int, versions: Iterable[Written]) -> None:
    for version in versions:
        fields = reader.fields(kind, version, but=("accepted_on",))
        annex = annexes.propose_annex(session, kind, product, fields, reader.rows(kind, version)).id
        if "accepted_on" in version:
            annexes.accept_annex(session, kind, annex, reader.day(version["accepted_on"]))
