"""Joining: an agreement and its annexes as one file."""

import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from registry.documents import TemplateRefused, fill, join
from tests.documents import examples
from tests.documents.specimens import headings, lines, paragraphs, read, shipped, word_file

AGREEMENT, PRIVACY, SECURITY, DEVIATIONS, LIST = (
    "verwerkersovereenkomst-eigen-tekst",
    "bijlage-1-privacybijsluiter",
    "bijlage-2-beveiligingsbijlage",
    "bijlage-3-afwijkingen",
    "schoolgids-leverancierslijst",
)


@pytest.fixture(scope="module")
def each() -> list[bytes]:
    values = examples.complete()
    second = examples.complete()
    for name, key in ((PRIVACY, "bijsluiter"), (SECURITY, "beveiliging")):
        second[name][key]["product"] = examples.SUMS
    papers = [(AGREEMENT, values), (PRIVACY, values), (PRIVACY, second), (SECURITY, values), (SECURITY, second)]
    return [fill(shipped(name), of[name]).content for name, of in [*papers, (DEVIATIONS, values)]]


@pytest.fixture(scope="module")
def whole(each) -> bytes:
    return join(each)


def test_all_text_is_kept_in_order(each, whole):
    assert lines(whole) == [line for part in each for line in lines(part)]


def test_all_headings_are_kept_in_order(each, whole):
    assert headings(whole) == [heading for part in each for heading in headings(part)]
    assert "Bijlage 1 – Privacybijsluiter: Rekentoren" in headings(whole)


def test_all_tables_keep_the_header_row_that_returns_on_every_page(each, whole):
    tables = read(whole).tables
    assert len(tables) == sum(len(read(part).tables) for part in each)
    assert all(table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None for table in tables)


def test_each_part_begins_on_a_new_page(each, whole):
    assert [section.start_type.name for section in read(whole).sections] == ["NEW_PAGE"] * len(each)


def test_the_articles_keep_their_numbers(each, whole):
    assert _numbered(whole)[: len(_numbered(each[0]))] == _numbered(each[0])
    assert len(_numbered(each[0])) > 60


def test_the_articles_keep_one_list_when_something_stands_before_them(each):
    after = join([each[1], each[0]])
    lists = {list_number for _text, list_number, _level in _numbered(after) if _text in lines(each[0])}
    assert len(lists) == 2  # the articles and the recitals


def _numbered(content: bytes) -> list[tuple[str, int, int]]:
    items = [
        (paragraph.text, paragraph._p.pPr.numPr) for paragraph in paragraphs(content) if paragraph._p.pPr is not None
    ]
    return [(text, numbers.numId.val, numbers.ilvl.val) for text, numbers in items if numbers is not None]


def test_title_and_footer_are_those_of_the_first(each, whole):
    assert read(whole).core_properties.title == read(each[0]).core_properties.title
    assert "De Waterlelie" in read(whole).sections[-1].footer.paragraphs[0].text


def test_a_part_that_lies_stays_lying(each):
    values = examples.school_list(rows=2)
    sections = read(join([each[0], fill(shipped(LIST), values).content, each[1]])).sections
    assert [section.orientation for section in sections] == [
        WD_ORIENT.PORTRAIT,
        WD_ORIENT.LANDSCAPE,
        WD_ORIENT.PORTRAIT,
    ]
    assert sections[1].page_width > sections[0].page_width


def test_marks_of_gaps_survive():
    values = examples.with_gaps()
    parts = [fill(shipped(name), values[name]).content for name in (DEVIATIONS, PRIVACY)]
    assert "[keuze ontbreekt]" in lines(join(parts))


def test_the_same_parts_give_the_same_file(each):
    assert join(each[:3]) == join(each[:3])


def test_one_part_is_that_part(each):
    assert lines(join(each[:1])) == lines(each[0])


def test_files_of_others_are_joined_too():
    assert lines(join([word_file("een", cell="a"), word_file("twee", cell="b")])) == ["een", "a", "twee", "b"]


def test_a_part_that_is_no_word_file_is_refused():
    with pytest.raises(TemplateRefused):
        join([word_file("een"), b"twee"])
