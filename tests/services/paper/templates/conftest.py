"""Own templates of a board, kept and in use."""

from datetime import UTC, datetime

import pytest

from registry.services.paper import KINDS, Order, Templates, compose, draft
from registry.services.paper.own_templates import Upload, add_template
from tests.complete_register import TODAY
from tests.documents.specimens import lines, word_file

GUIDE = "schoolgids-leverancierslijst"
AGREEMENT = "verwerkersovereenkomst-eigen-tekst"
NOW = datetime(2026, 8, 1, 12, tzinfo=UTC)


@pytest.fixture
def add(session):
    """Keep a template with this text."""

    def add(text="Lijst van {{ school.naam }}", paper=GUIDE, **given):
        content = given.pop("content", None) or word_file(text)
        upload = Upload(paper, given.pop("name", "lijst.docx"), content, given.pop("title", "Onze lijst"), **given)
        return add_template(session, upload, TODAY)

    return add


@pytest.fixture
def templates(session, tmp_path):
    """The templates as they are now; a new one each time, as each request has."""
    return lambda school_id=None, trying=None: Templates.of(tmp_path, session, trying).of_school(school_id)


@pytest.fixture
def guide(session, register, templates):
    """The text of De Zandloper's list."""

    def guide(school=None):
        order = Order(KINDS["schoolgids"], (school or register.zandloper).id, TODAY, TODAY)
        return lines(draft(compose(session, order), templates()).content)

    return guide
