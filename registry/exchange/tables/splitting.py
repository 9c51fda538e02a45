"""The tables on a sheet: apart where an empty row is followed by other headings, or where an empty column divides."""

from dataclasses import dataclass

from registry.exchange.tables.grid import Grid
from registry.exchange.tables.headings import heading_row, is_heading
from registry.exchange.tables.table import Cell


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a grid that is one table: its rows and columns, counted from the first of the grid."""

    top: int
    bottom: int  # the row after its last
    left: int
    right: int  # the column after its last


def blocks(grid: Grid) -> list[Block]:
    """Return the tables of a sheet, from the top down and from left to right."""
    found = []
    for top, bottom in _stacked(grid.rows):
        found += _beside(grid.rows, top, bottom)
    return found


def _stacked(rows: list[list[Cell]]) -> list[tuple[int, int]]:
    filled = [any(cell is not None for cell in row) for row in rows]
    start = filled.index(True)
    headings = start + max(0, heading_row(rows[start:]))
    first = rows[headings]
    parts = []
    for place in range(headings + 1, len(rows)):
        after_gap = filled[place] and not filled[place - 1]
        if after_gap and any(filled[start:place]) and _starts(rows, place, first):
            parts.append((start, place))
            start = place
    return [*parts, (start, len(rows))]


def _starts(rows: list[list[Cell]], place: int, first: list[Cell]) -> bool:
    """Whether a table starts at this row: with its headings, or with a title over them."""
    if is_heading(rows[place], first):
        return rows[place] != first
    is_title = sum(cell is not None for cell in rows[place]) == 1
    return is_title and place + 1 < len(rows) and is_heading(rows[place + 1], first)


def _beside(rows: list[list[Cell]], top: int, bottom: int) -> list[Block]:
    """Return the tables side by side; a column left empty inside a table of one height does not divide it."""
    width = len(rows[top])
    used = [any(row[column] is not None for row in rows[top:bottom]) for column in range(width)]
    groups = []
    for column in range(width):
        if used[column] and (column == 0 or not used[column - 1]):
            groups.append([column, column + 1])
        elif used[column]:
            groups[-1][1] = column + 1
    if len(groups) < 2 or any(right - left < 2 for left, right in groups):
        return [Block(top, bottom, groups[0][0], groups[-1][1])] if groups else []
    extents = {_extent(rows, top, bottom, left, right) for left, right in groups}
    if len(extents) == 1:
        return [Block(top, bottom, groups[0][0], groups[-1][1])]
    return [Block(top, bottom, left, right) for left, right in groups]


def _extent(rows: list[list[Cell]], top: int, bottom: int, left: int, right: int) -> tuple[int, int]:
    """Return the first and the last row of these columns in which more than one cell is filled."""
    filled = [
        place for place in range(top, bottom) if sum(cell is not None for cell in rows[place][left:right]) > 1
    ] or [top]
    return filled[0], filled[-1]
