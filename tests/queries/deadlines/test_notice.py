"""The last day of notice: whole months before the end of the term that runs, and never moved to a Monday."""

from datetime import date

import pytest

from registry.model.agreement_lists import Renewal
from registry.model.deadline_kind import DeadlineKind
from registry.services.agreements.agreements import edit_agreement, end_agreement

BEGIN = date(2020, 8, 1)
TACIT, NOTICE = Renewal.TACIT_YEAR, DeadlineKind.NOTICE
JULY, YEAR_LATER = date(2027, 7, 31), date(2028, 7, 31)


@pytest.mark.parametrize(
    ("ends", "months", "on", "expected"),
    [
        (JULY, 2, date(2027, 5, 30), date(2027, 5, 31)),
        (JULY, 1, date(2027, 6, 1), date(2027, 6, 30)),
        (JULY, 0, date(2027, 7, 31), date(2027, 7, 31)),
        (date(2024, 2, 29), 1, date(2027, 1, 1), date(2027, 1, 31)),  # the leap end becomes 28 February
        (date(2024, 2, 29), 1, date(2028, 1, 1), date(2028, 1, 31)),
        (date(2025, 7, 31), 2, date(2027, 5, 1), date(2027, 5, 31)),  # renewed twice already
        (date(2026, 12, 31), 3, date(2027, 9, 1), date(2027, 9, 30)),
        (date(2027, 4, 28), 1, date(2027, 3, 1), date(2027, 3, 28)),  # the night in which the clock goes on
        (date(2027, 11, 30), 1, date(2027, 10, 1), date(2027, 10, 31)),  # the night in which the clock goes back
        (JULY, 12, date(2026, 7, 1), date(2026, 7, 31)),
    ],
    ids=[
        *("two-months", "one-month", "none-is-the-end", "leap-end-in-a-plain-year", "leap-end-in-a-leap-year"),
        *("renewed-before", "calendar-year", "spring-forward", "fall-back", "a-whole-year"),
    ],
)
def test_it_is_due_by_table(agree, days, ends, months, on, expected):
    agree(starts_on=BEGIN, ends_on=ends, notice_months=months, renewal=TACIT)
    assert days(NOTICE, on, date(expected.year, expected.month, expected.day)) == [expected]
    assert days(NOTICE, on, date.fromordinal(expected.toordinal() - 1)) == []


def test_on_a_sunday_it_is_still_that_sunday(agree, days):
    agree(ends_on=date(2026, 7, 31), notice_months=2, renewal=TACIT)
    sunday = date(2026, 5, 31)
    assert sunday.weekday() == 6
    assert days(NOTICE, sunday) == [sunday]


def test_it_says_what_happens_without_notice(agree, told):
    agree(ends_on=JULY, notice_months=2, renewal=TACIT)
    (coming,) = told(date(2027, 5, 1), date(2027, 6, 1))
    assert coming[0] == (
        "De overeenkomst met Lettervlieg B.V. is tot en met 31 mei 2027 op te zeggen tegen 31 juli 2027. "
        "Anders loopt zij een jaar door."
    )
    (missed,) = told(date(2027, 6, 1))
    assert missed[0] == (
        "De laatste dag om de overeenkomst met Lettervlieg B.V. op te zeggen was 31 mei 2027. "
        "Zonder opzegging loopt zij door tot en met 31 juli 2028."
    )


def test_once_missed_the_next_one_is_due_and_the_missed_one_stays_while_its_term_runs(agree, days):
    agree(ends_on=JULY, notice_months=2, renewal=TACIT)
    missed, following = date(2027, 5, 31), date(2028, 5, 31)
    assert days(NOTICE, date(2027, 6, 1), YEAR_LATER) == [missed, following]
    assert days(NOTICE, JULY) == [missed]
    assert days(NOTICE, date(2027, 8, 1), YEAR_LATER) == [following]


def test_who_lets_it_run_on_moves_the_end_and_is_asked_again_next_year(agree, cast, days):
    agreement = agree(ends_on=JULY, notice_months=2, renewal=TACIT)
    edit_agreement(cast, agreement.id, agreement.version, {"ends_on": YEAR_LATER})
    assert days(NOTICE, date(2027, 6, 1), YEAR_LATER) == [date(2028, 5, 31)]


def test_an_agreement_that_was_ended_asks_for_no_notice(agree, cast, days):
    end_agreement(cast, agree(ends_on=JULY, notice_months=2, renewal=TACIT).id, JULY, "Opgezegd.")
    assert days(NOTICE, date(2027, 5, 1), YEAR_LATER) == []


@pytest.mark.parametrize(
    ("renewal", "expected"),
    [
        (Renewal.UNKNOWN, [date(2027, 5, 31)]),
        (Renewal.WITH_MAIN_CONTRACT, [date(2027, 5, 31)]),
        (Renewal.NONE, []),
        (Renewal.INDEFINITE, []),
    ],
    ids=lambda value: value.value if isinstance(value, Renewal) else "days",
)
def test_only_what_may_run_on_asks_for_notice(agree, days, renewal, expected):
    agree(ends_on=JULY, notice_months=2, renewal=renewal)
    assert days(NOTICE, date(2027, 5, 1), date(2027, 6, 1)) == expected


def test_without_a_term_of_notice_there_is_no_last_day(agree, days):
    agree(ends_on=JULY, renewal=TACIT)
    assert days(NOTICE, date(2027, 5, 1), YEAR_LATER) == []
