"""What needs attention within a hundred days."""

from datetime import date, timedelta

import pytest

from registry.model.agreement_lists import AgreementStatus, Renewal
from registry.model.statement import Council, StatementKind
from registry.queries.board.tasks import AHEAD, tasks
from registry.services.agreements.agreements import add_agreement, end_agreement
from registry.services.board.statements import add_statement
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier
from registry.services.uses.schools import add_school
from registry.services.uses.uses import start_use

TODAY, AUGUST = date(2026, 6, 15), date(2025, 8, 1)
JULY = date(2026, 7, 31)


@pytest.fixture
def cast(session):
    """De Zandloper (1) uses Letters (1) of Lettervlieg B.V."""
    product = add_product(session, add_supplier(session, {"name": "Lettervlieg B.V."}).id, {"name": "Letters"})
    start_use(session, add_school(session, {"name": "De Zandloper"}).id, product.id, {"since": AUGUST})
    return session


def agree(session, **fields):
    fields = {"status": AgreementStatus.IN_FORCE, "starts_on": AUGUST, "renewal": Renewal.NONE, **fields}
    return add_agreement(session, 1, fields, {"products": [{"product_id": 1}]})


def state(session, **fields):
    return add_statement(session, {"kind": StatementKind.PRIVACY_STATEMENT, "title": "Privacyverklaring", **fields})


def told(session, on=TODAY):
    return [(task.sentence, task.due) for task in tasks(session, on)]


def test_a_quiet_register_has_nothing_to_do(cast):
    agree(cast)
    assert told(cast) == []


def test_an_agreement_that_ends_soon_is_told(cast):
    agreement = agree(cast, ends_on=JULY)
    (task,) = tasks(cast, TODAY)
    assert task.sentence == "De overeenkomst met Lettervlieg B.V. loopt tot en met 31 juli 2026."
    assert (task.due, task.subject, task.subject_id) == (JULY, "agreement", agreement.id)
    assert not task.is_overdue(TODAY)


@pytest.mark.parametrize(("days", "many"), [(AHEAD.days, 1), (AHEAD.days + 1, 0)])
def test_soon_is_a_hundred_days(cast, days, many):
    agree(cast, ends_on=TODAY + timedelta(days=days))
    assert len(told(cast)) == many


def test_an_agreement_that_runs_on_tacitly_does_not_end(cast):
    agree(cast, ends_on=JULY, renewal=Renewal.TACIT_YEAR)
    assert told(cast) == []


def test_an_end_date_of_which_nobody_knows_what_it_means_is_told(cast):
    agree(cast, ends_on=JULY, renewal=Renewal.UNKNOWN)
    assert told(cast) == [
        (
            "De overeenkomst met Lettervlieg B.V. heeft 31 juli 2026 als einddatum. "
            "Er staat niet of zij daarna doorloopt.",
            JULY,
        )
    ]


def test_a_replaced_agreement_is_not_told_to_end(cast):
    old = agree(cast)
    agree(cast, starts_on=date(2026, 8, 1), replaces_id=old.id)
    assert told(cast) == []


def test_an_agreement_to_be_reviewed_is_told_until_it_is_done(cast):
    agree(cast, review_on=date(2026, 1, 1))
    (task,) = tasks(cast, TODAY)
    assert task.sentence == "De overeenkomst met Lettervlieg B.V. moet u opnieuw bekijken."
    assert task.is_overdue(TODAY)


def test_a_use_without_an_agreement_that_still_holds_is_told_per_supplier(cast):
    for school in (add_school(cast, {"name": name}).id for name in ("De Klok", "De Zonnewijzer")):
        start_use(cast, school, 1, {"since": AUGUST})
    end_agreement(cast, agree(cast).id, date(2026, 5, 31), "Opgezegd.")
    (task,) = tasks(cast, TODAY)
    assert task.sentence == (
        "3 scholen gebruiken Letters van Lettervlieg B.V., zonder overeenkomst die nu geldt. "
        "De overeenkomst liep tot en met 31 mei 2026."
    )
    assert (task.due, task.subject) == (date(2026, 5, 31), "supplier")


def test_a_statement_to_be_reviewed_is_told(cast):
    statement = state(cast, review_on=JULY)
    (task,) = tasks(cast, TODAY)
    assert task.sentence == "“Privacyverklaring” moet u opnieuw bekijken."
    assert (task.due, task.subject, task.subject_id) == (JULY, "statement", statement.id)


def test_a_consent_that_was_asked_and_not_given_is_told(cast):
    state(cast, school_id=1, council=Council.MR, consent_asked_on=date(2026, 5, 1))
    assert told(cast) == [
        ("De MR heeft nog niet ingestemd met “Privacyverklaring” van De Zandloper (gevraagd op 1 mei 2026).", None)
    ]


def test_a_school_that_stands_in_the_title_is_not_named_twice(cast):
    state(cast, title="Schoolgids van De Zandloper", school_id=1, review_on=TODAY)
    assert told(cast) == [("“Schoolgids van De Zandloper” moet u opnieuw bekijken.", TODAY)]


def test_a_consent_that_was_given_is_not_told(cast):
    state(cast, council=Council.GMR, consent_asked_on=date(2026, 5, 1), consent_given_on=date(2026, 6, 1))
    assert told(cast) == []


def test_an_older_edition_needs_no_review_any_more(cast):
    state(cast, edition="2024", adopted_on=date(2024, 8, 1), review_on=date(2025, 8, 1))
    state(cast, edition="2025", adopted_on=AUGUST, review_on=date(2027, 8, 1))
    assert told(cast) == []


def test_the_longest_overdue_comes_first(cast):
    agree(cast, ends_on=JULY, review_on=date(2026, 1, 1))
    state(cast, review_on=date(2026, 3, 1), council=Council.GMR, consent_asked_on=date(2026, 5, 1))
    assert [due for _, due in told(cast)] == [date(2026, 1, 1), date(2026, 3, 1), None, JULY]
