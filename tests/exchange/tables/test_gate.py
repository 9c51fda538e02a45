"""What is no list is refused by the name of its kind (I16, Z), and what is locked or empty says so."""

import io
import zipfile

import pytest

from registry.errors import FileRefused
from registry.exchange import bounds
from registry.exchange.tables.reading import read_tables
from tests.exchange.books import book, cell, outcome, package

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def zipped(**parts):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), part)
    return content.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.xls", b"<html><table><tr><td>Leverancier</td></tr></table></html>", "webpagina"),
        ("a.xlsx", b"Leverancier;Product\nA;B\n", "tekstbestand (csv)"),
        ("a.csv", book(["Leverancier", "Product"], ["A", "B"]), "Excel-bestand (xlsx)"),
        ("a.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "wachtwoord"),
        ("a.doc", OLE + "WordDocument".encode("utf-16-le"), "oud Word-bestand"),
        ("a.xlsx", zipped(word__document_xml="<w/>"), "Word-bestand (docx)"),
        ("a.xlsx", zipped(iets="x"), "ingepakt bestand (zip)"),
        ("a.csv", b"%PDF-1.7 \n", "een pdf"),
        ("a.csv", b"\x89PNG\r\n", "een plaatje"),
        ("a.csv", b"", "is leeg"),
        ("a.csv", b"\xef\xbb\xbf\r\n \r\n", "is leeg"),
        ("a.csv", bytes(range(32)) * 40, "geen tekst"),
        ("a.csv", b"<?xml version='1.0'?><a/>", "XML"),
        ("a.xls", OLE + "Workbook".encode("utf-16-le"), "beschadigd"),
    ],
    ids=["html-as-xls", "csv-as-xlsx", "xlsx-as-csv", "locked", "old-word", "docx", "zip", "pdf", "png", "nothing"]
    + ["only blanks", "no text", "xml", "broken xls"],
)
def test_i16_a_file_is_refused_by_what_it_really_is(name, content, sentence):
    with pytest.raises(FileRefused) as refused:
        read_tables(name, content)
    assert sentence in refused.value.sentence


def test_a_file_over_25_megabytes_is_refused():
    with pytest.raises(FileRefused, match="hoogstens 25 MB"):
        read_tables("a.csv", b"x" * (bounds.MOST_BYTES + 1))


def lying(content, name, size):
    """The same zip, in which the directory says another size for a part."""
    spot = content.rindex(name.encode()) - 46
    return content[: spot + 24] + size.to_bytes(4, "little") + content[spot + 28 :]


TWO_ROWS = (
    f'<row r="1">{cell("A1", "Leverancier")}{cell("B1", "Product")}</row><row r="2">{cell("A2")}{cell("B2")}</row>'
)


@pytest.mark.parametrize(
    "content",
    [
        package(TWO_ROWS, strings="a" * 20_000_000),
        package(TWO_ROWS, raw=" " * 5_000_000),
        package(TWO_ROWS, more={f"x/{number}.xml": "" for number in range(2_100)}),
        lying(package(TWO_ROWS), "xl/worksheets/sheet1.xml", 100),
        b"PK\x03\x04" + package(TWO_ROWS)[100:],
        package(TWO_ROWS) + b"%PDF",
        package(TWO_ROWS)[:-200],
    ],
    ids=[
        "i10 shared strings",
        "z04 ratio",
        "z05 entries",
        "z11 size that lies",
        "cut start",
        "z13 more behind",
        "cut end",
    ],
)
def test_z_an_unsound_zip_is_refused_before_a_library_opens_it(content):
    with pytest.raises(FileRefused):
        read_tables("a.xlsx", content)


@pytest.mark.parametrize("part", ["xl/styles.xml", "docProps/core.xml", "xl/theme.xml"])
@pytest.mark.parametrize("markup", ['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "<!doctype a><a/>"])
def test_x05_a_doctype_in_any_part_is_refused(part, markup):
    with pytest.raises(FileRefused, match="DOCTYPE"):
        read_tables("a.xlsx", package(TWO_ROWS, more={part: markup}))


def test_x06_a_part_in_utf16_is_refused():
    with pytest.raises(FileRefused, match="DOCTYPE"):
        read_tables(
            "a.xlsx", package(TWO_ROWS, more={"xl/styles.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a/>'.encode("utf-16")})
        )


def test_z15_a_flipped_byte_gives_a_table_or_one_sentence():
    content = package(TWO_ROWS)
    for place in range(0, len(content), 7):
        flipped = content[:place] + bytes([content[place] ^ 0xFF]) + content[place + 1 :]
        assert outcome("a.xlsx", flipped)
