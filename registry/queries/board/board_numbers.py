"""The board in numbers on a day: what schools use, of whom, and how it is arranged."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select

from registry.model import Agreement, Product, ProductParty, School, SecurityAnnex, Supplier, Use, UseModule
from registry.model.agreement_lists import AgreementStatus
from registry.model.supplier import CovenantStatus, PartyRole
from registry.queries.agreements.arrangements import is_standing
from registry.queries.plain import PlainRecords
from registry.queries.together import shared
from registry.queries.uses.use_lines import LISTS


@dataclass(frozen=True)
class BoardNumbers:
    """Counts of the uses that run on a day, of their products and suppliers, and of the agreements that count then.

    `agreements` by status, of these suppliers; `without` are the processors in use with which none stands at all.
    """

    schools: int
    uses: int
    products: int
    suppliers: int
    by_role: Mapping[PartyRole, int]
    covenant: Mapping[CovenantStatus, int]
    agreements: Mapping[AgreementStatus, int]
    without: int


def current_uses(session: Any, on: date) -> Sequence[Use]:
    """Return as plain values every use that runs on this day, with all that a list tells of its product, in order.

    The order is by product and school.
    """
    records = PlainRecords(session)
    found = records.read(Use, Use.current_on(on))
    records.ones_of_these(Use.school, Use.product)
    records.ones_of_these(Product.supplier)
    records.lists_of_these(Use.modules, Product.security_annexes, SecurityAnnex.certificates, *LISTS)
    records.ones(UseModule.module)
    records.ones_of_these(ProductParty.supplier, only={Supplier: (Supplier.name,)})
    return sorted(found, key=lambda use: (use.product.name.casefold(), use.product_id, use.school.name.casefold()))


def suppliers_in_use(session: Any, on: date) -> list[Supplier]:
    """Return as plain values the suppliers of what is in use on this day, with their agreements and deviations."""
    known = shared(session, "suppliers_in_use")
    if on not in known:
        records = PlainRecords(session)
        known[on] = records.read(Supplier, Supplier.products.any(Product.uses.any(Use.current_on(on))))
        records.lists(Supplier.covenant_entries, Supplier.agreements, Agreement.deviations)
    return known[on]  # type: ignore[no-any-return]


def board_numbers(session: Any, on: date) -> BoardNumbers:
    """Return the numbers of this day, as far as the session's viewer sees them."""
    counted = select(func.count(Use.id), func.count(Use.product_id.distinct())).where(Use.current_on(on))
    (uses, products), suppliers = session.execute(counted).one(), suppliers_in_use(session, on)
    standing = {one.id: [each for each in one.agreements if is_standing(each, on)] for one in suppliers}
    processors = [one for one in suppliers if one.is_processor]
    schools = [school for school in session.scalars(select(School)) if school.is_open(on)]
    return BoardNumbers(
        schools=len(schools),
        uses=uses,
        products=products,
        suppliers=len(suppliers),
        by_role=Counter(one.role for one in suppliers),
        covenant=Counter(one.covenant_status(on) for one in processors),
        agreements=Counter(_status(each, on) for found in standing.values() for each in found),
        without=sum(not standing[one.id] for one in processors),
    )


def _status(agreement: Agreement, on: date) -> AgreementStatus:
    """What counts on this day: what has been replaced or ended since still held then."""
    return AgreementStatus.IN_FORCE if agreement.is_in_force(on) else agreement.status
