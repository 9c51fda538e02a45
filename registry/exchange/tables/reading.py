"""Reads any file with a list in it: `read_tables("leveranciers.xlsx", content)`."""

from registry.errors import FileRefused
from registry.exchange.gate import sort_of
from registry.exchange.tables.decoding import decoded
from registry.exchange.tables.delimited import delimited
from registry.exchange.tables.grid import Grid
from registry.exchange.tables.shaping import shaped
from registry.exchange.tables.splitting import blocks
from registry.exchange.tables.table import Table, Workbook


def read_tables(name: str, content: bytes, *, encoding: str = "", separator: str = "") -> Workbook:
    """Return the tables of a workbook or CSV file, in its order.

    Rows keep the number that a person sees in the file; an error, or a formula without a value, stands as text such as
    "#REF!". For a CSV file `encoding` and `separator` may overrule what was recognised. Raises FileRefused with one
    sentence for what is no list, is locked, damaged, empty, or more than the bounds allow.
    """
    sort = sort_of(name, content)
    if sort == "csv":
        return _of_text(content, encoding, separator)
    from registry.exchange.tables.workbooks import grids  # its libraries are heavy, and needed seldom

    sheets, remarks = grids(sort, content)
    return Workbook(sort, _tables(sheets), remarks=tuple(remarks))


def _of_text(content: bytes, encoding: str, separator: str) -> Workbook:
    text, read_as, remark = decoded(content, encoding)
    grid, found = delimited(text, separator)
    return Workbook("csv", _tables([grid]), read_as, found, (remark,) if remark else ())


def _tables(sheets: list[Grid]) -> tuple[Table, ...]:
    tables = [shaped(grid, block) for grid in sheets if _is_filled(grid) for block in blocks(grid)]
    if not tables:
        raise FileRefused("In dit bestand staat geen tabel: alle zichtbare bladen zijn leeg.")
    return tuple(tables)


def _is_filled(grid: Grid) -> bool:
    return any(cell is not None for row in grid.rows for cell in row)
