"""The register served in a process of its own, as it ships, and what that process takes. Reads /proc, so Linux only.

Its modules are compiled to a folder of their own, as an installation has them: from source each start takes longer.
"""

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from time import sleep
from typing import NamedTuple

import requests


class Served(NamedTuple):
    """A register that answers: the number of its process, and its address."""

    pid: int
    site: str


@contextmanager
def served(words: list[str], look: str, python: str = sys.executable, **settings: str) -> Iterator[Served]:
    """Start this Python with these words and a free port behind them; yields it when this page answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    quiet = subprocess.DEVNULL
    told = surroundings() | settings
    process = subprocess.Popen([python, *words, str(port)], stdout=quiet, stderr=quiet, env=told)
    try:
        while not _answers(f"http://127.0.0.1:{port}{look}"):
            if process.poll() is not None:
                raise RuntimeError("the server stopped by itself")
            sleep(0.05)
        yield Served(process.pid, f"http://127.0.0.1:{port}")
    finally:
        process.terminate()
        process.wait()


def surroundings() -> dict[str, str]:
    """Return the environment of a process that finds what it loads compiled, from the second time on."""
    told = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return told | {"PYTHONPYCACHEPREFIX": _compiled_here().name}


@contextmanager
def registers(folder: Path, count: int = 1, **settings: str) -> Iterator[list[Served]]:
    """Serve the register in this folder, by so many processes on one database; settings as `SIGN_IN="false"`."""
    words = ["-m", "registry", "--instance", str(folder), "run", "--port"]
    told = {f"REGISTER_{name}": value for name, value in settings.items()}
    with ExitStack() as all_of_them:
        yield [all_of_them.enter_context(served(words, "/gezond", **told)) for _ in range(count)]


def processor_seconds(pid: int) -> float:
    """Return how long the processor worked for this process."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory(pid: int, kind: str = "VmRSS") -> float:
    """Return the resident set of this process in MB; "RssAnon" leaves out what it shares with its like."""
    found = re.search(rf"{kind}:\s+(\d+)", Path(f"/proc/{pid}/status").read_text(encoding="utf-8"))
    return int(found[1]) / 1024 if found else 0.0


@cache
def _compiled_here() -> TemporaryDirectory[str]:
    return TemporaryDirectory()


def _answers(address: str) -> bool:
    try:
        return requests.get(address, timeout=5).ok
    except requests.RequestException:
        return False
