"""What the starter catalogue knows of a name on a list: a product, a supplier, or several products in one cell."""

import re
from functools import cache

from registry.exchange.lists.fields import plain
from registry.identifiers import name_key
from registry.reference import load

_ALWAYS = re.compile(r"[;\n]")
_PERHAPS = re.compile(r",| / |/| en | & | \+ ")
_BRACKETS = re.compile(r"\([^()]{0,200}\)")


@cache
def _products() -> frozenset[str]:
    rows = load().catalogue.values()
    names = {name for row in rows for name in (row.product, *row.product_aliases) if name}
    parts = {part for name in names for part in name.split(";")}
    return frozenset(filter(None, map(plain, names | parts)))


@cache
def _suppliers() -> frozenset[str]:
    rows = load().catalogue.values()
    names = {name for row in rows for name in (row.supplier, *row.supplier_aliases) if name}
    return frozenset(filter(None, (plain(name_key(name)) for name in names)))


def is_product(name: str) -> bool:
    """Tell whether the catalogue has a product of this name."""
    return plain(name) in _products()


def is_supplier(name: str) -> bool:
    """Tell whether the catalogue has a supplier of this name, whatever its legal form."""
    return len(name) < 200 and plain(name_key(name)) in _suppliers()


def products_in(cell: str) -> tuple[str, ...]:
    """Return the products that a cell names: "Parro, ParnasSys / Esis; X" gives four.

    A semicolon or new line always divides. A comma divides where each part begins as a name does; a slash, "en" and
    the like where blanks stand around a slash, or the catalogue knows each part. A name that the catalogue has as a
    whole is one product, and nothing inside brackets divides.
    """
    if not _ALWAYS.search(cell) and (not _PERHAPS.search(cell) or is_product(cell)):
        return (cell.strip(),) if cell.strip() else ()
    found = [name for part in _ALWAYS.split(cell) for name in _divided(part.strip())]
    return tuple(dict.fromkeys(name for name in found if name))


def _divided(part: str) -> list[str]:
    if is_product(part) or not _PERHAPS.search(part):
        return [part]
    hidden = _BRACKETS.sub(lambda found: "\0" * len(found[0]), part)
    names = [part]
    for mark in (",", " / ", "/", " en ", " & ", " + "):
        names = [piece for name in names for piece in _at(mark, name, hidden if name is part else "")]
    return names


def _at(mark: str, name: str, hidden: str) -> list[str]:
    """Return the pieces between these marks, or the name as it was where they do not divide it."""
    shown = hidden or _BRACKETS.sub(lambda found: "\0" * len(found[0]), name)
    if mark not in shown or is_product(name):
        return [name]
    pieces, at = [], 0
    for shown_piece in shown.split(mark):
        pieces.append(name[at : at + len(shown_piece)].strip())
        at += len(shown_piece) + len(mark)
    return pieces if _are_names(mark, [piece for piece in pieces if piece]) else [name]


def _are_names(mark: str, pieces: list[str]) -> bool:
    if mark in (",", " / "):
        return all(piece[0].isupper() or is_product(piece) for piece in pieces)
    return all(map(is_product, pieces))
