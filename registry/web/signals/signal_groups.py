"""Signals of one kind as one line of the list: what is said of forty suppliers is read once."""

from collections.abc import Sequence

from flask import request, url_for

from registry.queries.signals.told import Told

MOST_APART = 3
MOST_SHOWN = 50  # the rest stands in the list of that kind, which has pages


def grouped(told: Sequence[Told]) -> list[list[Told]]:
    """Return the lines of the list in their order: all signals of a kind that comes more than three times, or one."""
    by_code: dict[str, list[Told]] = {}
    for one in told:
        by_code.setdefault(one.signal.code, []).append(one)
    lines = []
    for same in by_code.values():
        lines += [same] if len(same) > MOST_APART else [[one] for one in same]
    return lines


def number_of_suppliers(line: Sequence[Told]) -> int:
    """Return of how many suppliers these signals are."""
    return len({one.supplier.id for one in line if one.supplier})


def all_of_kind_url(code: str) -> str:
    """Return the address of the list with every signal of this kind by itself, as narrowed as it is now."""
    narrowed = {name: request.args[name] for name in ("ernst", "leverancier") if request.args.get(name)}
    return url_for("signals.index", signaal=code, **narrowed)  # type: ignore[arg-type]
