"""What a supplier's file still lacks: only what the register knows, one sentence each."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy.orm import selectinload
from sqlalchemy.orm.interfaces import ORMOption

from registry.model import Agreement, PrivacyAnnex, Product, SecurityAnnex, Supplier
from registry.model.supplier import ContactKind, PartyRole
from registry.queries.suppliers.owed_agreements import owed_on_agreements
from registry.queries.suppliers.owed_item import Owed, owed_of
from registry.queries.suppliers.owed_products import owed_on_product

__all__ = ["Owed", "owed", "owed_reads"]

OUTSIDE_THE_COVENANT = ("photo", "other")  # no digital learning resource, so nobody needs to look it up


def owed(supplier: Supplier, on: date) -> list[Owed]:
    """Return what is still missing on this date, the supplier itself first; nothing for a supplier out of use.

    A product counts while a school uses it or is going to.
    """
    if supplier.retired_on is not None and supplier.retired_on <= on:
        return []
    used = [product for product in supplier.products if any(not use.is_over(on) for use in product.uses)]
    items = [*_on_supplier(supplier, used, on), *owed_on_agreements(supplier, used, on)]
    return items + [item for product in used for item in owed_on_product(product, on)]


def owed_reads() -> list[ORMOption]:
    """Return the loading options with which `owed` asks the database nothing more, for any number of suppliers.

    Whole lists, also where one row would tell: a record that holds half a list says so to nobody, and a paper that is
    made of it leaves the other half out.
    """
    products, agreements = selectinload(Supplier.products), selectinload(Supplier.agreements)
    privacy, security = selectinload(Product.privacy_annexes), selectinload(Product.security_annexes)
    parts = ("purposes", "data", "storage", "retention", "subprocessors", "options")
    return [
        selectinload(Supplier.contacts),
        selectinload(Supplier.covenant_entries),
        products.selectinload(Product.uses),
        products.options(*(privacy.selectinload(getattr(PrivacyAnnex, part)) for part in parts)),
        products.options(security.selectinload(SecurityAnnex.certificates)),
        agreements.selectinload(Agreement.products),
        agreements.selectinload(Agreement.choices),
    ]


def _on_supplier(supplier: Supplier, used: list[Product], on: date) -> Iterator[Owed]:
    if supplier.role is not PartyRole.PROCESSOR:
        return
    if supplier.covenant_on(on) is None and not _is_outside_the_covenant(supplier):
        sentence = f"Er is nog niet nagegaan of {supplier.name} aan het privacyconvenant meedoet."
        yield owed_of(supplier, "covenant_unchecked", sentence)
    if not all(_can_be_reached(product, on) for product in used):
        yield owed_of(
            supplier, "breach_contact_missing", f"Het meldpunt voor datalekken van {supplier.name} ontbreekt."
        )


def _is_outside_the_covenant(supplier: Supplier) -> bool:
    kinds = {product.kind for product in supplier.products}
    return bool(kinds) and kinds.issubset(OUTSIDE_THE_COVENANT)


def _can_be_reached(product: Product, on: date) -> bool:
    """Whether it is known whom to call about a data breach with this product."""
    contact, annex = product.supplier.contact_for(ContactKind.DATA_BREACH), product.security_annex_on(on)
    at_supplier = contact is not None and bool(contact.email or contact.phone)
    return at_supplier or (annex is not None and bool(annex.breach_email or annex.breach_phone))
