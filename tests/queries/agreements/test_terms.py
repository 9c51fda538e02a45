"""Uses beside the terms of agreements."""

from datetime import date

import pytest

from registry.model.agreement_lists import AgreementStatus, Renewal
from registry.queries.agreements.terms import outside_term, uses_outside_terms
from registry.services.agreements.agreements import add_agreement, end_agreement
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier
from registry.services.uses.schools import add_school
from registry.services.uses.uses import start_use

SEPTEMBER, JULY = date(2026, 9, 1), date(2027, 7, 31)


@pytest.fixture
def supplier(session):
    add_school(session, {"name": "De Zandloper"})
    supplier = add_supplier(session, {"name": "Lettervlieg B.V."})
    add_product(session, supplier.id, {"name": "Letters"})
    return supplier


@pytest.fixture
def use(session, supplier):
    """Start a use by De Zandloper of Letters."""
    return lambda since, until=None: start_use(session, 1, 1, {"since": since, "until": until})


@pytest.fixture
def agree(session, supplier):
    """Let an agreement on Letters be in force."""

    def agree(starts=SEPTEMBER, ends=None, renewal=Renewal.NONE, **fields):
        fields = {
            "status": AgreementStatus.IN_FORCE,
            "starts_on": starts,
            "ends_on": ends,
            "renewal": renewal,
            **fields,
        }
        return add_agreement(session, supplier.id, fields, {"products": [{"product_id": 1}]})

    return agree


def test_a_use_within_the_term_gives_no_notice(session, use, agree):
    agree(SEPTEMBER, JULY)
    assert outside_term(session, use(SEPTEMBER, JULY)) is None


def test_a_use_that_starts_before_the_agreement_is_told_when_that_starts(session, use, agree):
    agree()
    outside = outside_term(session, use(date(2026, 8, 1)))
    assert outside.on == date(2026, 8, 1)
    assert outside.sentence == (
        "Op 1 augustus 2026 geldt er geen overeenkomst met Lettervlieg B.V. voor Letters. "
        "De overeenkomst gaat pas in op 1 september 2026."
    )


def test_a_use_that_runs_on_after_the_agreement_is_told_when_that_ended(session, use, agree):
    agree(SEPTEMBER, JULY)
    assert outside_term(session, use(SEPTEMBER)).sentence == (
        "Op 1 augustus 2027 geldt er geen overeenkomst met Lettervlieg B.V. voor Letters. "
        "De overeenkomst liep tot en met 31 juli 2027."
    )


def test_an_end_date_that_is_tacitly_passed_is_no_end(session, use, agree):
    agree(SEPTEMBER, JULY, Renewal.TACIT_YEAR)
    assert outside_term(session, use(SEPTEMBER)) is None


def test_agreements_that_follow_each_other_leave_no_day_open(session, use, agree):
    agree(SEPTEMBER, JULY)
    agree(date(2027, 8, 1))
    assert outside_term(session, use(SEPTEMBER)) is None


def test_a_day_between_two_agreements_is_found(session, use, agree):
    agree(SEPTEMBER, JULY)
    agree(date(2027, 8, 2))
    assert outside_term(session, use(SEPTEMBER)).on == date(2027, 8, 1)


def test_without_any_agreement_there_is_no_term_to_lie_outside(session, use):
    assert outside_term(session, use(SEPTEMBER)) is None
    assert uses_outside_terms(session, SEPTEMBER) == []


def test_an_agreement_that_is_not_in_force_yet_has_no_term(session, use, agree):
    agree(status=AgreementStatus.REQUESTED)
    assert outside_term(session, use(date(2020, 8, 1))) is None


def test_where_no_agreement_is_needed_every_day_is_well(session, use, agree):
    agree(status=AgreementStatus.NOT_NEEDED, reason="De wet vraagt de gegevens.", starts=None)
    assert outside_term(session, use(date(2020, 8, 1))) is None


def test_the_list_of_a_day_names_the_uses_that_run_without_agreement(session, use, agree):
    end_agreement(session, agree(date(2020, 8, 1)).id, date(2026, 8, 31), "Opgezegd.")
    running = use(date(2025, 8, 1))
    assert uses_outside_terms(session, date(2026, 8, 31)) == []
    assert [one.use.id for one in uses_outside_terms(session, SEPTEMBER)] == [running.id]


def test_the_list_of_a_day_leaves_out_what_ended_before(session, use, agree):
    end_agreement(session, agree(date(2020, 8, 1)).id, JULY, "Opgezegd.")
    use(date(2025, 8, 1), JULY)
    assert uses_outside_terms(session, date(2027, 8, 1)) == []
