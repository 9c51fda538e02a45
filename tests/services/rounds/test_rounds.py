"""Opening the annual round, bringing its lines up to date, stopping and resuming it."""

from datetime import date, timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from registry.access import RIGHTS, Viewer, bind
from registry.database import change
from registry.errors import AlreadyExists, BrokenRule, NotAllowed
from registry.model import AuditEvent, Review, ReviewRound, Use
from registry.model.account import Role
from registry.model.review import Reply
from registry.services.rounds.closing_round import close_round, plan_closing
from registry.services.rounds.rounds import edit_round, open_round, refresh_lines, resume_round, stop_round
from registry.services.suppliers.products import add_product
from registry.services.uses.uses import end_use, start_use
from tests.complete_register import SINCE, TODAY
from tests.rounds import ANSWER_BY, answer, opened_round

YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
YES = {"still_used": Reply.YES, "data_right": Reply.YES}


def close(session, one, on=TODAY):
    return close_round(session, one.id, one.version, plan_closing(session, one.id, on).seal, date(2027, 9, 1), on)


def refused(verb, *given, kind=BrokenRule):
    with pytest.raises(kind) as caught:
        verb(*given)
    return caught.value


def test_every_agreement_and_every_use_in_force_becomes_a_line(session):
    opened = opened_round(session)
    lines = session.scalars(select(Review).order_by(Review.id)).all()
    assert {(line.agreement_id, line.use_id is not None) for line in lines} == {
        (opened.register.agreement.id, False),
        (None, True),
    }
    running = session.scalar(select(func.count(Use.id)).where(Use.since <= TODAY))
    assert len(lines) == 1 + running
    assert {line.answered_on for line in lines} == {None}


def test_what_ended_or_has_to_begin_is_no_line(session):
    opened = opened_round(session)
    close(session, opened.round)
    end_use(session, opened.zandloper.use_id, TODAY)
    one = open_round(session, 2027, ANSWER_BY, TOMORROW)
    schools = session.scalars(select(Review.school_id).where(Review.round == one)).all()
    assert (opened.register.zandloper.id in schools, opened.register.zonnewijzer.id in schools) == (False, True)


def test_the_opening_is_one_line_of_the_history_with_how_much_there_is_to_do(session):
    opened_round(session)
    told = session.scalars(select(AuditEvent).where(AuditEvent.why == "jaarronde geopend")).all()
    assert {line.subject for line in told} == {"review_round"}
    assert [line.new for line in told if line.action == "noted"] == [
        "1 overeenkomst, en 2 regels van een product op een school"
    ]


@pytest.mark.parametrize(
    ("year", "answer_by", "field"),
    [
        (None, ANSWER_BY, "year"),
        (2024, ANSWER_BY, "year"),
        (2028, ANSWER_BY, "year"),
        (2026, None, "answer_by"),
        (2026, TODAY, "answer_by"),
        (2026, date(2028, 1, 1), "answer_by"),
    ],
    ids=["no year", "long ago", "far ahead", "no day to answer by", "no time to answer", "more than a year"],
)
def test_a_round_that_makes_no_sense_is_refused_at_its_field(session, year, answer_by, field):
    assert refused(open_round, session, year, answer_by, TODAY).field == field
    assert session.scalar(select(func.count(ReviewRound.id))) == 0


def test_a_second_round_of_the_year_is_refused_in_a_sentence(session):
    opened = opened_round(session)
    fault = refused(open_round, session, 2026, ANSWER_BY, TODAY, kind=AlreadyExists)
    assert (
        fault.sentence
        == "Jaarronde 2026 is er al: geopend op 1 augustus 2026. Stand: loopt. Ieder jaar heeft één ronde."
    )
    close(session, opened.round)
    assert "Stand: afgesloten." in refused(open_round, session, 2026, ANSWER_BY, TODAY, kind=AlreadyExists).sentence


def test_the_next_round_may_begin_while_a_late_school_still_answers_in_this_one(session):
    opened = opened_round(session)
    later = open_round(session, 2027, ANSWER_BY, TODAY)
    assert answer(session, opened.zandloper, **YES).answered_on == TODAY
    assert later.is_running(TODAY)


def test_the_database_refuses_a_second_round_of_the_year_as_well(session):
    opened_round(session)
    with pytest.raises(AlreadyExists) as caught, change(session, "langs de regels om"):
        session.add(ReviewRound(name="Nog een", year=2026, opened_on=TODAY, answer_by=ANSWER_BY))
    assert isinstance(caught.value.__cause__, IntegrityError)


def test_who_sees_some_schools_opens_no_round(session):
    bind(session, Viewer("privacy officer", RIGHTS[Role.PRIVACY_OFFICER], frozenset({1})))
    refused(open_round, session, 2026, ANSWER_BY, TODAY, kind=NotAllowed)


def test_what_comes_into_use_meanwhile_is_added_once_and_answers_stay(session):
    opened = opened_round(session)
    answer(session, opened.zandloper, **YES)
    product = add_product(session, opened.register.lettervlieg.id, {"name": "Cijfers", "kind": "lt"})
    start_use(session, opened.register.zandloper.id, product.id, {"since": SINCE})
    assert [refresh_lines(session, opened.round.id, TODAY) for _ in "ab"] == [(0, 1), (0, 0)]
    assert opened.zandloper.answered_on == TODAY


def test_a_stopped_round_is_taken_up_again_where_it_was_left(session):
    opened = opened_round(session)
    answer(session, opened.zandloper, **YES)
    stop_round(session, opened.round.id, 1, TODAY)
    assert "ligt stil sinds 1 augustus 2026" in refused(answer, session, opened.zonnewijzer).sentence
    assert "ligt al stil" in refused(stop_round, session, opened.round.id, 2, TODAY).sentence
    resume_round(session, opened.round.id, 2)
    assert answer(session, opened.zonnewijzer, **YES).answered_on == TODAY
    assert opened.zandloper.still_used is Reply.YES
    assert "loopt al" in refused(resume_round, session, opened.round.id, 3).sentence


def test_a_closed_round_stays_closed(session):
    opened = opened_round(session)
    one = close(session, opened.round)
    again = [
        (close_round, session, one.id, one.version, "", date(2027, 9, 1), TODAY),
        (resume_round, session, one.id, one.version),
        (stop_round, session, one.id, one.version, TODAY),
        (refresh_lines, session, one.id, TODAY),
        (edit_round, session, one.id, one.version, date(2026, 11, 1)),
        (answer, session, opened.zandloper),
    ]
    told = {refused(*each).sentence for each in again}
    assert len(told) == 1
    assert "afgesloten op 1 augustus 2026 en gaat niet weer open" in told.pop()


def test_a_round_gets_another_day_to_answer_by(session):
    opened = opened_round(session)
    assert edit_round(session, opened.round.id, 1, date(2026, 11, 1)).answer_by == date(2026, 11, 1)
    assert refused(edit_round, session, opened.round.id, 2, YESTERDAY).field == "answer_by"
