"""A round for tests: the complete register with one product at two schools, and its round of 2026 opened."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select

from registry.model import Review, ReviewRound
from registry.model.agreement_lists import AgreementStatus, Risk
from registry.model.review import Conclusion, Reply
from registry.services.agreements.agreements import edit_agreement
from registry.services.rounds.answering import UseReply, answer_agreement, answer_uses
from registry.services.rounds.rounds import open_round
from registry.services.uses.uses import start_use
from tests.complete_register import SINCE, TODAY, complete_register

ANSWER_BY = date(2026, 10, 1)
SIGNED = {"status": AgreementStatus.IN_FORCE, "board_signed_on": SINCE, "supplier_signed_on": SINCE, "starts_on": SINCE}


@dataclass
class Opened:
    """The register, its round, the line of its agreement, and the line of Letters at both schools."""

    register: Any
    round: ReviewRound
    agreement: Review
    zandloper: Review
    zonnewijzer: Review


def opened_round(session, on=TODAY, answer_by=ANSWER_BY, year=None):
    """Fill the register and open its first round."""
    register = sign_and_use(session, complete_register(session))
    return lines_of(session, register, open_round(session, year or on.year, answer_by, on))


def sign_and_use(session, register):
    """The register with its agreement in force, and Letters in use at the second school too."""
    edit_agreement(session, register.agreement.id, register.agreement.version, SIGNED)
    start_use(session, register.zonnewijzer.id, register.letters.id, {"since": SINCE})
    return register


def lines_of(session, register, one):
    """The lines of this round."""
    by_school = {review.school_id: review for review in session.scalars(select(Review).where(Review.round == one))}
    schools = register.zandloper.id, register.zonnewijzer.id
    return Opened(register, one, by_school[None], *(by_school[number] for number in schools))


def reply(line, **fields):
    """What a school answers in this line, as it stands now."""
    return UseReply(line.id, line.version, line.use.version, fields)


def answer(session, line, on=TODAY, **fields):
    """Answer this line."""
    return answer_uses(session, [reply(line, **fields)], on)[0]


def half_answered_round(session, on=TODAY, answer_by=ANSWER_BY, year=None):
    """A round in which a school says that the data differ, and an agreement asks for an action."""
    one = open_round(session, year or on.year, answer_by, on)
    lines = session.scalars(select(Review).where(Review.round == one).order_by(Review.id)).all()
    of_use = next(line for line in lines if line.use_id)
    answer(session, of_use, on, still_used=Reply.YES, data_right=Reply.NO, data_note="Ook een foto.")
    of_agreement = next(line for line in lines if line.agreement_id)
    said = {"conclusion": Conclusion.ACTION, "risk": Risk.HIGH, "decision": "Eerst een DPIA."}
    return answer_agreement(session, of_agreement.id, of_agreement.version, said, {}, on, {"what": "Doe de DPIA"})
