"""What an account chose: which kinds count, and whether this week's digest went out."""

from datetime import date

import pytest

from registry.model import ReminderChoice, ReminderKind
from registry.model.deadline_kind import DeadlineKind
from registry.model.reminder import DAYS_EARLY


@pytest.mark.parametrize(
    ("sent", "on", "had_one"),
    [
        pytest.param(None, date(2027, 3, 3), False, id="never"),
        pytest.param(date(2027, 3, 3), date(2027, 3, 3), True, id="today"),
        pytest.param(date(2027, 3, 1), date(2027, 3, 7), True, id="Monday and Sunday"),
        pytest.param(date(2027, 3, 7), date(2027, 3, 8), False, id="Sunday and the Monday behind it"),
        pytest.param(date(2027, 3, 1), date(2027, 3, 8), False, id="a week later"),
        pytest.param(date(2026, 12, 31), date(2027, 1, 3), True, id="one week in two years"),
        pytest.param(date(2026, 1, 1), date(2027, 1, 4), False, id="week 1 of two years"),
        pytest.param(date(2027, 3, 28), date(2027, 3, 29), False, id="behind the night on which the clock moves"),
        pytest.param(date(2027, 3, 10), date(2027, 3, 3), True, id="a clock that was set back"),
    ],
)
def test_one_digest_a_week(sent, on, had_one):
    assert ReminderChoice(digest_sent_on=sent).had_digest(on) is had_one


def test_what_is_not_chosen_is_as_usual():
    choice = ReminderChoice(
        kinds=[ReminderKind(kind="action", is_wanted=False), ReminderKind(kind="round", days_early=3)]
    )
    choice.kinds[1].is_wanted = True
    early = dict(DAYS_EARLY) | {DeadlineKind.ROUND: 3}
    del early[DeadlineKind.ACTION]
    assert choice.days_early() == early
