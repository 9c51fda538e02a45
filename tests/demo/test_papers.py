"""The example board shows every paper about a supplier: each can be made of somebody."""

from contextlib import suppress

import pytest
from sqlalchemy import select

from registry.access import BUILT_IN
from registry.database import db, session_for
from registry.errors import BrokenRule
from registry.model import Breach, PracticeCheck, PrivacyAnnex, SubprocessorNotice, Supplier
from registry.services.paper import KINDS, Order, Templates, compose, draft
from tests.documents.specimens import headings

RECORDS = {
    "supplier": Supplier,
    "privacy_annex": PrivacyAnnex,
    "breach": Breach,
    "subprocessor_notice": SubprocessorNotice,
    "practice_check": PracticeCheck,
}
NEW = [code for code in KINDS if code.startswith(("agreement-general", "agreement-english", "letter-", "breach-"))]


@pytest.fixture
def papers(example, today):
    """Every paper of this kind that the example gives ground for."""

    def papers(code):
        kind, found = KINDS[code], []
        for record in example.scalars(select(RECORDS[kind.subject]).order_by(RECORDS[kind.subject].id)):
            with suppress(BrokenRule):  # any other fault is one
                found.append(compose(example, Order(kind, record.id, today, today)))
        return found

    return papers


@pytest.mark.parametrize("code", NEW)
def test_each_paper_can_be_made_of_somebody(papers, tmp_path, code):
    first, *_ = papers(code)
    assert headings(draft(first, Templates(tmp_path)).content)


@pytest.mark.parametrize("before", ["board-report", "board-register", "council-summary-board"])
def test_what_was_read_for_another_paper_leaves_nothing_out(example_app, today, before):
    """Both papers in one session, against the second alone in one."""
    told = []
    for codes in ([before, "school-privacy-section"], ["school-privacy-section"]):
        with example_app.app_context():
            session = session_for(BUILT_IN)
            *_, section = [compose(session, Order(KINDS[code], 1, today, today)) for code in codes]
            told.append(section.parts[0].values)
            db.session.remove()
    assert told[0] == told[1]
