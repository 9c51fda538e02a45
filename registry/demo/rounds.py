"""Adds two annual rounds to the example: last year's, closed, and this year's, half answered."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from registry.calendar import add_years, day_at_work
from registry.model import Review, ReviewRound, Use
from registry.model.agreement_lists import Risk
from registry.model.review import Conclusion, Reply
from registry.services.rounds.answering import UseReply, advise, answer_agreement, answer_uses
from registry.services.rounds.closing_round import close_round, plan_closing
from registry.services.rounds.rounds import open_round

WEEKS = timedelta(weeks=6)
OWNER = "privacy officer"


def add_rounds(session: Any, today: date) -> None:
    """Add last year's round and this year's as they would stand on this day."""
    # This year's first: its numbers are the lowest, and what tests open by number is a round that runs.
    begun, opened = add_years(today, -1) - WEEKS, today - WEEKS / 2
    one = open_round(session, begun.year + 1, day_at_work(opened + WEEKS), opened)
    before = open_round(session, begun.year, day_at_work(begun + WEEKS), begun)
    for lines in _by_school(session, before):
        _answer(session, lines, begun + WEEKS / 2)
    plan = plan_closing(session, before.id, begun + WEEKS)
    close_round(session, before.id, before.version, plan.seal, plan.next_on, begun + WEEKS)
    _answer_this_year(session, one, today)


def _answer_this_year(session: Any, one: ReviewRound, today: date) -> None:
    schools = _by_school(session, one)
    for lines in schools[:1]:
        _answer(session, lines, today)
    for lines in schools[1:2]:
        _answer(session, lines[: len(lines) // 2], today)
        other = lines[len(lines) // 2]
        said = {"still_used": Reply.YES, "data_right": Reply.NO, "data_note": "In de app staat ook een foto."}
        answer_uses(session, [_reply(other, said)], today)
    agreements = select(Review).where(Review.round_id == one.id, Review.agreement_id.is_not(None)).order_by(Review.id)
    first = session.scalars(agreements).first()
    if first is not None:
        said = {"conclusion": Conclusion.ACTION, "risk": Risk.MEDIUM, "decision": "Eerst de nieuwe bijsluiter vragen."}
        action = {"what": "Vraag de nieuwe privacybijsluiter", "owner": OWNER, "due_on": day_at_work(today + WEEKS)}
        answers = {"right_party": (Reply.YES, ""), "data_match": (Reply.UNSURE, "Nog navragen bij een school.")}
        first = answer_agreement(session, first.id, first.version, said, answers, today, action)
        advise(session, first.id, first.version, "Verleng pas als de bijsluiter er is.", today)


def _by_school(session: Any, one: ReviewRound) -> list[list[Review]]:
    of_uses = select(Review).where(Review.round_id == one.id, Review.use_id.is_not(None)).order_by(Review.id)
    lines: dict[int | None, list[Review]] = {}
    for line in session.scalars(of_uses.options(joinedload(Review.use).joinedload(Use.product))):
        lines.setdefault(line.school_id, []).append(line)
    return [lines[number] for number in sorted(number for number in lines if number is not None)]


def _answer(session: Any, lines: Sequence[Review], on: date) -> None:
    said = {"still_used": Reply.YES, "data_right": Reply.YES}
    answer_uses(session, [_reply(line, said | {"groups": line.use.groups if line.use else ""}) for line in lines], on)


def _reply(line: Review, said: dict[str, Any]) -> UseReply:
    return UseReply(line.id, line.version, line.use.version if line.use else 0, said)
