"""Which of the two lists of purposes a section, or a part of it, is about."""

from registry.exchange.annexes.parts.entry import Entry, Part
from registry.exchange.annexes.words.loading import best, word_list
from registry.exchange.annexes.words.matching import plain


def list_of(part: Part, entries: list[Entry]) -> str:
    """Return the list that the section as a whole is about; that of learning materials where nothing tells."""
    titles = [entry.heading for entry in entries[:1]]
    words = plain(" ".join([*titles, *(entry.quotation for entry in entries)]))
    lists = word_list("purpose_lists")
    weights = {name: word.weight(words) for name, word in lists.items()}
    if "sli " in words or "SLI-" in " ".join(entry.text for entry in entries):
        return "SLI"
    return "SLI" if weights["SLI"] > weights["LT"] else "LT"


def lists_of(entries: list[Entry], main: str) -> dict[int, str]:
    """Return the list under which each entry stands, where lines between them name one."""
    current, told = main, {}
    boxed = any(entry.has_box or len(entry.cells) > 1 for entry in entries)
    for entry in entries:
        words = plain(entry.quotation)
        code, weight, second = best("purpose_lists", words)
        names = any(
            one.weight(words) >= 4 or "leermiddelen en toetsen" in words for one in word_list("purpose_lists").values()
        )
        if (
            weight > second
            and names
            and not entry.has_box
            and len(words.split()) <= 14
            and (boxed or not entry.is_item)
        ):
            current = code
        told[id(entry)] = current
    return told
