"""The promise of the README: two commands do everything in a fresh clone, with an empty home folder."""

import os
import re
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.checkout import ROOT

pytestmark = pytest.mark.xdist_group("clone")


@pytest.fixture(scope="module")
def clone(tmp_path_factory):
    folder = tmp_path_factory.mktemp("clone") / "verwerkersregister"
    subprocess.run(["git", "clone", "--quiet", "--no-hardlinks", ROOT, folder], check=True)
    return folder


@pytest.fixture(scope="module")
def environment(tmp_path_factory):
    return {**os.environ, "HOME": str(tmp_path_factory.mktemp("home"))}


def test_the_first_command_shows_the_example_board(clone, environment):
    began = time.monotonic()
    command = [sys.executable, "dev.py", "run", "--demo", "--port", "8731"]
    with subprocess.Popen(command, cwd=clone, env=environment, stdout=subprocess.PIPE, text=True) as server:
        address = next(found[0] for line in server.stdout if (found := re.search(r"http://127\.0\.0\.1:8731\S*", line)))
        with urlopen(address) as answer:
            assert "<h1" in answer.read().decode()
        print(f"address after {time.monotonic() - began:.0f} s")
        server.terminate()


def test_the_second_command_runs_every_test(clone, environment):
    done = subprocess.run(
        [sys.executable, "dev.py", "test"], cwd=clone, env=environment, stdout=subprocess.PIPE, text=True
    )
    print(done.stdout.splitlines()[-1])
    assert done.returncode == 0, done.stdout


def test_neither_command_leaves_a_file_that_git_sees(clone):
    assert subprocess.check_output(["git", "status", "--porcelain"], cwd=clone) == b""


def test_neither_command_writes_in_the_home_folder(environment):
    left = {path.name for path in Path(environment["HOME"]).iterdir()}
    assert left <= {".rustup"}  # pip asks a Rust that is there for its version, and that makes this folder
