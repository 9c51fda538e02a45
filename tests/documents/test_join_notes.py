"""Joining: footnotes, endnotes and comments."""

import pytest
from docx.oxml.ns import nsmap

from registry.documents import TemplateRefused, join
from tests.documents.building import W, changed, paragraph, with_part, xml_file
from tests.documents.soundness import faults, root, values
from tests.documents.specimens import parts, word_file

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
W14, W15 = (f"http://schemas.microsoft.com/office/word/{year}/wordml" for year in ("2010", "2012"))
SEPARATOR = '<w:{} w:type="separator" w:id="{}"><w:p><w:r><w:separator/></w:r></w:p></w:{}>'


def noted(kind: str, *texts: str, first: int = 1, separator: int = -1, more: str = "") -> bytes:
    """A Word file with a footnote or endnote (`kind`) of each of these texts."""
    refer = "".join(f'<w:r><w:{kind}Reference w:id="{first + n}"/></w:r>' for n in range(len(texts)))
    notes = "".join(
        f'<w:{kind} w:id="{first + n}">{paragraph(text, more=more)}</w:{kind}>' for n, text in enumerate(texts)
    )
    xml = f"<w:{kind}s {W}>{SEPARATOR.format(kind, separator, kind)}{notes}</w:{kind}s>"
    return with_part(
        xml_file(paragraph("tekst", more=refer)), f"{kind}s.xml", xml, f"{WORD}{kind}s+xml", f"{kind}s", "rIdN"
    )


def notes_of(content: bytes, kind: str) -> list[str]:
    """The texts of the notes in the order in which the text refers to them."""
    notes = {one.get(f"{{{nsmap['w']}}}id"): "".join(one.itertext()) for one in root(content, f"word/{kind}s.xml")}
    return [notes[number] for number in values(root(content), f"//w:{kind}Reference/@w:id")]


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
class TestNotes:
    def test_those_of_all_parts_are_there_and_in_their_places(self, kind):
        whole = join([noted(kind, "a", "b"), word_file("x"), noted(kind, "c", "d"), noted(kind, "e")])
        assert notes_of(whole, kind) == ["a", "b", "c", "d", "e"]
        assert faults(whole) == []

    def test_they_come_along_where_the_first_has_none(self, kind):
        whole = join([word_file("x"), noted(kind, "a", first=2, separator=1), noted(kind, "b")])
        assert notes_of(whole, kind) == ["a", "b"]
        assert values(root(whole, f"word/{kind}s.xml"), f"//w:{kind}/@w:type") == ["separator"]
        assert faults(whole) == []

    def test_one_that_is_not_there_is_refused(self, kind):
        broken = xml_file(paragraph("x", more=f'<w:r><w:{kind}Reference w:id="5"/></w:r>'))
        with pytest.raises(TemplateRefused, match="ontbreekt iets in een"):
            join([word_file("een"), broken])

    def test_an_address_in_one_is_a_relation_of_the_notes(self, kind):
        link = f'<w:hyperlink xmlns:r="{nsmap["r"]}" r:id="rId1"><w:r><w:t>hier</w:t></w:r></w:hyperlink>'
        relation = (
            f'<Relationship Id="rId1" Type="{nsmap["r"]}/hyperlink" Target="https://a.nl/" TargetMode="External"/>'
        )
        xml = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relation}</Relationships>'
        two = changed(noted(kind, "zie", more=link), {f"word/_rels/{kind}s.xml.rels": xml.encode()})
        whole = join([noted(kind, "a"), two])
        assert b"https://a.nl/" in parts(whole)[f"word/_rels/{kind}s.xml.rels"]
        assert faults(whole) == []


def commented(text: str, *, answer: str = "", mark: str = "1A000001") -> bytes:
    """A Word file with a comment, and maybe an answer to it that is done."""
    said = [(0, text, mark)] + ([(1, answer, "1A000002")] if answer else [])
    spots = "".join(f'<w:commentRangeStart w:id="{n}"/><w:commentRangeEnd w:id="{n}"/>' for n, _, _ in said)
    spots += "".join(f'<w:r><w:commentReference w:id="{n}"/></w:r>' for n, _, _ in said)
    each = "".join(
        f'<w:comment w:id="{n}" w:author="Noor"><w:p w14:paraId="{mark}"><w:r><w:t>{text}</w:t></w:r></w:p></w:comment>'
        for n, text, mark in said
    )
    xml = f'<w:comments {W} xmlns:w14="{W14}">{each}</w:comments>'
    template = with_part(
        xml_file(paragraph("x", more=spots)), "comments.xml", xml, f"{WORD}comments+xml", "comments", "rIdC"
    )
    lines = f'<w15:commentEx w15:paraId="{mark}" w15:done="0"/>'
    lines += f'<w15:commentEx w15:paraId="1A000002" w15:paraIdParent="{mark}" w15:done="1"/>' if answer else ""
    threads = f'<w15:commentsEx xmlns:w15="{W15}">{lines}</w15:commentsEx>'
    template = with_part(template, "commentsExtended.xml", threads, "a/ex", "commentsExtended", "rIdE")
    people = f'<w15:people xmlns:w15="{W15}"><w15:person w15:author="Noor"/></w15:people>'
    return with_part(template, "people.xml", people, "a/people", "people", "rIdP")


def test_comments_of_all_parts_are_kept():
    whole = join([word_file("x"), commented("a"), commented("b", mark="1A00000F")])
    comments = root(whole, "word/comments.xml")
    assert ["".join(one.itertext()) for one in comments] == ["a", "b"]
    own = values(comments, "//w:comment/@w:id")
    for tag in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert values(root(whole), f"//w:{tag}/@w:id") == own
    assert faults(whole) == []


def test_an_answer_stays_the_answer_to_its_own_comment():
    whole = join([commented("a", answer="b"), commented("c", answer="d")])
    marks = root(whole, "word/comments.xml").xpath("//@w14:paraId", namespaces={"w14": W14})
    assert len(set(marks)) == 4
    threads = root(whole, "word/commentsExtended.xml")
    facts = [{key.rpartition("}")[2]: value for key, value in one.attrib.items()} for one in threads]
    assert [one["paraId"] for one in facts] == marks
    assert [one.get("paraIdParent") for one in facts] == [None, marks[0], None, marks[2]]
    assert [one["done"] for one in facts] == ["0", "1", "0", "1"]
    assert len(root(whole, "word/people.xml")) == 1
