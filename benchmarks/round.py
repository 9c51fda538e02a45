"""Opening a round in a big register, beside a bare insert of the same rows in one statement; seconds and their ratio.

    python -m benchmarks.round [--json] [--count 200] [--runs 3]

The register has `count` suppliers with an agreement and `count` schools of sixty products each. The best of a few runs
counts, each on a fresh copy of the database.
"""

import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

import click
from sqlalchemy import delete, insert, select

from benchmarks.big_register import TODAY, big_app
from registry.access import BUILT_IN
from registry.database import db, session_for
from registry.model import Review, ReviewRound
from registry.services.rounds.rounds import open_round

ANSWER_BY = date(2026, 10, 1)
YEAR = TODAY.year + 1  # the example has rounds of this year and the last


@click.command(help="Een jaarronde openen, naast het kale invoegen van dezelfde regels.")
@click.option(
    "--count", default=200, show_default=True, type=click.IntRange(1), help="Hoeveel scholen en leveranciers."
)
@click.option("--runs", default=3, show_default=True, type=click.IntRange(1), help="Hoe vaak; de snelste telt.")
@click.option("--json", "as_json", is_flag=True, help="Schrijf de uitkomst als JSON.")
def main(count: int, runs: int, as_json: bool) -> None:
    """Make the register, then open a round in it and insert its rows bare, a few times each."""
    with TemporaryDirectory() as folder:
        app = big_app(Path(folder), count)
        kept = Path(folder) / "kept.sqlite3"
        with app.app_context():
            file = Path(db.engine.url.database or "")
            shutil.copy(file, kept)
            opened, bare, rows = [], [], 0
            for _ in range(runs):
                db.engine.dispose()
                shutil.copy(kept, file)
                opened.append(_seconds(_open))
                rows = _seconds_bare(bare)
                db.engine.dispose()
    found = {"rows": rows, "open": min(opened), "bare": min(bare), "ratio": min(opened) / min(bare)}
    print(json.dumps(found, indent=2) if as_json else _line(found))


def _open() -> None:
    session = session_for(BUILT_IN)
    open_round(session, YEAR, ANSWER_BY, TODAY)
    session.remove() if hasattr(session, "remove") else session.close()


def _seconds(work: Callable[[], Any]) -> float:
    started = perf_counter()
    work()
    return perf_counter() - started


def _seconds_bare(bare: list[float]) -> int:
    """Insert the round's rows again, in one statement without a history; how many they are."""
    with db.engine.begin() as connection:
        number = connection.execute(select(ReviewRound.id).where(ReviewRound.year == YEAR)).scalar_one()
        of_it = Review.__table__.c.round_id == number
        rows = [dict(row) for row in connection.execute(select(Review.__table__).where(of_it)).mappings()]
        connection.execute(delete(Review.__table__).where(of_it))
    started = perf_counter()
    with db.engine.begin() as connection:
        connection.execute(insert(Review.__table__), rows)
    bare.append(perf_counter() - started)
    return len(rows)


def _line(found: dict[str, Any]) -> str:
    told = f"{found['rows']} regels: openen {found['open']:.2f} s, kaal invoegen {found['bare']:.2f} s"
    return f"{told}, verhouding {found['ratio']:.1f}"


if __name__ == "__main__":
    main()
