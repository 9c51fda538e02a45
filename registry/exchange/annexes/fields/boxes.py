"""The state of a box and the option beside it, in one line."""

from enum import StrEnum

from registry.exchange.annexes.paper.block import OPEN, TICKED
from registry.exchange.annexes.words.sentences import is_no, is_yes


class State(StrEnum):
    """What stands beside an option."""

    TICKED = "ticked"
    OPEN = "open"  # a box or cell that was left empty
    YES = "yes"
    NO = "no"
    BARE = "bare"  # nothing


def split_boxes(text: str) -> tuple[str, list[tuple[State, str]]]:
    """Return what stands before the boxes of a line, and each box with its label, before or behind it."""
    if TICKED not in text and OPEN not in text:
        return text, []
    pieces, signs, piece = [], [], ""
    for sign in text:
        if sign in (TICKED, OPEN):
            pieces.append(piece)
            signs.append(State.TICKED if sign == TICKED else State.OPEN)
            piece = ""
        else:
            piece += sign
    pieces.append(piece)
    first, last = pieces[0].strip(" \t|"), pieces[-1].strip(" \t|")
    if (first and not last and not first.endswith(":") and len(signs) == 1) or (first and not last and len(signs) > 1):
        head, colon, rest = first.rpartition(":")
        return head if colon else "", [
            (sign, one.strip(" \t|/,"))
            for sign, one in zip(signs, [rest if colon else first, *pieces[1:]], strict=False)
        ]
    return first, [(sign, one.strip(" \t|/,")) for sign, one in zip(signs, pieces[1:], strict=True)]


def beside_tick(text: str) -> str:
    """Return what stands in one cell with a tick: "☒ IP-adres"; "" for an answer such as "☒ ja"."""
    rest = text.replace(TICKED, "").strip() if TICKED in text and OPEN not in text else ""
    return "" if is_yes(rest) or is_no(rest) else rest
