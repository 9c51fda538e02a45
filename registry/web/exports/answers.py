"""Lists as downloads: written to a file of their own first, so that a fault is a page and not half a file."""

from collections.abc import Iterable
from datetime import date
from io import BytesIO

from flask import Response

from registry.exchange.sheets.csv import MIMETYPE as CSV
from registry.exchange.sheets.csv import csv_sheet
from registry.exchange.sheets.sheet import Sheet
from registry.exchange.sheets.workbook import MIMETYPE, write_workbook
from registry.web.downloads import attachment


def workbook(sheets: Iterable[Sheet], title: str, on: date) -> Response:
    """Return these sheets as a workbook; the browser saves it under this title with the day."""
    file = BytesIO()
    write_workbook(file, sheets)
    return attachment(file.getvalue(), f"{title} {on.isoformat()}.xlsx", MIMETYPE)


def table(sheet: Sheet, on: date) -> Response:
    """Return this sheet as CSV for Dutch Excel."""
    return attachment(b"".join(csv_sheet(sheet)), f"{sheet.name} {on.isoformat()}.csv", CSV)
