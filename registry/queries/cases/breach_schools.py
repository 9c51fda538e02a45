"""Which schools a data breach can touch."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from registry.dutch import day_of
from registry.model import Breach, Product, School, Use


def schools_touched(session: Any, breach: Breach) -> Sequence[School]:
    """Return the schools that used the product on the day the board knew of it, or any of the supplier's, by name.

    Only those that the session's viewer sees.
    """
    of_product = Use.product_id == breach.product_id
    of_any = Use.product_id.in_(select(Product.id).where(Product.supplier_id == breach.supplier_id))
    using = select(Use.school_id).where(
        of_product if breach.product_id else of_any, Use.current_on(day_of(breach.known_at))
    )
    found = select(School).where(School.id.in_(using)).order_by(School.name, School.id)
    return session.scalars(found).all()  # type: ignore[no-any-return]
