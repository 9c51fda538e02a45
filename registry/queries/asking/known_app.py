"""A teacher asks for an app: what the register knows of it on a day, and never more than that."""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from registry.dutch import long_date
from registry.model import Agreement, Product, Supplier, Use
from registry.model.agreement_lists import AgreementStatus
from registry.model.supplier import CovenantStatus
from registry.queries.asking.app_names import catalogue_entry, near_names, products_called, suppliers_called


class Stand(Enum):
    """How far an app is known: the tone of its answer."""

    HERE = "ok"  # in use at the asker's school
    AGREED = "info"  # not there, but something was agreed about it
    KNOWN = "warning"  # in the register, without an agreement that holds
    UNKNOWN = "neutral"


@dataclass(frozen=True)
class KnownApp:
    """What is known of one app, in sentences; `product` is None where the register has no such product."""

    stand: Stand
    title: str
    sentences: tuple[str, ...]
    product: Product | None = None


def known_app(session: Any, name: str, link: str, school_id: int, on: date) -> list[KnownApp]:
    """Return what the register knows on this day of an app with this name, for this school: never nothing.

    One answer for each product with that name, in any spelling; else what a supplier's name or the starter list
    tells. Other schools are not named: who asks may not see what they use.
    """
    products = products_called(session, name)
    if products:
        return [_of_product(session, product, school_id, on) for product in products]
    return [_of_supplier(name, one, on) for one in suppliers_called(session, name)] or [_of_list(session, name, link)]


def _of_product(session: Any, product: Product, school_id: int, on: date) -> KnownApp:
    covering = _covering(product, on)
    uses = [use for use in session.scalars(select(Use).where(Use.product_id == product.id)) if not use.is_over(on)]
    own = [use for use in uses if use.school_id == school_id]
    stand = Stand.HERE if any(use.is_current(on) for use in own) else Stand.AGREED if covering else Stand.KNOWN
    used = [*_used(product, own, on), *_elsewhere(uses, own, on)]
    told = [*used, _agreed(product, covering), _covenant(product.supplier, on)]
    if product.retired_on is not None and product.retired_on <= on:
        told.insert(0, f"Het bestuur gebruikt {product.name} niet meer sinds {long_date(product.retired_on)}.")
    title = product.name if product.name == product.supplier.name else f"{product.name} van {product.supplier.name}"
    return KnownApp(stand, title, tuple(told), product)


def lacks_agreement(product: Product, on: date) -> bool:
    """Return whether a processor delivers this product while nothing that was settled about it holds on this day."""
    return product.supplier.is_processor and not _covering(product, on)


def _covering(product: Product, on: date) -> list[Agreement]:
    return [one for one in product.supplier.agreements if one.covers(product.id) and one.is_settled(on)]


def _used(product: Product, own: list[Use], on: date) -> list[str]:
    groups = [f" Groepen of klassen: {use.groups}." if use.groups else "" for use in own]
    return [
        f"{use.school.name} gebruikt {product.name} sinds {long_date(use.since)}.{group}"
        if use.is_current(on)
        else f"{use.school.name} gaat {product.name} gebruiken vanaf {long_date(use.since)}.{group}"
        for use, group in zip(own, groups, strict=True)
    ]


def _elsewhere(uses: list[Use], own: list[Use], on: date) -> list[str]:
    is_used = any(use.is_current(on) for use in uses if use not in own)
    return ["Een andere school van het bestuur gebruikt dit al."] if is_used else []


def _agreed(product: Product, covering: list[Agreement]) -> str:
    of_whom = product.supplier.name
    if product.name != of_whom:
        of_whom += f" over {product.name}"
    if any(one.status is not AgreementStatus.NOT_NEEDED for one in covering):
        return f"Er geldt een afspraak met {of_whom}."
    if covering:
        return f"Het bestuur besloot dat er met {of_whom} geen overeenkomst nodig is."
    return f"In het register staat geen afspraak met {of_whom} die nu geldt."


def _covenant(supplier: Supplier, on: date) -> str:
    """Where the supplier stood in the covenant's list, with the day on which somebody looked."""
    entry = supplier.covenant_on(on)
    if entry is None or entry.status is CovenantStatus.UNKNOWN:
        return f"Of {supplier.name} meedoet aan het Privacyconvenant, is niet nagegaan."
    return f"Privacyconvenant: {supplier.name} is {entry.status.label}, nagegaan op {long_date(entry.checked_on)}."


def _of_supplier(name: str, supplier: Supplier, on: date) -> KnownApp:
    names = [product.name for product in supplier.products if product.retired_on is None]
    has = f"Van deze leverancier staan erin: {', '.join(names)}." if names else "Er staan nog geen producten van in."
    told = (f"“{name}” is in het register de naam van een leverancier. {has}", _covenant(supplier, on))
    return KnownApp(Stand.KNOWN, supplier.name, told)


def _of_list(session: Any, name: str, link: str) -> KnownApp:
    near = near_names(session, name, link)
    hint = [f"Bedoelt u misschien: {', '.join(near)}?"] if near else []
    entry = catalogue_entry(name)
    if entry is None:
        return KnownApp(Stand.UNKNOWN, name, ("Deze app staat niet in het register.", *hint))
    of_whom = f"{entry.product} van {entry.supplier}" if entry.product else entry.supplier
    doubt = "" if entry.verified else " Of dat klopt, is niet nagegaan."
    known = f"De startlijst van bekende leveranciers noemt {of_whom}.{doubt}"
    return KnownApp(Stand.UNKNOWN, name, ("Deze app staat niet in het register van het bestuur.", known, *hint))


def products_to_choose(session: Any) -> list[Product]:
    """Return the products that are not out of use, by name."""
    asked = select(Product).where(Product.retired_on.is_(None)).options(selectinload(Product.supplier))
    return sorted(session.scalars(asked), key=lambda one: (one.name.casefold(), one.supplier.name.casefold()))
