"""Find the one product, or the one version of one of its annexes, that somebody names on a command line."""

from difflib import get_close_matches
from typing import Any

from sqlalchemy import select

from registry import dutch
from registry.errors import NotFound
from registry.model import PrivacyAnnex, Product, SecurityAnnex
from registry.queries.annexes.annex_versions import annexes_of
from registry.queries.suppliers.supplier_names import MOST_NEAR, supplier_named

CALLED = {"privacy_annex": "privacybijsluiter", "security_annex": "beveiligingsbijlage"}


def product_named(session: Any, name: str, supplier: str = "") -> Product:
    """Return the product with this name, capitals or not, of this supplier where one is named.

    NotFound, with what comes near, when there is none or more than one.
    """
    owner = supplier_named(session, supplier) if supplier else None
    of_owner = [Product.supplier_id == owner.id] if owner else []
    ordered = select(Product).where(*of_owner).order_by(Product.name, Product.id)
    products: list[Product] = session.scalars(ordered).all()
    found = [one for one in products if one.name.casefold() == name.casefold()]
    if len(found) == 1:
        return found[0]
    if found:
        owners = dutch.enumeration([one.supplier.name for one in found])
        raise NotFound(f"Er zijn meer producten die “{name}” heten: van {owners}. Noem ook de leverancier.")
    near = _near(name, [one.name for one in products])
    hint = f" Lijkt erop: {dutch.enumeration(near)}." if near else ""
    raise NotFound(f"Er staat geen product met de naam “{name}” in het register.{hint}")


def edition_named(product: Product, edition: str, table: str) -> PrivacyAnnex | SecurityAnnex:
    """Return the annex of this kind with this edition, the newest for ""; NotFound, with what there is, for another.

    `table`: "privacy_annex" or "security_annex".
    """
    annexes, called = annexes_of(product, table), CALLED[table]
    found = [one for one in annexes if not edition or one.edition == edition]
    if found:
        return found[-1]
    known = dutch.enumeration([one.edition for one in annexes if one.edition]) or "geen enkele"
    raise NotFound(f"Van {product.name} is er geen {called} met versie “{edition}”. Wel: {known}.")


def _near(name: str, names: list[str]) -> list[str]:
    folded = {one.casefold(): one for one in names}
    holding = [one for one in folded if name.casefold() in one]
    near = [*holding, *get_close_matches(name.casefold(), folded, n=MOST_NEAR)]
    return [folded[one] for one in dict.fromkeys(near)][:MOST_NEAR]
