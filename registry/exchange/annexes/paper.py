"""A whole paper as it was read: what stands in each of its annexes, and its text."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Paper:
    """`annexes` as in `read-annex --json`; `pages` as [number, paragraphs]: plain lists, fit for JSON."""

    annexes: list[dict[str, Any]]
    pages: list[list[Any]]


def read(name: str, content: bytes) -> Paper:
    """Return what stands in this file. FileRefused for what cannot be read."""
    raise NotImplementedError
