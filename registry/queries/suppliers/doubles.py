"""Is this organisation known already? Asked in any spelling of any of its names, and by its KvK number."""

from typing import Any

from sqlalchemy import select

from registry.identifiers import name_key
from registry.model import Supplier, SupplierAlias


def known_as(session: Any, name: str, but_not: Supplier | None = None) -> list[Supplier]:
    """Return the suppliers with this name or alias, in any spelling; without `but_not` itself."""
    key, own = name_key(name), but_not.id if but_not is not None else None
    with session.no_autoflush:
        aliases = session.execute(select(SupplierAlias.supplier_id, SupplierAlias.name)).all()
        by_alias = [number for number, alias in aliases if name_key(alias) == key]
        known = select(Supplier).where((Supplier.name_key == key) | Supplier.id.in_(by_alias))
        return [one for one in session.scalars(known.order_by(Supplier.id)) if one.id != own]


def with_kvk(session: Any, kvk: str, but_not: Supplier | None = None) -> Supplier | None:
    """Return the supplier with this KvK number, unless it is `but_not` or the number is empty."""
    own = but_not.id if but_not is not None else None
    with session.no_autoflush:
        found = select(Supplier).where(Supplier.kvk == kvk, Supplier.id != (own or 0))
        return session.scalar(found) if kvk else None
