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
