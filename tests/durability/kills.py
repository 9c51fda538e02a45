"""A process that kills itself in the middle of what it writes, on the statement that it is told to."""

import os
import signal
import subprocess
import sys

import sqlalchemy as sa

from tests.checkout import ROOT

KILLED = -signal.SIGKILL


def kill_at(count, begins=""):
    """Kill this process, as with kill -9, at the `count`-th statement that begins with this."""
    seen = 0

    def look(connection, cursor, statement, parameters, context, many):
        nonlocal seen
        seen += statement.lstrip().startswith(begins)
        if seen == count:
            os.kill(os.getpid(), signal.SIGKILL)

    sa.event.listen(sa.Engine, "before_cursor_execute", look)


def run(*words):
    """Run this module in a process of its own, and return how it ended."""
    return subprocess.run([sys.executable, "-m", "tests.durability.kills", *map(str, words)], cwd=ROOT).returncode


def migrate(url, count):
    """Bring the database up to date, until the `count`-th statement."""
    from registry.database import engine, migrating

    own = sa.create_engine(url)
    engine.prepare(own)
    kill_at(int(count))
    migrating.upgrade(own)


def command(count, begins, *words):
    """Run a command of the register until the `count`-th statement of this kind."""
    from registry.cli import main

    kill_at(int(count), begins)
    main(list(words))


if __name__ == "__main__":
    {"migrate": migrate, "command": command}[sys.argv[1]](*sys.argv[2:])
