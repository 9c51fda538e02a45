"""One thing that an annex says, made so that two versions can be laid beside each other."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One thing that an annex says: `name` is what it is about, `words` all that is said of it."""

    name: str
    words: str
    warning: str = ""


Keyed = Iterator[tuple[str, Row]]
