"""The register under a load that keeps coming: nine readers to one writer, so many a second, whatever it answers.

    python -m benchmarks.load [--seconds 60] [--rate 100] [--processes 1] [--demo] [--json]

A board with sixty schools and 500 suppliers (`--demo`: the example board), served as it ships. Whoever comes is signed
in as administrator. Readers open lists and records in turn. A writer sends the form of a supplier with another note,
its token and version included, as a browser would; the page with the form was opened before. Every page is opened once
before the counting begins. A wrong answer, or none, is an error.
"""

import json
import shutil
from collections import deque
from contextlib import ExitStack, closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click
from sqlalchemy import text

from benchmarks.load.arriving import Arrivals, Send, arrive
from benchmarks.load.visitor import Browser, Fields, form_on, signed_in
from benchmarks.pages.__main__ import BOARD, KEPT
from benchmarks.pages.floors import RECORDS
from benchmarks.pages.register import register_of
from benchmarks.serving import processor_seconds, registers
from registry import create_app, demo
from registry.access import BUILT_IN
from registry.database import db, migrating, session_for
from registry.paths import Instance
from registry.services.accounts.joining import example_link

READ, WRITE = "read", "write"
PAGES = (
    "/leveranciers/",
    "/leveranciers/{supplier}",
    "/producten/{product}",
    "/overeenkomsten/{agreement}",
    "/privacybijsluiters/{privacy_annex}",
    "/scholen/{school}",
    "/gebruik/{use}",
    "/geschiedenis/",
    "/jaar/acties/",
)
TENTH = 10  # of the requests writes
FORMS = 40  # suppliers that are written to, in turn
SENDERS = 64
SHARES = {"p50": 0.5, "p95": 0.95, "p99": 0.99, "max": 1.0}


@click.command()
@click.option("--seconds", default=60.0, show_default=True)
@click.option("--rate", default=100.0, show_default=True, help="Requests a second.")
@click.option("--processes", default=1, show_default=True, help="Of the register, on one database.")
@click.option("--demo", "is_demo", is_flag=True, help="The example board instead of one with sixty schools.")
@click.option("--kept", default=KEPT, type=click.Path(path_type=Path), help="Where the large register is kept.")
@click.option("--json", "as_json", is_flag=True)
def main(seconds: float, rate: float, processes: int, is_demo: bool, kept: Path, as_json: bool) -> None:
    """Serve, load, and print."""
    with TemporaryDirectory() as place:
        link, given = ready(Path(place), None if is_demo else kept)
        with registers(Path(place), processes) as running:
            sites = [one.site for one in running]
            cookies = signed_in(sites[0], link)
            with ExitStack() as lines:
                browsers = [lines.enter_context(closing(Browser(sites, cookies))) for _ in range(SENDERS)]
                senders = sending(browsers, processes, [page.format(**given) for page in PAGES], given["suppliers"])
                before = sum(processor_seconds(one.pid) for one in running)
                found = arrive(senders, rate, seconds)
            spent = sum(processor_seconds(one.pid) for one in running) - before
    told = figures(found, rate, spent)
    click.echo(json.dumps(told) if as_json else table(told))


def ready(place: Path, kept: Path | None) -> tuple[str, dict[str, Any]]:
    """Fill the folder with a register; returns a link that signs in, and the numbers of records in it."""
    if kept:
        register_of(BOARD, kept)
        shutil.copytree(kept / BOARD.name, place, dirs_exist_ok=True)
    app, given = create_app(Instance(place)), dict[str, Any]()
    with app.app_context():
        migrating.upgrade(db.engine)
        if not kept:
            demo.load(session_for(BUILT_IN))
        link = example_link(session_for(BUILT_IN))
        with db.engine.connect() as connection:
            for name, statement in RECORDS.items():
                asked = statement if kept else statement.replace("WHERE id > 10000", "")
                given[name] = connection.execute(text(asked), given).scalars().first()
            found = connection.execute(text(f"SELECT id FROM supplier ORDER BY id DESC LIMIT {FORMS}"))
            given["suppliers"] = list(found.scalars())
        db.session.remove()
        db.engine.dispose()
    return f"/welkom/{link}", given


def sending(browsers: list[Browser], processes: int, pages: list[str], suppliers: list[int]) -> list[Send]:
    """Return what sends; every page and form was opened once by then, the pages at every process."""
    first = browsers[0]
    for turn in range(processes):
        for page in pages:
            if not _is_page(first.get(page, turn)):
                raise RuntimeError(f"{page} is no page")
    waiting: deque[tuple[str, Fields]] = deque()
    for number in suppliers:
        form = f"/leveranciers/{number}/wijzigen"
        waiting.append((form, form_on(first.get(form, 0)[1].decode())))
    return [_sender(browser, pages, waiting) for browser in browsers]


def _sender(browser: Browser, pages: list[str], waiting: deque[tuple[str, Fields]]) -> Send:
    def write(number: int) -> bool:
        form, fields = waiting.popleft()
        try:
            if browser.post(form, fields | {"note": f"Notitie {number}."}, number // TENTH)[0] != 302:
                return False
            fields["version"] = str(int(fields["version"]) + 1)
            waiting.append((form, fields))
        except OSError:
            return False
        return True

    def send(number: int) -> tuple[str, bool]:
        if number % TENTH == 0:
            return WRITE, write(number)
        try:
            return READ, _is_page(browser.get(pages[number % len(pages)], number))
        except OSError:
            return READ, False

    return send


def _is_page(answer: tuple[int, bytes]) -> bool:
    return answer[0] == 200 and answer[1].rstrip().endswith(b"</html>")


def figures(found: Arrivals, rate: float, spent: float) -> dict[str, Any]:
    """Return what is told of a run: milliseconds by kind, errors, and how many a second there were."""
    told: dict[str, Any] = {
        kind: {name: round(found.latency(kind, share), 1) for name, share in SHARES.items()} for kind in (READ, WRITE)
    }
    return told | {
        "answered": found.answered,
        "errors": len(found.failed),
        "asked a second": rate,
        "answered a second": round(found.answered / found.took, 1),
        "server, processor ms a request": round(spent * 1000 / max(found.answered, 1), 1),
    }


def table(told: dict[str, Any]) -> str:
    """Return it as lines for a person."""
    lines = [" ".join(["ms".ljust(32), *(name.rjust(9) for name in SHARES)])]
    for kind in (READ, WRITE):
        lines.append(" ".join([kind.ljust(32), *(f"{figure:9.1f}" for figure in told[kind].values())]))
    return "\n".join([*lines, *(f"{name:32}{figure:10}" for name, figure in told.items() if name not in (READ, WRITE))])


if __name__ == "__main__":
    main()
