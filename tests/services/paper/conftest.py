"""A register in which nothing is missing, and the papers that are made of it."""

import pytest

from registry.model import SchoolBoard
from registry.services.agreements import edit_agreement
from registry.services.paper import KINDS, Order, Templates, compose, draft
from tests.complete_register import TODAY, complete_register


@pytest.fixture
def register(session):
    return complete_register(session)


@pytest.fixture
def paper(session, register):
    """The paper of this kind, by default about Lettervlieg, its product, De Zandloper or the board."""
    about = {
        "supplier": register.lettervlieg,
        "product": register.letters,
        "school": register.zandloper,
        "school_board": session.get(SchoolBoard, 1),
        "privacy_annex": register.privacy_annex,
    }

    def paper(code="agreement-complete", subject=None, on=TODAY, **asked):
        return compose(session, Order(KINDS[code], (subject or about[KINDS[code].subject]).id, on, TODAY, **asked))

    return paper


@pytest.fixture
def made(paper, tmp_path):
    """The draft of such a paper."""
    return lambda *args, **asked: draft(paper(*args, **asked), Templates(tmp_path))


@pytest.fixture
def change_agreement(session, register):
    def change(fields, rows=None):
        edit_agreement(session, register.agreement.id, register.agreement.version, fields, rows)

    return change
