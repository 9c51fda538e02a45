"""What tests of annexes share: reading a document as `read-annex` tells of it."""

import pytest
from docx import Document

from registry.exchange.annexes.annex_json import as_json
from registry.exchange.annexes.reading import read_annexes
from tests.exchange.annexes import papers


@pytest.fixture
def document():
    return Document()


@pytest.fixture
def read():
    """The annexes of a document, as JSON."""

    def annexes(document):
        return as_json(read_annexes("bijlage.docx", papers.content(document)))["annexes"]

    return annexes


@pytest.fixture
def annex(document, read):
    """The one annex with these lines, or the rows of a table, under one heading."""

    def made(heading, said):
        document.add_heading("Privacybijsluiter Wolkjes", 1)
        document.add_heading(heading, 2)
        if isinstance(said[0], tuple):
            papers.table(document, *said)
        else:
            for line in said:
                document.add_paragraph(line)
        return read(document)[0]

    return made
