"""What is worked out once while many records are read together, and not again for each of them."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

KEY = "worked_out_together"


@contextmanager
def together(session: Any) -> Iterator[None]:
    """Let the questions asked inside share what they work out; nothing may be written meanwhile."""
    if KEY in session.info:  # who began it shares with these questions too
        yield
        return
    session.info[KEY] = {}
    try:
        yield
    finally:
        del session.info[KEY]


def shared(session: Any, name: str) -> dict[Any, Any]:
    """Return what was worked out under this name so far; a new, empty mapping where no records are read together."""
    return session.info.get(KEY, {}).setdefault(name, {})  # type: ignore[no-any-return]
