"""Run the release tests and the sweeps; options of pytest may follow. Or `kill9`, `failover`, `pictures`: one alone."""

import sys
from importlib import import_module
from pathlib import Path

import pytest

ALONE = ("kill9", "failover", "pictures")

if sys.argv[1:2] and sys.argv[1] in ALONE:
    sys.exit(import_module(f"tests.release.{sys.argv[1]}").main(sys.argv[2:]))

# One by one: of a folder and all that it lies in, pytest takes only the outer, which leaves this one out.
FOLDERS = [
    str(place)
    for place in sorted(Path(__file__).parents[1].iterdir())
    if (place.is_dir() and place.name[0] != "_") or place.name.startswith("test_")
]
WHICH = ("-m", "release or sweep")
sys.exit(pytest.main([*FOLDERS, *WHICH, "--durations=10", "-rA", *sys.argv[1:]]))
