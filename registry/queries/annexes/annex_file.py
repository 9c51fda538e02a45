"""One version of an annex with all that its page tells: plain values, few questions."""

from typing import Any

from sqlalchemy import select

from registry.errors import NotFound
from registry.model import PrivacyAnnex, Product, SecurityAnnex
from registry.queries.plain import PlainRecords
from registry.queries.signals.whole_register import LISTS

VERSIONS: dict[Any, Any] = {PrivacyAnnex: Product.privacy_annexes, SecurityAnnex: Product.security_annexes}


def annex_file(session: Any, kind: Any, number: int) -> Any:
    """Return this version of this kind with its product, supplier and other versions; NotFound when there is none."""
    records = PlainRecords(session)
    of_product = select(kind.product_id).where(kind.id == number).scalar_subquery()
    versions = records.read(kind, kind.product_id == of_product)
    records.ones_of_these(kind.product)
    records.ones_of_these(Product.supplier)
    records.lists_of_these(VERSIONS[kind], *(link for link in LISTS if link.class_ is kind))
    found = [one for one in versions if one.id == number]
    if not found:
        raise NotFound
    return found[0]
