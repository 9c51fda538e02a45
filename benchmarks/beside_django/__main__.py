"""Pages of the register beside those that Django's administration makes of the same tables, on the same server.

    python -m benchmarks.beside_django [--rounds 5] [--seconds 2] [--kept FOLDER] [--json]

Makes an environment of its own in the kept folder, with Django as requirements.txt has it. Both serve the register of
`benchmarks.pages` (500 suppliers, 1,500 products, 60 schools), signed in, with lists of fifty rows. In each round each
page is asked from both in turn. What counts is requests in a second of the server's processor, which other work on it
disturbs least. "times" is how many times as many the register answers; the median of the rounds.
"""

import json
import re
import shutil
import subprocess
import venv
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import monotonic
from typing import Any

import click
import requests

from benchmarks.load.__main__ import ready
from benchmarks.load.visitor import Browser, form_on, signed_in
from benchmarks.pages.__main__ import KEPT
from benchmarks.serving import Served, processor_seconds, registers, served

HERE = Path(__file__).parent
SITE = HERE / "site.py"
USER, PASSWORD = "beheerder", "vier woorden achter elkaar"
PAGES = {
    "list of suppliers": ("/leveranciers/", "/admin/tables/supplier/"),
    "list of history": ("/geschiedenis/", "/admin/tables/auditevent/"),
    "detail of a supplier": ("/leveranciers/{supplier}", "/admin/tables/supplier/{supplier}/change/"),
    "detail of a product": ("/producten/{product}", "/admin/tables/product/{product}/change/"),
}
ROW = re.compile(rb"<tr\b")


@click.command()
@click.option("--rounds", default=5, show_default=True)
@click.option("--seconds", default=2.0, show_default=True, help="For each page in each round.")
@click.option("--kept", default=KEPT, type=click.Path(path_type=Path), help="Where register and environment are kept.")
@click.option("--json", "as_json", is_flag=True)
def main(rounds: int, seconds: float, kept: Path, as_json: bool) -> None:
    """Serve both, ask both, and print."""
    python = environment(kept / "django")
    with TemporaryDirectory() as place:
        folder, beside = Path(place) / "register", Path(place) / "django"
        link, given = ready(folder, kept)
        beside.mkdir()
        shutil.copy(folder / "register.sqlite", beside)
        with registers(folder) as [ours], administration(python, beside) as theirs:
            both = Visit(ours, signed_in(ours.site, link)), Visit(theirs, entered(theirs.site))
            found = {name: _measured(both, paths, given, rounds, seconds) for name, paths in PAGES.items()}
            for visit in both:
                visit.close()
    click.echo(json.dumps(found) if as_json else table(found))


def environment(folder: Path) -> str:
    """Return the Python of the environment with Django, made when it is not there yet."""
    python = folder / "bin" / "python"
    if not (folder / "done").exists():
        venv.create(folder, with_pip=True, clear=True)
        words = ["-m", "pip", "install", "--quiet", "--require-hashes", "--only-binary", ":all:"]
        subprocess.run([python, *words, "-r", HERE / "requirements.txt"], check=True)
        (folder / "done").touch()
    return str(python)


@contextmanager
def administration(python: str, folder: Path) -> Any:
    """Serve Django's administration of the register in this folder."""
    for step in ("tables", "ready"):
        subprocess.run([python, SITE, folder, step], check=True)
    with served([str(SITE), str(folder), "serve"], "/admin/login/", python=python) as running:
        yield running


def entered(site: str) -> str:
    """Return the cookies of the user who signed in there."""
    with requests.Session() as browser:
        page = browser.get(f"{site}/admin/login/", timeout=60)
        fields = form_on(page.text) | {"username": USER, "password": PASSWORD}
        answer = browser.post(page.url, fields, timeout=60)
        if "sessionid" not in browser.cookies:
            raise RuntimeError(f"could not sign in: {answer.status_code}")
        return "; ".join(f"{one.name}={one.value}" for one in browser.cookies)


class Visit:
    """Somebody signed in at one server, and what that server spends on them."""

    def __init__(self, server: Served, cookies: str) -> None:
        self._pid, self._browser = server.pid, Browser([server.site], cookies)

    def close(self) -> None:
        """Close the connection."""
        self._browser.close()

    def rows(self, path: str) -> int:
        """Return how many rows of tables the page has; RuntimeError when it is no page."""
        status, page = self._browser.get(path, 0)
        if status != 200:
            raise RuntimeError(f"{path}: {status}")
        return len(ROW.findall(page))

    def a_second(self, path: str, seconds: float) -> float:
        """Return how many of this page a second of the server's processor makes."""
        before, end, count = processor_seconds(self._pid), monotonic() + seconds, 0
        while monotonic() < end:
            self._browser.get(path, 0)
            count += 1
        return count / max(processor_seconds(self._pid) - before, 0.01)


def _measured(
    both: tuple[Visit, Visit], paths: tuple[str, str], given: dict[str, Any], rounds: int, seconds: float
) -> dict[str, float]:
    asked = list(zip(both, (path.format(**given) for path in paths), strict=True))
    rows = [visit.rows(path) for visit, path in asked]
    found = [[visit.a_second(path, seconds) for visit, path in asked] for _ in range(rounds)]
    return {
        "register": round(median(ours for ours, _ in found), 1),
        "django": round(median(theirs for _, theirs in found), 1),
        "times": round(median(ours / theirs for ours, theirs in found), 2),
        "rows": rows[0],
        "rows, django": rows[1],
    }


def table(found: dict[str, dict[str, float]]) -> str:
    """Return it as lines for a person."""
    names = next(iter(found.values()))
    head = " ".join(["page".ljust(24), *(name.rjust(13) for name in names)])
    return "\n".join([head, *(_line(name, row) for name, row in found.items())])


def _line(name: str, row: dict[str, float]) -> str:
    return " ".join([name.ljust(24), *(str(figure).rjust(13) for figure in row.values())])


if __name__ == "__main__":
    main()
