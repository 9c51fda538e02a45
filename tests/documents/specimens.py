"""Small Word files for the tests, and how the tests read a Word file back."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from registry.documents import fill
from tests.documents import examples

TEMPLATES = Path(__file__).parents[2] / "agreement_templates"
SHIPPED = sorted(path.stem for path in TEMPLATES.glob("*.docx"))


def shipped(name: str) -> bytes:
    """The shipped template `name`."""
    return (TEMPLATES / f"{name}.docx").read_bytes()


def complete(name: str) -> bytes:
    """The shipped template `name`, filled without a gap."""
    return fill(shipped(name), examples.complete()[name]).content


def text_of(name: str, **changes: dict) -> str:
    """The text of the shipped template `name`, filled but for these changes in its groups of values."""
    values = examples.complete()[name]
    for key, change in changes.items():
        values[key] = values[key] | change
    return "\n".join(lines(fill(shipped(name), values).content))


def word_file(*paragraphs: str, cell: str = "", header: str = "", footer: str = "") -> bytes:
    """A Word file as python-docx makes it, with these texts."""
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    document.add_table(1, 1).cell(0, 0).text = cell
    document.sections[0].header.paragraphs[0].text = header
    document.sections[0].footer.paragraphs[0].text = footer
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def read(content: bytes) -> WordDocument:
    """The Word file as python-docx reads it."""
    return Document(BytesIO(content))


def paragraphs(content: bytes) -> Iterator[Paragraph]:
    """Every paragraph of the body, in tables too, in order."""
    body = read(content)._body
    for element in body._element.iter(qn("w:p")):
        yield Paragraph(element, body)


def lines(content: bytes) -> list[str]:
    """The text of every paragraph that has one."""
    return [paragraph.text for paragraph in paragraphs(content) if paragraph.text.strip()]


def headings(content: bytes) -> list[str]:
    """The text of every heading."""
    return [paragraph.text for paragraph in paragraphs(content) if paragraph.style.name.startswith("Heading")]


def marked(content: bytes) -> list[str]:
    """The texts that are marked yellow."""
    return [run.text for paragraph in paragraphs(content) for run in paragraph.runs if run.font.highlight_color]


def parts(content: bytes) -> dict[str, bytes]:
    """The contents of each part of the package, by its name."""
    with ZipFile(BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}
