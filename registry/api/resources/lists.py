"""Lijsten: what the register gives as Excel, as rows of JSON in pages or as a file, as far as the key sees it."""

import re
from datetime import date
from io import BytesIO
from unicodedata import normalize

from werkzeug.wrappers import Response

from registry.access import Right
from registry.api.asking import PAGING, Found, asked, page, page_schema
from registry.api.operations import Answer, Filter, Operation
from registry.api.problems import Fault, Refused
from registry.api.shapes.kinds import Schema, WrongValue
from registry.database import db
from registry.exchange.sheets import csv, workbook
from registry.exchange.sheets.sheet import Cell, Sheet
from registry.services.exports.lists import LISTS, sheet_of

FORMATS = ("json", "csv", "xlsx")
CELL: Schema = {"nullable": True, "description": "Tekst, getal, datum of true en false; null als het leeg is."}
ROW: Schema = {"type": "object", "additionalProperties": CELL}


def field_name(heading: str) -> str:
    """Return what a column is called in JSON: its heading in camelCase, such as "kvkNummer"."""
    plain = normalize("NFD", heading.lower()).encode("ascii", "ignore").decode()
    words: list[str] = [word.capitalize() for word in re.findall("[a-z0-9]+", plain)]
    return words[0].lower() + "".join(words[1:])


def _answering(name: str) -> Response:
    wanted = asked((FORMAT, *PAGING))
    kind = wanted.pop("formaat", "json")
    if kind == "json":
        return page((FORMAT,), lambda _, skip, most: _found(name, skip, most), lambda row: row)
    if wanted:
        faults = [Fault("query", one, "Een bestand heeft geen bladzijden.") for one in wanted]
        raise Refused(400, "De vraag in het adres klopt niet.", faults)
    return _file(_sheet(name), kind)


def _sheet(name: str) -> Sheet:
    return sheet_of(LISTS[name](db.session, date.today()))


def _found(name: str, skip: int, most: int) -> Found:
    sheet = _sheet(name)
    rows = list(sheet.rows)  # all of them: what a cell says is put together from other records, for the list at once
    names = [field_name(heading) for heading in sheet.headings]
    return [dict(zip(names, map(_plain, row), strict=True)) for row in rows[skip : skip + most]], len(rows)


def _plain(cell: Cell) -> Cell:
    return cell.isoformat() if isinstance(cell, date) else None if cell == "" else cell


def _file(sheet: Sheet, kind: str) -> Response:
    if kind == "csv":
        answer = Response(b"".join(csv.csv_sheet(sheet)), content_type=csv.MIMETYPE)
    else:
        file = BytesIO()
        workbook.write_workbook(file, [sheet])
        answer = Response(file.getvalue(), content_type=workbook.MIMETYPE)
    name = f"{sheet.name} {date.today().isoformat()}.{kind}"
    answer.headers.set("Content-Disposition", "attachment", filename=name)
    return answer


def _format(written: str) -> str:
    if written not in FORMATS:
        raise WrongValue(f"Kies uit: {', '.join(FORMATS)}.")
    return written


FORMAT = Filter(
    "formaat",
    "JSON in bladzijden, of de hele lijst als bestand: csv voor Nederlands Excel, of xlsx. Zonder: json.",
    lambda: {"type": "string", "enum": list(FORMATS)},
    _format,
)


def _operation(name: str) -> Operation:
    told, schema = "Een bladzijde uit de lijst, of de hele lijst als bestand.", f"LijstVan{name.capitalize()}"
    file: Schema = {"type": "string", "format": "binary"}
    return Operation(
        *("GET", f"/lijsten/{name}", f"{name}LijstOpvragen", "lijsten"),
        told=f"Geeft de lijst {name} met de kolommen van Excel; de namen zijn de kopjes in camelCase.",
        right=Right.READ,
        answering=lambda: _answering(name),
        answers=(
            Answer(200, told, schema, headers=("ETag", "Link")),
            Answer(200, told, file, csv.MIMETYPE),
            Answer(200, told, file, workbook.MIMETYPE),
            Answer(304, "U hebt de nieuwste stand al."),
        ),
        filters=(FORMAT,),
        schemas={schema: lambda: page_schema("Lijstregel"), "Lijstregel": lambda: ROW},
    )


OPERATIONS = tuple(map(_operation, LISTS))
