"""Kills the register at random moments while it writes, and looks each time what is left.

`python -m tests.release kill9 --cycles N [--seed S]`: a child writes suppliers with an agreement and a file through the
services, and tells over a pipe when it begins one and when the commit has come back. It is killed with SIGKILL; then
the database is opened again. Every acknowledged one must be there, file and all, none may be there by half, the chain
and the foreign keys must hold. Exit code 1 when anything is not so. Needs `os.fork`.
"""

import argparse
import os
import random
import select
import shutil
import signal
import time
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from registry import create_app
from registry.access import BUILT_IN
from registry.database import migrating, session_for
from registry.database.chain_check import check_chain
from registry.paths import Instance
from tests.release.killed import BEGUN, DONE, connected, content_of, write, write_on

A_REGISTER = 25  # cycles on one database: the whole chain is looked at after each
LONGEST = 0.4  # seconds from the first commit to the kill, at most
ROWS = """SELECT s.name, a.id, f.name, f.size, f.sha256, c.content FROM supplier s
LEFT JOIN agreement a ON a.supplier_id = s.id LEFT JOIN agreement_file af ON af.agreement_id = a.id
LEFT JOIN stored_file f ON f.id = af.file_id LEFT JOIN file_content c ON c.file_id = f.id"""


@dataclass
class Tally:
    """What all cycles together came to."""

    cycles: int = 0
    acknowledged: int = 0
    inside: int = 0
    unacknowledged: int = 0  # committed, but the child was killed before it could say so
    hot_journals: int = 0  # a transaction that had begun to change the file, which the next to open it undoes
    faults: list[str] = field(default_factory=list)
    lost: int = 0


def cycle(app, url, first, chance):
    """Return how many writes a child acknowledged before it was killed, and whether that fell inside a transaction."""
    out, into = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(out)
            write_on(app, url, first, into)
        finally:
            os._exit(1)
    os.close(into)
    said = _wait_for_first(out)
    time.sleep(chance.uniform(0, LONGEST))
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    while piece := os.read(out, 65536):
        said += piece
    os.close(out)
    if not os.WIFSIGNALED(status):
        raise RuntimeError("the child stopped by itself")
    return said.count(DONE), said.endswith(BEGUN)


def _wait_for_first(out):
    said = b""
    while DONE not in said:
        if not select.select([out], [], [], 60)[0]:
            raise RuntimeError("the child writes nothing")
        piece = os.read(out, 65536)
        if not piece:
            raise RuntimeError("the child stopped by itself")
        said += piece
    return said


def look(app, url, acknowledged, tally):
    """Return how many writes there are, after adding to the tally what is not as it should be."""
    with connected(app, url) as own, own.connect() as connection:
        rows = connection.exec_driver_sql(ROWS).all()
        found = {row[0]: row for row in rows}
        lost = [number for number in range(acknowledged) if not _is_whole(found.get(f"Leverancier {number}"), number)]
        half = [row[0] for row in rows if not _is_whole(row, int(row[0].split()[-1]))]
        tally.lost += len(lost)
        tally.faults += [f"lost: {number}" for number in lost] + [f"half: {name}" for name in half]
        tally.faults += [f"twice: {len(rows) - len(found)}"] if len(rows) != len(found) else []
        tally.faults += [f"orphan file: {n}" for n in _orphans(connection)] + check_chain(connection).faults
        tally.faults += [f"foreign key: {table}" for table in migrating.loose_rows(connection)]
        if own.dialect.name == "sqlite":
            tally.faults += [row[0] for row in connection.exec_driver_sql("PRAGMA integrity_check") if row[0] != "ok"]
    return len(rows)


def _is_whole(row, number):
    if row is None or row[1] is None or row[5] is None:
        return False
    content = bytes(row[5])
    return content == content_of(number) and (row[3], row[4]) == (len(content), sha256(content).hexdigest())


def _orphans(connection):
    asked = "SELECT id FROM stored_file WHERE id NOT IN (SELECT file_id FROM agreement_file)"
    return [row[0] for row in connection.exec_driver_sql(asked)]


def run(cycles, seed, folder):
    """Return the tally of this many cycles, each seeded by chance; a fresh SQLite file every A_REGISTER of them."""
    chance, tally = random.Random(seed), Tally()
    app = create_app(Instance(folder / "instance"), SIGN_IN=False)
    blank, place = folder / "blank.sqlite", folder / "register.sqlite"
    with connected(app, f"sqlite:///{blank.as_posix()}") as own:
        migrating.upgrade(own)
        write(session_for(BUILT_IN), 0)
    address = f"sqlite:///{place.as_posix()}"
    while tally.cycles < cycles:
        shutil.copyfile(blank, place)
        there = 1
        for _ in range(min(A_REGISTER, cycles - tally.cycles)):
            done, is_inside = cycle(app, address, there, chance)
            journal = place.with_name(f"{place.name}-journal")
            tally.hot_journals += journal.exists() and journal.stat().st_size > 0
            tally.acknowledged += done
            tally.inside += is_inside
            tally.cycles += 1
            before, there = there, look(app, address, there + done, tally)
            tally.unacknowledged += there - before - done
    return tally


def main(words):
    """Run as asked, print the tally, and return the exit code."""
    options = argparse.ArgumentParser(prog="python -m tests.release kill9")
    options.add_argument("--cycles", type=int, default=1000)
    options.add_argument("--seed", type=int, default=random.randrange(10**6))
    asked, began = options.parse_args(words), time.monotonic()
    with TemporaryDirectory() as place:
        tally = run(asked.cycles, asked.seed, Path(place))
    print(
        f"kill9: {tally.cycles} cycles (seed {asked.seed}) in {time.monotonic() - began:.0f} s, "
        f"{tally.acknowledged} acknowledged writes, {tally.lost} lost, {len(tally.faults)} faults; "
        f"{tally.inside / max(tally.cycles, 1):.0%} of the kills inside a transaction ({tally.hot_journals} left a "
        f"journal to undo), {tally.unacknowledged} committed but not acknowledged"
    )
    for fault in tally.faults[:20]:
        print(f"  {fault}")
    return 1 if tally.faults else 0
