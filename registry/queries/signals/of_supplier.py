"""All signals of a supplier, in the order in which they are told."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

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
from registry.queries.signals.uses import UsedProduct, UseFile
from registry.reference import facts

Asked = Callable[[str], bool]
"""Whether the rule with this code is asked."""


def supplier_signals(supplier: Supplier, on: date, only_lacking: bool = False) -> list[Signal]:
    """Return what is to be said on this date, the supplier itself first; nothing of a supplier out of use.

    A product counts while a school uses it or is going to. With `only_lacking` what its file is not complete without.
    """
    return _of(SupplierFile(supplier, on), _is_lacking if only_lacking else _every)


def signals_with_code(supplier: Supplier, on: date, code: str) -> list[Signal]:
    """Return those of the supplier's signals that this rule gives; no other rule looks at anything."""
    return _of(SupplierFile(supplier, on), lambda other: other == code)


def product_signals(product: Product, on: date, only_lacking: bool = False) -> list[Signal]:
    """Return what is to be said of this product, whether or not a school uses it."""
    asked = _is_lacking if only_lacking else _every
    return list(_given(PRODUCT_RULES, ProductFile(SupplierFile(product.supplier, on), product), asked))


def file_signals(file: SupplierFile) -> Iterator[Signal]:
    """Yield what is to be said of this file."""
    yield from _of_file(file, _every)


def _of(file: SupplierFile, asked: Asked) -> list[Signal]:
    return [] if file.is_retired else list(_of_file(file, asked))


def _of_file(file: SupplierFile, asked: Asked) -> Iterator[Signal]:
    yield from _given(FILE_RULES, file, asked)
    if _any(ONE_AGREEMENT_RULES, asked):
        for agreement in file.standing:
            yield from _given(ONE_AGREEMENT_RULES, AgreementFile(file, agreement), asked)
    yield from _given(LAST_RULES, file, asked)
    if _any((*PRODUCT_RULES, *USED_RULES, *USE_RULES), asked):
        for product in file.used:
            one = ProductFile(file, product)
            yield from _given(PRODUCT_RULES, one, asked)
            yield from _of_uses(one, asked)


def _of_uses(one: ProductFile, asked: Asked) -> Iterator[Signal]:
    if _any((*USED_RULES, *USE_RULES), asked):
        used, rules = UsedProduct(one), [rule for rule in USE_RULES if asked(rule.__name__)]
        yield from _given(USED_RULES, used, asked)
        for use in one.uses if rules else ():
            yield from given(rules, UseFile(used, use))


def _given(rules: Iterable[Callable[[Thing], Found]], thing: Thing, asked: Asked) -> Iterator[Signal]:
    return given((rule for rule in rules if asked(rule.__name__)), thing)


def _any(rules: Iterable[Callable[..., Found]], asked: Asked) -> bool:
    return any(asked(rule.__name__) for rule in rules)


def _every(code: str) -> bool:
    return True


def _is_lacking(code: str) -> bool:
    return facts().signals[code].lacking
