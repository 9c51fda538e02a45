"""A block of cells as a table: headings found, merged cells filled, and said what a person has to know of it."""

from registry.errors import FileRefused
from registry.exchange.tables.grid import Grid, Merge, numbered
from registry.exchange.tables.headings import heading_row, is_same, lines
from registry.exchange.tables.splitting import Block
from registry.exchange.tables.table import Cell, Row, Table
from registry.identifiers import holds_national_number


def shaped(grid: Grid, block: Block) -> Table:
    """Return one table of a sheet, with the remarks on how it was read."""
    rows = [row[block.left : block.right] for row in grid.rows[block.top : block.bottom]]
    merges = _within(grid, block)
    place = heading_row(rows)
    remarks = []
    if place < 0:
        start, headings, below = -1, [f"Kolom {grid.first_column + block.left + n}" for n in range(len(rows[0]))], False
        remarks.append("Er is geen rij met koppen gevonden. De kolommen hebben een nummer gekregen.")
    else:
        start, headings, below = lines(rows, place, merges)
    first = grid.first_row + block.top
    _refuse_numbers(headings, first + max(place, 0))
    data_from = place + 2 if below else place + 1
    remarks += _titles(rows, start) + _fill(rows, merges, data_from, first)
    kept, left_out = _data(rows, data_from, place, first)
    remarks += left_out + _remarks(grid, kept, block, len(rows[0]), headings)
    return Table(
        grid.sheet,
        tuple(headings),
        tuple(kept),
        heading_row=first + place if place >= 0 else 0,
        first_column=grid.first_column + block.left,
        remarks=tuple(remarks),
    )


def _within(grid: Grid, block: Block) -> tuple[Merge, ...]:
    """Return the merges that touch the block, counted from its first cell and cut to its size."""
    up, left = grid.first_row - 1 + block.top, grid.first_column - 1 + block.left
    height, width = block.bottom - block.top, block.right - block.left
    moved = [(a - up, b - left, min(c - up, height - 1), min(d - left, width - 1)) for a, b, c, d in grid.merges]
    return tuple(one for one in moved if one[0] >= 0 and one[1] >= 0 and one[2] >= one[0] and one[3] >= one[1])


def _refuse_numbers(headings: list[str], row: int) -> None:
    if any(holds_national_number(heading) for heading in headings):
        raise FileRefused(f"In rij {row}, bij de koppen, staat een getal dat een BSN kan zijn. Haal het weg.")


def _titles(rows: list[list[Cell]], start: int) -> list[str]:
    skipped = sum(any(cell is not None for cell in row) for row in rows[: max(start, 0)])
    return (
        [
            f"Boven de koppen is {skipped} rij overgeslagen."
            if skipped == 1
            else f"Boven de koppen zijn {skipped} rijen overgeslagen."
        ]
        if skipped
        else []
    )


def _fill(rows: list[list[Cell]], merges: tuple[Merge, ...], data_from: int, first: int) -> list[str]:
    """Write the value of a merge over rows in each of those rows, in its first column."""
    filled: set[int] = set()
    for top, left, bottom, _ in merges:
        if top >= data_from and bottom > top and rows[top][left] is not None:
            for place in range(top + 1, bottom + 1):
                rows[place][left] = rows[top][left]
            filled.update(range(first + top, first + bottom + 1))
        if len(filled) > len(rows) + 1:
            break
    return [f"Samengevoegde cellen zijn in al hun rijen ingevuld: {numbered(filled)}."] if filled else []


def _data(rows: list[list[Cell]], data_from: int, place: int, first: int) -> tuple[list[Row], list[str]]:
    kept, empty, repeated = [], 0, []
    for at in range(data_from, len(rows)):
        row = rows[at]
        if not any(cell is not None for cell in row):
            empty += 1
        elif place >= 0 and is_same(row, rows[place]):
            repeated.append(first + at)
        else:
            kept.append(Row(first + at, tuple(row)))
    remarks = (
        [f"{empty} lege rijen zijn overgeslagen." if empty > 1 else "1 lege rij is overgeslagen."] if empty else []
    )
    return kept, remarks + ([f"De koppen staan er nog eens, in {numbered(repeated)}."] if repeated else [])


def _remarks(grid: Grid, kept: list[Row], block: Block, width: int, headings: list[str]) -> list[str]:
    numbers = {row.number for row in kept}
    hidden = numbers & {place + 1 for place in grid.hidden_rows}
    columns = [n for n in range(width) if grid.first_column - 1 + block.left + n in grid.hidden_columns]
    remarks = []
    if hidden:
        told = "is 1 rij verborgen, en wel" if len(hidden) == 1 else f"zijn {len(hidden)} rijen verborgen, en wel"
        remarks.append(f"In het bestand {told} gelezen: {numbered(hidden)}.")
    if columns:
        names = ", ".join(f"“{headings[column]}”" for column in columns[:5])
        remarks.append(f"In het bestand zijn kolommen verborgen, en wel gelezen: {names}.")
    return remarks + (_uneven(grid, numbers, headings) if grid.widths else [])


def _uneven(grid: Grid, numbers: set[int], headings: list[str]) -> list[str]:
    width = max((place for place, heading in enumerate(headings, start=1) if heading), default=0)
    real = {number: grid.widths[number - grid.first_row] for number in numbers}
    longer = [number for number, cells in real.items() if cells > width and cells > len([h for h in headings if h])]
    shorter = [number for number, cells in real.items() if cells < width]
    remarks = []
    if longer:
        remarks.append(f"Meer cellen dan er koppen zijn: {numbered(longer)}.")
    if shorter:
        remarks.append(f"Minder cellen dan er koppen zijn: {numbered(shorter)}.")
    return remarks
