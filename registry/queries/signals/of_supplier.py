"""All signals of a supplier, in the order in which they are told."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache

from registry.model import Product, Supplier
from registry.queries.signals.rules import (
    FILE_RULES,
    LAST_RULES,
    ONE_AGREEMENT_RULES,
    PRODUCT_RULES,
    USE_RULES,
    USED_RULES,
)
from registry.queries.signals.signal import Found, Signal, Thing, given
from registry.queries.signals.supplier_file import AgreementFile, ProductFile, SupplierFile
from registry.queries.signals.uses import UsedProduct, UseFile, is_remarkable
from registry.reference import facts

Asked = frozenset[str] | None
"""The codes of the rules that are asked; None for every rule."""


def supplier_signals(supplier: Supplier, on: date, only_lacking: bool = False) -> list[Signal]:
    """Return what is to be said on this date, the supplier itself first; nothing of a supplier out of use.

    A product counts while a school uses it or is going to. With `only_lacking` what its file is not complete without.
    """
    return _of(SupplierFile(supplier, on), _lacking() if only_lacking else None)


def signals_with_code(supplier: Supplier, on: date, code: str) -> list[Signal]:
    """Return those of the supplier's signals that this rule gives; no other rule looks at anything."""
    return _of(SupplierFile(supplier, on), frozenset({code}))


def product_signals(product: Product, on: date, only_lacking: bool = False) -> list[Signal]:
    """Return what is to be said of this product, whether or not a school uses it."""
    rules = _asked(PRODUCT_RULES, _lacking() if only_lacking else None)
    return list(given(rules, ProductFile(SupplierFile(product.supplier, on), product)))


def file_signals(file: SupplierFile) -> Iterator[Signal]:
    """Yield what is to be said of this file."""
    yield from _of_file(file, None)


def _of(file: SupplierFile, asked: Asked) -> list[Signal]:
    return [] if file.is_retired else list(_of_file(file, asked))


def _of_file(file: SupplierFile, asked: Asked) -> Iterator[Signal]:
    yield from given(_asked(FILE_RULES, asked), file)
    if rules := _asked(ONE_AGREEMENT_RULES, asked):
        for agreement in file.standing:
            yield from given(rules, AgreementFile(file, agreement))
    yield from given(_asked(LAST_RULES, asked), file)
    rules = _asked(PRODUCT_RULES, asked)
    if rules or _asked((*USED_RULES, *USE_RULES), asked):
        for product in file.used:
            one = ProductFile(file, product)
            yield from given(rules, one)
            yield from _of_uses(one, asked)


def _of_uses(one: ProductFile, asked: Asked) -> Iterator[Signal]:
    used, rules = UsedProduct(one), _asked(USE_RULES, asked)
    yield from given(_asked(USED_RULES, asked), used)
    for use in one.uses if rules else ():
        if is_remarkable(used, use):
            yield from given(rules, UseFile(used, use))


@lru_cache(maxsize=500)
def _asked(rules: tuple[Callable[[Thing], Found], ...], codes: Asked) -> tuple[Callable[[Thing], Found], ...]:
    """Those of these rules that are asked; worked out once, for each supplier asks it of each of its products."""
    return tuple(rule for rule in rules if codes is None or rule.__name__ in codes)


def _lacking() -> frozenset[str]:
    return frozenset(code for code, kind in facts().signals.items() if kind.lacking)
