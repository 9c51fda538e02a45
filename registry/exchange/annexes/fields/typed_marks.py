"""Marks that were typed with letters at the end or start of the lines of a list: "Leerlingen x", "v Naam"."""

from collections.abc import Iterable, Sequence

from registry.exchange.annexes.fields.boxes import State
from registry.exchange.annexes.parts.entry import Entry
from registry.exchange.annexes.words.loading import phrases
from registry.exchange.annexes.words.matching import holds_any, plain
from registry.exchange.annexes.words.sentences import is_no, is_yes

_ANSWERS = frozenset(("x", "v", "j", "y", "n", "ja", "yes", "nee", "no"))
_PAIRED = {"●": State.TICKED, "○": State.OPEN}  # bullets too: a mark only where both stand in one list
_SPEAKS = phrases("choosing.speaks_of_marks")
_FEWEST = 2  # lines of a list, and lines with the same sign by which a mark is suspected
_REPEATED = 3  # lines with the same letter or number before or behind them: it does not count them
_BULLETS = frozenset("•▪·–-●○")

Marked = tuple[State, str]


def typed_marks(entries: Sequence[Entry]) -> dict[int, Marked]:
    """Return the state and the rest of each line that has a typed mark, by the id of its entry.

    Letters at the start are a mark only where other lines have none, or another: a bullet stands before them all.
    """
    lines = [entry for entry in entries if len(entry.cells) == 1 and not entry.has_box and " " in entry.text]
    every = [entry for entry in entries if len(entry.cells) == 1]
    if len(every) < _FEWEST:
        return {}
    return _paired(lines) or _at_end(lines) or _at_start(lines, len(every))


def _at_end(lines: Iterable[Entry]) -> dict[int, Marked]:
    ends = {id(entry): _split(entry.text, -1) for entry in lines if not entry.text.rstrip().endswith(".")}
    found = {
        at: (mark, rest) for at, (mark, rest) in ends.items() if mark in _ANSWERS and not rest.endswith((":", "?"))
    }
    return _states(found)


def _at_start(lines: Iterable[Entry], number: int) -> dict[int, Marked]:
    starts = {id(entry): _split(entry.text, 0) for entry in lines}
    found = {at: (mark, rest) for at, (mark, rest) in starts.items() if mark in _ANSWERS and rest[:1].isalnum()}
    several = len({mark for mark, _rest in found.values()}) > 1 or len(found) < number
    return _states(found) if several else {}


def _states(found: dict[int, tuple[str, str]]) -> dict[int, Marked]:
    """The marks as states; none where nothing but a single word of an answer was found: that may be of a sentence."""
    letters = any(len(mark) == 1 for mark, _rest in found.values())
    if not letters and len(found) < _FEWEST:
        return {}
    return {at: (State.TICKED if is_yes(mark) else State.OPEN, rest) for at, (mark, rest) in found.items()}


def _paired(lines: Iterable[Entry]) -> dict[int, Marked]:
    starts = {id(entry): _split(entry.text, 0) for entry in lines}
    found = {at: (mark, rest) for at, (mark, rest) in starts.items() if mark in _PAIRED}
    both = len({mark for mark, _rest in found.values()}) == len(_PAIRED)
    return {at: (_PAIRED[mark], rest) for at, (mark, rest) in found.items()} if both else {}


def _split(text: str, at: int) -> tuple[str, str]:
    """The first or last word of a text in small letters, without brackets, and the rest."""
    words = text.split()
    rest = words[1:] if at == 0 else words[:-1]
    return words[at].strip("()[]").lower(), " ".join(rest).rstrip(" –-|\t")


def not_understood(entries: Sequence[Entry]) -> bool:
    """Return whether a list without any mark that was understood speaks of marks, or has signs that may be marks."""
    return speaks_of_marks(entries) or _has_signs(_lines(entries))


def speaks_of_marks(entries: Sequence[Entry]) -> bool:
    """Return whether a list or its heading says that something in it is marked: "Wat onderstreept is, geldt"."""
    around = [plain(text) for text in (*_lines(entries), *{entry.heading for entry in entries})]
    return any(holds_any(words, _SPEAKS) for words in around)


def _lines(entries: Sequence[Entry]) -> list[str]:
    return list(dict.fromkeys(entry.text for entry in entries if entry.text))


def _has_signs(lines: Sequence[str]) -> bool:
    """Whether several lines, and not all, begin or end with the same sign, or have a loose "x" in them."""
    if any(word in ("x", "X", "✕", "√") for text in lines for word in text.split()):
        return True
    for at in (0, -1):
        words = [text.split()[at] for text in lines]
        signs = {word for word in words if _is_sign(word)}
        letters = {word for word in words if len(word) == 1 and word.isalnum()}
        few = any(_FEWEST <= words.count(sign) < len(words) for sign in signs)
        if few or any(words.count(letter) >= _REPEATED for letter in letters):
            return True
    return False


def _is_sign(word: str) -> bool:
    """Whether a word is no more than a sign: "*", "(+)", "##"; an answer, or the bullet of a list, is none."""
    bare = word.strip("()[]")
    signs = bool(bare) and not any(sign.isalnum() for sign in bare) and not set(bare) <= _BULLETS
    return (signs or bare in _PAIRED) and not (is_yes(word) or is_no(word))
