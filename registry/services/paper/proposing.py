"""Which field of the register probably belongs to a blank of the official model; a person confirms every one."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from registry.reference import active, facts
from registry.reference.agreements import BlankField, BlankParty

if TYPE_CHECKING:
    from registry.documents.templates.blanks import Blank

NEAR = 90  # characters right before the blank in which words count
UNDER = 100  # what a row scores more that names the heading it stands under


@dataclass(frozen=True)
class Proposal:
    """A blank, and the field that is proposed for it; "" where the words say too little."""

    blank: "Blank"
    field: str


def proposals(template: bytes, before: bytes | None = None) -> list[Proposal]:
    """Return the blanks of this Word file in order, each with the field that probably belongs there.

    `before` is the template that was made of the same file last time: what was confirmed then is proposed again.
    """
    found, confirmed = _blanks(template), _blanks(before) if before else []
    if len(confirmed) == len(found):
        return [Proposal(blank, was.field) for blank, was in zip(found, confirmed, strict=True)]
    return [Proposal(blank, proposed_field(blank)) for blank in found]


def open_blanks(template: bytes) -> int:
    """Return how many blanks of this template have no field: what a person still fills in by hand."""
    return sum(not blank.field for blank in _blanks(template))


def _blanks(template: bytes) -> list["Blank"]:
    from registry.documents.templates.blanks import blanks  # heavy: not at every start

    return blanks(template)


def proposed_field(blank: "Blank") -> str:
    """Return the name of the field that the words at this blank point to, or "".

    A field of a party is proposed only where the text says which party it is about.
    """
    party = _party_of(blank)
    rows = [row for row in active(facts().blank_fields) if row.party in ("", party)]
    best = max(rows, key=lambda row: _score(row, blank), default=None)
    return best.field if best is not None and _score(best, blank) else ""


def _score(row: BlankField, blank: "Blank") -> int:
    """How much speaks for this row: the length of the longest of its words at the blank; 0 when there are none."""
    said = _plain(f"{blank.before} {blank.asked}")[-NEAR:]
    found = max((len(word) for word in row.words if _last(word, said) >= 0), default=0)
    if not found or not row.under:
        return found
    above = _plain(blank.above)
    return found + UNDER if any(_last(word, above) >= 0 for word in row.under) else 0


def _party_of(blank: "Blank") -> str:
    """The party that the text speaks of: here, or as "hierna: Verwerker" behind it, or last of all above it."""
    here = _plain(f"{blank.before} {blank.asked}")
    behind = _plain(blank.after).partition("hierna")[2]
    return _named_last(here) or _named_first(behind) or _named_last(_plain(blank.above))


def _named_last(text: str) -> str:
    ends = {row.code: max(_last(word, text) for word in row.words) for row in _parties()}
    code = max(ends, key=lambda code: ends[code], default="")
    return code if ends.get(code, -1) >= 0 else ""


def _named_first(text: str) -> str:
    starts = {row.code: [place for word in row.words if (place := _first(word, text)) >= 0] for row in _parties()}
    found = {code: min(places) for code, places in starts.items() if places}
    return min(found, key=lambda code: found[code], default="")


def _parties() -> list[BlankParty]:
    return list(active(facts().blank_parties))


def _first(word: str, text: str) -> int:
    found = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text)
    return found.start() if found else -1


def _last(word: str, text: str) -> int:
    """Where the word ends for the last time in the text, as a whole word; -1 when it is not there."""
    ends = [match.end() for match in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text)]
    return ends[-1] if ends else -1


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
