"""Is this organisation known already? Asked in any spelling of any of its names, and by its KvK number."""

from collections import defaultdict
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import selectinload

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


class Names:
    """Who is known by a name or number, asked of the register each time."""

    def __init__(self, session: Any) -> None:
        self.session = session

    def known_as(self, name: str, but_not: Supplier) -> list[Supplier]:
        """Return what `known_as` tells."""
        return known_as(self.session, name, but_not)

    def with_kvk(self, kvk: str, but_not: Supplier) -> Supplier | None:
        """Return what `with_kvk` tells."""
        return with_kvk(self.session, kvk, but_not)


class AllNames(Names):
    """The same, read once by who writes many suppliers, who tells it of each: so none has to be flushed before."""

    def __init__(self, session: Any) -> None:
        super().__init__(session)
        self._by_key: dict[str, dict[Supplier, None]] = defaultdict(dict)
        self._by_kvk: dict[str, dict[Supplier, None]] = defaultdict(dict)
        with session.no_autoflush:
            for one in session.scalars(select(Supplier).options(selectinload(Supplier.aliases)).order_by(Supplier.id)):
                self.add(one)

    def add(self, supplier: Supplier) -> None:
        """Remember a supplier that was made or changed."""
        for key in _keys(supplier):
            self._by_key[key][supplier] = None
        self._by_kvk[supplier.kvk][supplier] = None

    def known_as(self, name: str, but_not: Supplier) -> list[Supplier]:
        """Return the suppliers with this name or alias, in any spelling; without `but_not` itself."""
        key = name_key(name)  # what a supplier was called before it was changed does not count
        return [one for one in self._by_key.get(key, ()) if one is not but_not and key in _keys(one)]

    def with_kvk(self, kvk: str, but_not: Supplier) -> Supplier | None:
        """Return the supplier with this KvK number, unless it is `but_not` or the number is empty."""
        known = (one for one in self._by_kvk.get(kvk, ()) if one is not but_not and one.kvk == kvk)
        return next(known, None) if kvk else None


def _keys(supplier: Supplier) -> set[str]:
    return {supplier.name_key, *(name_key(alias.name) for alias in supplier.aliases)}
