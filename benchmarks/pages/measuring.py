"""One page, measured: how many questions it asks, what it costs, and what its floor costs."""

import gc
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from statistics import median
from time import process_time
from typing import Any

from jinja2 import Environment
from sqlalchemy import Engine, event

BIG = ("use", "product", "supplier", "agreement", "audit_event", "privacy_annex", "annex_data", "measure")
WELL = 200


@dataclass(frozen=True)
class Measured:
    """What a page asked and cost, in milliseconds of the processor; `scanned`: big tables read without an index."""

    queries: int
    milliseconds: float
    floor: float | None
    scanned: tuple[str, ...]
    kilobytes: int


def measured(client: Any, engine: Engine, address: str, floor: tuple[str, ...], given: dict[str, Any]) -> Measured:
    """Return what this page costs, the median of a few times; RuntimeError when it is no page."""
    page = _page(client, address)
    with asked_of(engine) as asked:
        _page(client, address)
    spent = median_of(lambda: _page(client, address))
    with closing(sqlite3.connect(engine.url.database or "")) as bare:
        least = median_of(_floor(bare, page, floor, given)) if floor else None
        scanned = sorted({name for one, values in asked for name in _scanned(bare, one, values)})
    return Measured(len(asked), spent, least, tuple(scanned), len(page) // 1000)


@contextmanager
def asked_of(engine: Engine) -> Iterator[list[tuple[str, Any]]]:
    """Give the list in which each question put to the database comes to stand, with its values."""
    asked: list[tuple[str, Any]] = []

    def note(*call: Any) -> None:
        if call[2].startswith(("SELECT", "WITH")):
            asked.append((call[2], call[3]))

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(engine, "before_cursor_execute", note)


def median_of(work: Callable[[], Any]) -> float:
    """Return the milliseconds of the processor that this takes; what takes seconds is done only once more."""
    spent = [_milliseconds(work)]
    times = 1 if spent[0] > 2000 else 3 if spent[0] > 300 else 9
    return median(_milliseconds(work) for _ in range(times))


def _milliseconds(work: Callable[[], Any]) -> float:
    began = process_time()
    gc.disable()  # as timeit does: what it costs depends on what was measured before
    try:
        work()
    finally:
        gc.enable()
    return (process_time() - began) * 1000


def _page(client: Any, address: str) -> str:
    answer = client.get(address)
    if answer.status_code != WELL:
        raise RuntimeError(f"{address}: {answer.status_code}")
    return str(answer.text)


def _floor(
    bare: sqlite3.Connection, page: str, statements: tuple[str, ...], given: dict[str, Any]
) -> Callable[[], str]:
    """The statements through the bare driver, and one Jinja render that gives each line of the page."""
    shape = Environment(autoescape=True).from_string("{% for line in lines %}{{ line | safe }}\n{% endfor %}")
    lines = page.split("\n")

    def work() -> str:
        for one in statements:
            bare.execute(one, given).fetchall()
        return shape.render(lines=lines)

    return work


def _scanned(bare: sqlite3.Connection, statement: str, values: Any) -> Iterator[str]:
    """The big tables of which this question reads each row, as SQLite itself plans it."""
    for row in bare.execute(f"EXPLAIN QUERY PLAN {statement}", values):
        words = str(row[3]).split()
        if words[0] == "SCAN" and words[1].strip('"') in BIG and "INDEX" not in words:
            yield words[1].strip('"')
