"""What a supplier's file still lacks: those of its signals that say so."""

from datetime import date

from sqlalchemy.orm import selectinload
from sqlalchemy.orm.interfaces import ORMOption

from registry.model import Agreement, Choice, PrivacyAnnex, Product, SecurityAnnex, Supplier
from registry.queries.signals.of_supplier import product_signals, supplier_signals
from registry.queries.signals.signal import Signal


def owed(supplier: Supplier, on: date) -> list[Signal]:
    """Return what is still missing on this date, the supplier itself first; nothing for a supplier out of use.

    A product counts while a school uses it or is going to.
    """
    return supplier_signals(supplier, on, only_lacking=True)


def owed_on_product(product: Product, on: date) -> list[Signal]:
    """Return what is still missing for this product; annexes only where the arrangement asks for an agreement."""
    return product_signals(product, on, only_lacking=True)


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
        agreements.selectinload(Agreement.choices).joinedload(Choice.option),
    ]
