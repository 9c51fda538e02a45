"""Which columns of a table hold marks: ticks, answers, and the codes of the parts that are chosen."""

import re
from collections import defaultdict

from registry.exchange.annexes.fields.boxes import split_boxes
from registry.exchange.annexes.paper.block import OPEN, TICKED, Rich
from registry.exchange.annexes.parts.entry import Entry
from registry.exchange.annexes.words.sentences import is_blank, is_no, is_yes

_CODE = re.compile(r"\d{1,2}(?:\.\d)?[a-f]?|[a-i]\d?")
_CUTS = re.compile(r"[,;+&/\s]+")
_BETWEEN = {"en", "and", "alleen", "enkel", "only", ""}
_ROWS = 3  # of a table with a head


def mark_columns(entries: list[Entry]) -> dict[int, set[int]]:
    """Return per table the columns that hold marks, or hardly anything else: text in them says more of what is ticked.

    The first row of a table of which no head was known may be the head: it does not count.
    """
    cells: dict[int, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    first = first_rows(entries)
    for entry in entries:
        if len(entry.cells) > 1 and id(entry) not in first:
            for at, cell in enumerate(entry.cells):
                cells[entry.table][at].append(cell.kept)
    found: dict[int, set[int]] = {}
    for table, columns in cells.items():
        found[table] = {
            at
            for at, texts in columns.items()
            if any(is_mark(t) and (not is_blank(t) or OPEN in t) for t in texts) and _mostly_marks(texts)
        }
    return found


def first_rows(entries: list[Entry]) -> set[int]:
    """Return the ids of the rows with which tables begin of which no head was known, where more rows follow."""
    tables: dict[int, list[Entry]] = defaultdict(list)
    for entry in entries:
        if len(entry.cells) > 1 and not entry.heads:
            tables[entry.table].append(entry)
    return {id(rows[0]) for rows in tables.values() if len(rows) >= _ROWS and not any(map(_answers, rows[0].cells))}


def _answers(cell: Rich) -> bool:
    return is_mark(cell.kept) and (not is_blank(cell.kept) or OPEN in cell.kept)


def _mostly_marks(texts: list[str]) -> bool:
    others = sum(not is_mark(text) and not coded(text) for text in texts)
    return others == 0 or (
        others * 4 <= len(texts) and sum(not is_blank(text) or OPEN in text for text in texts) > others + 1
    )


def is_mark(text: str) -> bool:
    """Return whether a cell holds a tick, an empty box, a short answer or nothing."""
    return (
        is_blank(text)
        or text.strip() == TICKED
        or ((is_yes(text) or is_no(text)) and len(text) <= 20 and len(split_boxes(text)[1]) < 2)
    )


def coded(text: str) -> list[str]:
    """Return the codes of a cell that holds nothing else: "1.1 en 1.2", "alleen 7b"; none for any other cell."""
    words = [word.strip(".()") for word in _CUTS.split(text.strip().lower())]
    codes = [word for word in words if word not in _BETWEEN]
    return codes if codes and all(_CODE.fullmatch(code) for code in codes) else []
