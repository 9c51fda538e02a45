"""What is kept of an uploaded list: its tables as they were read, without any number that can be a BSN."""

import gzip
import json
from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import date, datetime, time
from typing import Any

from registry.exchange.lists.entry import Problem
from registry.exchange.lists.fields import plain
from registry.exchange.lists.recognising import recognise
from registry.exchange.lists.refusing import can_be_national_number, suspects
from registry.exchange.tables.table import Row, Table, Workbook

MEDIA_TYPE = "application/gzip"
SENTENCE = "Hier staat een getal dat een BSN kan zijn. Haal het weg; het is nergens bewaard."
# A number of the same form and check digit, but of an organisation; no field is filled from it.
OF_ORGANISATIONS = {"rsin", "rsin nummer", "oin", "fiscaal nummer"}
Blanked = dict[tuple[str, int], list[str]]


def without_numbers(workbook: Workbook) -> tuple[Workbook, Blanked]:
    """Return the tables without cells that can hold a BSN, and where these stood: headings by sheet and row.

    The file itself is not kept at all: what nobody reads in it, such as a remark beside a cell, nobody checks either.
    """
    blanked: Blanked = {}
    tables = tuple(_clean(table, blanked) for table in workbook.tables)
    return replace(workbook, tables=tables), blanked


def packed(workbook: Workbook, blanked: Blanked) -> bytes:
    """Return the tables as bytes to keep."""
    told = {field.name: getattr(workbook, field.name) for field in fields(workbook)}
    told |= {"tables": [_told(table) for table in workbook.tables]}
    told |= {"blanked": [[*where, headings] for where, headings in blanked.items()]}
    return gzip.compress(json.dumps(told, default=_typed, ensure_ascii=False).encode(), mtime=0)


def unpacked(content: bytes) -> tuple[Workbook, Blanked]:
    """Return the tables that these bytes keep, and where cells were left out."""
    told = json.loads(gzip.decompress(content), object_hook=_untyped)
    blanked = {(sheet, row): headings for sheet, row, headings in told.pop("blanked")}
    tables = tuple(_table(table) for table in told.pop("tables"))
    return Workbook(**told | {"tables": tables, "remarks": tuple(told["remarks"])}), blanked


def problems_of(blanked: Blanked, sheet: str, row: int) -> Iterable[Problem]:
    """Return the problem of each cell that was left out of this row."""
    return [Problem(heading, SENTENCE) for heading in blanked.get((sheet, row), ())]


def _clean(table: Table, blanked: Blanked) -> Table:
    headings = tuple("(weggelaten)" if can_be_national_number(heading) else heading for heading in table.headings)
    table = replace(table, headings=headings)
    phones = {column.index for column in recognise(table).columns if column.field == "contact.phone"}
    return replace(table, rows=tuple(_clean_row(table, row, phones, blanked) for row in table.rows))


def _clean_row(table: Table, row: Row, phones: set[int], blanked: Blanked) -> Row:
    cells = row.cells
    # a telephone number that lost its first zero in a spreadsheet is none
    found = [index for index in suspects(cells) if not (index in phones and isinstance(cells[index], int))]
    if not found:
        return row
    named = [table.headings[index] if index < len(table.headings) else "" for index in found]
    told = [name for name in named if plain(name) not in OF_ORGANISATIONS]
    if told:
        blanked[table.sheet, row.number] = told
    return replace(row, cells=tuple(None if index in found else cell for index, cell in enumerate(row.cells)))


def _told(table: Table) -> dict[str, Any]:
    told = {field.name: getattr(table, field.name) for field in fields(table)}
    return told | {"rows": [[row.number, row.cells] for row in table.rows]}


def _typed(value: Any) -> Any:
    for kind in (datetime, date, time):
        if isinstance(value, kind):
            return {"__kind": kind.__name__, "value": value.isoformat()}
    raise TypeError(type(value).__name__)


def _untyped(value: dict[str, Any]) -> Any:
    kinds: dict[str, Any] = {"datetime": datetime, "date": date, "time": time}
    return kinds[value["__kind"]].fromisoformat(value["value"]) if "__kind" in value else value


def _table(told: dict[str, Any]) -> Table:
    rows = tuple(Row(number, tuple(cells)) for number, cells in told.pop("rows"))
    return Table(**told | {"rows": rows, "headings": tuple(told["headings"]), "remarks": tuple(told["remarks"])})
