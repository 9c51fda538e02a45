"""Run the release tests and the sweeps; options of pytest may follow."""

import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
WHICH = ("-m", "release or sweep")
sys.exit(pytest.main([str(HERE), str(HERE.parent), *WHICH, "--durations=10", "-rA", *sys.argv[1:]]))
