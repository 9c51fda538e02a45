"""Finding a place in the manual by words."""

from dataclasses import dataclass

from registry.queries.manual.chapters import Chapter, Section, chapters

MOST = 10  # as of every kind in the search over the register


@dataclass(frozen=True, slots=True)
class Place:
    """A section of the manual that holds the words."""

    chapter: Chapter
    section: Section


def find(words: str) -> tuple[list[Place], int]:
    """Return the first sections that hold each of these words, headings first; and how many hold them."""
    wanted = words.casefold().split()
    found = [Place(one, section) for one in chapters().values() for section in one.sections if _holds(section, wanted)]
    found.sort(key=lambda place: not _all_in(place.section.title, wanted))
    return found[:MOST], len(found)


def _holds(section: Section, wanted: list[str]) -> bool:
    return bool(wanted) and _all_in(f"{section.title} {section.text}", wanted)


def _all_in(text: str, wanted: list[str]) -> bool:
    folded = text.casefold()
    return all(word in folded for word in wanted)
