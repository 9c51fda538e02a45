"""Run the release tests and the sweeps; options of pytest may follow. `kill9 --cycles N`, `pictures`: only that one."""

import sys
from pathlib import Path

import pytest

if sys.argv[1:2] == ["kill9"]:
    from tests.release.kill9 import main

    sys.exit(main(sys.argv[2:]))

if sys.argv[1:2] == ["pictures"]:
    from tests.release.pictures import main as take_pictures

    sys.exit(take_pictures())

# One by one: of a folder and all that it lies in, pytest takes only the outer, which leaves this one out.
FOLDERS = [
    str(place) for place in sorted(Path(__file__).parents[1].iterdir()) if (place.is_dir() and place.name[0] != "_")
]
WHICH = ("-m", "release or sweep")
sys.exit(pytest.main([*FOLDERS, *WHICH, "--durations=10", "-rA", *sys.argv[1:]]))
