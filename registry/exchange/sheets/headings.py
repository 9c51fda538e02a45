"""The words above the columns of a list that leaves the register."""

import tomllib
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("headings.toml")


@cache
def headings() -> dict[str, str]:
    """Return the heading of each field, such as "supplier.kvk"."""
    groups = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {f"{group}.{name}": words for group, names in groups.items() for name, words in names.items()}
