"""Workbooks made for a test: by xlsxwriter, and part by part where no library would write such a file."""

import io
import zipfile

import xlsxwriter

from registry.errors import FileRefused
from registry.exchange.tables.reading import read_tables

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SHEET = f'<?xml version="1.0"?><worksheet xmlns="{MAIN}"><sheetData>'
SHEET_END = "</sheetData></worksheet>"
NO_STRINGS = f'<sst xmlns="{MAIN}" count="0"/>'


def written(fill, **options):
    """The bytes of a workbook on which `fill(workbook)` wrote."""
    content = io.BytesIO()
    workbook = xlsxwriter.Workbook(content, options)
    fill(workbook)
    workbook.close()
    return content.getvalue()


def book(*rows):
    """The bytes of a workbook with one sheet that holds these rows."""

    def fill(workbook):
        sheet = workbook.add_worksheet("Lijst")
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)

    return written(fill)


def cell(place, value="x"):
    return f'<c r="{place}" t="inlineStr"><is><t>{value}</t></is></c>'


def package(rows, *, after="", strings=NO_STRINGS, more=None, book_more="", raw=None):
    """The bytes of an xlsx file with this XML for its rows, as text; `raw` is a whole sheet part instead."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as parts:
        for name, part in _frame(book_more).items():
            parts.writestr(name, part)
        parts.writestr("xl/worksheets/sheet1.xml", raw or f"{SHEET}{rows}</sheetData>{after}</worksheet>")
        parts.writestr("xl/sharedStrings.xml", strings)
        for name, part in (more or {}).items():
            parts.writestr(name, part)
    return content.getvalue()


def _frame(book_more):
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    return {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{DOCUMENT}">{book_more}'
        '<sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{DOCUMENT}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" '
        f'Type="{DOCUMENT}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
    }


def ods(rows):
    """The bytes of an ods file with this XML for its rows."""
    office = "urn:oasis:names:tc:opendocument:xmlns"
    names = " ".join(f'xmlns:{name}="{office}:{name}:1.0"' for name in ("office", "table", "text"))
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        parts.writestr(
            "content.xml",
            f'<office:document-content {names} xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:'
            f'calcext:1.0"><office:body><office:spreadsheet><table:table table:name="A">{rows}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
        parts.writestr(
            "META-INF/manifest.xml",
            f'<m:manifest xmlns:m="{office}:manifest:1.0"><m:file-entry m:full-path="/" '
            'm:media-type="application/vnd.oasis.opendocument.spreadsheet"/></m:manifest>',
        )
    return content.getvalue()


def text_cell(value, more=""):
    return f'<table:table-cell office:value-type="string" {more}><text:p>{value}</text:p></table:table-cell>'


def outcome(name, content):
    """The tables of a damaged file, or the sentence with which it is refused; any other error is a fault."""
    try:
        return read_tables(name, content).tables
    except FileRefused as refused:
        return refused.sentence
