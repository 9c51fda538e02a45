"""Run the release tests and the sweeps; options of pytest may follow."""

import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
WITH_SWEEPS = [str(HERE.parent / folder) for folder in ("surface", "lookbook")]
sys.exit(pytest.main([str(HERE), *WITH_SWEEPS, "-m", "", "--durations=10", "-rA", *sys.argv[1:]]))
