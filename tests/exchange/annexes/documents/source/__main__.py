"""Write the documents and what is expected of them: `python -m tests.exchange.annexes.documents.source [NUMBER…]`.

A source in papers/ is `NN-name.docx.txt`, `NN-name.office.txt` (docx as LibreOffice saves it), `NN-name.pdf.txt` or
`NN-name.scan.txt`: the paper, a line of equal signs, and the expected values in TOML. Numbers such as `known/03` write
only those. Needs LibreOffice, and pdftoppm for scans.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from docx.shared import Mm

from .expected import expected
from .markup import make_paper
from .paper import new_paper

HERE = Path(__file__).resolve().parent
LINE = "\n==========\n"


def run(*command):
    """Run a program quietly; it raises when the program fails."""
    subprocess.run(command, check=True, capture_output=True)


def by_office(paper, target):
    """Save a document through LibreOffice, as the pdf or docx that the name of the target asks for."""
    with tempfile.TemporaryDirectory() as folder:
        word = Path(folder) / f"{target.stem}.docx"
        paper.save(word)
        run("soffice", "--headless", "--convert-to", target.suffix[1:], "--outdir", str(target.parent), str(word))


def as_scan(paper, target):
    """Save a document as a pdf that holds only pictures of its pages."""
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.pdf"
        by_office(paper, whole)
        run("pdftoppm", "-r", "75", "-gray", "-jpeg", "-jpegopt", "quality=35", str(whole), str(Path(folder) / "page"))
        pictures = new_paper()
        section = pictures.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(2)
        for page in sorted(Path(folder).glob("page*.jpg")):
            pictures.add_picture(str(page), width=Mm(200))
        by_office(pictures, target)


def write_document(source):
    """Write one document with its expectation."""
    name, kind, _ = source.name.rsplit(".", 2)
    text, wanted = source.read_text(encoding="utf-8").split(LINE)
    folder = HERE.parent / source.parent.name
    folder.mkdir(exist_ok=True)
    paper = make_paper(text)
    if kind == "docx":
        paper.save(folder / f"{name}.docx")
    elif kind == "scan":
        as_scan(paper, folder / f"{name}.pdf")
    else:
        by_office(paper, folder / f"{name}.{'docx' if kind == 'office' else 'pdf'}")
    values = json.dumps(expected(wanted), ensure_ascii=False, indent=1)
    (folder / f"{name}.json").write_text(values + "\n", encoding="utf-8")


def main(asked):
    """Write every document, or those asked for."""
    for source in sorted((HERE / "papers").glob("*/*.txt")):
        if not asked or f"{source.parent.name}/{source.name[:2]}" in asked:
            print(source.parent.name, source.name, flush=True)
            write_document(source)


main(sys.argv[1:])
