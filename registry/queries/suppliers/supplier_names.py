"""Find the one supplier that somebody names on a command line."""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any

from sqlalchemy import select

from registry import dutch
from registry.errors import NotFound
from registry.identifiers import name_key
from registry.model import Supplier, SupplierAlias
from registry.queries.suppliers.doubles import known_as

MOST_NEAR = 5


def all_suppliers(session: Any) -> Sequence[Supplier]:
    """Return every supplier by name, to choose from."""
    return session.scalars(select(Supplier).order_by(Supplier.name)).all()  # type: ignore[no-any-return]


def supplier_named(session: Any, name: str) -> Supplier:
    """Return the supplier with exactly this name or KvK number, else the only one that is known as this.

    NotFound, with what comes near, when there is none or more than one.
    """
    for found in (_exactly(session, name), known_as(session, name)):
        if len(found) == 1:
            return found[0]
        if found:
            raise NotFound(f"Er zijn meer leveranciers die “{name}” heten: {_told_apart(found)}.")
    near = _near(session, name)
    hint = f" Lijkt erop: {dutch.enumeration(near)}." if near else ""
    raise NotFound(f"Er staat geen leverancier met de naam “{name}” in het register.{hint}")


def _exactly(session: Any, name: str) -> list[Supplier]:
    same = select(Supplier).where((Supplier.name == name) | ((Supplier.kvk == name) & (Supplier.kvk != "")))
    return list(session.scalars(same.order_by(Supplier.id)))


def _told_apart(suppliers: list[Supplier]) -> str:
    return dutch.enumeration([f"{one.name} (KvK {one.kvk or 'onbekend'})" for one in suppliers])


def _near(session: Any, name: str) -> list[str]:
    """Names and aliases that look like this one, or that hold it."""
    key = name_key(name)
    aliases = session.execute(select(SupplierAlias.name, Supplier.name).join(Supplier.aliases)).all()
    names = {name_key(one): one for one in session.scalars(select(Supplier.name))}
    names |= {name_key(alias): owner for alias, owner in aliases}
    holding = [one for one in names if key in one]
    near = [*holding, *get_close_matches(key, names, n=MOST_NEAR)]
    return list(dict.fromkeys(names[one] for one in near))[:MOST_NEAR]
