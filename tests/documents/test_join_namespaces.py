"""Joining: texts that spell their namespaces in their own ways."""

from docx.oxml.ns import nsmap

from registry.documents import join
from tests.documents.building import BODY, changed, paragraph, replaced, xml_file
from tests.documents.soundness import root
from tests.documents.specimens import lines, parts, word_file

MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
NEW = "http://schemas.microsoft.com/office/word/2099/wordml"
IGNORABLE = f"{{{MC}}}Ignorable"


def rooted(text: str, spaces: str, ignorable: str, more: str = "") -> bytes:
    """A Word file whose root declares only these namespaces besides Word's own."""
    facts = f'xmlns:w="{nsmap["w"]}" xmlns:mc="{MC}" {spaces} mc:Ignorable="{ignorable}"'
    xml = f"<w:document {facts}><w:body>{paragraph(text, more=more)}</w:body></w:document>"
    return changed(word_file(), {BODY: xml.encode()})


def test_what_a_part_lets_older_programs_ignore_stays_ignorable():
    whole = root(join([word_file("een"), rooted("twee", f'xmlns:w99="{NEW}"', "w99", "<w99:x/>")]))
    assert {whole.nsmap[name] for name in whole.get(IGNORABLE).split()} >= {NEW}
    assert len(list(whole.iter(f"{{{NEW}}}x"))) == 1


def test_a_prefix_that_is_something_else_in_the_first_is_renamed_where_it_counts():
    choice = '<mc:AlternateContent><mc:Choice Requires="z"><w:r/></mc:Choice></mc:AlternateContent>'
    one = rooted("een", 'xmlns:z="urn:een"', "z")
    whole = root(join([one, rooted("twee", f'xmlns:z="{NEW}"', "z", choice)]))
    [found] = whole.iter(f"{{{MC}}}Choice")
    assert found.nsmap[found.get("Requires")] == NEW
    assert {whole.nsmap[name] for name in whole.get(IGNORABLE).split()} == {"urn:een", NEW}


def test_another_prefix_for_words_own_namespace_is_no_matter():
    two = xml_file(paragraph("twee", '<w:pStyle w:val="Heading1"/>'))
    text = parts(two)[BODY].decode().replace("w:", "x:").replace("xmlnx:", "xmlns:").replace("xmlns:w=", "xmlns:x=")
    assert lines(join([word_file("een"), changed(two, {BODY: text.encode()})])) == ["een", "twee"]


def test_text_comes_through_to_the_letter():
    odd = "a &amp; b &lt; c\u00a0d \u2013 “é” 𝔘"
    two = replaced(word_file("XX"), BODY, "<w:t>XX", f'<w:t xml:space="preserve">  {odd}  ')
    assert lines(join([word_file("een"), two]))[-1] == "  a & b < c\u00a0d \u2013 “é” 𝔘  "
