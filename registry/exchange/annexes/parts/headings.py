"""Which lines are headings, and which sections they begin."""

from registry.exchange.annexes.paper.block import OPEN, TICKED, Block, BlockKind
from registry.exchange.annexes.parts.misspelt import misspelt_sections
from registry.exchange.annexes.words.loading import all_said, best, phrases, word_list
from registry.exchange.annexes.words.matching import holds, plain

_LONGEST, _LONGEST_PLAIN = 130, 70
_SMALL = frozenset(phrases("headings.small"))
# Words that add nothing to the name of a section.
_GENERIC = frozenset(phrases("headings.generic"))
_JOINS = phrases("headings.joins")
_ROMAN = {"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"}
_SEVENTH = {"7a", "7b", "7c", "7d", "7e", "7f"}  # the parts of the seventh category
_LISTED = {"purposes", "data", "subjects", "denied"}
_WHOLE = frozenset(phrases("headings.data"))  # headings that say no more than that data follow
_TYPED_TICKS = ("x ", "X ", "v ", "V ", "+ ")
SHY = {"contact", "access", "measures", "certification", "services", "general", "weak_spots"}


def split_mark(text: str) -> tuple[str, str]:
    """Return the letter or number before a heading, and the heading: "D. Gegevens" gives ("D", "Gegevens")."""
    first, _blank, rest = text.strip().partition(" ")
    bare = first.rstrip(".):-–").strip("(")
    numbered = bare.replace(".", "").isdigit() and len(bare) <= 5
    parted = len(bare) == 2 and bare.isalnum() and bare.islower() and bare[0].isalpha() != bare[1].isalpha()
    numbered = numbered or (parted and (first != bare or bare in _SEVENTH))
    lettered = len(bare) == 1 and bare.isalpha() and (first != bare or bare.isupper())
    if rest.strip() and (numbered or lettered or (bare.lower() in _ROMAN and bare.isupper())):
        return bare, rest.strip(" -–:.")
    return "", text.strip()


def sections_of(text: str) -> frozenset[str]:
    """Return the sections that the words of a heading name; more than one for "Opslag en bewaartermijn"."""
    found = set()
    for segment in _segments(text):
        code, weight, _second = best("sections", plain(segment))
        if weight or plain(segment).strip() in _WHOLE:
            found.add(code if weight else "data")
    if plain(text).strip() in _WHOLE:
        found.add("data")
    for alone in ("data_breaches", "deviations", "denied"):
        if alone in found:
            return frozenset({alone})
    return frozenset(found)


def is_only_sections(text: str) -> bool:
    """Return whether a text holds hardly more than the names of sections."""
    words = plain(text)
    for word in word_list("sections").values():
        if word.weight(words):
            for pattern in word.patterns:
                words = _without(words, pattern)
    return all(word in _SMALL or word in _GENERIC or word.isdigit() for word in words.split())


def heading(block: Block, current: frozenset[str]) -> frozenset[str] | None:
    """Return the sections that a block begins: none for a heading of something else, None where it is no heading."""
    text = block.rich.kept
    if block.is_row or len(text) > _LONGEST or "\n" in text or TICKED in text or OPEN in text or _is_value(text):
        return None
    if text[:2] in _TYPED_TICKS and current & _LISTED:
        return None
    mark, name = split_mark(text)
    name = without_brackets(name)
    stands_out = block.kind is BlockKind.HEADING or block.rich.is_bold
    sections = sections_of(name) or (misspelt_sections(name) if stands_out else frozenset())
    if block.kind is BlockKind.HEADING:
        return sections
    if not sections and block.rich.is_bold and name.endswith("?"):
        return sections  # a question that is about something else
    if not sections or (text.endswith((".", ";", ",")) and not mark):
        return None
    return sections if _begins(block, mark, name, sections, current) else None


def _chooses_nothing(name: str, sections: frozenset[str]) -> bool:
    """Whether bold words in a list to choose from are no choice: "Waar de gegevens staan" names no kind of data."""
    words = plain(name)
    listed = ("data_categories", "purposes_lt", "purposes_sli", "data_subjects")
    return not sections <= SHY and not any(all_said(one, words) for one in listed)


def without_brackets(name: str) -> str:
    """Return a heading without brackets behind its words: "Persoonsgegevens" for "Persoonsgegevens (vet geldt)"."""
    bare = name.rstrip(" :")
    if not bare.endswith(")") or bare.count("(") != 1:
        return name
    return f"{bare.partition('(')[0].strip()}{':' if name.endswith(':') else ''}"


def _begins(block: Block, mark: str, name: str, sections: frozenset[str], current: frozenset[str]) -> bool:
    listing = bool(current & _LISTED)
    if listing and sections <= {"contact"} and (not mark or (mark.isdigit() and int(mark) <= 1)):
        return False  # the first category of data
    if name.endswith("?"):
        return True
    if sections == {"denied"}:
        return block.rich.is_bold or name.endswith(":")
    if name.endswith(":") and not mark and (not listing or is_only_sections(name)):
        return True
    clear = (block.rich.is_bold or name.isupper() or (mark and mark.isupper())) and not (mark and mark.islower())
    if clear and (not listing or is_only_sections(name) or mark.isupper() or _chooses_nothing(name, sections)):
        return True
    if block.rich.is_bold and mark.islower() and is_only_sections(name):  # "c. Gegevens", not "c. Toegang"
        return not listing or _chooses_nothing(name, sections)
    if block.kind is BlockKind.ITEM or (mark and mark.islower()):
        return False
    shy = sections <= SHY and listing and not mark
    return len(name) <= _LONGEST_PLAIN and name[:1].isupper() and not shy and is_only_sections(name)


def _is_value(text: str) -> bool:
    label, colon, value = text.partition(":")
    return bool(colon and value.strip() and not label.strip().isdigit() and len(value.strip()) > 1)


def _segments(text: str) -> list[str]:
    segments = [text]
    for join in _JOINS:
        segments = [piece for segment in segments for piece in segment.split(join)]
    return segments


def _without(words: str, pattern: str) -> str:
    for part in pattern.split("&"):
        if not holds(words, part.strip()):
            continue
        bare, kept, wanted = part.strip(), [], part.strip().strip("*").split()
        listed = words.split()
        at = 0
        while at < len(listed):
            here = listed[at : at + len(wanted)]
            if len(here) == len(wanted) and _same(here, wanted, bare):
                at += len(wanted)
            else:
                kept.append(listed[at])
                at += 1
        words = f" {' '.join(kept)} "
    return words


def _same(here: list[str], wanted: list[str], pattern: str) -> bool:
    *start, last = wanted
    end = here[-1].startswith(last) if pattern.endswith("*") else here[-1] == last
    if pattern.startswith("*"):
        end = here[-1].endswith(last) or (pattern.endswith("*") and last in here[-1])
    return here[:-1] == start and end
