"""What a check found."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True)
class Finding:
    """How it stands, in a Dutch sentence that also tells what to do about it.

    `is_final`: whatever else is looked at would only stumble over this. `is_warning`: nothing is wrong yet.
    """

    is_good: bool
    sentence: str
    is_final: bool = False
    is_warning: bool = False

    @property
    def word(self) -> str:
        """Return the word in front of the sentence."""
        if not self.is_good:
            return "FOUT"
        return "LET OP" if self.is_warning else "Goed"


Check = Callable[[Any], Finding]
Surrounding = Callable[[Any, Mapping[str, Any], datetime], Finding]
MOST_TOLD = 10


def told(faults: list[str]) -> str:
    """Return the first faults as running text, and how many more there are."""
    more = len(faults) - MOST_TOLD
    return " ".join([*faults[:MOST_TOLD], *([f"En nog {more}."] if more > 0 else [])])
