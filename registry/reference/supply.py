"""Facts about what suppliers offer and where a school names it."""

from dataclasses import dataclass
from typing import Annotated

from registry.reference.fact import CodeOf, Fact
from registry.reference.personal_data import PurposeList


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductKind(Fact):
    """A kind of product; it decides from which list its purposes are chosen."""

    purpose_list: PurposeList


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideHeading(Fact):
    """A heading of the supplier list in the schoolgids, in `order`; proposed for products of these kinds."""

    order: int
    product_kinds: Annotated[tuple[str, ...], CodeOf("product_kinds")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewStep(Fact):
    """A step of an external review of an agreement, in `order`."""

    order: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueEntry(Fact):
    """A supplier and, where known, one product, to start a board's own register from.

    `description` is the kind in the words of the source. `misspellings` serve only to recognise a name in a list.
    """

    supplier: str
    product: str = ""
    kind: Annotated[str, CodeOf("product_kinds")] = ""
    description: str = ""
    sectors: tuple[str, ...] = ()
    supplier_aliases: tuple[str, ...] = ()
    product_aliases: tuple[str, ...] = ()
    misspellings: tuple[str, ...] = ()
