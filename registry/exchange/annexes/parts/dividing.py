"""A file divided into the agreement and its annexes, by titles."""

from dataclasses import dataclass, replace

from registry.exchange.annexes.paper.block import OPEN, TICKED, Block, BlockKind, Paper
from registry.exchange.annexes.parts.entry import Part, PartKind
from registry.exchange.annexes.parts.sectioning import entries_of
from registry.exchange.annexes.words.loading import all_said, best, phrases
from registry.exchange.annexes.words.matching import plain

_LONGEST_TITLE = 110
_BEGINS = phrases("dividing.begins")
_PRIVACY = {"purposes", "data", "subjects", "storage", "subprocessors", "retention"}
_SECURITY = {"measures", "access", "weak_spots", "certification", "data_breaches"}
_FEWEST_SECTIONS = 2  # that make an annex of a file without titles: a letter has none
_FRESH = 3  # blocks after a title within which another title still belongs to it


@dataclass(slots=True)
class _Open:
    kind: PartKind
    title: str
    blocks: list[Block]
    titles: list[Block]


def parts_of(paper: Paper) -> list[Part]:
    """Return the parts of a file in order; a file without titles is one part, of the kind that its sections tell."""
    opened = [_Open(PartKind.BODY, "", [], [])]
    for block in paper.blocks:
        kind = _title(block)
        here = opened[-1]
        if kind is None:
            here.blocks.append(block)
        elif here.kind is kind and len(here.blocks) <= _FRESH:
            here.title = f"{here.title} {block.rich.kept}".strip()
            here.titles.append(block)
        else:
            opened.append(_Open(kind, block.rich.kept, [], [block]))
    parts = [
        Part(one.kind, one.title, entries_of(one.blocks), (*one.titles, *one.blocks))
        for one in opened
        if one.blocks or one.title
    ]
    return parts if any(part.kind in (PartKind.PRIVACY, PartKind.SECURITY) for part in parts) else _told(parts)


def _title(block: Block) -> PartKind | None:
    text = block.rich.kept
    if block.is_row or len(text) > _LONGEST_TITLE or text.endswith((".", ";", ",")) or "\t" in text:
        return None
    if TICKED in text or OPEN in text or block.kind is BlockKind.ITEM:
        return None
    words = plain(text)
    begins = words.split()[:1] and words.split()[0].startswith(_BEGINS)
    stands_out = block.kind is BlockKind.HEADING or block.rich.is_bold or text.isupper()
    if not stands_out and not (begins and len(words.split()) <= 9):
        return None
    if ":" in text and not begins and block.kind is not BlockKind.HEADING:
        return None
    if {"privacy", "security"} <= set(all_said("annexes", words)):
        return PartKind.BODY  # the cover of a file with both
    code = best("annexes", words)[0]
    if code == "agreement":
        return PartKind.BODY
    return PartKind(code) if code else None


def _told(parts: list[Part]) -> list[Part]:
    """The parts of a file that no title divides, with the body as the annex that its sections make of it."""
    told = []
    for part in parts:
        sections = {code for entry in part.entries for code in entry.sections}
        privacy, security = len(sections & _PRIVACY), len(sections & _SECURITY)
        kind = part.kind
        if kind is PartKind.BODY and privacy + security >= _FEWEST_SECTIONS:
            kind = PartKind.SECURITY if security > privacy else PartKind.PRIVACY
        told.append(replace(part, kind=kind))
    return told
