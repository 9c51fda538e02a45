"""What the free text of category 12 says, and where a list or sentence comes to it."""

import re

from registry.exchange.annexes.annex_reading import LIKELY, SURE
from registry.exchange.annexes.fields.category_codes import structured_code
from registry.exchange.annexes.fields.choosing import Option
from registry.exchange.annexes.paper.block import Rich, Run
from registry.exchange.annexes.parts.entry import Entry
from registry.exchange.annexes.words.loading import all_said
from registry.exchange.annexes.words.matching import plain

_OTHERS = re.compile(
    r"(?:overige|andere|other) (?:gegevens|data)"
    r"(?:: ?|,? (?:te weten|namelijk|zijnde|namely|such as|zoals):? )(?=[^\s.…])",
    re.IGNORECASE,
)
_NEXT_LINE = re.compile(r"(?<=\)) (?=[A-Z])")


def other_data(option: Option) -> str:
    """Return what the free text of category 12 says; "" for any other option."""
    code, _sure = structured_code(option)
    if code != "12":
        return ""
    text = option.text
    for word in ("te weten", "namelijk", "namely", "overige gegevens:", "other data:", "zijnde"):
        at = text.lower().find(word)
        if at >= 0 and text[at + len(word) :].strip(" :.…|)_("):
            return text[at + len(word) :].strip(" :.…|_").replace(" | ", ", ").strip()
    own = next((cell.kept.partition(":")[2] for cell in option.cells if "verig" in cell.kept and ": " in cell.kept), "")
    told = [cell.kept for cell in option.cells if not _names_people(cell.kept)]
    last = own or (told[-1] if len(told) > 1 else text.partition(":")[2])
    return (
        last.strip(" .…")
        if last.strip(" .…") and "overig" not in last.lower() and "te weten" not in last.lower()
        else ""
    )


def other_at(sentence: str) -> int:
    """Return where a sentence comes to the other data that it tells: "…, overige gegevens, te weten: …"; -1 for not."""
    match = _OTHERS.search(sentence)
    return match.start() if match else -1


def parted(entry: Entry) -> list[Entry]:
    """Return the lines that a PDF ran together, each with its explanation in brackets, apart: "Naam (…) Klas (…)"."""
    text = entry.text
    if len(entry.cells) > 1 or entry.has_box or entry.cells[0].bold or ") " not in text:
        return [entry]
    pieces = _NEXT_LINE.split(text)
    return [entry.with_cells(Rich((Run(piece),))) for piece in pieces] if len(pieces) > 1 else [entry]


def _names_people(text: str) -> bool:
    """Whether a cell tells no more than whose data they are."""
    return bool(all_said("data_subjects", plain(text))) and not set(all_said("data_categories", plain(text))) - {
        "4",
        "11",
    }


def continued_text(other: str, entry: Entry, entries: list[Entry]) -> tuple[str, float]:
    """Return a text that breaks off at "en", with the line below it that goes on: a PDF cuts a cell into lines."""
    if not other.endswith((" en", " of", ",", " and", " or")):
        return other, SURE
    below = entries[entries.index(entry) + 1 :][:1]
    goes_on = below and len(below[0].cells) == 1 and not below[0].has_box and below[0].text[:1].islower()
    return (f"{other} {below[0].text.strip(' .')}" if goes_on else other), LIKELY
