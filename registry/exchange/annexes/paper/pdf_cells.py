"""Which pieces of a page share a cell: by ruled lines, and within a cell by base line."""

from collections.abc import Iterable
from dataclasses import replace

from registry.exchange.annexes.paper.block import OPEN, TICKED, Rich, Run
from registry.exchange.annexes.paper.pdf_page import Piece, Rules

Cell = tuple[int, int, int, int]  # left, bottom, right, top, in whole points
_SLACK = 2.5
_BEGINS = (TICKED, OPEN, "•", "▪", "–", "- ", "●", "○", "·", "*")
_TIGHT = 0.15  # of a letter's height: a smaller gap is no blank


def cell_of(piece: Piece, rules: Rules) -> Cell | None:
    """Return the ruled cell in which a piece stands; None outside tables."""
    x, y = piece.x + 1, piece.y + piece.size * 0.3
    left = max((at for at, low, high in rules.down if at <= x and _within(y, low, high)), default=None)
    right = min((at for at, low, high in rules.down if at > x and _within(y, low, high)), default=None)
    low = max((at for at, start, end in rules.across if at <= y and _within(x, start, end)), default=None)
    high = min((at for at, start, end in rules.across if at > y and _within(x, start, end)), default=None)
    if left is None or right is None or low is None or high is None:
        return None
    return round(left), round(low), round(right), round(high)


def text_lines(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """Return the pieces as lines from the top down, each from left to right."""
    lines: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: (-piece.y, piece.x)):
        if lines and abs(lines[-1][0].y - piece.y) <= max(piece.size, lines[-1][0].size) * 0.35:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return [sorted(line, key=lambda piece: piece.x) for line in lines]


def line_runs(line: list[Piece], rules: Rules) -> list[Run]:
    """Return one line as runs, with blanks where the pieces stand apart."""
    runs: list[Run] = []
    before: Piece | None = None
    for piece in _woven(line):
        text = piece.text
        if before and not before.text.endswith(" ") and not text.startswith(" ") and _apart(before, piece):
            text = f" {text}"
        runs.append(Run(text, piece.bold, is_struck(piece, rules)))
        before = piece
    return runs


def _woven(line: list[Piece]) -> list[Piece]:
    """The pieces of a line, with boxes out of another font put in the gaps that were left for them.

    A line such as "☒ leerlingen ☐ ouders" may come as one piece with the words and one with all boxes.
    """
    boxes = next(
        (piece for piece in line if len(piece.text.split()) > 1 and set(piece.text) <= {TICKED, OPEN, " "}), None
    )
    host = next((piece for piece in line if "  " in piece.text.strip()), None)
    if boxes is None or host is None:
        return line
    signs, words = boxes.text.split(), [word for word in host.text.split("  ") if word.strip()]
    leading = boxes.x < host.x
    if len(signs) != len(words) - (not leading):
        return line
    mixed = zip(signs, words, strict=True) if leading else zip(["", *signs], words, strict=True)
    text = " ".join(f"{sign} {word.strip()}".strip() for sign, word in mixed)
    woven = replace(host, x=min(host.x, boxes.x), text=text)
    return [woven if piece is host else piece for piece in line if piece is not boxes]


def is_struck(piece: Piece, rules: Rules) -> bool:
    """Return whether a line runs through the letters of a piece."""
    wide = max(piece.end - piece.x, 1.0)
    low, high = piece.y + piece.size * 0.15, piece.y + piece.size * 0.5
    return any(
        low <= at <= high and start <= piece.x + 3 and end >= piece.x + wide * 0.6 and end - start < wide * 2.2
        for at, start, end in rules.across
    )


def flowing(lines: list[list[Piece]], right: float, rules: Rules) -> Rich:
    """Return lines as one text: lines that were only broken for want of room are joined by a blank."""
    runs: list[Run] = []
    before: list[Piece] = []
    for line in lines:
        if before:
            runs.append(Run(_between(before, line, right, rules)))
        runs += line_runs(line, rules)
        before = line
    return Rich(tuple(runs))


def _between(before: list[Piece], line: list[Piece], right: float, rules: Rules) -> str:
    last, first = max(before, key=lambda piece: piece.end).text, line[0].text
    if (
        last.endswith("-")
        and len(last) > 2
        and ((last[-2].isalpha() and first[:1].islower()) or _digits(last[-2], first))
    ):
        return ""
    alone = " " not in first.strip() and not first[:1].isupper()
    if alone and not last.endswith(" ") and ("://" in last.split(" ")[-1] or "www." in last.split(" ")[-1]):
        return ""  # an address that did not fit
    if last.endswith(" ") and not first.lstrip().startswith(_BEGINS):
        return ""
    alone = len(before) == 1 and " " not in last
    if (
        rules.spaced
        and alone
        and last[-1:].isalpha()
        and first[:1].islower()
        and before[-1].end > right - before[-1].size * 3
    ):
        return ""  # a word that did not fit at all
    return "\n" if breaks(before, line, right) else " "


def _digits(before: str, behind: str) -> bool:
    return before.isdigit() and behind[:1].isdigit()


def breaks(before: list[Piece], line: list[Piece], right: float) -> bool:
    """Return whether a new line was meant: it begins an item, or its first word had fitted on the line before."""
    begin = line[0].text.lstrip()
    if begin.startswith(_BEGINS):
        return True
    last = max(before, key=lambda piece: piece.end)
    if last.text.endswith(" ") and len(last.text) > 3:
        return False
    first_word = begin.split(" ")[0]
    return last.end + (len(first_word) + 1) * line[0].size * 0.62 < right - line[0].size


def _apart(before: Piece, piece: Piece) -> bool:
    return piece.x - before.end > -before.size * _TIGHT


def _within(value: float, low: float, high: float) -> bool:
    return low - _SLACK <= value <= high + _SLACK
