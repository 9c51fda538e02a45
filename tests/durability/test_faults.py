"""R03, R05: when a write or sync fails, for want of room or on a bad disk, nothing is left half and it works again."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.checkout import ROOT

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux" or not shutil.which("gcc"), reason="needs Linux and a C compiler"),
    pytest.mark.xdist_group("faults"),
]


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    """The faults of faults.c, ready to be loaded before the C library."""
    place = tmp_path_factory.mktemp("faults") / "faults.so"
    source = Path(__file__).with_name("faults.c")
    subprocess.run(["gcc", "-shared", "-fPIC", "-O1", "-o", str(place), str(source), "-ldl"], check=True)
    return place


@pytest.fixture
def faulty(library, tmp_path):
    def run(action, tries):
        words = [sys.executable, "-m", "tests.durability.faulty", action, str(tmp_path), str(tries)]
        preloaded = os.environ | {"LD_PRELOAD": str(library)}
        done = subprocess.run(words, cwd=ROOT, env=preloaded, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr[-3000:]
        found = re.fullmatch(r"\w+: (\d+) calls, (\d+) tries, (\d+) left everything as it was\n", done.stdout)
        return [int(number) for number in found.groups()]

    return run


def test_a_form_that_cannot_be_written_is_not_saved(faulty):
    calls, tries, unchanged = faulty("form", 2)
    assert calls > 10
    assert (tries, unchanged) == (4, 4)


# A command starts anew at each try, which takes seconds: of these the calls that fail are spread over all.
@pytest.mark.sweep
@pytest.mark.parametrize(
    ("action", "tries"),
    [("form", 0), ("upload", 0), ("import", 30), ("backup", 30), ("restore", 30), ("migration", 30)],
    ids=["a form", "an upload", "an import", "a backup", "a restore", "a migration"],
)
def test_every_failing_call_leaves_before_or_after(faulty, action, tries):
    calls, tried, unchanged = faulty(action, tries)
    assert calls > 10
    assert tried >= 2 * min(calls, tries or calls) * 2 // 3
    assert unchanged > 0  # fewer of a backup: that one was asked for stands in the history before it is written
