"""A list of 5,000 rows previewed, beside calamine alone on the same file and one pass over the database; CPU seconds.

    python -m benchmarks.imports [--json] [--rows 5000] [--runs 3]

The list has 15 columns that a school would keep; the register has 40 schools and nothing else, so that every row is
new, which costs most. One database pass is reading every table that the plan reads, whole, through the bare driver.
The best of a few runs counts; `ratio` is the whole preview (file, columns, plan) by calamine and the pass together.
`writing` is taking over a fifth of these rows, once: planned once more, as it is on confirming, and written with its
history.
"""

import io
import json
import sqlite3
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any

import click
import xlsxwriter
from python_calamine import load_workbook

from registry import create_app
from registry.access import BUILT_IN
from registry.database import db, migrating, session_for
from registry.exchange.lists.entries import entries
from registry.exchange.lists.recognising import recognise
from registry.exchange.tables.reading import read_tables
from registry.paths import Instance
from registry.services.imports.at_once import offer_chosen
from registry.services.imports.choices import Choices
from registry.services.imports.importing import preview as preview_kept
from registry.services.imports.importing import read_upload, run_import
from registry.services.imports.planning import plan_tables
from registry.services.imports.sealing import seal
from registry.services.imports.tables import chosen_from, first_choice
from registry.services.uses.schools import add_school

ON = date(2026, 11, 1)
SCHOOLS = 40
TABLES = ("supplier", "supplier_alias", "supplier_contact", "covenant_entry", "product", "agreement")
TABLES += ("agreement_product", "school", "use", "use_module", "school_board")
HEADINGS = ("Leverancier", "KvK-nummer", "Website", "Plaats", "Land", "Product", "Soort product", "Omschrijving")
HEADINGS += ("Verwerkersovereenkomst", "Model", "Ingangsdatum", "Einddatum", "Scholen", "Bewaartermijn", "Opmerkingen")


@click.command(help="Een lijst controleren, naast calamine en één gang door de database.")
@click.option("--rows", default=5000, show_default=True, type=click.IntRange(1, 19_000), help="Hoeveel rijen.")
@click.option("--runs", default=3, show_default=True, type=click.IntRange(1), help="Hoe vaak; de snelste telt.")
@click.option("--json", "as_json", is_flag=True, help="Schrijf de uitkomst als JSON.")
def main(rows: int, runs: int, as_json: bool) -> None:
    """Make the list, and time each step of reading it."""
    content = workbook(rows)
    found: dict[str, Any] = {"rows": rows, "columns": len(HEADINGS)}
    found["calamine"] = best(runs, lambda: load_workbook(io.BytesIO(content)).get_sheet_by_index(0).to_python())
    found["read_tables"] = best(runs, lambda: read_tables("lijst.xlsx", content))
    (table,) = read_tables("lijst.xlsx", content).tables
    reading = recognise(table)
    found["entries"] = best(runs, lambda: list(entries(table, recognise(table))))
    found["problems"] = sum(len(entry.problems) for entry in entries(table, reading))
    with TemporaryDirectory() as folder:
        found |= _beside_a_register(Path(folder), content, rows, runs)
    found["ratio"] = found["preview"] / (found["calamine"] + found["pass"])
    print(json.dumps(found, indent=2) if as_json else _line(found))


def _beside_a_register(folder: Path, content: bytes, rows: int, runs: int) -> dict[str, Any]:
    app = create_app(Instance(folder))
    with app.app_context():
        migrating.upgrade(db.engine)
        for number in range(SCHOOLS):
            add_school(session_for(BUILT_IN), {"name": f"School {number}"})
        db.session.remove()
        file = db.engine.url.database or ""
        found: dict[str, Any] = {"pass": best(runs, lambda: one_pass(file))}
        found["preview"] = best(runs, lambda: preview(content))
        found["counts"] = preview(content).counts
        found["writing"] = writing(workbook(max(1, rows // 5)))
    return found


def one_pass(file: str) -> None:
    """Read all that a plan reads, through the bare driver."""
    with sqlite3.connect(file) as connection:
        for table in TABLES:
            connection.execute(f'SELECT * FROM "{table}"').fetchall()
    connection.close()


def preview(content: bytes) -> Any:
    """Return what this file comes to, from its bytes on, as the screen asks it."""
    session = session_for(BUILT_IN)
    name, workbook, blanked = read_upload("lijst.xlsx", content)
    choices = first_choice(workbook, name)
    plan = plan_tables(session, chosen_from(workbook, blanked, choices), Choices(**_with_since(choices)), ON)
    db.session.remove()
    return plan


def writing(content: bytes) -> float:
    """Return the CPU time that it takes to take a list over that was looked at."""
    session, now = session_for(BUILT_IN), datetime(ON.year, ON.month, ON.day, 9, tzinfo=UTC)
    one = offer_chosen(session, "lijst.xlsx", content, "", lambda choices: Choices(**_with_since(choices)))
    sealed = seal(session, one, preview_kept(session, one.id, ON), now)
    taken = best(1, lambda: run_import(session, one.id, sealed, False, ON, now))
    db.session.remove()
    return taken


def _with_since(choices: Choices) -> dict[str, Any]:
    return {"table": choices.table, "kind": choices.kind, "since": date(2026, 8, 1), "source": choices.source}


def workbook(rows: int) -> bytes:
    """Return a list of suppliers as an xlsx file."""
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content)
    sheet = book.add_worksheet("Lijst")
    day = book.add_format({"num_format": "dd-mm-yyyy"})
    sheet.write_row(0, 0, HEADINGS)
    for number in range(1, rows + 1):
        sheet.write_row(number, 0, _row(number))
        sheet.write(number, 10, 44_000 + number % 900, day)
    book.close()
    return content.getvalue()


def _row(number: int) -> tuple[str | int, ...]:
    who = (
        f"Uitgeverij {number // 3} B.V.",
        20_000_000 + number // 3,
        f"www.uitgeverij{number // 3}.nl",
        "Utrecht",
        "NL",
    )
    what = (f"Leermiddel {number}", "leermiddel", f"Oefenen met onderwerp {number} voor groep {number % 8 + 1}")
    agreed = (("ja, 3.0", "nee", "Model 4.0 getekend")[number % 3], "4.0", "", "31-7-2027")
    return (*who, *what, *agreed, f"School {number % 40}; School {number % 7}", "2 jaar", "loopt mee met de licentie")


def best(runs: int, work: Callable[[], object]) -> float:
    """Return the least CPU time that `work` took, in seconds."""
    taken = []
    for _ in range(runs):
        start = process_time()
        work()
        taken.append(process_time() - start)
    return min(taken)


def _line(found: dict[str, Any]) -> str:
    steps = ", ".join(
        f"{step} {found[step]:.3f} s" for step in ("calamine", "pass", "read_tables", "entries", "preview", "writing")
    )
    return (
        f"{found['rows']} rows of {found['columns']}: {steps}; preview is {found['ratio']:.1f} times calamine and pass"
    )


if __name__ == "__main__":
    main()
