"""Proves that every code by which one fact names another exists."""

from collections.abc import Mapping
from typing import Any

from registry.errors import BadReferenceFile
from registry.reference.definition import DEFINITIONS
from registry.reference.table import Table


def check_links(tables: Mapping[str, Table[Any]]) -> None:
    """Refuse a code that does not exist, and a parent that has a parent itself: BadReferenceFile."""
    for definition in DEFINITIONS:
        links = {name: tables[column.table] for name, column in definition.columns.items() if column.table}
        for fact in tables[definition.name].values():
            for name, target in links.items():
                _check(target, getattr(fact, name), name, f"{definition.file.name} ({fact.code})")


def _check(target: Table[Any], named: str | tuple[str, ...], column: str, where: str) -> None:
    for code in (named,) if isinstance(named, str) else named:
        if code and code not in target:
            raise BadReferenceFile(f"{where}: “{column}” noemt “{code}”, maar die code staat niet in {target.dutch}.")
        if code and column == "parent" and target[code].parent:
            raise BadReferenceFile(f"{where}: “{code}” hoort zelf al onder een andere code, dus er kan niets onder.")
