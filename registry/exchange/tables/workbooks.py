"""Sheets of a workbook as grids, read by calamine after a look at how far they reach."""

import io
from datetime import datetime, time, timedelta
from typing import Any

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    SheetTypeEnum,
    SheetVisibleEnum,
    load_workbook,
)

from registry.errors import FileRefused
from registry.exchange import bounds
from registry.exchange.packed import Packed
from registry.exchange.tables import old_excel, open_document, sheet_parts
from registry.exchange.tables.grid import Grid, Seen
from registry.exchange.tables.table import Cell


def grids(sort: str, content: bytes) -> tuple[list[Grid], list[str]]:
    """Return the visible sheets of an xlsx, xls or ods file, and remarks about what was not read."""
    looked = _look(sort, content)
    for name, seen in looked.items():
        _bound(name, seen)
    if sum(seen.height * seen.width for seen in looked.values()) > bounds.MOST_CELLS:
        raise FileRefused(f"Dit bestand heeft te veel cellen: hoogstens {bounds.MOST_CELLS:,}.".replace(",", "."))
    try:
        with load_workbook(io.BytesIO(content)) as book:
            return _grids(book, looked)
    except (CalamineError, ValueError, OSError) as fault:
        raise FileRefused(
            "Dit bestand is beschadigd. Open het in Excel of LibreOffice en sla het opnieuw op."
        ) from fault
    except BaseException as fault:  # a panic of the library is no Exception
        if type(fault).__name__ != "PanicException":
            raise
        raise FileRefused("Dit bestand is beschadigd en kon niet worden gelezen.") from fault


def _look(sort: str, content: bytes) -> dict[str, Seen]:
    if sort == "xls":
        return old_excel.seen(content)
    packed = Packed(content)
    packed.check_xml()
    return sheet_parts.seen(packed) if sort == "xlsx" else open_document.seen(packed)


def _bound(name: str, seen: Seen) -> None:
    if seen.height > bounds.MOST_ROWS:
        raise FileRefused(f"Blad “{name[:60]}” heeft te veel rijen: hoogstens {bounds.MOST_ROWS:,}.".replace(",", "."))
    if seen.width > bounds.MOST_COLUMNS:
        raise FileRefused(f"Blad “{name[:60]}” heeft te veel kolommen: hoogstens {bounds.MOST_COLUMNS}.")


def _grids(book: CalamineWorkbook, looked: dict[str, Seen]) -> tuple[list[Grid], list[str]]:
    found, remarks = [], []
    for sheet in book.sheets_metadata:
        if sheet.typ != SheetTypeEnum.WorkSheet:
            remarks.append(f"Blad “{sheet.name}” is geen tabel en is overgeslagen.")
        elif sheet.visible != SheetVisibleEnum.Visible:
            remarks.append(f"Blad “{sheet.name}” is verborgen en is niet gelezen.")
        else:
            grid = _grid(book.get_sheet_by_name(sheet.name), looked.get(sheet.name, Seen()))
            found += [grid] if grid.rows else []
    return found, remarks


def _grid(sheet: CalamineSheet, seen: Seen) -> Grid:
    if sheet.height * sheet.width > bounds.MOST_CELLS:
        raise FileRefused(
            f"Blad “{sheet.name[:60]}” heeft te veel cellen: hoogstens {bounds.MOST_CELLS:,}.".replace(",", ".")
        )
    top, left = sheet.start or (0, 0)
    rows = [[(value or None) if type(value) is str else _cell(value) for value in row] for row in sheet.to_python()]
    grid = Grid(sheet.name, rows, top + 1, left + 1)
    _mark(grid, seen)
    merged = [(a, b, c, d) for (a, b), (c, d) in sheet.merged_cell_ranges or ()]
    grid.merges = tuple(merged or seen.merges)
    if len(grid.merges) > bounds.MOST_MERGES:
        raise FileRefused(f"Blad “{sheet.name[:60]}” heeft te veel samengevoegde cellen.")
    grid.hidden_rows, grid.hidden_columns = seen.hidden_rows, seen.hidden_columns
    return grid


def _cell(value: Any) -> Cell:
    kind = type(value)
    if kind is float:
        return int(value) if value.is_integer() and abs(value) < 1e15 else value
    if kind is datetime:
        return value.date() if value.time() == time() else value  # type: ignore[no-any-return]
    if kind is timedelta:
        return str(value)
    return value  # type: ignore[no-any-return]


def _mark(grid: Grid, seen: Seen) -> None:
    """Put the errors where calamine left an empty cell; the rectangle may have to grow for them."""
    if seen.unreadable and grid.rows:
        top = min(grid.first_row - 1, *(row for row, _, _ in seen.unreadable), grid.first_row)
        left = min(grid.first_column - 1, *(column for _, column, _ in seen.unreadable), grid.first_column)
        width = max(seen.width, grid.first_column - 1 + max(map(len, grid.rows))) - left
        height = max(seen.height, grid.first_row - 1 + len(grid.rows)) - top
        right = width - (grid.first_column - 1 - left)
        indent: list[Cell] = [None] * (grid.first_column - 1 - left)
        above: list[list[Cell]] = [[None] * width for _ in range(grid.first_row - 1 - top)]
        grid.rows = [*above, *(indent + row + [None] * (right - len(row)) for row in grid.rows)]
        grid.rows += [[None] * width for _ in range(height - len(grid.rows))]
        grid.first_row, grid.first_column = top + 1, left + 1
        for row, column, text in seen.unreadable:
            if row - top < len(grid.rows) and column - left < width:
                grid.rows[row - top][column - left] = text
