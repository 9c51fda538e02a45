"""What a model left open is remembered with the file of an agreement, and is no reason to refuse it."""

from io import BytesIO
from types import SimpleNamespace

import pytest
from docx import Document

from registry.model import Agreement
from registry.model.agreement_lists import FileKind
from registry.queries.signals.leftovers import leftover_in_file
from registry.services.agreements.files import attach_file
from tests.services.agreements.test_files import LOCKED, PDF, PNG, WORD


@pytest.fixture
def attach(session, add):
    """Put a file with the first agreement."""
    add()
    return lambda name, content: attach_file(session, 1, FileKind.SIGNED, name, content)


@pytest.fixture
def model():
    document, content = Document(), BytesIO()
    document.add_paragraph("Bewaartermijn: [INVULLEN]. De looptijd is <duur>, zie [1] of <a@b.example>.")
    document.add_paragraph("Nog eens: <duur>. Nummer: [BSN 123456782].")
    document.save(content)
    return content.getvalue()


def test_the_marks_of_a_word_file_are_remembered_once_and_a_bsn_never(session, attach, model):
    assert attach("model.docx", model).leftovers.splitlines() == ["[INVULLEN]", "<duur>"]


@pytest.mark.parametrize(
    ("name", "content"), [("scan.pdf", PDF), ("foto.png", PNG), ("a.docx", WORD), ("a.docx", LOCKED)]
)
def test_a_file_that_cannot_be_read_is_kept_without(attach, name, content):
    assert attach(name, content).leftovers == ""


def test_a_signal_tells_which_file_and_which_marks(session, attach, model):
    attached = attach("model.docx", model)
    one = SimpleNamespace(agreement=session.get(Agreement, attached.agreement_id))
    assert [sentence for _agreement, sentence in leftover_in_file(one)] == [
        "In “model.docx” staat nog: [INVULLEN] en <duur>."
    ]
