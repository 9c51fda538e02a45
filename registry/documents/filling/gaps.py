"""Gaps: what a paper should say and nobody has filled in yet."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Gap:
    """A value that is known but still empty: `label` is what is missing, `where` the thing that lacks it.

    It prints as "[KvK-nummer ontbreekt]" on yellow. As a condition it is true, so `{% if x %}` shows the mark; it is
    equal to nothing. A gap that is only asked after, and not printed, counts as found too: the paper has then said
    something on the ground of a value that nobody has filled in.
    """

    label: str
    where: str = ""
