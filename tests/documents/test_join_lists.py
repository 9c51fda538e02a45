"""Joining: each part counts for itself."""

import re

from docx.oxml.ns import nsmap

from registry.documents import join
from tests.documents.building import W, changed, paragraph, replaced, with_part, with_xml, xml_file
from tests.documents.soundness import faults, root, values
from tests.documents.specimens import parts, word_file
from tests.documents.test_join_styles import style, styled

NUMBERING, STYLES = "word/numbering.xml", "word/styles.xml"
LINK = '<w:numPr><w:ilvl w:val="{1}"/><w:numId w:val="{0}"/></w:numPr>'


def definition(number: int, form: str = "decimal", level: str = "", before: str = "") -> str:
    lvl = f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{level}<w:lvlText w:val="%1."/></w:lvl>'
    return f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="0000000{number}"/>{before}{lvl}</w:abstractNum>'


def num(number: int, definition: int, more: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{definition}"/>{more}</w:num>'


def listed(template: bytes, *definitions: str) -> bytes:
    """The Word file with these definitions and no others; the styles that python-docx gives it number nothing."""
    styles = re.sub(rb"<w:numPr>\s*<w:numId w:val=\"[0-6]\"/>\s*</w:numPr>", b"", parts(template)[STYLES])
    numbering = f"<w:numbering {W}>{''.join(definitions)}</w:numbering>".encode()
    return changed(template, {NUMBERING: numbering, STYLES: styles})


ONE = listed(xml_file(paragraph("een", LINK.format(7, 0))), definition(1), num(7, 1))


def numbers(content: bytes) -> list[str]:
    return values(root(content), "//w:numId/@w:val")


def test_each_part_has_a_list_of_its_own():
    whole = join([ONE, ONE, ONE])
    assert len(set(numbers(whole))) == 3
    assert faults(whole) == []


def test_a_list_stays_one_list_within_its_part():
    both = paragraph("a", LINK.format(7, 0)) + paragraph("b", LINK.format(7, 0))
    two = listed(xml_file(both), definition(1), num(7, 1))
    first, second, third = numbers(join([ONE, two]))
    assert first != second == third


def test_two_lists_that_count_together_still_do():
    both = paragraph("a", LINK.format(1, 0)) + paragraph("b", LINK.format(2, 0))
    two = listed(xml_file(both), definition(1), num(1, 1), num(2, 1))
    whole = join([ONE, two])
    assert len(values(root(whole, NUMBERING), "//w:abstractNum/@w:abstractNumId")) == 2


def test_a_list_that_is_not_defined_takes_no_number_of_another_part():
    two = listed(xml_file(paragraph("a", LINK.format(7, 0))), definition(1), num(8, 1))
    assert numbers(join([ONE, two])) == ["7", "0"]


def test_lists_come_along_where_the_first_has_none():
    bare = word_file("een")
    for part, old in (
        ("word/_rels/document.xml.rels", "numbering.xml"),
        ("[Content_Types].xml", "/word/numbering.xml"),
    ):
        xml = parts(bare)[part].decode()
        element = next(one for one in xml.split("<") if f'"{old}"' in one)
        bare = replaced(bare, part, f"<{element}", "")
    whole = join([bare, ONE])
    assert faults(whole) == []
    assert numbers(whole) == ["1"]


def test_definitions_stand_before_lists():
    order = [one.tag.rpartition("}")[2] for one in root(join([ONE, ONE]), NUMBERING)]
    assert order == ["abstractNum", "abstractNum", "num", "num"]


def test_a_list_that_is_that_of_a_style_stands_on_its_own_feet():
    pointer = '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="L"/></w:abstractNum>'
    real = definition(1, before='<w:styleLink w:val="L"/>')
    two = listed(xml_file(paragraph("a", LINK.format(5, 0))), real, pointer, num(4, 1), num(5, 2))
    in_style = style("L", "Lijst", f"<w:pPr>{LINK.format(4, 0)}</w:pPr>", "numbering")
    whole = join([ONE, with_xml(two, STYLES, "</w:styles>", in_style)])
    assert values(root(whole, NUMBERING), "//w:numStyleLink/@w:val | //w:styleLink/@w:val") == []
    assert len(values(root(whole, NUMBERING), "//w:abstractNum//w:numFmt/@w:val")) == 2


def numbered(text: str, form: str = "decimal", style_id: str = "K", more: str = "") -> bytes:
    """A Word file with a paragraph that its style numbers."""
    properties = f'<w:pPr><w:numPr><w:numId w:val="7"/></w:numPr>{more}</w:pPr>'
    own = style(style_id, "Genummerd", properties)
    return listed(styled(text, style_id, own), definition(1, form, f'<w:pStyle w:val="{style_id}"/>'), num(7, 1))


def test_a_style_that_numbers_begins_anew_in_each_part():
    whole = join([numbered("een"), numbered("twee"), numbered("drie", style_id="Q")])
    assert len(numbers(whole)) == len(set(numbers(whole))) == 2
    assert values(root(whole), "//w:pStyle/@w:val") == ["K", "K", "K"]
    assert faults(whole) == []


def test_an_indent_of_the_style_goes_before_that_of_the_list():
    two = numbered("twee", more='<w:ind w:left="99"/>')
    assert values(root(join([two, two])), "//w:ind/@w:left") == ["99"]


def test_a_style_that_numbers_comes_along_with_its_list():
    whole = join([word_file("een"), numbered("twee"), numbered("drie")])
    [third] = numbers(whole)
    [of_style] = values(root(whole, STYLES), "//w:style[@w:styleId='K']//w:numId/@w:val")
    assert third != of_style
    assert faults(whole) == []


def test_dots_of_a_style_need_no_beginning():
    assert numbers(join([numbered("een", "bullet"), numbered("twee", "bullet")])) == []


def test_what_had_no_number_gets_none_from_the_style_of_the_first():
    whole = join([numbered("een"), styled("twee", "Z", style("Z", "Genummerd"))])
    assert numbers(whole) == ["0"]


def test_what_had_a_number_keeps_it_under_a_style_of_the_first_without():
    whole = join([styled("een", "Z", style("Z", "Genummerd")), numbered("twee")])
    assert len(numbers(whole)) == 1
    assert numbers(whole) != ["0"]
    assert faults(whole) == []


def test_a_picture_before_items_comes_along():
    shown = f'<v:imagedata xmlns:v="urn:schemas-microsoft-com:vml" xmlns:r="{nsmap["r"]}" r:id="rId1"/>'
    bullet = f'<w:numPicBullet w:numPicBulletId="0"><w:pict>{shown}</w:pict></w:numPicBullet>'
    dotted = definition(1, level='<w:lvlPicBulletId w:val="0"/>')
    two = listed(xml_file(paragraph("a", LINK.format(1, 0))), bullet, dotted, num(1, 1))
    two = with_part(two, "media/dot.png", b"dot", "image/png", "image", "rIdDot")
    relation = f'<Relationship Id="rId1" Type="{nsmap["r"]}/image" Target="media/dot.png"/>'
    rels = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relation}</Relationships>'
    two = changed(two, {"word/_rels/numbering.xml.rels": rels.encode()})
    whole = join([ONE, two, two])
    assert faults(whole) == []
    pictures = values(root(whole, NUMBERING), "//w:numPicBullet/@w:numPicBulletId")
    assert len(pictures) == 2
    assert sorted(values(root(whole, NUMBERING), "//w:lvlPicBulletId/@w:val")) == sorted(pictures)
