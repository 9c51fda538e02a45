"""A file divided into the agreement and its annexes, by titles."""

from dataclasses import dataclass, replace

from registry.exchange.annexes.paper.block import OPEN, TICKED, Block, BlockKind, Paper
from registry.exchange.annexes.parts.entry import Part, PartKind
from registry.exchange.annexes.parts.sectioning import entries_of
from registry.exchange.annexes.words.loading import all_said, best, phrases
from registry.exchange.annexes.words.matching import plain

_LONGEST_TITLE = 110
_BEGINS = phrases("dividing.begins")
_OF_THIS = phrases("dividing.of_this")
_BOTH = phrases("dividing.both")
_CLOSING = frozenset(phrases("dividing.closing"))
_PRIVACY = {"purposes", "data", "subjects", "storage", "subprocessors", "retention"}
_SECURITY = {"measures", "access", "weak_spots", "certification", "data_breaches"}
_ANNEXES = (PartKind.PRIVACY, PartKind.SECURITY)
_LONGEST_NUMBERED = 9  # words behind "Bijlage"
_FEWEST_SECTIONS = 2  # that make an annex of a file without titles: a letter has none
_FRESH = 3  # blocks after a title within which another title still belongs to it
_MARK = 3  # signs of the letter or number of an annex
_SMALL_PRINT = {"version", "contact"}  # what closes an annex and makes none


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
        if kind is here.kind and kind in _ANNEXES and _is_of_this(plain(block.rich.kept)):
            kind = None
        if kind is None and here.kind is PartKind.BODY and _is_numbered_annex(block):
            kind = PartKind.BODY
        if kind is None:
            here.blocks.append(block)
        elif here.kind is kind and _goes_on(here, block):
            here.title = f"{here.title}\n{block.rich.kept}".strip()
            here.titles.append(block)
        else:
            opened.append(_Open(kind, block.rich.kept, [], [block]))
    parts = [
        Part(one.kind, one.title, entries_of(one.blocks), (*one.titles, *one.blocks))
        for one in opened
        if one.blocks or one.title
    ]
    parts = _with_small_print(parts)
    return _told(parts, {part.kind for part in parts})


def _goes_on(here: _Open, block: Block) -> bool:
    """Whether a title of the same kind belongs to the one just above it."""
    fresh = len(here.blocks) <= _FRESH and bool(here.title or here.kind is not PartKind.BODY)
    return fresh and not _closes(plain(block.rich.kept))


def _is_numbered_annex(block: Block) -> bool:
    """Whether a line is the title of an annex by its number alone: "Bijlage A: Overzicht van de verwerking"."""
    text = block.rich.kept
    first, *rest = plain(text).split() or [""]
    short = not block.is_row and len(rest) > 1 and len(rest[0]) <= _MARK and len(rest) <= _LONGEST_NUMBERED
    stands_out = block.kind is BlockKind.HEADING or block.rich.is_bold or text.isupper()
    return short and stands_out and first in _BEGINS and not text.endswith((".", ";", ","))


def _with_small_print(parts: list[Part]) -> list[Part]:
    """The parts, with one that holds but versions and contacts as the end of the annex before it."""
    kept: list[Part] = []
    for part in parts:
        small = bool(part.entries) and all(entry.sections and entry.sections <= _SMALL_PRINT for entry in part.entries)
        if small and kept and kept[-1].kind in _ANNEXES and part.kind in _ANNEXES:
            last = kept[-1]
            kept[-1] = replace(last, entries=(*last.entries, *part.entries), blocks=(*last.blocks, *part.blocks))
        else:
            kept.append(part)
    return kept


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
    if code == "agreement" or (code == "security" and any(one in words for one in _BOTH)):
        return PartKind.BODY
    return PartKind(code) if code else None


def _is_of_this(words: str) -> bool:
    """Whether a heading is of a section of the annex that it calls its own: "I. Versie van deze bijsluiter"."""
    return any(one in words for one in _OF_THIS)


def _closes(words: str) -> bool:
    """Whether a heading is of what closes an annex: "8. Versies bij de bijsluiter"."""
    named = [word for word in words.split() if not word.isdigit() and len(word) > 1][:1]
    behind = words.partition(f" {named[0]} ")[2] if named else ""
    return bool(named) and named[0] in _CLOSING and not behind[:1].isdigit()


def _told(parts: list[Part], kinds: set[PartKind]) -> list[Part]:
    """The parts, with a body as the annex that its sections make of it: any in a file without annexes by title.

    In a file with annexes it is one that begins as a numbered annex does, and of a kind that the file has not yet.
    """
    told = []
    for part in parts:
        sections = {code for entry in part.entries for code in entry.sections}
        privacy, security = len(sections & _PRIVACY), len(sections & _SECURITY)
        kind = PartKind.SECURITY if security > privacy else PartKind.PRIVACY
        untitled = not kinds & set(_ANNEXES) or (part.title and kind not in kinds)
        is_annex = part.kind is PartKind.BODY and privacy + security >= _FEWEST_SECTIONS and untitled
        told.append(replace(part, kind=kind) if is_annex else part)
    return told
