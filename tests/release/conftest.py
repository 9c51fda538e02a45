"""Options of the release tests, and the mark by which they are chosen."""

from pathlib import Path

import pytest

HERE = Path(__file__).parent


def pytest_addoption(parser):
    """Say how many generated requests to send, and with which seed."""
    parser.addoption("--requests", type=int, default=2_000, help="how many generated requests the fuzz sends")
    parser.addoption(
        "--api-examples", type=int, default=300, help="made-up requests per operation of the API; 300 make about 20,000"
    )
    parser.addoption("--api-seed", type=int, default=None, help="the seed of an earlier run, to see it again")


def pytest_itemcollected(item):
    """Mark what lies here."""
    if item.path.is_relative_to(HERE):
        item.add_marker(pytest.mark.release)
