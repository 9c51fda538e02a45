"""What happens to one record out of many."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True)
class Step:
    """What happens to one record, in a sentence; or, when it is refused, why nothing happens to it.

    `number` is that of the record that changes, and `version` the one that was read; 0 where nothing changes.
    """

    name: str
    sentence: str
    number: int = 0
    version: int = 0

    @property
    def is_refused(self) -> bool:
        """Whether nothing happens to this record."""
        return not self.number


def mark_of(steps: Iterable[Step]) -> str:
    """Return a mark of these steps; another one as soon as something else would happen."""
    return sha256(repr(list(steps)).encode()).hexdigest()[:16]
