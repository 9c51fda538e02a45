"""Joining: pictures, charts and addresses that a text refers to."""

import pytest
from docx.oxml.ns import nsmap

from registry.documents import TemplateRefused, join
from tests.documents.building import BODY, RELS, TYPES, changed, linked, paragraph, replaced, with_part, xml_file
from tests.documents.soundness import faults, root, values
from tests.documents.specimens import parts, word_file

R, A = (f'xmlns:{name}="{nsmap[name]}"' for name in ("r", "a"))
PICTURE = f'<w:r><w:drawing><a:blip {A} {R} r:embed="rIdA"/></w:drawing></w:r>'
PNG, CHART = "image/png", "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"


def pictured(text: str, content: bytes, name: str = "media/image1.png") -> bytes:
    return with_part(xml_file(paragraph(text, more=PICTURE)), name, content, PNG, "image", "rIdA")


def targets(content: bytes) -> list[str]:
    links = {one.get("Id"): one.get("Target") for one in root(content, RELS)}
    return [links[number] for number in values(root(content), "//*/@r:embed | //*/@r:id") if number in links]


def test_pictures_of_one_name_stay_two_pictures():
    whole = join([pictured("een", b"1"), pictured("twee", b"2")])
    assert [parts(whole)[f"word/{name}"] for name in targets(whole) if "media" in name] == [b"1", b"2"]
    assert faults(whole) == []


def test_one_picture_in_all_parts_is_there_once():
    whole = join([pictured("een", b"1"), pictured("twee", b"1"), pictured("drie", b"1", "media/other.png")])
    assert [name for name in parts(whole) if "media" in name] == ["word/media/image1.png"]
    assert faults(whole) == []


def test_a_picture_comes_along_where_the_first_has_none():
    whole = join([word_file("een"), pictured("twee", b"1")])
    assert parts(whole)["word/media/image1.png"] == b"1"
    assert f'PartName="/word/media/image1.png" ContentType="{PNG}"' in parts(whole)[TYPES].decode()


def charted(number: int) -> bytes:
    """A Word file with a chart that has a workbook of its own."""
    inside = f'<c:chart xmlns:c="urn:c" {R} r:id="rId1">{number}</c:chart>'
    reference = f'<w:r><c:chart xmlns:c="urn:c" {R} r:id="rIdC"/></w:r>'
    template = with_part(xml_file(paragraph("x", more=reference)), "charts/chart1.xml", inside, CHART, "chart", "rIdC")
    relation = f'<Relationship Id="rId1" Type="{nsmap["r"]}/package" Target="../embeddings/book1.xlsx"/>'
    outside = '<Relationship Id="rId2" Type="urn:x" Target="https://example.nl/" TargetMode="External"/>'
    xml = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relation}{outside}</Relationships>'
    template = replaced(template, TYPES, "<Default ", '<Default Extension="xlsx" ContentType="a/b"/><Default ')
    return changed(
        template, {"word/charts/_rels/chart1.xml.rels": xml.encode(), "word/embeddings/book1.xlsx": b"%d" % number}
    )


def test_a_chart_brings_its_own_relations_along():
    whole = join([word_file("nul"), charted(1), charted(2)])
    assert faults(whole) == []
    package = parts(whole)
    assert [package[f"word/embeddings/book{number}.xlsx"] for number in (1, 2)] == [b"1", b"2"]
    assert b"book2.xlsx" in package["word/charts/_rels/chart2.xml.rels"]
    assert b"https://example.nl/" in package["word/charts/_rels/chart2.xml.rels"]


def addressed(address: str) -> bytes:
    link = f'<w:hyperlink {R} r:id="rIdX"><w:r><w:t>hier</w:t></w:r></w:hyperlink>'
    return linked(xml_file(paragraph("zie", more=link)), "hyperlink", address)


def test_addresses_stay_those_of_their_parts_and_are_named_once():
    whole = join([addressed("https://a.nl/"), addressed("https://b.nl/"), addressed("https://a.nl/")])
    numbers = values(root(whole), "//w:hyperlink/@r:id")
    links = {one.get("Id"): (one.get("Target"), one.get("TargetMode")) for one in root(whole, RELS)}
    assert [links[one] for one in numbers] == [(f"https://{one}.nl/", "External") for one in "aba"]
    assert numbers[0] == numbers[2]


def test_a_diagram_finds_its_drawing():
    space = "http://schemas.microsoft.com/office/drawing/2008/diagram"
    data = f'<d:dataModel xmlns:d="{nsmap["dgm"]}"><x:dataModelExt xmlns:x="{space}" relId="rIdE"/></d:dataModel>'
    shown = f'<w:r><dgm:relIds xmlns:dgm="{nsmap["dgm"]}" {R} r:dm="rIdD"/></w:r>'
    two = with_part(xml_file(paragraph("x", more=shown)), "diagrams/data1.xml", data, "a/data", "diagramData", "rIdD")
    two = with_part(two, "diagrams/drawing1.xml", "<x/>", "a/drawing", "diagramDrawing", "rIdE")
    whole = join([pictured("een", b"1"), two])
    number = root(whole, "word/diagrams/data1.xml")[0].get("relId")
    assert {one.get("Id"): one.get("Target") for one in root(whole, RELS)}[number] == "diagrams/drawing1.xml"


def test_an_empty_reference_is_none():
    assert faults(join([word_file("een"), xml_file(f'<w:p><a:hlinkClick {A} {R} r:id=""/></w:p>')])) == []


@pytest.mark.parametrize(
    "part", [xml_file(paragraph("x", more=PICTURE)), replaced(pictured("x", b"1"), RELS, "image1", "weg")]
)
def test_a_reference_that_leads_nowhere_is_refused(part):
    with pytest.raises(TemplateRefused, match="leidt nergens heen"):
        join([word_file("een"), part])


def test_what_the_text_does_not_refer_to_is_not_copied():
    two = replaced(pictured("twee", b"1"), BODY, PICTURE, "")
    assert not any("image1" in name for name in parts(join([word_file("een"), two])))


def test_a_picture_of_which_nobody_says_what_it_is_is_refused():
    two = replaced(pictured("x", b"1", "media/image1.odd"), TYPES, "/word/media/image1.odd", "/word/media/other.odd")
    with pytest.raises(TemplateRefused, match="wat het is"):
        join([word_file("een"), two])
