"""CSV as schools have it: every encoding and separator, and the faults that lose rows elsewhere (I01 to I05)."""

import codecs

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from registry.errors import FileRefused
from registry.exchange.tables.reading import read_tables

HEADINGS = ("Leverancier", "Product", "Opmerking")
ENCODINGS = {
    "utf-8": b"",
    "utf-8 with mark": codecs.BOM_UTF8,
    "cp1252": b"",
    "utf-16-le with mark": codecs.BOM_UTF16_LE,
    "utf-16-be with mark": codecs.BOM_UTF16_BE,
    "utf-16-le": b"",
    "utf-16-be": b"",
}
LETTERS = st.text(st.sampled_from('abcdefghij ABC éëï€“”’; ,|\t"\n'), min_size=1, max_size=20).map(str.strip)
CELLS = LETTERS.filter(bool).map(lambda text: f"w{text}")


def read(content, name="lijst.csv", **options):
    workbook = read_tables(name, content if isinstance(content, bytes) else content.encode(), **options)
    assert len(workbook.tables) == 1
    return workbook, workbook.tables[0]


def values(table):
    return [row.cells for row in table.rows]


def quoted(cell):
    return '"' + cell.replace('"', '""') + '"'


def _reads_as_utf8(content):
    """Whether bytes of Windows happen to be good UTF-8 as well, as those of é’’ are: nothing tells the two apart."""
    try:
        return not content.decode().isascii()
    except UnicodeDecodeError:
        return False


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(rows=st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=2, max_size=6), separator=st.sampled_from(";,\t|"))
def test_i01_i02_every_encoding_and_separator_gives_the_same_rows(encoding, rows, separator):
    lines = [separator.join(map(quoted, row)) for row in (HEADINGS, *rows)]
    name, _, _ = encoding.partition(" ")
    content = ENCODINGS[encoding] + "\r\n".join(lines).encode(name)
    assume(name != "cp1252" or not _reads_as_utf8(content))
    workbook, table = read(content)
    assert (workbook.separator, table.headings) == (separator, HEADINGS)
    assert values(table) == [tuple(map(str.strip, row)) for row in rows]


def test_i01_letters_of_windows_are_right_and_the_encoding_is_told():
    workbook, table = read("Leverancier;Opmerking\nCafé De Kade;“ja” kost €\u00a05\n".encode("cp1252"))
    assert workbook.encoding == "cp1252"
    assert values(table) == [("Café De Kade", "“ja” kost €\u00a05")]


def test_i01_a_wrong_guess_can_be_changed():
    content = "Leverancier;Product\nCafé;Één\n".encode()
    assert values(read(content, encoding="cp1252")[1]) == [("CafÃ©", "Ã‰Ã©n")]


def test_i01_two_encodings_in_one_file_are_said_and_nothing_is_guessed():
    content = "Leverancier;Product\nCafé één;Ünïe\n".encode() + "Zwaluw;Één\n".encode("cp1252")
    workbook, table = read(content)
    assert "mengt twee schrijfwijzen" in workbook.remarks[0]
    assert values(table)[0] == ("Café één", "Ünïe")
    assert "\ufffd" in values(table)[1][1]


def test_i02_a_line_that_names_the_separator_is_no_row():
    workbook, table = read("sep=|\nLeverancier|Product\nDe Kade|A;B,C\n")
    assert (workbook.separator, table.heading_row, table.rows[0].number) == ("|", 2, 3)
    assert values(table) == [("De Kade", "A;B,C")]


def test_i02_one_column_with_commas_in_some_names_stays_one_column():
    _, table = read("Deelnemer\nCito\nDe Kade, Utrecht\nNoordhoff\nZwijsen\nBoom\n")
    assert values(table)[1] == ("De Kade, Utrecht",)


def test_i03_an_unclosed_quotation_mark_is_refused_with_its_row():
    rows = [f"De Kade {number};Product {number}" for number in range(500)]
    rows[0] = '"De Kade;Product 0'
    with pytest.raises(FileRefused) as refused:
        read("\n".join(["Leverancier;Product", *rows]))
    assert "Rij 2" in refused.value.sentence
    assert "aanhalingsteken" in refused.value.sentence


def test_i03_one_that_another_one_happens_to_close_is_refused_too():
    rows = [f"De Kade {number};Product {number}" for number in range(500)]
    rows[0], rows[300] = '"De Kade;Product 0', 'De Kade;Product"'
    with pytest.raises(FileRefused, match="Rij 2"):
        read("\n".join(["Leverancier;Product", *rows]))


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
def test_i04_every_line_ending(ending):
    _, table = read(ending.join(["Leverancier;Product", '"De ""Kade""";"een\ntwee"', "Zwaluw;B", ""]))
    assert values(table) == [('De "Kade"', "een\ntwee"), ("Zwaluw", "B")]
    assert [row.number for row in table.rows] == [2, 3]


def test_i04_mixed_line_endings():
    assert values(read("Leverancier;Product\r\nA;1\nB;2\rC;3")[1]) == [("A", "1"), ("B", "2"), ("C", "3")]


def test_i04_a_cell_of_131073_characters_is_refused_with_its_row():
    with pytest.raises(FileRefused, match="Rij 3 heeft een cel die te lang is"):
        read(f"Leverancier;Product\nA;B\nC;{'x' * 131_073}\n")


def test_i04_a_zero_byte_stays_visible_for_the_row_to_be_refused():
    assert values(read("Leverancier;Product\nDe\0Kade;A\n")[1]) == [("De\0Kade", "A")]


def test_i05_rows_of_another_length_and_empty_rows_are_counted():
    text = "Leverancier;Product;Status\nA;1;ja\nB;2\n\n;;\nC;3;nee;teveel\nLeverancier;Product;Status\nD;4;ja\n"
    _, table = read(text + "\n" * 10_000)
    assert [row.number for row in table.rows] == [2, 3, 6, 8]
    told = " ".join(table.remarks)
    assert "2 lege rijen" in told
    assert "Meer cellen dan er koppen zijn: rij 6." in told
    assert "Minder cellen dan er koppen zijn: rij 3." in told


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"a;b\n" * 20_002, "te veel rijen"),
        (b"a;" * 600, "te veel cellen"),
        (b";" * 600_000, "te lang"),
        (b"Leverancier;Product\n" + b"\n" * 200_000 + b"A;B\n", "te veel rijen"),
    ],
    ids=["rows", "columns", "one line", "empty rows"],
)
def test_i09_too_much_is_refused_while_it_is_counted(content, sentence):
    with pytest.raises(FileRefused, match=sentence):
        read(content)


def test_a_list_without_headings_keeps_its_first_row():
    _, table = read("De Kade;12345678\nZwaluw;87654321\n")
    assert table.headings == ("Kolom 1", "Kolom 2")
    assert len(table.rows) == 2
    assert "geen rij met koppen" in table.remarks[0]
