"""The starter catalogue on forms: the entry that the address asks for, and what it fills in beforehand."""

from collections import defaultdict
from typing import Any

from flask import request

from registry.reference import active, facts
from registry.reference.supply import CatalogueEntry


def asked_entry() -> CatalogueEntry | None:
    """Return the entry of the starter catalogue that the address names; None for no name or an unknown one."""
    return facts().catalogue.get(request.args.get("keuze", ""))


def supplier_values(entry: CatalogueEntry | None) -> dict[str, Any]:
    """Return what the entry fills in on the form of a supplier; the catalogue does not know its country."""
    if entry is None:
        return {"country": "NL"}
    return {"name": entry.supplier, "aliases": [{"name": name} for name in entry.supplier_aliases]}


def product_values(entry: CatalogueEntry | None) -> dict[str, Any]:
    """Return what the entry fills in on the form of a product."""
    if entry is None:
        return {}
    return {"name": entry.product, "kind": entry.kind, "aliases": ", ".join(entry.product_aliases)}


def catalogue_choices() -> dict[str, list[tuple[str, str]]]:
    """Return the entries as choices under the kind of their product, each by name."""
    groups: dict[str, list[tuple[str, str]]] = defaultdict(list)
    kinds = facts().product_kinds
    for entry in sorted(active(facts().catalogue), key=_place):
        groups[kinds[entry.kind].label if entry.kind else "Soort niet bekend"].append((entry.code, _title(entry)))
    return dict(groups)


def _place(entry: CatalogueEntry) -> tuple[int, str]:
    return [*facts().product_kinds, ""].index(entry.kind), _title(entry).casefold()


def _title(entry: CatalogueEntry) -> str:
    of_whom = f"{entry.product} van {entry.supplier}" if entry.product not in ("", entry.supplier) else entry.supplier
    return of_whom if entry.verified else f"{of_whom} (niet nagegaan)"
