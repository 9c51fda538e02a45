"""Files that cannot be read: one Dutch sentence, soon, whatever the file is called."""

import io
import time
import zipfile

import pypdf
import pytest
from click.testing import CliRunner
from docx import Document
from docx.oxml import OxmlElement

from registry.cli import main
from registry.errors import FileRefused
from registry.exchange.annexes.reading import leftovers, read_annexes
from tests.exchange.annexes import papers


def package(**parts):
    """A zip with a main part and others."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, text in parts.items():
            zipped.writestr(f"word/{name}.xml", text)
    return out.getvalue()


def blank_pdf(password=""):
    """A PDF of one page without text, as a scan has."""
    writer = pypdf.PdfWriter()
    writer.add_blank_page(200, 200)
    if password:
        writer.encrypt(password, algorithm="AES-256")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def pages(count):
    writer = pypdf.PdfWriter()
    for _ in range(count):
        writer.add_blank_page(10, 10)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


BODY = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{}</w:document>'
REFUSED = {
    "nothing at all": (b"", "leeg"),
    "a picture": (b"\x89PNG\r\n", "geen Word-bestand (.docx) en geen PDF"),
    "an old or locked Word file": (b"\xd0\xcf\x11\xe0" + bytes(600), "versleuteld"),
    "half a Word file": (papers.content(Document())[:3000], "beschadigd"),
    "a workbook": (package(workbook="<x/>"), "geen Word-bestand"),
    "a zip bomb": (package(document=b"<" * 30_000_000), "te groot"),
    "a part that unpacks to too much": (package(document=b"a" * 9_000_000), "te groot"),
    "a DOCTYPE": (package(document="<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"), "DOCTYPE"),
    "broken XML": (package(document="<a><b></a>"), "beschadigd"),
    "no text": (package(document=BODY.format("<w:body/>")), "geen tekst"),
    "half a PDF": (b"%PDF-1.7\n1 0 obj <<", "beschadigd"),
    "a scanned PDF": (blank_pdf(), "Dit is een scan"),
    "a PDF with a password": (blank_pdf("geheim"), "wachtwoord"),
    "a PDF of too many pages": (pages(200), "te groot"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_it_refuses_in_one_sentence_within_two_seconds(case):
    content, words = REFUSED[case]
    began = time.process_time()
    with pytest.raises(FileRefused) as refusal:
        read_annexes("bijlage.docx", content)
    assert words in refusal.value.sentence
    assert time.process_time() - began < 2


def test_the_command_ends_with_the_sentence_and_another_exit_code(tmp_path):
    file = tmp_path / "bijlage.pdf"
    file.write_bytes(blank_pdf())
    done = CliRunner().invoke(main, ["read-annex", str(file), "--json"])
    assert done.exit_code == 2
    assert done.stderr.startswith("Dit is een scan")


def test_the_command_prints_json(tmp_path):
    document = Document()
    papers.model_annex(document, "RekenRups")
    file = tmp_path / "bijlage.docx"
    file.write_bytes(papers.content(document))
    done = CliRunner().invoke(main, ["read-annex", str(file), "--json"])
    assert done.exit_code == 0
    assert '"kind": "privacy"' in done.stdout


def test_it_tells_what_was_left_open_and_on_which_page():
    document = Document()
    document.add_paragraph("Voor {{Organisatie}}, voor de tijd van <duur>, zie noot [1] en <info@school.nl>.")
    document.add_paragraph().add_run()._r.append(OxmlElement("w:lastRenderedPageBreak"))
    document.add_paragraph("Het product heet ………… en kost [bedrag].")
    assert leftovers("x.docx", papers.content(document)) == [
        ("{{Organisatie}}", 1),
        ("<duur>", 1),
        ("…………", 2),
        ("[bedrag]", 2),
    ]
