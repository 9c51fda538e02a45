"""The house style: the shipped text in a board's own styles, header, footer and margins."""

from io import BytesIO

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Cm, Pt, RGBColor

from registry.documents import fill
from registry.documents.templates.house_style import dressed, texts_in
from registry.errors import TemplateRefused
from tests.documents import examples
from tests.documents.specimens import SHIPPED, lines, parts, read, shipped

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f645"
    "400000000049454e44ae426082"
)
every_template = pytest.mark.parametrize("name", SHIPPED)


def word(document):
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


@pytest.fixture(scope="module")
def house():
    """A letterhead: red headings, a logo, wide margins, and a sentence that is no part of the style."""
    document = Document()
    document.add_paragraph("Typ hier uw brief.")
    document.styles["Heading 1"].font.color.rgb = RGBColor(0xC0, 0, 0)
    document.styles["Normal"].font.size = Pt(12)
    section = document.sections[0]
    section.left_margin = section.right_margin = Cm(4)
    section.header.paragraphs[0].text = "Stichting Getijden"
    section.header.paragraphs[0].add_run().add_picture(BytesIO(PIXEL))
    section.footer.paragraphs[0].text = "Havenstraat 1, Zuiderveen"
    return word(document)


@every_template
def test_every_word_of_the_template_is_kept_and_none_of_the_house_file(house, name):
    assert lines(dressed(shipped(name), house)) == lines(shipped(name))


@every_template
def test_a_dressed_template_can_be_filled(house, name):
    values = examples.complete()[name]
    assert lines(fill(dressed(shipped(name), house), values).content) == lines(fill(shipped(name), values).content)


def test_header_footer_logo_and_margins_are_those_of_the_house(house):
    document = read(dressed(shipped("schoolgids-leverancierslijst"), house))
    section = document.sections[0]
    assert section.header.paragraphs[0].text == "Stichting Getijden"
    assert section.footer.paragraphs[0].text == "Havenstraat 1, Zuiderveen"
    assert round(section.left_margin.cm, 1) == 4.0
    assert PIXEL in parts(dressed(shipped("schoolgids-leverancierslijst"), house)).values()


def test_a_style_of_the_house_goes_before_ours(house):
    styles = read(dressed(shipped("verwerkersovereenkomst-eigen-tekst"), house)).styles
    assert styles["Heading 1"].font.color.rgb == RGBColor(0xC0, 0, 0)
    assert styles["Normal"].font.size == Pt(12)


def test_a_style_that_the_house_lacks_is_added_as_ours(house):
    name = "verwerkersovereenkomst-eigen-tekst"
    ours, dressed_up = read(shipped(name)).styles, read(dressed(shipped(name), house)).styles
    assert "Lid" not in [style.name for style in read(house).styles]
    assert dressed_up["Lid"].paragraph_format.left_indent == ours["Lid"].paragraph_format.left_indent
    assert dressed_up["Registertabel"].element.xml == ours["Registertabel"].element.xml


@every_template
def test_a_page_lies_as_it_lay(house, name):
    ours, dressed_up = read(shipped(name)).sections[0], read(dressed(shipped(name), house)).sections[0]
    assert (dressed_up.page_width > dressed_up.page_height) is (ours.page_width > ours.page_height)


def test_a_house_page_that_lies_is_set_upright(house):
    document = Document(BytesIO(house))
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    section = read(dressed(shipped("verwerkersovereenkomst-eigen-tekst"), word(document))).sections[0]
    assert section.page_width < section.page_height
    assert section.orientation is WD_ORIENT.PORTRAIT


@every_template
def test_a_table_fits_between_the_margins(house, name):
    document = read(dressed(shipped(name), house))
    section = document.sections[0]
    room = section.page_width - section.left_margin - section.right_margin
    for table in document.tables:
        assert sum(column.width for column in table.columns) <= room + Cm(0.05)


def test_the_same_two_files_give_the_same_bytes(house):
    name = "verwerkersovereenkomst-eigen-tekst"
    assert dressed(shipped(name), house) == dressed(shipped(name), house)


def test_the_header_of_an_earlier_section_counts(house):
    document = Document(BytesIO(house))
    document.add_section()
    section = read(dressed(shipped("bijlage-3-afwijkingen"), word(document))).sections[0]
    assert section.header.paragraphs[0].text == "Stichting Getijden"


def test_a_template_of_two_sections_has_the_header_of_the_house_from_its_first_page(house):
    template = Document(BytesIO(shipped("bijlage-3-afwijkingen")))
    template.add_section()
    template.add_paragraph("slot")
    sections = read(dressed(word(template), house)).sections
    assert [section.header.paragraphs[0].text for section in sections] == ["Stichting Getijden"] * 2


def test_the_texts_of_a_house_file_are_those_of_its_body(house):
    assert texts_in(house) == ["Typ hier uw brief."]


def test_a_house_file_that_is_no_word_file_is_refused():
    with pytest.raises(TemplateRefused, match="geen Word-bestand"):
        dressed(shipped("bijlage-3-afwijkingen"), b"niets")
