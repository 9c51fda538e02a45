"""Texts to parents: reviews, and consents that were asked and not given."""

from datetime import date

import pytest

from registry.model.deadline_kind import DeadlineKind
from registry.model.statement import Council, StatementKind
from registry.queries.deadlines.due import due
from registry.services.board.statements import add_statement

TODAY, JULY, MAY = date(2026, 6, 15), date(2026, 7, 31), date(2026, 5, 1)


@pytest.fixture
def state(cast):
    def state(**fields):
        return add_statement(cast, {"kind": StatementKind.PRIVACY_STATEMENT, "title": "Privacyverklaring", **fields})

    return state


def test_a_statement_to_be_reviewed_is_told(cast, state):
    statement = state(review_on=JULY)
    (item,) = due(cast, TODAY, JULY)
    assert item.sentence == "Het is tijd om “Privacyverklaring” opnieuw te bekijken."
    assert (item.on, item.table, item.number, item.school_id) == (JULY, "statement", statement.id, None)


def test_a_consent_that_was_asked_and_not_given_waits_since_that_day(cast, state):
    state(school_id=1, council=Council.MR, consent_asked_on=MAY)
    (item,) = due(cast, TODAY)
    assert item.sentence == (
        "De MR heeft nog niet ingestemd met “Privacyverklaring” van De Zandloper (gevraagd op 1 mei 2026)."
    )
    assert (item.kind, item.on, item.school_id) == (DeadlineKind.COUNCIL_CONSENT, MAY, 1)
    assert (item.is_overdue(TODAY), item.how_long(TODAY)) == (False, "wacht al 45 dagen")


@pytest.mark.parametrize(
    "fields",
    [
        {"consent_asked_on": MAY, "consent_given_on": date(2026, 6, 1)},
        {"consent_asked_on": MAY, "consent_undated": True},
        {"consent_asked_on": date(2026, 6, 16)},
    ],
    ids=["given", "given-on-an-unknown-day", "to-be-asked-tomorrow"],
)
def test_a_consent_that_does_not_wait_is_not_told(state, told, fields):
    state(council=Council.GMR, **fields)
    assert told(TODAY, JULY) == []


def test_a_school_that_stands_in_the_title_is_not_named_twice(state, told):
    state(title="Schoolgids van De Zandloper", school_id=1, review_on=TODAY)
    assert told(TODAY) == [("Het is tijd om “Schoolgids van De Zandloper” opnieuw te bekijken.", TODAY)]


def test_an_older_edition_needs_no_review_any_more(state, told):
    state(edition="2024", adopted_on=date(2024, 8, 1), review_on=date(2025, 8, 1))
    state(edition="2025", adopted_on=date(2025, 8, 1), review_on=date(2027, 8, 1))
    assert told(TODAY, JULY) == []


def test_the_longest_overdue_comes_first(agree, state, told):
    agree(ends_on=JULY, review_on=date(2026, 1, 1))
    state(review_on=date(2026, 3, 2), council=Council.GMR, consent_asked_on=MAY)
    assert [on for _, on in told(TODAY, JULY)] == [date(2026, 1, 1), date(2026, 3, 2), MAY, JULY]
