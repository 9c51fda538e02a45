"""Cells of a matrix: a cross, a day, or nothing; and headings that read as names of schools."""

import re
from datetime import date

from registry.exchange.lists.cells import truth
from registry.exchange.lists.dates import day_of
from registry.exchange.lists.fields import plain, word_set
from registry.exchange.lists.unreadable import Unreadable
from registry.exchange.tables.table import Cell

_SITE = re.compile(r"[0-9]{2}[A-Za-z]{2}(?:[0-9]{2})?")


def marked(cell: Cell) -> date | bool:
    """Return True for a cross, the day that stands in its place, or False for nothing; else Unreadable."""
    if cell is None:
        return False
    try:
        return truth(cell)
    except Unreadable:
        day = day_of(cell, needs_day=False)
        return day if day else False


def is_mark(cell: Cell) -> bool:
    """Tell whether a cell can stand in a matrix."""
    try:
        marked(cell)
    except Unreadable:
        return False
    return True


def is_cross_column(cells: list[Cell]) -> bool:
    """Tell whether these cells are crosses and nothing else; a few may be something that nobody can read."""
    filled = [cell for cell in cells if cell is not None and not is_letter(cell)]
    crosses = sum(map(is_mark, filled))
    return bool(filled) and crosses >= 0.6 * len(filled)


def is_letter(cell: Cell) -> bool:
    """Tell whether a cell holds one letter that is no cross, such as the W of a legal duty."""
    return isinstance(cell, str) and len(cell.strip()) == 1 and cell.strip().isalpha() and not is_mark(cell)


def reads_as_school(name: str) -> bool:
    """Tell whether a text looks like the name or the code of a school."""
    return bool(_SITE.search(name)) or any(
        word in word_set("school_words") or word.endswith("school") for word in plain(name).split()
    )


def reads_as_recipient(name: str) -> bool:
    """Tell whether a heading names an organisation that decides itself what it does with data, such as DUO."""
    word = plain(name)
    return word in word_set("recipients") or (word.split() or [""])[0] in word_set("recipients")
