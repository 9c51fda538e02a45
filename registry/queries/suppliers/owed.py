"""What a supplier's file still lacks: those of its signals that say so."""

from datetime import date

from registry.model import Product, Supplier
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
