"""A read paper beside an agreement: the file, and the deviations that are not there yet."""

from datetime import date

import pytest

from registry.errors import BrokenRule
from registry.model.agreement_lists import Risk
from registry.services.agreements.agreements import add_agreement
from registry.services.reading.papers import keep_paper
from registry.services.reading.with_agreement import add_to_agreement
from registry.services.suppliers.suppliers import add_supplier
from tests.reading import PDF, PRIVACY, says

DEVIATIONS = [
    {"article": "Artikel 7", "difference": "Audit eens per twee jaar.", "reason": "Kosten."},
    {"article": None, "difference": "Aansprakelijkheid beperkt.", "reason": None},
]


@pytest.fixture
def agreement(session):
    supplier = add_supplier(session, {"name": "Lettervlieg"})
    rows = {"deviations": [{"topic": "artikel  7", "difference": "audit eens per twee jaar.", "risk": Risk.LOW}]}
    return add_agreement(session, supplier.id, {"arrangement": "own_text"}, rows)


@pytest.fixture
def paper(session, monkeypatch):
    says(monkeypatch, PRIVACY | {"deviations": DEVIATIONS})
    return keep_paper(session, "bijsluiter.pdf", PDF, date(2026, 11, 27))


def told(agreement):
    return [(row.topic, row.difference, row.risk) for row in agreement.deviations]


def test_only_deviations_that_are_not_there_yet_come_with_it(session, agreement, paper):
    added = add_to_agreement(session, paper.id, 0, agreement.id, False, True)
    assert (added.deviations, added.has_file, agreement.files) == (1, False, [])
    assert told(agreement) == [
        ("artikel  7", "audit eens per twee jaar.", Risk.LOW),
        ("", "Aansprakelijkheid beperkt.", Risk.UNKNOWN),
    ]
    with pytest.raises(BrokenRule, match="staan al bij de overeenkomst"):
        add_to_agreement(session, paper.id, 0, agreement.id, False, True)


def test_the_file_is_kept_once_byte_for_byte(session, agreement, paper):
    add_to_agreement(session, paper.id, 0, agreement.id, True, False)
    assert [(one.file.name, one.file.content.content) for one in agreement.files] == [("bijsluiter.pdf", PDF)]
    with pytest.raises(BrokenRule, match="Ditzelfde bestand staat er al"):
        add_to_agreement(session, paper.id, 0, agreement.id, True, False)


def test_where_the_file_is_refused_no_deviation_stays(session, agreement, paper):
    add_to_agreement(session, paper.id, 0, agreement.id, True, False)
    with pytest.raises(BrokenRule):
        add_to_agreement(session, paper.id, 0, agreement.id, True, True)
    session.expire_all()
    assert len(agreement.deviations) == 1


def test_nothing_chosen_adds_nothing(session, agreement, paper):
    with pytest.raises(BrokenRule, match="Kies wat u bij de overeenkomst zet"):
        add_to_agreement(session, paper.id, 0, agreement.id, False, False)
