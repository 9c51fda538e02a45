"""Which uses are about pupils and their parents, and which annexes told so in a period."""

from collections.abc import Iterable
from datetime import date

from registry.model import AnnexData, PrivacyAnnex, Product
from registry.queries.annexes.annex_words import annex_for
from registry.queries.uses.use_lines import UseLine
from registry.reference import facts

FAMILY = {"pupil", "parent"}


def concerns_pupils(product: Product, since: date, until: date | None = None) -> bool:
    """Return whether the product may hold data of pupils or parents on this day, or in this period.

    False only where every annex says whose data they are, and that they are of others; not knowing counts as yes.
    """
    told = [item for annex in annexes_of(product, since, until or since) for item in annex.data]
    return not told or any(is_of_family(item) for item in told)


def is_of_family(item: AnnexData) -> bool:
    """Return whether these data are of pupils or parents; not knowing counts as yes."""
    return not item.subjects or bool(FAMILY & set(item.subjects))


def family_data(uses: Iterable[UseLine], on: date) -> dict[str, tuple[str, ...]]:
    """Return the categories of data of pupils or parents by code, with the products whose annex names each."""
    products: dict[str, dict[str, None]] = {}
    for use in uses:
        annex = annex_for(use.product, on)
        for item in annex.data if annex else ():
            if is_of_family(item):
                products.setdefault(item.category, {})[use.product.name] = None
    return {code: tuple(products[code]) for code in facts().data_categories if code in products}


def annexes_of(product: Product, since: date, until: date) -> list[PrivacyAnnex]:
    """Return the versions that held on a day of this period; where none did, what is known of the product now."""
    held = [annex for annex in product.privacy_annexes if _held(annex, since, until)]
    known = annex_for(product, until)
    return held or ([known] if known else [])


def _held(annex: PrivacyAnnex, since: date, until: date) -> bool:
    began = annex.accepted_on is not None and annex.accepted_on <= until
    return began and (annex.superseded_on is None or since < annex.superseded_on)
