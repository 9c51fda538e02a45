"""What a check found."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Finding:
    """How it stands, in one Dutch sentence. `is_final`: whatever else is looked at would only stumble over this."""

    is_good: bool
    sentence: str
    is_final: bool = False


Check = Callable[[Any], Finding]
MOST_TOLD = 10


def told(faults: list[str]) -> str:
    """Return the first faults as running text, and how many more there are."""
    more = len(faults) - MOST_TOLD
    return " ".join([*faults[:MOST_TOLD], *([f"En nog {more}."] if more > 0 else [])])
