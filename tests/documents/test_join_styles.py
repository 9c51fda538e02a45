"""Joining: the styles of the first part, and those that it lacks."""

import pytest

from registry.documents import join
from tests.documents.building import paragraph, replaced, with_xml, xml_file
from tests.documents.soundness import faults, root, values
from tests.documents.specimens import read, word_file

STYLES = "word/styles.xml"


def styled(text: str, style_id: str, *styles: str) -> bytes:
    """A Word file with one paragraph in a style, and these styles more."""
    template = xml_file(paragraph(text, f'<w:pStyle w:val="{style_id}"/>'))
    return with_xml(template, STYLES, "</w:styles>", "".join(styles))


def style(style_id: str, name: str, more: str = "", kind: str = "paragraph", facts: str = "") -> str:
    return f'<w:style w:type="{kind}" w:styleId="{style_id}"{facts}><w:name w:val="{name}"/>{more}</w:style>'


def style_of(content: bytes, text: str):
    return next(one.style for one in read(content).paragraphs if one.text == text)


def test_a_style_that_the_first_lacks_comes_along_with_what_it_builds_on():
    on_a = style("B", "Boven", '<w:basedOn w:val="A"/>')
    two = styled("twee", "B", style("A", "Basis"), on_a, style("C", "Ongebruikt"))
    whole = join([word_file("een"), two])
    assert (style_of(whole, "twee").style_id, style_of(whole, "twee").base_style.name) == ("B", "Basis")
    assert "Ongebruikt" not in [one.name for one in read(whole).styles]
    assert faults(whole) == []


def test_of_two_styles_with_one_name_that_of_the_first_is_used():
    bold, ids = "<w:rPr><w:b/></w:rPr>", ("Een", "Twee")
    one, two = (styled(f"in {one}", one, style(one, "Zelfde", more)) for one, more in zip(ids, (bold, ""), strict=True))
    whole = join([one, two])
    assert style_of(whole, "in Twee").style_id == "Een"
    assert style_of(whole, "in Twee").font.bold
    assert values(root(whole), "//w:pStyle/@w:val") == ["Een", "Een"]


def test_a_style_in_another_language_is_the_same_style():
    dutch = replaced(xml_file(paragraph("kop", '<w:pStyle w:val="Kop1"/>')), STYLES, '"Heading1"', '"Kop1"')
    assert style_of(join([word_file("een"), dutch]), "kop").style_id == "Heading1"


def test_a_style_with_a_taken_id_that_is_another_is_renamed():
    one, two = styled("een", "X", style("X", "Rood")), styled("twee", "X", style("X", "Blauw"))
    whole = join([one, two, styled("drie", "X", style("X", "Geel"))])
    assert [style_of(whole, text).name for text in ("een", "twee", "drie")] == ["Rood", "Blauw", "Geel"]
    assert faults(whole) == []


def test_a_style_with_a_taken_name_that_is_of_another_kind_is_renamed():
    one, two = styled("een", "X", style("X", "Naam")), styled("twee", "Normal", style("Y", "Naam", kind="character"))
    two = replaced(two, "word/document.xml", "<w:t>twee", '<w:rPr><w:rStyle w:val="Y"/></w:rPr><w:t>twee')
    whole = join([one, two])
    assert values(root(whole), "//w:rStyle/@w:val") == ["Y"]
    assert faults(whole) == []
    assert "Naam 2" in [style.name for style in read(whole).styles]


def test_styles_that_refer_to_each_other_come_along_together():
    two = styled(
        "twee",
        "P",
        style("P", "Paar", '<w:next w:val="P"/><w:link w:val="T"/>'),
        style("T", "Paar teken", '<w:link w:val="P"/>', "character"),
    )
    assert faults(join([word_file("een"), two])) == []


def test_a_style_that_comes_along_is_no_default():
    two = styled("twee", "D", style("D", "Eigen standaard", facts=' w:default="1"'))
    whole = join([word_file("een"), two])
    assert style_of(whole, "twee").name == "Eigen standaard"
    assert read(whole).styles.default(style_of(whole, "twee").type).name == "Normal"


@pytest.mark.parametrize("kind", ["table", "paragraph"])
def test_a_style_comes_along_once_for_all_parts(kind):
    used = '<w:tblStyle w:val="T"/>' if kind == "table" else '<w:pStyle w:val="T"/>'
    xml = f"<w:tbl><w:tblPr>{used}</w:tblPr><w:tblGrid/></w:tbl>" if kind == "table" else paragraph("x", used)
    two = with_xml(xml_file(xml), STYLES, "</w:styles>", style("T", "Mijn", kind=kind))
    whole = join([word_file("een"), two, two])
    assert [one.name for one in read(whole).styles].count("Mijn") == 1
    assert faults(whole) == []


def test_a_style_that_is_not_defined_is_left_as_it_was():
    assert values(root(join([word_file("een"), styled("twee", "Weg")])), "//w:pStyle/@w:val") == ["Weg"]
