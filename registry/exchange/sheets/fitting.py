"""Texts made fit for a cell: nothing is cut and nothing changes without a notice."""

import re

MOST = 32_767  # signs in a cell of Excel, counted as it counts: two for a sign beyond the first 65,536
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
UNFIT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
CONTINUED = "\n[Deze tekst gaat verder op het blad Meldingen.]"


def printable(text: str) -> str:
    """Return the text with a visible mark for each sign that no sheet can hold; its lines end in LF."""
    return UNFIT.sub(REPLACEMENT, text.replace("\r\n", "\n").replace("\r", "\n"))


def pieces(text: str, most: int = MOST) -> list[str]:
    """Return the text in pieces that each fit in a cell; the first leaves room for the notice that it goes on."""
    if _length(text) <= most:
        return [text]
    found, start, size, room = [], 0, 0, most - len(CONTINUED)
    for place, sign in enumerate(text):
        size += _length(sign)
        if size > room:
            found.append(text[start:place])
            start, size, room = place, _length(sign), most
    return [*found, text[start:]]


def first_piece(text: str) -> str:
    """Return what stands in the cell itself of a text, with the notice that it goes on where it is too long."""
    first, *rest = pieces(text)
    return first + CONTINUED if rest else first


def _length(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
