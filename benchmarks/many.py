"""Many papers at once, values read from the database included, beside rendering alone; one run, ratios, memory.

    python -m benchmarks.many [--json] [--count 2000] [--with-annexes]

"rendering alone" makes as many papers from values that lie ready (those of the first batches, again and again), into
the same zip. The ratio is that of the processor's time, which other work on the machine disturbs least. Memory is the
peak of a process of its own above what it took after its first paper.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Any

import click

from benchmarks.big_register import TODAY, big_app
from registry import create_app
from registry.access import BUILT_IN
from registry.database import session_for
from registry.paths import Instance
from registry.queries.papers.paper_subjects import schools_for_papers, suppliers_for_papers
from registry.services.paper import KINDS, Asked, Order, Paper, Templates, compose, make_many, zip_of
from registry.services.paper.many import outcomes_of

PAPERS = {"agreement": suppliers_for_papers, "schoolgids": schools_for_papers}
WITH_ANNEXES = "agreement-complete"  # joined from its parts, which takes most of the time
READY = 100  # papers whose values lie ready


@click.command(help="Veel documenten tegelijk: met en zonder het lezen van de gegevens.")
@click.option("--count", default=2000, show_default=True, type=click.IntRange(1), help="Hoeveel van elk document.")
@click.option("--json", "as_json", is_flag=True, help="Schrijf de uitkomst als JSON.")
@click.option("--with-annexes", is_flag=True, help="Ook de overeenkomst met alle bijlagen erachter.")
@click.option("--measure", hidden=True, type=click.Path())
@click.option("--paper", hidden=True)
def main(count: int, as_json: bool, with_annexes: bool, measure: str | None, paper: str | None) -> None:
    """Make the register, then measure each paper in a process of its own."""
    if measure and paper:
        print(json.dumps(_measured(Path(measure), paper, count)))
        return
    with TemporaryDirectory() as folder:
        big_app(Path(folder), count)
        codes = [*PAPERS, WITH_ANNEXES] if with_annexes else list(PAPERS)
        found = {code: _in_own_process(folder, code, count) for code in codes}
    print(json.dumps(found, indent=2) if as_json else _table(found))


def _in_own_process(folder: str, code: str, count: int) -> dict[str, Any]:
    words = ["--measure", folder, "--paper", code, "--count", str(count)]
    done = subprocess.run([sys.executable, "-m", "benchmarks.many", *words], check=True, capture_output=True, text=True)
    return json.loads(done.stdout)  # type: ignore[no-any-return]


def _measured(folder: Path, code: str, count: int) -> dict[str, Any]:
    app = create_app(Instance(folder))
    with app.app_context():
        session, templates = session_for(BUILT_IN), Templates(folder / "none")
        asked = list(islice(_asked(session, code), count))
        _drain(make_many(session, asked[:1], compose, templates))
        idle = _peak()
        seconds, cpu, size = _timed(make_many(session, asked, compose, templates))
        above = _peak() - idle
        ready = [(one, compose(session, one.order)) for one in asked[:READY]]
        alone, alone_cpu, _ = _timed(_rendered(ready, templates, len(asked)))
    return {
        "papers": len(asked),
        "seconds": round(seconds, 2),
        "alone_seconds": round(alone, 2),
        "cpu_seconds": round(cpu, 2),
        "alone_cpu_seconds": round(alone_cpu, 2),
        "ratio": round(cpu / alone_cpu, 2),
        "zip_mb": round(size / 1e6, 1),
        "memory_mb": round(above, 1),
    }


def _asked(session: Any, code: str) -> Iterator[Asked]:
    for one in PAPERS.get(code, suppliers_for_papers)(session, TODAY):
        yield Asked(Order(KINDS[code], one.number, TODAY, date(2026, 8, 1)), one.name, one.mark)


def _rendered(ready: list[tuple[Asked, Paper]], templates: Templates, count: int) -> Iterator[Any]:
    return outcomes_of(islice(cycle(ready), count), templates)


def _timed(outcomes: Iterator[Any]) -> tuple[float, float, int]:
    """Seconds by the clock, seconds of the processor, and bytes."""
    began, cpu_began = perf_counter(), process_time()
    size = sum(map(len, zip_of(outcomes)))
    return perf_counter() - began, process_time() - cpu_began, size


def _drain(outcomes: Iterator[Any]) -> None:
    for _ in zip_of(outcomes):
        pass


def _peak() -> float:
    """The most memory that this process ever had, in MB; 0 where the system does not tell."""
    try:
        import resource
    except ImportError:
        return 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1024)


def _table(found: dict[str, dict[str, Any]]) -> str:
    names = {
        "papers": "papers",
        "seconds": "seconds",
        "alone_seconds": "alone",
        "cpu_seconds": "cpu seconds",
        "alone_cpu_seconds": "cpu alone",
        "ratio": "ratio",
        "zip_mb": "zip MB",
        "memory_mb": "MB above idle",
    }
    head = ["paper".ljust(20), *(name.rjust(13) for name in names.values())]
    rows = [[code.ljust(20), *(str(row[key]).rjust(13) for key in names)] for code, row in found.items()]
    return "\n".join(" ".join(cells) for cells in [head, *rows])


if __name__ == "__main__":
    main()
