"""Categories of data that an annex says are not processed."""

from registry.exchange.annexes.annex_reading import LIKELY, SURE, Found, found
from registry.exchange.annexes.fields.category_codes import SEVENTH, category_codes
from registry.exchange.annexes.parts.entry import Entry
from registry.exchange.annexes.words.loading import phrases, word_list
from registry.exchange.annexes.words.matching import plain
from registry.exchange.annexes.words.sentences import clauses, denies_at, is_no, sentences

# Firm enough to count as denied wherever in an annex a sentence says so.
_ELSEWHERE = {
    "subprocessors",
    "measures",
    "certification",
    "weak_spots",
    "deviations",
    "retention",
    "access",
    "data_breaches",
}
_LONGEST_LABEL, _LONGEST_ANSWER = 4, 2  # words
_PROCESSED = phrases("categories.processed")
_OF_PARENTS = phrases("denials.of_parents")
_FIRM = {"13", "5", "6", "10", "14", "3", "7e", "9"}


def denied_list(entry: Entry) -> list[Found]:
    """Return what a list of data that are not processed names."""
    return [
        found(code, entry.page, entry.quotation, SURE)
        for clause in clauses(entry.text)
        for code in category_codes(clause)
        if not entry.has_box
    ]


def denials(entry: Entry) -> list[Found]:
    """What the sentences of an entry deny."""
    if (entry.has_box and len(entry.text) < 200) or (entry.sections & _ELSEWHERE and "data" not in entry.sections):
        return []
    answered = "data" in entry.sections and is_no(entry.text) and len(plain(entry.text).split()) <= _LONGEST_ANSWER
    if answered and len(plain(entry.label).split()) <= _LONGEST_LABEL and category_codes(entry.label):
        return [found(code, entry.page, entry.quotation, SURE) for code in category_codes(entry.label)]
    in_data = bool(entry.sections & {"data", "denied", "services", "general", "purposes"})
    denied: list[Found] = []
    for sentence in sentences(f"{entry.label}: {entry.text}" if entry.label else entry.text):
        at = denies_at(sentence)
        if at < 0:
            continue
        codes = _denied_codes(sentence, at)
        told = in_data or any(one in plain(sentence)[: at + 1] for one in _PROCESSED)
        denied += [
            found(code, entry.page, entry.quotation, SURE if in_data or code in _FIRM else LIKELY)
            for code in codes
            if told or code in _FIRM
        ]
    return denied


def _denied_codes(sentence: str, at: int) -> list[str]:
    words = plain(sentence)
    behind = words[at:]
    for end in (" maar ", " wel ", " alleen ", " tenzij ", " but ", " only ", " behalve ", " except ", " uitsluitend "):
        behind = behind.partition(end)[0] if end in behind[5:] else behind
    codes = _named(behind)
    passive = behind.split()[:1] in (["niet"], ["not"], ["nooit"], ["never"])
    if passive and not codes:
        codes = _named(words[:at])
    return codes


def _named(words: str) -> list[str]:
    codes = [
        code
        for code, word in word_list("data_categories").items()
        if word.weight(words) and code not in ("12", "4", "11", "1", "1.1", "8")
    ]
    if any(one in words for one in _OF_PARENTS):
        codes.append("4")
    if "7e" in codes and "5" in codes and "medische gegevens" not in words:
        codes.remove("5")
    return [code for code in codes if not (code == "7" and set(codes) & set(SEVENTH))]
