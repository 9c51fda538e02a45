"""The browser's arguments under their first name; the fixtures stand in tests/browsing.py."""

from tests.browsing import ARGUMENTS

__all__ = ["ARGUMENTS"]
