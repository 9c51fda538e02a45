"""Gaps: what a paper should say and nobody has filled in yet."""

from dataclasses import dataclass

from markupsafe import Markup

_MARKED = Markup(
    '</w:t></w:r><w:r><w:rPr><w:highlight w:val="yellow"/></w:rPr><w:t xml:space="preserve">[{} ontbreekt]</w:t></w:r>'
    '<w:r><w:t xml:space="preserve">'
)


@dataclass(frozen=True, slots=True)
class Gap:
    """A value that is known but still empty: `label` is what is missing, `where` the thing that lacks it."""

    label: str
    where: str = ""


class Marked:
    """A gap as a template sees it.

    It prints as "[KvK-nummer ontbreekt]" on yellow. As a condition it is true, so `{% if x %}` shows the mark.
    A gap that is only asked after, and not printed, counts as found too: the paper has then said something on the
    ground of a value that nobody has filled in.
    """

    def __init__(self, gap: Gap, found: dict[Gap, None]) -> None:
        self._gap = gap
        self._found = found

    def __html__(self) -> str:
        return _MARKED.format(self._named())

    def __str__(self) -> str:
        return f"[{self._named()} ontbreekt]"

    def __bool__(self) -> bool:
        self._named()
        return True

    def __eq__(self, other: object) -> bool:
        self._named()
        return False

    __hash__ = None  # type: ignore[assignment]  # equal to nothing, so of no use as a key

    def _named(self) -> str:
        self._found[self._gap] = None
        return self._gap.label
