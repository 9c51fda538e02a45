"""All signals of a supplier, in the order in which they are told."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from registry.model import Product, Supplier
from registry.queries.signals.rules import FILE_RULES, LAST_RULES, ONE_AGREEMENT_RULES, PRODUCT_RULES, USE_RULES
from registry.queries.signals.signal import Found, Signal, Thing, given
from registry.queries.signals.supplier_file import AgreementFile, ProductFile, SupplierFile
from registry.queries.signals.uses import UsedProduct, UseFile
from registry.reference import facts


def supplier_signals(supplier: Supplier, on: date, only_lacking: bool = False) -> list[Signal]:
    """Return what is to be said on this date, the supplier itself first; nothing of a supplier out of use.

    A product counts while a school uses it or is going to. With `only_lacking` what its file is not complete without.
    """
    file = SupplierFile(supplier, on)
    return [] if file.is_retired else list(file_signals(file, only_lacking))


def product_signals(product: Product, on: date, only_lacking: bool = False) -> list[Signal]:
    """Return what is to be said of this product, whether or not a school uses it."""
    return list(_given(PRODUCT_RULES, ProductFile(SupplierFile(product.supplier, on), product), only_lacking))


def file_signals(file: SupplierFile, only_lacking: bool = False) -> Iterator[Signal]:
    """Yield what is to be said of this file."""
    yield from _given(FILE_RULES, file, only_lacking)
    for agreement in file.standing:
        yield from _given(ONE_AGREEMENT_RULES, AgreementFile(file, agreement), only_lacking)
    yield from _given(LAST_RULES, file, only_lacking)
    for product in file.used:
        one = ProductFile(file, product)
        yield from _given(PRODUCT_RULES, one, only_lacking)
        if not only_lacking:
            yield from _of_uses(one)


def _of_uses(one: ProductFile) -> Iterator[Signal]:
    used = UsedProduct(one)
    for use in one.uses:
        yield from given(USE_RULES, UseFile(used, use))


def _given(rules: Iterable[Callable[[Thing], Found]], thing: Thing, only_lacking: bool) -> Iterator[Signal]:
    kinds = facts().signals
    asked = (rule for rule in rules if kinds[rule.__name__].lacking) if only_lacking else rules
    return given(asked, thing)
