"""PostgreSQL servers of our own on this machine: one that leads, and one that follows it and confirms each write."""

import os
import pwd
import shutil
import socket
import subprocess
import time
from contextlib import contextmanager, suppress
from pathlib import Path

import psycopg

FOLLOWER = "kopie"
SETTINGS = ("listen_addresses=127.0.0.1", "max_connections=60", "wal_level=replica", "hot_standby=on")
OWNER = "postgres"  # no server runs as root


def programs():
    """The folder with PostgreSQL's programs; None when it is not installed."""
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    there = [place for place in Path("/usr/lib/postgresql").glob("*/bin") if (place / "initdb").exists()]
    return max(there, key=lambda place: int(place.parent.name), default=None)


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


class Server:
    """One server, in a folder below `place`; `run` starts its programs as a user that they will start for."""

    def __init__(self, place, name):
        self.place, self.name, self.port, self.process = place, name, free_port(), None
        self.data = place / name

    def run(self, program, *words, **options):
        return subprocess.run(_command(program, *words), check=True, capture_output=True, **_as_owner(), **options)

    def start(self, *settings):
        said = [word for setting in (*SETTINGS, *settings) for word in ("-c", setting)]
        command = _command("postgres", "-D", self.data, "-p", self.port, "-k", self.place, *said)
        with (self.place / f"{self.name}.log").open("wb") as log:
            self.process = subprocess.Popen(command, stdout=log, stderr=log, **_as_owner())
        end = time.monotonic() + 60
        while time.monotonic() < end:
            with suppress(psycopg.OperationalError):
                return self.ask("SELECT 1")
            time.sleep(0.1)
        raise RuntimeError(f"server {self.name} did not start")

    def ask(self, statement):
        """Return the rows of a statement."""
        address = f"host=127.0.0.1 port={self.port} user={OWNER} dbname=postgres connect_timeout=5"
        with psycopg.connect(address, autocommit=True) as connection:
            found = connection.execute(statement)
            return found.fetchall() if found.description else []

    def crash(self):
        """Stop at once, as when the power goes: nothing is finished, nothing is written on the way out."""
        self.run("pg_ctl", "stop", "-m", "immediate", "-D", self.data)
        self.process.wait(30)


def _command(program, *words):
    return [str(word) for word in (programs() / program, *words)]


def _as_owner():
    return {"user": OWNER, "group": OWNER, "cwd": "/"} if os.getuid() == 0 else {"cwd": "/"}


@contextmanager
def leader_and_follower(place):
    """Yield the two servers: a write is confirmed once both have it on disk."""
    if os.getuid() == 0:
        os.chown(place, pwd.getpwnam(OWNER).pw_uid, pwd.getpwnam(OWNER).pw_gid)
    leader, follower = Server(place, "hoofd"), Server(place, FOLLOWER)
    try:
        leader.run("initdb", "-D", leader.data, "-U", OWNER, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
        leader.start()
        source = f"host=127.0.0.1 port={leader.port} user={OWNER} application_name={FOLLOWER}"
        leader.run("pg_basebackup", "-D", follower.data, "-R", "-X", "stream", "-c", "fast", "-d", source)
        follower.start(f"cluster_name={FOLLOWER}")
        leader.ask(f"ALTER SYSTEM SET synchronous_standby_names = '{FOLLOWER}'")
        leader.ask("SELECT pg_reload_conf()")
        yield leader, follower
    finally:
        for server in (leader, follower):
            if server.process and server.process.poll() is None:
                server.crash()
