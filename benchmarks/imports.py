"""Reading a list of 5,000 rows, beside calamine alone on the same xlsx file; seconds and their ratio.

    python -m benchmarks.imports [--json] [--rows 5000] [--runs 3]

The list has 15 columns that a school would keep. The best of a few runs counts.
"""

import io
import json
from collections.abc import Callable
from time import perf_counter
from typing import Any

import click
import xlsxwriter
from python_calamine import load_workbook

from registry.exchange.lists.entries import entries
from registry.exchange.lists.recognising import recognise
from registry.exchange.tables.reading import read_tables

HEADINGS = ("Leverancier", "KvK-nummer", "Website", "Plaats", "Land", "Product", "Soort product", "Omschrijving")
HEADINGS += ("Verwerkersovereenkomst", "Model", "Ingangsdatum", "Einddatum", "Scholen", "Bewaartermijn", "Opmerkingen")


@click.command(help="Een lijst lezen, herkennen en omzetten, naast calamine alleen.")
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
    found["ratio"] = (found["read_tables"] + found["entries"]) / found["calamine"]
    print(json.dumps(found, indent=2) if as_json else _line(found))


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
    """Return the shortest time that `work` took, in seconds."""
    taken = []
    for _ in range(runs):
        start = perf_counter()
        work()
        taken.append(perf_counter() - start)
    return min(taken)


def _line(found: dict[str, Any]) -> str:
    steps = ", ".join(f"{step} {found[step]:.3f} s" for step in ("calamine", "read_tables", "entries"))
    return f"{found['rows']} rows of {found['columns']}: {steps}; {found['ratio']:.1f} times calamine alone"


if __name__ == "__main__":
    main()
