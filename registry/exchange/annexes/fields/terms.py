"""Periods in words: whether a text tells one, where it begins and where it ends."""

from registry.exchange.annexes.words.loading import phrases
from registry.exchange.annexes.words.matching import plain

_UNITS = frozenset(phrases("retention.units"))
_SPANS = phrases("retention.spans")
_BEGIN = phrases("retention.begin")
_CUTS = phrases("retention.cuts")
_BEFORE = frozenset(phrases("retention.before"))
_BARE = 3  # words of "na 30 dagen"
_LONGEST_DATA = 4  # words before a colon
NUMBERS = frozenset(phrases("retention.numbers"))


def is_term(text: str) -> bool:
    """Return whether a text tells a period."""
    words = plain(text)
    listed = words.split()
    counted = any(word in _UNITS for word in listed) and (
        any(sign.isdigit() for sign in text) or bool(set(listed) & NUMBERS)
    )
    return counted or any(plain(span).rstrip() in words for span in _SPANS)


def without_rest(term: str) -> str:
    """Return a period without what follows it: "2 jaar na het laatste gebruik, of eerder als de school dat vraagt"."""
    for cut in _CUTS:
        before = term.partition(cut)[0]
        term = before if is_term(before) else term
    return term


def bare_term(term: str) -> str:
    """Return a period without the verb around it: "worden 2 jaar bewaard", "deleted 12 months after last use"."""
    words = term.split()
    at = next((at for at, word in enumerate(words) if word.lower() not in _BEFORE), 0)
    kept = words[at:]
    while at and kept and plain(kept[-1]).strip() in _BEFORE:
        kept = kept[:-1]
    if at and len(kept) == _BARE and kept[0].lower() in ("na", "after"):
        kept = kept[1:]
    return " ".join(kept) if at and is_term(" ".join(kept)) else " ".join(words)


def has_number(text: str) -> bool:
    """Return whether a text holds a number, in digits or as a word."""
    return any(sign.isdigit() for sign in text) or bool(set(plain(text).split()) & NUMBERS)


def term_start(sentence: str) -> int:
    """Return where in a sentence the period begins."""
    lowered = f" {sentence.lower()}"
    starts = [at for begin in _BEGIN if (at := lowered.find(f" {begin}")) >= 0]
    numbers = [at for at, sign in enumerate(sentence) if sign.isdigit()]
    return min([*starts, *numbers[:1]], default=0)


def before_term(sentence: str) -> str:
    """Return what stands before the period in a sentence."""
    return sentence[: term_start(sentence)]


def parted_lines(sentence: str) -> list[str]:
    """Return lines that a PDF ran together apart: "Accounts: 3 maanden Logbestanden: 6 maanden"."""
    words = sentence.split(" ")
    colons = [at for at, word in enumerate(words) if word.endswith(":")]
    starts = [
        max((at for at in range(max(end - _LONGEST_DATA, 0), end + 1) if words[at][:1].isupper()), default=end)
        for end in colons[1:]
    ]
    pieces = [" ".join(words[start:end]) for start, end in zip([0, *starts], [*starts, len(words)], strict=True)]
    return pieces if all(is_term(piece.partition(":")[2]) for piece in pieces) else [sentence]
