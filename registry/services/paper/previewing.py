"""A paper to look at before it is made: each part as plain data, and its gaps known one by one."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from registry.documents import Gap, fill
from registry.services.paper.composing import Paper
from registry.services.paper.templates import Template, Templates

if TYPE_CHECKING:
    from registry.documents.templates.preview import Preview

# A gap is printed with its number, so that two gaps of one name are told apart in the text.
_NUMBERED = "{label} ‹{number}›"
_MARK = re.compile(r"\[([^\[\]]*?) ‹(\d+)› ontbreekt\]")


@dataclass(frozen=True)
class PartPreview:
    """One part of a paper as a page shows it, and the template that it is made from."""

    title: str
    template: Template
    shown: "Preview"


@dataclass(frozen=True)
class PaperPreview:
    """A paper as a page shows it; `gaps` are in the order of their numbers in the text, from 1."""

    parts: tuple[PartPreview, ...]
    gaps: tuple[Gap, ...]

    def pieces(self, text: str) -> list[tuple[str, Gap | None]]:
        """Return a text of this preview in pieces, each plain or the mark of a gap."""
        found: list[tuple[str, Gap | None]] = []
        place = 0
        for mark in _MARK.finditer(text):
            found += [(text[place : mark.start()], None), (f"{mark[1]} ontbreekt", self.gaps[int(mark[2]) - 1])]
            place = mark.end()
        return [(piece, gap) for piece, gap in [*found, (text[place:], None)] if piece]


def preview_paper(paper: Paper, templates: Templates) -> PaperPreview:
    """Return the draft of a paper as plain data; TemplateRefused or BrokenRule where it cannot be made."""
    from registry.documents.templates.preview import preview  # heavy: not at every start

    own, seen = templates.of_school(paper.school_id), dict[Gap, int]()
    parts = []
    for part in paper.parts:
        template = own.read(part.template)
        made = fill(template.content, _numbered(paper.values(part, is_draft=True), seen))
        parts.append(PartPreview(part.title, template, preview(made.content)))
    return PaperPreview(tuple(parts), tuple(seen))


def _numbered(value: Any, seen: dict[Gap, int]) -> Any:
    if isinstance(value, Gap):
        number = seen.setdefault(value, len(seen) + 1)
        return Gap(_NUMBERED.format(label=value.label, number=number), value.where)
    if isinstance(value, dict):
        return {name: _numbered(one, seen) for name, one in value.items()}
    return [_numbered(one, seen) for one in value] if isinstance(value, list) else value
