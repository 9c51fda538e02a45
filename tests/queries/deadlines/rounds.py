"""Steps in the life of a board: opening a round, answering in it, stopping and closing it."""

from sqlalchemy import select

from registry.model import Review, ReviewRound, School
from registry.model.review import Conclusion, Reply
from registry.reference import active, facts
from registry.services.rounds.answering import UseReply, answer_agreement, answer_uses
from registry.services.rounds.closing_round import close_round, plan_closing
from registry.services.rounds.rounds import open_round, resume_round, stop_round
from tests.queries.deadlines.life import D, the


def open_year(year, opened, answer_by):
    return lambda session: open_round(session, year, D(answer_by), D(opened))


def answer(year, school, on, gone=None):
    """A school answers what it is asked in a round: all is still in use but `gone`, products with their last day."""

    def step(session):
        lines = select(Review).join(ReviewRound).join(School).where(ReviewRound.year == year, School.name == school)
        asked = [line for line in session.scalars(lines) if not line.use.is_over(D(on))]
        replies = [UseReply(line.id, line.version, line.use.version, said(line, gone or {})) for line in asked]
        answer_uses(session, replies, D(on))

    return step


def said(line, gone):
    last = gone.get(line.use.product.name)
    return {"still_used": Reply.NO, "last_day": D(last)} if last else {"still_used": Reply.YES}


def judge(year, on):
    """The privacy officer answers the whole checklist for every agreement of the round, and finds all of them well."""

    def step(session):
        lines = select(Review).join(ReviewRound).where(ReviewRound.year == year, Review.agreement_id.is_not(None))
        answers = {question.code: (Reply.YES, "") for question in active(facts().review_questions)}
        for line in session.scalars(lines).all():
            answer_agreement(session, line.id, line.version, {"conclusion": Conclusion.AGREED}, answers, D(on))

    return step


def stop(year, on):
    return lambda session: stop_round(session, *_round(session, year), D(on))


def resume(year):
    return lambda session: resume_round(session, *_round(session, year))


def close(year, next_on, on):
    def step(session):
        number, seen = _round(session, year)
        close_round(session, number, seen, plan_closing(session, number, D(on)).seal, D(next_on), D(on))

    return step


def _round(session, year):
    one = the(session, ReviewRound, year=year)
    return one.id, one.version
