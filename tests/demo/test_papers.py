"""The example board shows every paper about a supplier: each can be made of somebody."""

from contextlib import suppress

import pytest
from sqlalchemy import select

from registry.errors import BrokenRule
from registry.model import PrivacyAnnex, Supplier
from registry.services.paper import KINDS, Order, Templates, compose, draft
from tests.documents.specimens import headings

RECORDS = {"supplier": Supplier, "privacy_annex": PrivacyAnnex}
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
