"""One page of a PDF as blocks: rows of ruled tables, rows that stand in columns, and paragraphs."""

from collections import defaultdict
from dataclasses import dataclass

from registry.exchange.annexes.paper.block import Block, BlockKind, Rich, Run
from registry.exchange.annexes.paper.pdf_boxes import with_boxes_between
from registry.exchange.annexes.paper.pdf_cells import Cell, breaks, cell_of, flowing, line_runs, text_lines
from registry.exchange.annexes.paper.pdf_columns import in_reading_order
from registry.exchange.annexes.paper.pdf_page import Piece, Rules

_COLUMN = 2.2  # times the height of the letters: a wider gap is one between columns
_BULLETS_TEXT = "•▪●○·–-"
_BULLETS = ("•", "▪", "●", "○", "·", "– ", "- ")
_MARKERS = "☒☐•▪–-●○·*"


@dataclass(frozen=True, slots=True)
class Placed:
    """A block and the height on the page at which it begins."""

    y: float
    block: Block


def page_blocks(pieces: list[Piece], rules: Rules, page: int, table: int) -> list[Placed]:
    """Return the blocks of a page from the top down; its tables get numbers above `table`."""
    cells: dict[Cell, list[Piece]] = defaultdict(list)
    loose: list[Piece] = []
    for piece in with_boxes_between(pieces):
        cell = cell_of(piece, rules)
        (loose if cell is None else cells[cell]).append(piece)
    loose = loose if cells else in_reading_order(loose)
    placed = [*_rows(cells, rules, page, table), *_paragraphs(loose, rules, page, table + 500)]
    return sorted(placed, key=lambda one: -one.y)


def _rows(cells: dict[Cell, list[Piece]], rules: Rules, page: int, table: int) -> list[Placed]:
    placed: list[Placed] = []
    for number, rows in enumerate(_tables(cells, rules), start=table + 1):
        lefts = _lefts(rules, rows)
        for row in rows:
            texts = _in_columns(row, cells, rules, lefts)
            highest = max(piece.y for cell in row for piece in cells[cell])
            if len(lefts) == 1 or (len(row) == 1 and row[0][2] > lefts[-1] + 3):  # one cell across the table
                lines = [line for text in texts for line in text.lines()]
                placed += [Placed(highest - at / 100, _line(one, page)) for at, one in enumerate(lines)]
            else:
                placed.append(Placed(highest, Block(BlockKind.ROW, tuple(texts), page, 0, number)))
    return placed


def _tables(cells: dict[Cell, list[Piece]], rules: Rules) -> list[list[list[Cell]]]:
    """The cells by row and by table, from the top down; a gap, or other columns, begin another table."""
    by_top: dict[int, list[Cell]] = defaultdict(list)
    for cell in cells:
        near = next((top for top in by_top if abs(top - cell[3]) <= 3), cell[3])
        by_top[near].append(cell)
    tables: list[list[list[Cell]]] = []
    bottom, before = None, set[int]()
    for top in sorted(by_top, reverse=True):
        middle = (top + max(cell[1] for cell in by_top[top])) / 2
        columns = {round(x) for x, start, end in rules.down if start <= middle <= end}
        other = bool(before) and _differ(columns, before) and _differ(before, columns)
        if bottom is None or top < bottom - 4 or other:
            tables.append([])
        before = columns
        tables[-1].append(sorted(by_top[top]))
        bottom = min(cell[1] for cell in by_top[top])
    return tables


def _differ(some: set[int], others: set[int]) -> bool:
    return any(all(abs(one - other) > 3 for other in others) for one in some)


def _lefts(rules: Rules, rows: list[list[Cell]]) -> list[int]:
    """Where the columns of a table begin, those without any text too."""
    lefts: list[int] = []
    cells = [cell for row in rows for cell in row]
    low, high = min(cell[1] for cell in cells), max(cell[3] for cell in cells)
    spans = [(start, end) for y, start, end in rules.across if low - 3 <= y <= high + 3]
    first = min([*(cell[0] for cell in cells), *(round(start) for start, _end in spans)])
    last = max([*(cell[2] for cell in cells), *(round(end) for _start, end in spans)])
    ruled = {
        round(x) for x, start, end in rules.down if start < high - 3 and end > low + 3 and first - 3 <= x < last - 6
    }
    for left in sorted(ruled | {cell[0] for cell in cells}):
        if not lefts or left - lefts[-1] > 4:
            lefts.append(left)
    return lefts


def _in_columns(row: list[Cell], cells: dict[Cell, list[Piece]], rules: Rules, lefts: list[int]) -> list[Rich]:
    """The texts of a row, with an empty one for each column in which it has nothing."""
    texts = [Rich()] * len(lefts)
    for cell in row:
        at = min(range(len(lefts)), key=lambda number: abs(lefts[number] - cell[0]))
        texts[at] = flowing(text_lines(cells[cell]), cell[2], rules)
    return texts


def _line(rich: Rich, page: int) -> Block:
    """A line outside a table, as an item where a bullet begins it."""
    text = rich.text
    if not text.startswith(_BULLETS):
        return Block(BlockKind.PARAGRAPH, (rich,), page)
    runs, leading = [], True
    for run in rich.runs:
        bare = run.text.lstrip(f"{_BULLETS_TEXT} ") if leading else run.text
        leading = leading and not bare
        runs += [Run(bare, run.bold, run.struck)] if bare else []
    return Block(BlockKind.ITEM, (Rich(tuple(runs)),), page)


def _paragraphs(pieces: list[Piece], rules: Rules, page: int, table: int) -> list[Placed]:
    placed: list[Placed] = []
    gathered: list[list[Piece]] = []
    right = max((piece.end for piece in pieces), default=0.0)
    for line in text_lines(pieces):
        columns = _columns(line)
        if len(columns) > 1:
            table += bool(gathered)
            placed += _paragraph(gathered, right, rules, page)
            gathered = []
            cells = tuple(Rich(tuple(line_runs(column, rules))) for column in columns)
            placed.append(Placed(line[0].y, Block(BlockKind.ROW, cells, page, 0, table)))
        elif gathered and _continues(gathered[-1], line, right):
            gathered.append(line)
        else:
            placed += _paragraph(gathered, right, rules, page)
            gathered = [line]
    return [*placed, *_paragraph(gathered, right, rules, page)]


def _columns(line: list[Piece]) -> list[list[Piece]]:
    columns: list[list[Piece]] = []
    for piece in line:
        before = columns[-1][-1] if columns else None
        marker = before is not None and len(columns[-1]) == 1 and _is_marker(before.text)
        if before is None or (piece.x - before.end > before.size * _COLUMN and not marker):
            columns.append([piece])
        else:
            columns[-1].append(piece)
    return columns


def _is_marker(text: str) -> bool:
    bare = text.strip()
    return (len(bare) <= 1 and (not bare or bare in _MARKERS)) or (len(bare) <= 3 and bare.endswith((".", ")")))


def _continues(before: list[Piece], line: list[Piece], right: float) -> bool:
    near = before[0].y - line[0].y <= max(before[0].size, line[0].size) * 1.5
    same = all(piece.bold for piece in before) == all(piece.bold for piece in line)
    return near and same and abs(before[0].size - line[0].size) < 1 and not breaks(before, line, right)


def _paragraph(lines: list[list[Piece]], right: float, rules: Rules, page: int) -> list[Placed]:
    if not lines:
        return []
    pieces = flowing(lines, right, rules).lines()
    return [Placed(lines[0][0].y - at / 100, _line(piece, page)) for at, piece in enumerate(pieces)]
