"""Text cut into sentences and clauses, and what turns a sentence round."""

from registry.exchange.annexes.paper.block import OPEN, TICKED
from registry.exchange.annexes.words.loading import phrases, word_list
from registry.exchange.annexes.words.matching import holds_any, place, plain

_CLAUSES = phrases("sentences.clauses")
_TITLES = phrases("sentences.titles")


def sentences(text: str) -> list[str]:
    """Return the sentences of a text; a line end and a semicolon end one as well."""
    found: list[str] = []
    for line in text.replace(";", "\n").split("\n"):
        rest = ""
        for piece in line.split(". "):
            rest = f"{rest}. {piece}" if rest else piece
            last = piece.split(" ")[-1].lower().strip("(")
            if last not in _TITLES and not (len(last) == 1 and last.isalpha()):
                found.append(rest.strip())
                rest = ""
        found.append(rest.strip())
    return [one for one in found if one]


def clauses(text: str) -> list[str]:
    """Return a sentence cut at commas and at "en", "of" and the like."""
    pieces = [text.replace("(", ", ").replace(")", ", ").replace(": ", ", ")]
    for cut in _CLAUSES:
        pieces = [piece for whole in pieces for piece in whole.split(cut)]
    return [piece.strip(" .") for piece in pieces if piece.strip(" .")]


def denies_at(text: str) -> int:
    """Return where in the `plain` words of a sentence it begins to deny; -1 where it does not."""
    words, answers = plain(text), word_list("answers")
    if holds_any(words, answers["turned"].patterns):
        return -1
    places = [place(words, one) for one in answers["denies"].patterns]
    return min((at for at in places if at >= 0), default=-1)


def says_none(text: str) -> bool:
    """Return whether a short text says that there is nothing: "geen", "n.v.t.", "er zijn geen …"."""
    words = plain(text)
    listed = words.split()
    answers = word_list("answers")
    return bool(listed) and len(listed) <= 25 and holds_any(words, answers["none"].patterns) and denies_at(text) >= -1


def is_yes(text: str) -> bool:
    """Return whether a cell answers yes: a tick, a cross, "ja"."""
    bare = text.strip(" .")
    return (
        TICKED in bare
        or bare.lower() in {"x", "v", "ja", "yes", "wel", "j", "y", "+", "van toepassing", "verwerkt"}
        or (plain(bare).split()[:1] in (["ja"], ["yes"]))
    )


def is_no(text: str) -> bool:
    """Return whether a cell answers no."""
    first = plain(text).split()[:1]
    return first in (["nee"], ["no"], ["niet"], ["neen"]) or plain(text).strip() in {"n v t", "nvt", "n a", "geen", "n"}


def is_blank(text: str) -> bool:
    """Return whether a cell holds nothing, an empty box or a dash."""
    return text.strip(" -–—.") in {"", OPEN}
