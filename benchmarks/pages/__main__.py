"""Each page in a register of a board with sixty schools, and in one ten times as large, beside its floor.

    python -m benchmarks.pages [--json] [--scale 1] [--kept FOLDER]

The floor of a page: SQL by hand that yields the same facts through the bare driver, and one Jinja render of the same
bytes. Times are milliseconds of the processor, which other work on the machine disturbs least. "10 ×" is what ten times
the data costs. The registers are kept, so that a second run begins at once.
"""

import json
from dataclasses import asdict
from datetime import date
from pathlib import Path
from tempfile import gettempdir
from typing import Any

import click
from sqlalchemy import text

from benchmarks.pages.floors import PAGES, RECORDS
from benchmarks.pages.measuring import Measured, measured
from benchmarks.pages.register import Size, register_of
from registry.database import db

BOARD = Size(suppliers=500, products=1_500, schools=60, uses=30_000, lines=12_000)
TIMES = 10
KEPT = Path(gettempdir()) / "register-of-pages"


@click.command(help="Wat elke pagina kost, naast het minste dat zij kan kosten.")
@click.option("--scale", default=1.0, show_default=True, help="Deel van de grootte, voor een snelle proef.")
@click.option("--kept", default=KEPT, type=click.Path(path_type=Path), help="Map waarin de registers blijven staan.")
@click.option("--only", default="", help="Alleen adressen waar dit in staat.")
@click.option("--json", "as_json", is_flag=True, help="Schrijf de uitkomst als JSON.")
def main(scale: float, kept: Path, only: str, as_json: bool) -> None:
    """Measure in both registers and tell what was found."""
    size = Size(*(max(int(one * scale), 1) for one in asdict(BOARD).values()))
    small, large = (_in_register(one, kept, only) for one in (size, size.times(TIMES)))
    found = {address: _row(small[address], large[address]) for address in small}
    print(json.dumps(found, indent=2) if as_json else _table(found))


def _in_register(size: Size, kept: Path, only: str) -> dict[str, Measured]:
    app = register_of(size, kept)
    with app.app_context():
        engine, given = db.engine, _records()
    client = app.test_client()
    return {
        address: measured(client, engine, address.format(**given), floor, given)
        for address, floor in PAGES.items()
        if only in address
    }


def _records() -> dict[str, Any]:
    """By name: the number of a record to look at; and the day."""
    given: dict[str, Any] = {"today": date.today().isoformat()}
    with db.engine.connect() as connection:
        for name, statement in RECORDS.items():
            given[name] = connection.execute(text(statement), given).scalars().first()
    return given


def _row(small: Measured, large: Measured) -> dict[str, Any]:
    return {
        "queries": small.queries,
        "queries_large": large.queries,
        "milliseconds": round(small.milliseconds, 1),
        "floor": small.floor and round(small.floor, 2),
        "ratio": small.floor and round(small.milliseconds / small.floor, 1),
        "growth": round(large.milliseconds / small.milliseconds, 2),
        "kilobytes": small.kilobytes,
        "scanned": large.scanned,
    }


def _table(found: dict[str, dict[str, Any]]) -> str:
    head = ("page", "queries", "at 10 ×", "ms", "floor", "ratio", "10 ×", "kB", "scanned")
    rows = [(address, *row.values()) for address, row in found.items()]
    return "\n".join(_line(cells) for cells in [head, *rows])


def _line(cells: Any) -> str:
    first, *numbers, last = ["" if cell is None else cell for cell in cells]
    told = last if isinstance(last, str) else ", ".join(last)
    return " ".join([str(first).ljust(38), *(str(one).rjust(9) for one in numbers), "", told])


if __name__ == "__main__":
    main()
