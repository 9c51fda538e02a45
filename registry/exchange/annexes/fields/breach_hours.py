"""Within how many hours a breach is told of."""

import re

from registry.exchange.annexes.annex_reading import CERTAIN, UNSURE, Found, found
from registry.exchange.annexes.parts.entry import Entry
from registry.exchange.annexes.words.loading import phrases, word_list
from registry.exchange.annexes.words.matching import plain
from registry.exchange.annexes.words.sentences import sentences

_HOURS = re.compile(r"(?<![\d,.])(\d{1,3})\)?(?: \([^\W\d]{3,20}\))? ?(?:uur|uren|hours?|hrs|u)(?!\w)", re.IGNORECASE)
_SPELLED = {
    "vierentwintig": 24,
    "achtenveertig": 48,
    "tweeënzeventig": 72,
    "zesendertig": 36,
    "twaalf": 12,
    "acht": 8,
    "vier": 4,
    "zes": 6,
}
_WORD_HOURS = re.compile(r"(?<!\w)([a-zë]{4,14}) (?:uur|uren)(?!\w)", re.IGNORECASE)
_TO_SUPERVISOR = 72  # hours: AVG article 33
_BOUNDS = phrases("contacts.bounds")
_DAYS = phrases("contacts.days")
_SUPERVISOR = phrases("contacts.supervisor")
_SCHOOL = phrases("contacts.school")
_SUPPLIER = phrases("contacts.supplier")


def hours_in(entry: Entry) -> list[Found]:
    """Return the hours within which the supplier tells of a breach; without value where another term stands there."""
    told = []
    label = plain(entry.label)
    for sentence in sentences(entry.text.replace(" | ", ": ") if len(entry.cells) > 1 else entry.text):
        words = plain(sentence)
        if any(one in words or one in sentence.lower() for one in _SUPERVISOR) and not any(
            one in words for one in _SCHOOL[:5]
        ):
            continue
        bounded = any(one in words for one in _BOUNDS) or word_list("labels")["hours"].weight(label) > 0
        numbers = [int(one) for one in _HOURS.findall(sentence)]
        numbers = numbers or [_SPELLED[one.lower()] for one in _WORD_HOURS.findall(sentence) if one.lower() in _SPELLED]
        numbers = [number for number in numbers if 0 < number <= 168]
        if set(numbers) == {_TO_SUPERVISOR} and _by_school(words, sentence):
            continue
        reachable = " 24 7 " in words or "per dag" in sentence.lower() or "bereikbaar" in sentence.lower()
        if numbers and bounded and not reachable:
            about = "72" in sentence and any(one in words or one in sentence.lower() for one in _SUPERVISOR)
            certainty = CERTAIN if len(set(numbers)) == 1 and not about else UNSURE
            told.append(found(numbers[0], entry.page, entry.quotation, certainty))
        elif bounded and any(one in words for one in _DAYS):
            told.append(found(None, entry.page, entry.quotation, UNSURE - 0.2))
    return told


def _by_school(words: str, sentence: str) -> bool:
    """Whether a sentence is of what the school tells the supervisor: "De school meldt binnen 72 uur bij de AP"."""
    supervisor = any(one in words or one in sentence.lower() for one in _SUPERVISOR)
    return supervisor and not any(one in words for one in _SUPPLIER)
