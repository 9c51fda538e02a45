"""The lists of the register as JSON: for programs that do not read workbooks."""

import json
from collections.abc import Iterable, Iterator
from datetime import date

from registry.exchange.sheets.sheet import Cell, Sheet

JSON_VERSION = 1


def json_lines(sheets: Iterable[Sheet], on: date) -> Iterator[bytes]:
    """Yield one JSON object, a row at a time: version, date, and per list its rows by heading; dates are ISO 8601."""
    yield f'{{"versie": {JSON_VERSION}, "peildatum": "{on.isoformat()}"'.encode()
    for sheet in sheets:
        yield f",\n{json.dumps(sheet.name.lower(), ensure_ascii=False)}: [".encode()
        between = "\n"
        for row in sheet.rows:
            told = dict(zip(sheet.headings, map(_plain, row), strict=True))
            yield (between + json.dumps(told, ensure_ascii=False)).encode("utf-8", "replace")
            between = ",\n"
        yield b"\n]"
    yield b"}\n"


def _plain(cell: Cell) -> Cell:
    if isinstance(cell, date):
        return cell.isoformat()
    return None if cell == "" else cell
