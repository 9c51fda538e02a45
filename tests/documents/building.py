"""Word files that python-docx does not make by itself: with changed parts, with notes, with any XML in the text."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document

from tests.documents.specimens import parts, word_file

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BODY = "word/document.xml"
RELS = "word/_rels/document.xml.rels"
TYPES = "[Content_Types].xml"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def zipped(contents: Mapping[str, bytes], **options: int) -> bytes:
    """A zip with these parts."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", options.get("compression", ZIP_DEFLATED)) as package:
        for name, content in contents.items():
            package.writestr(name, content)
    return buffer.getvalue()


def changed(template: bytes, changes: Mapping[str, bytes]) -> bytes:
    """The Word file with these parts changed or added."""
    return zipped(parts(template) | dict(changes))


def replaced(template: bytes, part: str, old: str, new: str) -> bytes:
    """The Word file with `old`, which must be there, replaced in one part."""
    xml = parts(template)[part]
    assert old.encode() in xml
    return changed(template, {part: xml.replace(old.encode(), new.encode())})


def xml_file(xml: str, *paragraphs: str) -> bytes:
    """A Word file with `xml` at the start of its body."""
    return replaced(word_file(*paragraphs), BODY, "<w:body>", f"<w:body>{xml}")


def linked(template: bytes, kind: str, target: str, *, mode: str = "External") -> bytes:
    """The Word file with one relationship more from its text."""
    link = f'<Relationship Id="rIdX" Type="{_LINK}{kind}" Target="{target}" TargetMode="{mode}"/></Relationships>'
    return replaced(template, RELS, "</Relationships>", link)


def with_notes(template: bytes, kind: str, text: str) -> bytes:
    """The Word file with a part of footnotes or endnotes (`kind`) that says `text`."""
    note = kind.removesuffix("s")
    xml = f'<w:{kind} {W}><w:{note} w:id="2"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:{note}></w:{kind}>'
    announced = f'<Override PartName="/word/{kind}.xml" ContentType="{_KIND}{kind}+xml"/></Types>'
    template = replaced(template, TYPES, "</Types>", announced)
    return changed(linked(template, kind, f"{kind}.xml", mode="Internal"), {f"word/{kind}.xml": xml.encode()})


def table_file(*rows: list[str]) -> bytes:
    """A Word file with one table of these texts."""
    document = Document()
    table = document.add_table(len(rows), max(map(len, rows)))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=False):
            cell.text = text
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def with_part(template: bytes, name: str, content: bytes | str, kind: str, link: str, number: str) -> bytes:
    """The Word file with one part more (in word/), of a content type, which its text refers to by `number`."""
    announced = f'<Override PartName="/word/{name}" ContentType="{kind}"/></Types>'
    relation = f'<Relationship Id="{number}" Type="{_LINK}{link}" Target="{name}"/></Relationships>'
    template = replaced(replaced(template, TYPES, "</Types>", announced), RELS, "</Relationships>", relation)
    return changed(template, {f"word/{name}": content if isinstance(content, bytes) else content.encode()})


def with_xml(template: bytes, name: str, old: str, new: str) -> bytes:
    """The Word file with `new` before the last `old` in a part: before a closing tag, for example."""
    before, found, after = parts(template)[name].decode().rpartition(old)
    assert found
    return changed(template, {name: f"{before}{new}{found}{after}".encode()})


def paragraph(text: str, properties: str = "", more: str = "") -> str:
    """A paragraph with these properties, this text, and more XML behind it."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r>{more}</w:p>"
