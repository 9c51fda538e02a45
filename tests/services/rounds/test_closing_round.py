"""Closing a round: what it will do is shown first, and all of it happens or nothing."""

from datetime import date, timedelta

import pytest

from registry.errors import BrokenRule
from registry.model.agreement_lists import Risk
from registry.model.review import Conclusion, Reply
from registry.reference import active, facts
from registry.services.rounds.answering import answer_agreement
from registry.services.rounds.closing_round import close_round, plan_closing
from registry.services.uses.uses import edit_use, end_use
from tests.complete_register import TODAY
from tests.rounds import answer, opened_round

LAST, NEXT = date(2026, 7, 31), date(2027, 8, 2)
NO = {"still_used": Reply.NO, "last_day": LAST}


@pytest.fixture
def opened(session):
    return opened_round(session)


def judged(session, line):
    answers = {question.code: (Reply.YES, "") for question in active(facts().review_questions)}
    fields = {"conclusion": Conclusion.AGREED, "risk": Risk.LOW}
    return answer_agreement(session, line.id, line.version, fields, answers, TODAY)


def close(session, opened, next_on=NEXT, on=TODAY, seal=None):
    seal = seal or plan_closing(session, opened.round.id, on).seal
    return close_round(session, opened.round.id, opened.round.version, seal, next_on, on)


def test_the_plan_counts_what_is_still_open(session, opened):
    answer(session, opened.zandloper, **NO)
    plan = plan_closing(session, opened.round.id, TODAY)
    assert [one.name for one in plan.open_schools] == ["De Zonnewijzer"]
    assert (plan.open_uses, plan.open_agreements, plan.next_on) == (1, 1, NEXT)  # 1 August 2027 is a Sunday
    assert ([line.use_id for line in plan.ends], list(plan.reviewed)) == ([opened.zandloper.use_id], [])


def test_closing_ends_what_was_answered_no_and_sets_the_next_date_of_what_was_judged(session, opened):
    answer(session, opened.zandloper, **NO)
    judged(session, opened.agreement)
    one = close(session, opened)
    assert (one.closed_on, opened.zandloper.use.until, opened.zonnewijzer.use.until) == (TODAY, LAST, None)
    assert opened.register.agreement.review_on == NEXT
    assert (opened.zandloper.still_used, opened.agreement.conclusion) == (Reply.NO, Conclusion.AGREED)


def test_an_agreement_that_nobody_judged_keeps_its_date(session, opened):
    close(session, opened)
    assert opened.register.agreement.review_on is None


def test_a_use_that_was_ended_already_keeps_its_last_day(session, opened):
    answer(session, opened.zandloper, **NO)
    end_use(session, opened.zandloper.use_id, date(2026, 6, 30))
    assert [line.use_id for line in plan_closing(session, opened.round.id, TODAY).known] == [opened.zandloper.use_id]
    close(session, opened)
    assert opened.zandloper.use.until == date(2026, 6, 30)


def test_a_use_that_ended_outside_the_round_is_not_asked_any_more(session, opened):
    end_use(session, opened.zonnewijzer.use_id, LAST)
    assert [one.name for one in plan_closing(session, opened.round.id, TODAY).open_schools] == ["De Zandloper"]


def test_one_use_that_cannot_end_keeps_the_round_open_and_all_as_it_was(session, opened):
    answer(session, opened.zonnewijzer, **NO)
    answer(session, opened.zandloper, **NO)
    use = opened.zandloper.use
    edit_use(session, use.id, use.version, {"since": date(2026, 8, 1)})
    with pytest.raises(BrokenRule) as caught:
        close(session, opened)
    assert caught.value.sentence.startswith("Letters op De Zandloper kan niet eindigen op 31 juli 2026.")
    assert (opened.round.closed_on, opened.zonnewijzer.use.until) == (None, None)


def test_an_answer_that_came_in_meanwhile_is_shown_before_it_counts(session, opened):
    seal = plan_closing(session, opened.round.id, TODAY).seal
    answer(session, opened.zandloper, **NO)
    with pytest.raises(BrokenRule, match="intussen iets veranderd"):
        close(session, opened, seal=seal)
    assert opened.zandloper.use.until is None


@pytest.mark.parametrize(
    "next_on",
    [None, TODAY, TODAY - timedelta(days=1), date(2028, 8, 2)],
    ids=["none", "today", "yesterday", "after two years"],
)
def test_the_next_date_lies_ahead_and_within_two_years(session, opened, next_on):
    with pytest.raises(BrokenRule) as caught:
        close(session, opened, next_on)
    assert (caught.value.field, opened.round.closed_on) == ("next_on", None)


def test_two_who_close_at_once_close_it_once(session, opened):
    seal, version = plan_closing(session, opened.round.id, TODAY).seal, opened.round.version
    close(session, opened)
    with pytest.raises(BrokenRule, match="gaat niet weer open"):
        close_round(session, opened.round.id, version, seal, NEXT, TODAY)
