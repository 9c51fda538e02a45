"""Run the release tests; options of pytest may follow."""

import sys
from pathlib import Path

import pytest

sys.exit(pytest.main([str(Path(__file__).parent), "--durations=10", "-rA", *sys.argv[1:]]))
