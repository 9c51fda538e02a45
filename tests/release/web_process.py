"""The register in a process of its own, on settings that it is told, with its log in a file."""

import os
import subprocess
import sys
import time
from contextlib import contextmanager, suppress

import requests

from tests.checkout import ROOT
from tests.release.postgres import free_port


@contextmanager
def web_process(folder, name, settings):
    """Start the register in a folder of its own; yields the process and its address."""
    port = free_port()
    told = {f"REGISTER_{key}": value for key, value in settings.items()}
    command = [sys.executable, "-m", "registry", "--instance", str(folder / name), "run", "--port", str(port)]
    with (folder / f"{name}.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=os.environ | told, stdout=log, stderr=log)
    try:
        site = f"http://127.0.0.1:{port}/"
        _await(lambda: requests.get(f"{site}gezond", timeout=5).ok)
        yield process, site
    finally:
        process.kill()
        process.wait()


def _await(is_so):
    end = time.monotonic() + 120
    while time.monotonic() < end:
        with suppress(requests.RequestException):
            if is_so():
                return
        time.sleep(0.1)
    raise RuntimeError("did not come within two minutes")


def faults_in(folder, name):
    """Return what the log of this process says of each fault of ours: what it was, and where it came from."""
    lines = (folder / f"{name}.log").read_text(encoding="utf-8").splitlines()
    return [
        " | ".join(lines[at : at + 60])[:6000]
        for at, line in enumerate(lines)
        if "request failed" in line or (" failed: " in line and "ERROR" in line)
    ]
