"""The files of some suppliers as the rules look at them: plain values, a handful of questions for any number."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import func, select

from registry.errors import NotFound
from registry.model import (
    Agreement,
    AgreementFile,
    AnnexOption,
    Choice,
    PrivacyAnnex,
    Product,
    ProductParty,
    SecurityAnnex,
    StoredFile,
    Supplier,
    Use,
)
from registry.queries.plain import PlainRecords
from registry.queries.signals.whole_register import LISTS, ONES

Kind = TypeVar("Kind")
AT_ONCE = 400  # suppliers: a question can hold some thirty thousand numbers of their products and annexes
LACKS_NOTHING = frozenset(
    (
        PrivacyAnnex.denials,
        SecurityAnnex.access_roles,
        SecurityAnnex.measures,
        Agreement.annexes,
        Agreement.deviations,
        Agreement.files,
    )
)  # a set asks which object it is; a tuple would make a question of each "=="
LACKING = tuple(link for link in LISTS if link not in LACKS_NOTHING)
"""What the rules look at that tell what a file lacks, besides whether anybody uses a product."""
OF_ITS_SUPPLIER = (Supplier.agreements, Agreement.products, Agreement.choices)
OF_A_PRODUCT = (
    Product.parties,
    Product.modules,
    Product.uses,
    *(link for link in LACKING if link.class_ in (Product, PrivacyAnnex, SecurityAnnex)),
)
NAMES = {Supplier: (Supplier.name,), StoredFile: (StoredFile.name, StoredFile.media_type, StoredFile.size)}
"""By kind: what a file tells of what its links lead to."""


def lacking_files(session: Any, numbers: Sequence[int], on: date) -> Iterator[Supplier]:
    """Yield these suppliers in this order, with what `owed` looks at on this date; of the uses of a product one."""
    for start in range(0, len(numbers), AT_ONCE):
        yield from _lacking(session, numbers[start : start + AT_ONCE], on)


def _lacking(session: Any, numbers: Sequence[int], on: date) -> list[Supplier]:
    records = PlainRecords(session)
    found = records.of_numbers(Supplier, numbers, *LACKING)
    products = [product.id for supplier in found for product in supplier.products]
    newest = select(func.max(Use.id)).where(Use.product_id.in_(products), Use.not_over_on(on)).group_by(Use.product_id)
    records.read(Use, Use.id.in_(newest), only=(Use.product_id, Use.until))
    records.lists_of_these(Product.uses)
    records.ones(Choice.option)
    return found


def with_agreements(session: Any, numbers: Sequence[int]) -> list[Supplier]:
    """Return these suppliers in this order, with their agreements and no more."""
    return PlainRecords(session).of_numbers(Supplier, numbers, Supplier.agreements)


def whole_file(session: Any, number: int, *also: Any) -> Supplier:
    """Return this supplier with all that any rule looks at and what `also` is behind it; NotFound if there is none."""
    return _only(whole_files(session, [number], *also))


def agreement_file(session: Any, supplier: int, number: int) -> Agreement:
    """Return this agreement in the whole file of its supplier; NotFound when it has none of that number."""
    return _only(one for one in whole_file(session, supplier).agreements if one.id == number)


def whole_files(session: Any, numbers: Sequence[int], *also: Any) -> list[Supplier]:
    """Return these suppliers in this order, each as `whole_file` gives it."""
    records = PlainRecords(session)
    found = records.of_numbers(Supplier, numbers, *LISTS, Product.uses, *also)
    records.ones_of_these(Use.school, AgreementFile.file, ProductParty.supplier, only=NAMES)
    records.ones(*ONES)
    return found


def product_file(session: Any, number: int) -> Product:
    """Return this product with all that its page tells and the rules look at for it; NotFound when there is none."""
    records = PlainRecords(session)
    found = records.of_numbers(Product, [number], *OF_A_PRODUCT)
    records.ones_of_these(Product.supplier)
    records.lists_of_these(*OF_ITS_SUPPLIER)
    # what was chosen as well about other products of the supplier
    records.ones_of_these(Use.school, Choice.option, ProductParty.supplier, only=NAMES)
    records.ones_of_these(AnnexOption.privacy_annex)
    return _only(found)


def _only(found: Iterable[Kind]) -> Kind:
    for one in found:
        return one
    raise NotFound
