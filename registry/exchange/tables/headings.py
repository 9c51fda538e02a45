"""Where the headings of a table stand: under title rows, in one line or two."""

import re
from datetime import date, time

from registry.exchange.lists.fields import is_known_heading
from registry.exchange.tables.grid import Merge
from registry.exchange.tables.table import Cell

_WITHIN = 15  # rows in which headings are looked for
_NUMBER = re.compile(r"[0-9 .,/-]+")
_SITE = re.compile(r"[0-9]{2}[A-Za-z]{2}[0-9]{0,2}")
Rows = list[list[Cell]]


def heading_row(rows: Rows) -> int:
    """Return the place of the row with headings among `rows`, or -1 where the first rows are all data."""
    scores = [_score(row) for row in rows[:_WITHIN]]
    known = [known for known, _ in scores]
    if max(known) >= 2 or (max(known) and _width(rows) <= 2):
        return known.index(max(known))
    full = max(filled for _, filled in scores)
    wide = next(place for place, (_, filled) in enumerate(scores) if filled >= 0.6 * full and filled >= min(2, full))
    return wide if _reads_as_heading(rows[wide]) and _width(rows) > 1 else (known.index(1) if 1 in known else -1)


def is_heading(row: list[Cell], first: list[Cell]) -> bool:
    """Tell whether a row somewhere below is the start of another table, or the headings once more (`first`)."""
    known, filled = _score(row)
    return is_same(row, first) or (known >= 2 and known >= 0.6 * filled and _reads_as_heading(row))


def is_same(row: list[Cell], headings: list[Cell]) -> bool:
    """Tell whether a row repeats the headings."""
    return any(cell is not None for cell in row) and row == headings and _score(row)[1] > 1


def lines(rows: Rows, place: int, merges: tuple[Merge, ...]) -> tuple[int, list[str], bool]:
    """Return where the headings begin, one text for each column, and whether the row after `place` belongs to them.

    `merges` are counted from the first of `rows` and its first column.
    """
    above = place - 1 if place and _is_upper_line(rows[place - 1], rows[place]) else -1
    below = place + 1 if place + 1 < len(rows) and _is_lower_line(rows, place, merges) else -1
    upper, lower = (above, place) if above >= 0 else (place, below)
    if lower < 0:
        return place, [_text(cell) for cell in rows[place]], False
    spread = _spread(rows[upper], upper, merges, bool(above >= 0))
    joined = [_join(_text(top), _text(under)) for top, under in zip(spread, rows[lower], strict=True)]
    return upper, joined, above < 0


def _join(top: str, under: str) -> str:
    return " ".join(dict.fromkeys(part for part in (top, under) if part))


def _spread(row: list[Cell], place: int, merges: tuple[Merge, ...], over_gaps: bool) -> list[Cell]:
    """Return the upper line with each text over all the columns that it heads."""
    spread = list(row)
    for top, left, bottom, right in merges:
        if top <= place <= bottom and 0 <= left < len(row):
            spread[left : min(right + 1, len(row))] = [row[left]] * (min(right + 1, len(row)) - left)
    if over_gaps and not any(top == place for top, *_ in merges):
        for column in range(1, len(spread)):
            spread[column] = spread[column] if spread[column] is not None else spread[column - 1]
    return spread


def _is_upper_line(row: list[Cell], headings: list[Cell]) -> bool:
    """Whether a row over the headings groups them, rather than being a title."""
    _, filled = _score(row)
    return 2 <= filled < _score(headings)[1] and _reads_as_heading(row) and not any(_is_long(cell) for cell in row)


def _is_lower_line(rows: Rows, place: int, merges: tuple[Merge, ...]) -> bool:
    """Whether the row under the headings still is one: codes of schools, or what merged headings are divided into."""
    cells = [cell for cell in rows[place + 1] if cell is not None]
    if len(cells) > 1 and all(isinstance(cell, str) and _SITE.fullmatch(cell) for cell in cells):
        return True
    groups = any(top == bottom == place and right > left for top, left, bottom, right in merges)
    deep = any(top == place and bottom == place + 1 for top, _, bottom, _ in merges)
    known, filled = _score(rows[place + 1])
    return _reads_as_heading(rows[place + 1]) and ((groups or deep) if known else groups and deep and filled > 1)


def _score(row: list[Cell]) -> tuple[int, int]:
    return sum(map(is_known_heading, row)), sum(cell is not None for cell in row)


def _reads_as_heading(row: list[Cell]) -> bool:
    """Whether all cells are words: no numbers, dates or crosses."""
    cells = [cell for cell in row if cell is not None]
    return bool(cells) and all(isinstance(cell, str) and _is_words(cell) for cell in cells)


def _is_words(cell: str) -> bool:
    return len(cell) > 1 and not _NUMBER.fullmatch(cell) and "@" not in cell and not cell.lower().startswith("http")


def _is_long(cell: Cell) -> bool:
    return isinstance(cell, str) and len(cell) > 60


def _width(rows: Rows) -> int:
    return max(sum(cell is not None for cell in row) for row in rows)


def _text(cell: Cell) -> str:
    if isinstance(cell, date):
        return cell.strftime("%d-%m-%Y")
    if cell is None or isinstance(cell, time):
        return ""
    return " ".join(str(cell).split())
