"""The words above the columns of a list that leaves the register."""

import tomllib
from functools import cache
from pathlib import Path

from registry.exchange.lists.fields import fields

FILE = Path(__file__).with_name("headings.toml")


@cache
def headings() -> dict[str, str]:
    """Return the heading of each field, such as "supplier.kvk": the label of a field that an import fills, or its own.

    Our own list comes in again by these words, so they stand in one place: `fields.toml`, and `headings.toml` for what
    only leaves the register.
    """
    groups = tomllib.loads(FILE.read_text(encoding="utf-8"))
    only_out = {f"{group}.{name}": words for group, names in groups.items() for name, words in names.items()}
    return {code: field.label for code, field in fields().items()} | only_out
