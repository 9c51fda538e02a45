"""Certificates in the annexes that hold, of products in use."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import joinedload

from registry.dutch import long_date
from registry.model import Product, SecurityAnnex
from registry.model.deadline_kind import DeadlineKind
from registry.model.security_annex import Certificate
from registry.queries.deadlines.due_item import DueItem
from registry.queries.deadlines.in_use import is_used


def due_certificates(session: Any, on: date, until: date) -> Iterator[DueItem]:
    """Yield the certificates that end by `until`: of the annex that holds on this date, until another annex does."""
    later = or_(SecurityAnnex.superseded_on.is_(None), SecurityAnnex.superseded_on > on)
    holding = select(Certificate, SecurityAnnex).join(SecurityAnnex).join(Product).where(is_used(on))
    holding = holding.where(SecurityAnnex.accepted_on <= on, later, Certificate.ends_on.is_not(None))
    reads = joinedload(SecurityAnnex.product).joinedload(Product.supplier)
    for certificate, annex in _newest(session.execute(holding.options(reads).order_by(Certificate.ends_on))):
        if certificate.ends_on is not None and certificate.ends_on <= until:
            yield _item(certificate, annex, certificate.ends_on, on)


def _newest(found: Iterable[Any]) -> Iterable[tuple[Certificate, SecurityAnnex]]:
    """Of certificates with one name and holder in one annex the last to end: that one took the place of the others."""
    latest = {}
    for certificate, annex in found:
        latest[annex.id, certificate.name.casefold(), certificate.holder.casefold()] = (certificate, annex)
    return latest.values()


def _item(certificate: Certificate, annex: SecurityAnnex, ends: date, on: date) -> DueItem:
    name = certificate.name or "Het certificaat"
    until = f"{'is geldig' if ends >= on else 'was geldig'} tot en met {long_date(ends)}"
    told = f"{name} van {_whose(certificate, annex.product)} {until}. Het staat bij {annex.product.name}."
    kind, action = DeadlineKind.CERTIFICATE_END, "Vul het nieuwe certificaat in"
    return DueItem(kind, ends, annex.product.name, told, action, "security_annex", annex.id)


def _whose(certificate: Certificate, product: Product) -> str:
    if not certificate.of_subprocessor:
        return certificate.holder or product.supplier.name
    named = f"subverwerker {certificate.holder}" if certificate.holder else "een subverwerker"
    return f"{named} van {product.supplier.name}"
