"""Takes a web process away, and then the database server, while people write; tells what was lost and for how long.

`python -m tests.release failover [--seconds N]`: two web processes on a PostgreSQL server with one that follows it.
Writers add suppliers through the API and count only what was confirmed. After a quarter of the time one web process is
killed, halfway the leading server, and the follower is promoted. Nothing is started again. Exit code 1 when a confirmed
write is gone, none is confirmed any more, a fault of ours (500) was answered, or pages for parents asked the leader.
Needs PostgreSQL's programs on this machine.
"""

import argparse
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import requests
import sqlalchemy as sa

from registry import create_app, demo
from registry.access import BUILT_IN
from registry.database import db, migrating, session_for
from registry.database.chain_check import check_chain
from registry.model.api_key import KeyScope
from registry.paths import Instance
from registry.services.keys.keys import add_key
from tests.release.postgres import OWNER, leader_and_follower, programs
from tests.release.web_process import faults_in, web_process

WRITERS = 4
PAUSE = 0.02  # seconds between two writes of one writer
PARENTS = "ouders"  # how the connections of the parents' pages call themselves


@dataclass
class Load:
    """What writers and a reader met; `confirmed`: name and moment of each write that was answered with 201."""

    sites: list[str]
    key: str
    confirmed: list[tuple[str, float]] = field(default_factory=list)
    answers: Counter = field(default_factory=Counter)
    pages: Counter = field(default_factory=Counter)
    numbers: count = field(default_factory=count)
    stopped: threading.Event = field(default_factory=threading.Event)

    def write(self):
        """Write until told to stop, each time at the other web process."""
        while not self.stopped.wait(PAUSE):
            number = next(self.numbers)
            name, site = f"Leverancier {number}", self.sites[number % len(self.sites)]
            headers = {"Authorization": f"Bearer {self.key}"}
            try:
                sent = requests.post(f"{site}api/v1/leveranciers", json={"naam": name}, headers=headers, timeout=20)
            except requests.RequestException:
                self.answers["no answer"] += 1
                continue
            self.answers[sent.status_code] += 1
            if sent.status_code == 201:
                self.confirmed.append((name, time.monotonic()))

    def read(self):
        """Read the page for parents at the web process that stays."""
        while not self.stopped.wait(PAUSE):
            try:
                self.pages[requests.get(f"{self.sites[-1]}ouders/", timeout=20).status_code] += 1
            except requests.RequestException:
                self.pages["no answer"] += 1


def addresses(leader, follower):
    """The settings with which a web process finds whichever server leads, and reads for parents from the other."""
    start = f"postgresql+psycopg://{OWNER}@/postgres?host=127.0.0.1,127.0.0.1"
    return {
        "DATABASE_URL": f"{start}&port={leader.port},{follower.port}&target_session_attrs=read-write",
        "REPLICA_URL": f"{start}&port={follower.port},{leader.port}&target_session_attrs=prefer-standby"
        f"&application_name={PARENTS}",
    }


def filled(folder, settings):
    """Put the example board into the database, and return a key that may write."""
    app, today = create_app(Instance(folder / "begin"), SIGN_IN=False, **settings), date.today()
    with app.app_context():
        migrating.upgrade(db.engine)
        session = session_for(BUILT_IN)
        demo.load(session)
        ends = {"begins_on": today, "ends_on": today + timedelta(days=2)}
        made = add_key(session, {"purpose": "proef", "scope": KeyScope.WRITE, **ends}, ())
        db.session.remove()
        for engine in db.engines.values():
            engine.dispose()
    return made.written


def take_away(load, victim, leader, follower, seconds):
    """Kill, crash and promote while the load is on; returns both moments, and how many read for parents at each."""
    time.sleep(seconds / 4)
    victim.kill()
    time.sleep(seconds / 4)
    readers = [
        server.ask(f"SELECT count(*) FROM pg_stat_activity WHERE application_name = '{PARENTS}'")[0][0]
        for server in (leader, follower)
    ]
    crashed = time.monotonic()
    leader.crash()
    follower.ask("SELECT pg_promote()")
    promoted = time.monotonic()
    time.sleep(seconds / 2)
    load.stopped.set()
    return crashed, promoted, readers


def run(folder, seconds):
    """Return the load, what take_away saw, and what is left in the end: names and faults."""
    place = folder / "servers"
    place.mkdir()
    folder.chmod(0o755)
    with leader_and_follower(place) as (leader, follower):
        settings = addresses(leader, follower)
        key = filled(folder, settings)
        with (
            web_process(folder, "een", settings) as (victim, first),
            web_process(folder, "twee", settings) as (_, stays),
        ):
            load = Load([first, stays], key)
            workers = [threading.Thread(target=load.write) for _ in range(WRITERS)] + [
                threading.Thread(target=load.read)
            ]
            for worker in workers:
                worker.start()
            moments = take_away(load, victim, leader, follower, seconds)
            for worker in workers:
                worker.join()
        names, faults = _left(settings["DATABASE_URL"])
        return load, moments, names, faults + [fault for name in ("een", "twee") for fault in faults_in(folder, name)]


def _left(url):
    own = sa.create_engine(url)
    with own.connect() as connection:
        names = set(connection.exec_driver_sql("SELECT name FROM supplier").scalars())
        faults = check_chain(connection).faults + list(migrating.loose_rows(connection))
    own.dispose()
    return names, faults


def main(words):
    """Run as asked, print what came of it, and return the exit code."""
    options = argparse.ArgumentParser(prog="python -m tests.release failover")
    options.add_argument("--seconds", type=int, default=40)
    asked = options.parse_args(words)
    if programs() is None:
        print("failover: PostgreSQL is not installed here")
        return 1
    with TemporaryDirectory() as place:
        load, (crashed, promoted, readers), names, faults = run(Path(place), asked.seconds)
    lost = [name for name, _ in load.confirmed if name not in names]
    after = [moment for _, moment in load.confirmed if moment > promoted]
    answers_again = f"{min(after) - crashed:.1f} s" if after else "never"
    print(
        f"failover: {len(load.confirmed)} acknowledged writes, {len(lost)} lost, {len(faults)} faults; after the crash "
        f"the follower led in {promoted - crashed:.1f} s and writes were answered again in {answers_again}, "
        f"{len(after)} of them, nothing started again"
    )
    print(f"  answers to writers: {dict(load.answers)}; to parents: {dict(load.pages)}")
    print(f"  connections for parents before the crash: {readers[0]} at the leader, {readers[1]} at the follower")
    for fault in faults[:20]:
        print(f"  {fault}")
    is_good = after and not lost and not faults and readers[1] and not load.answers[500]
    return 0 if is_good else 1
