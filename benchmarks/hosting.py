"""What a board costs a server: start, memory at rest, pages a second of one core, bytes on disk, backup.

    python -m benchmarks.hosting [--json] [--starts 3] [--seconds 5]

The register of the example board in a process of its own. Seconds are those of the processor, which other work on the
machine disturbs least; memory is the resident set, of which processes of one register share a part. Linux only.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import Any

import click
import requests

from benchmarks.serving import memory, processor_seconds, registers, surroundings
from registry import create_app, demo
from registry.access import BUILT_IN
from registry.database import db, migrating, session_for
from registry.paths import Instance

PAGES = ("/", "/leveranciers/", "/ouders/")
MEGABYTE = 1024 * 1024
Figures = dict[str, float]


def filled(instance: Instance) -> Figures:
    """Fill the register with the example; returns the bytes of its database before and after, in MB."""
    app, sizes = create_app(instance, SIGN_IN=False), []
    with app.app_context():
        migrating.upgrade(db.engine)
        for load in (lambda: None, lambda: demo.load(session_for(BUILT_IN))):
            load()
            db.session.remove()
            db.engine.dispose()
            sizes.append(instance.database.stat().st_size / MEGABYTE)
    return {"MB, empty": sizes[0], "MB, example board": sizes[1]}


def starts(instance: Instance, count: int) -> Figures:
    """Return what a start costs and what it takes at rest, the middle of so many; before them one that compiles."""
    seconds, rest, own = [], [], []
    for _ in range(count + 1):
        with registers(instance.root, SIGN_IN="false") as [(pid, _site)]:
            seconds.append(processor_seconds(pid))
            rest.append(memory(pid))
            own.append(memory(pid, "RssAnon"))
    return {
        name: sorted(found[1:])[count // 2]
        for name, found in {"start, seconds": seconds, "at rest, MB": rest, "of which its own, MB": own}.items()
    }


def pages(instance: Instance, seconds: float) -> Figures:
    """Return how many of each page one core makes in a second, and the memory after all of them."""
    found: Figures = {}
    with registers(instance.root, SIGN_IN="false") as [(pid, site)], requests.Session() as visitor:
        for page in PAGES:
            visitor.get(f"{site}{page}", timeout=60).raise_for_status()
            before, end, count = processor_seconds(pid), monotonic() + seconds, 0
            while monotonic() < end:
                visitor.get(f"{site}{page}", timeout=60)
                count += 1
            found[f"a core second, {page}"] = count / (processor_seconds(pid) - before)
        found["after pages, MB"] = memory(pid)
    return found


def backup(instance: Instance) -> Figures:
    """Return the processor's time of a backup by its command, start included, and how large it is."""
    file = instance.root / "backup.zip"
    before = os.times()
    words = [sys.executable, "-m", "registry", "--instance", str(instance.root), "backup", str(file)]
    subprocess.run(words, check=True, capture_output=True, env=surroundings())
    after = os.times()
    took = after.children_user + after.children_system - before.children_user - before.children_system
    return {"backup, seconds": took, "backup, MB": file.stat().st_size / MEGABYTE}


@click.command()
@click.option("--json", "as_json", is_flag=True)
@click.option("--starts", "count", default=3, show_default=True)
@click.option("--seconds", default=5.0, show_default=True, help="For each page.")
def main(as_json: bool, count: int, seconds: float) -> None:
    """Measure, and print."""
    with TemporaryDirectory() as place:
        instance = Instance(Path(place) / "instance")
        told: dict[str, Any] = filled(instance) | starts(instance, count) | pages(instance, seconds) | backup(instance)
    if as_json:
        click.echo(json.dumps(told))
    else:
        for name, figure in told.items():
            click.echo(f"{name:28}{figure:8.2f}")


if __name__ == "__main__":
    main()
