"""What Word makes of a tag is mended: pieces, marks of the spelling check, tracked changes, curly quotes."""

import pytest

from registry.documents import Gap, TemplateRefused, fill
from tests.documents.building import BODY, with_notes, xml_file
from tests.documents.specimens import lines, marked, parts, word_file

VALUES = {"naam": "Anna", "regels": "a\nb\tc", "wel": True, "gat": Gap("KvK")}
INSERTED = '<w:ins w:id="1" w:author="x">{}</w:ins>'
RUN = "<w:r><w:t>{}</w:t></w:r>"
ALT = '<w:p w:rsidR="{}"><w:r><w:t>x</w:t></w:r></w:p>'


def filled(xml: str) -> bytes:
    return fill(xml_file(xml), VALUES).content


@pytest.mark.parametrize(
    "pieces",
    [
        INSERTED.format(RUN.format("{{ na")) + RUN.format("am }}"),
        RUN.format("{{ na") + INSERTED.format(RUN.format("am }}")),
        RUN.format("{") + INSERTED.format(RUN.format("{ na") + RUN.format("am")) + RUN.format("}}"),
        INSERTED.format(RUN.format("{{ naam }}")),
        RUN.format("{{ na") + '<w:del w:id="2"><w:r><w:delText>x</w:delText></w:r></w:del>' + RUN.format("am }}"),
        RUN.format("{{") + '<w:proofErr w:type="spellStart"/>' + RUN.format("naam") + RUN.format("}}"),
        RUN.format("{{ naam") + '<w:bookmarkStart w:id="0" w:name="x"/>' + RUN.format(" }}"),
    ],
)
def test_a_tag_in_pieces_is_whole_again(pieces):
    assert (
        "".join(lines(filled(f"<w:p>{pieces}</w:p>"))).endswith("Anna")
        or b"Anna" in parts(filled(f"<w:p>{pieces}</w:p>"))[BODY]
    )


def test_an_insertion_without_half_a_tag_stays_tracked():
    assert b"<w:ins " in parts(filled(f"<w:p>{INSERTED.format(RUN.format('{{ naam }}'))}</w:p>"))[BODY]


@pytest.mark.parametrize("quoted", ["“Anna”", "‘Anna’", "'Anna'"])
def test_curly_quotes_in_a_tag_are_quotes(quoted):
    content = fill(word_file(f"{{% if naam == {quoted} %}}ja{{% endif %}}"), VALUES).content
    assert lines(content) == ["ja"]


@pytest.mark.parametrize("constant", ["a & b", "1 < 2 > 0", "&amp;", "&lt;"])
def test_a_constant_comes_out_as_it_is_typed(constant):
    assert lines(fill(word_file(f"{{{{ '{constant}' }}}}"), {}).content) == [constant]


def test_a_constant_is_compared_as_it_is_typed():
    assert lines(fill(word_file("{% if naam == 'a & b' %}ja{% endif %}"), {"naam": "a & b"}).content) == ["ja"]


def test_endnotes_are_filled():
    content = fill(with_notes(word_file("x"), "endnotes", "{{ naam }} &amp;"), VALUES).content
    assert b'<w:t xml:space="preserve">Anna &amp;</w:t>' in parts(content)["word/endnotes.xml"]


def test_in_an_attribute_a_value_stays_within_its_quotes():
    xml = parts(fill(xml_file(ALT.format("{{ naam }}{{ gat }}")), VALUES | {"naam": '"><w:p/>\n'}).content)[BODY]
    assert b'w:rsidR="&#34;&gt;&lt;w:p/&gt;&#10;[KvK ontbreekt]"' in xml


def test_after_a_gap_and_a_tab_the_run_goes_on_as_it_was():
    run = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{}</w:t></w:r></w:p>"
    for value in ("gat", "regels"):
        xml = parts(filled(run.format(f"{{{{ {value} }}}} slot")))[BODY].decode()
        assert '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">' in xml[: xml.index("slot")][-120:]
    assert marked(filled(run.format("{{ gat }}"))) == ["[KvK ontbreekt]"]


@pytest.mark.parametrize(
    "xml",
    [
        "<w:p>{% if wel %}<w:r>{% endif %}<w:t>x</w:t></w:r></w:p>",
        f"<w:p>{RUN.format('{% if wel %}')}</w:p><w:sdt><w:p>{RUN.format('{% endif %}')}</w:p></w:sdt>",
        f"<w:p>{RUN.format('{% for x in naam %}')}</w:p><w:p><w:pPr><w:t>{{% endfor %}}</w:t></w:pPr></w:p>",
        "<w:p>{{ naam }}</w:p>",
        "<w:p><w:hyperlink><w:r><w:t>{{ na</w:t></w:r></w:hyperlink><w:r><w:t>am }}</w:t></w:r></w:p>",
    ],
)
def test_a_tag_that_would_break_the_xml_is_refused_by_its_place(xml):
    with pytest.raises(TemplateRefused, match="verkeerde plaats") as caught:
        filled(xml)
    assert caught.value.place.startswith("in de tekst")
