"""Two boards on one machine, each in a process of its own: what is of one never stands in an answer of the other."""

import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from datetime import date
from urllib.error import HTTPError
from urllib.parse import urldefrag, urljoin, urlsplit
from urllib.request import urlopen

from lxml import html
from sqlalchemy import select

from registry.access import BUILT_IN
from registry.database import session_for
from registry.model import SchoolBoard, Supplier
from registry.services.board.board import edit_board
from registry.services.suppliers.suppliers import edit_supplier
from registry.services.uses.schools import add_school
from tests.checkout import ROOT
from tests.example_board import example_board

CANARIES = ("kanarieoost", "kanariewest")
MOST = 250
TAKES_SECONDS = "/pdf"
PATIENCE, PATIENCE_AT_THE_END = 180, 30  # seconds, on a machine that does other work as well


def board_with(databases, folder, canary):
    """Make the folder of a board with the example in it and this word in its names; yields its database."""
    folder.mkdir()
    return _with(databases, folder, canary)


@contextmanager
def _with(databases, folder, canary):
    with example_board(databases, folder, date.today()) as app:
        with app.app_context():
            session = session_for(BUILT_IN)
            board = session.scalars(select(SchoolBoard)).one()
            edit_board(session, board.version, {"name": f"Bestuur {canary}"})
            add_school(session, {"name": f"School {canary}"})
            supplier = session.scalars(select(Supplier)).first()
            edit_supplier(session, supplier.id, supplier.version, {"name": f"Leverancier {canary}"})
            session.rollback()
            url = app.config["DATABASE_URL"]
        settings = folder / "instance" / "settings.toml"
        settings.write_text(f'sign_in = false\nlog_format = "json"\ndatabase_url = "{url}"\n', encoding="utf-8")
        yield folder


@contextmanager
def running(folder):
    """Start the register of this folder in a process; yields its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "registry", "--instance", str(folder / "instance"), "run", "--port", str(port)]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=log)
        try:
            yield _awake(f"http://127.0.0.1:{port}/", process)
        finally:
            _stop(process)


def _awake(site, process):
    """Wait until the register answers; what counts is the clock, for a busy machine also answers slowly."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        assert process.poll() is None, "stopped by itself"
        with suppress(OSError), urlopen(f"{site}gezond", timeout=5):
            return site
        time.sleep(0.1)
    raise AssertionError(f"did not start in {PATIENCE} s")


def _stop(process):
    """Stop it as Ctrl+C does, and when that takes too long for good: nothing goes on after the test."""
    process.send_signal(signal.SIGINT)
    try:
        process.wait(PATIENCE_AT_THE_END)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        raise


def answers(site, other):
    """Every answer that links lead to from the first page, and those to questions for what is of the other."""
    waiting = [
        site,
        f"{site}ouders",
        f"{site}zoeken?q={other}",
        f"{site}leveranciers?q={other}",
        f"{site}api/v1/schools",
    ]
    seen = {}
    while waiting and len(seen) < MOST:
        address = waiting.pop(0)
        body, kind = _asked(address)
        seen[address] = body
        if kind == "text/html" and body:
            links = [urldefrag(urljoin(address, link)).url for link in html.fromstring(body).xpath("//a/@href")]
            new = dict.fromkeys(link for link in links if link.startswith(site) and link not in seen)
            waiting += [link for link in new if link not in waiting and not urlsplit(link).path.endswith(TAKES_SECONDS)]
    return seen


def _asked(address):
    try:
        with urlopen(address, timeout=60) as answer:
            return str(answer.headers).encode() + answer.read(), answer.headers.get_content_type()
    except HTTPError as refusal:
        with refusal:
            return refusal.read(), "refused"


def test_what_is_of_one_board_never_stands_in_an_answer_of_the_other(databases, tmp_path):
    east, west = CANARIES
    with (
        board_with(databases, tmp_path / "east", east) as eastern,
        board_with(databases, tmp_path / "west", west) as western,
        running(eastern) as at_east,
        running(western) as at_west,
    ):
        for site, own, other in ((at_east, east, west), (at_west, west, east)):
            seen = answers(site, other)
            asked = {address for address in seen if other in address}  # a page may repeat what was looked for
            holding = [address for address, body in seen.items() if own.encode() in body]
            print(f"{len(seen)} answers, {len(holding)} with the board's own word")
            assert len(seen) == MOST
            assert len(holding) > MOST / 10
            found = {address for address, body in seen.items() if other.encode() in body}
            assert found <= asked
            kept = f"q={other}".encode()  # links to sort, to save and to choose keep what was looked for
            assert all(seen[address].replace(kept, b"").count(other.encode()) <= 3 for address in asked)
    for folder in (eastern, western):
        log = (folder / "log").read_text(encoding="utf-8")
        assert log.count('"status": 200') > MOST / 2
        assert [word for word in CANARIES if word in log] == []
