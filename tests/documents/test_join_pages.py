"""Joining: the pages of each part, under the headers of the first."""

from io import BytesIO

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml.ns import qn
from docx.shared import Cm

from registry.documents import join
from tests.documents.building import paragraph, replaced, xml_file
from tests.documents.soundness import faults, root, values
from tests.documents.specimens import SHIPPED, complete, lines, parts, read, word_file

BODY = "word/document.xml"
IN_TWO = '<w:sectPr><w:type w:val="{}"/><w:pgSz w:w="8000" w:h="9000"/><w:cols w:num="2"/></w:sectPr>'


def sections(content: bytes) -> list:
    return list(root(content).iter(qn("w:sectPr")))


def saved(document) -> bytes:
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("name", SHIPPED)
def test_every_shipped_paper_joins_with_another_to_a_sound_file(name):
    one, other = complete(name), complete("bijlage-3-afwijkingen")
    for both in ([one, other], [other, one, one]):
        whole = join(both)
        assert faults(whole) == []
        assert lines(whole) == [line for part in both for line in lines(part)]


def test_only_the_first_part_has_headers_and_the_others_get_them():
    whole = join([word_file("een", header="Boven", footer="Onder"), word_file("twee", header="Anders")])
    assert [section.header.paragraphs[0].text for section in read(whole).sections] == ["Boven", "Boven"]
    assert len(values(root(whole), "//w:headerReference/@r:id")) == 1
    assert not any(b"Anders" in content for content in parts(whole).values())


def test_a_part_keeps_its_sections_and_columns():
    two = xml_file(paragraph("links", IN_TWO.format("nextPage")) + paragraph("daarna"), "slot")
    whole = join([word_file("een"), two])
    assert values(root(whole), "//w:cols/@w:num") == ["2"]
    assert [section.page_width.twips for section in read(whole).sections][1] == 8000
    assert len(read(whole).sections) == 3


@pytest.mark.parametrize("kind", ["continuous", "nextColumn"])
def test_a_part_whose_first_section_goes_on_begins_on_a_new_page_all_the_same(kind):
    two = xml_file(paragraph("links", IN_TWO.format(kind)), "slot")
    assert read(join([word_file("een"), two])).sections[1].start_type is WD_SECTION.NEW_PAGE


def test_a_later_section_of_a_part_still_goes_on_where_it_did():
    document = Document(BytesIO(word_file("een")))
    document.add_section(WD_SECTION.CONTINUOUS)
    whole = join([word_file("nul"), saved(document)])
    kinds = [section.start_type for section in read(whole).sections]
    assert kinds == [WD_SECTION.NEW_PAGE, WD_SECTION.NEW_PAGE, WD_SECTION.CONTINUOUS]


def test_margins_are_the_parts_own_and_the_place_of_the_header_is_the_firsts():
    one, two = (Document(BytesIO(word_file(text))) for text in ("een", "twee"))
    one.sections[0].header_distance, two.sections[0].header_distance = Cm(3), Cm(1)
    two.sections[0].left_margin, two.sections[0].orientation = Cm(7), WD_ORIENT.LANDSCAPE
    last = read(join([saved(one), saved(two)])).sections[-1]
    assert (round(last.left_margin.cm), round(last.header_distance.cm)) == (7, 3)
    assert last.orientation is WD_ORIENT.LANDSCAPE


def test_pages_are_counted_on_in_the_way_of_the_first():
    one = replaced(word_file("een"), BODY, "<w:cols ", '<w:pgNumType w:fmt="lowerRoman" w:start="3"/><w:cols ')
    two = replaced(word_file("twee"), BODY, "<w:cols ", '<w:pgNumType w:start="1"/><w:cols ')
    whole = root(join([one, two]))
    assert values(whole, "//w:pgNumType/@w:fmt") == ["lowerRoman", "lowerRoman"]
    assert values(whole, "//w:pgNumType/@w:start") == ["3"]


def test_a_first_page_of_its_own_is_a_matter_of_the_first_part():
    one, two = (replaced(word_file(text), BODY, "</w:sectPr>", "<w:titlePg/></w:sectPr>") for text in ("een", "twee"))
    assert [section.different_first_page_header_footer for section in read(join([one, two])).sections] == [True, True]
    assert not read(join([word_file("een"), two])).sections[1].different_first_page_header_footer


def test_a_part_that_ends_in_a_paragraph_gets_no_empty_one():
    one = xml_file("", "een")
    one = replaced(one, BODY, parts(one)[BODY].decode().partition("<w:tbl>")[2].partition("</w:tbl>")[0], "")
    one = replaced(one, BODY, "<w:tbl></w:tbl>", "")
    assert [one.text for one in read(join([one, word_file("twee")])).paragraphs] == ["een", "twee"]


def test_behind_a_table_stands_a_paragraph_too_low_to_need_a_page():
    ended = read(join([word_file("een"), word_file("twee")])).paragraphs[1]
    assert (ended.text, ended.paragraph_format.line_spacing.pt) == ("", 1)


def test_a_part_without_a_section_is_joined():
    bare = word_file("twee")
    section = parts(bare)[BODY].decode().partition("<w:sectPr")[2].partition("</w:sectPr>")[0]
    bare = replaced(bare, BODY, f"<w:sectPr{section}</w:sectPr>", "")
    assert lines(join([bare, word_file("een"), bare])) == ["twee", "een", "twee"]


def test_page_setup_stands_in_the_order_that_word_wants():
    one = replaced(word_file("een"), BODY, "</w:sectPr>", "<w:titlePg/></w:sectPr>")
    whole = join([one, xml_file(paragraph("x", IN_TWO.format("oddPage")), "twee")])
    names = [[child.tag.rpartition("}")[2] for child in section] for section in sections(whole)]
    assert names[1] == ["type", "pgSz", "cols", "titlePg"]
    assert names[0][:3] == ["headerReference", "footerReference", "pgSz"]
