"""The annual round in the yearly report: its numbers, and no more than was answered."""

from datetime import date

import pytest

from registry.model.agreement_lists import Risk
from registry.model.review import Conclusion, Reply
from registry.services.rounds.answering import advise, answer_agreement
from registry.services.rounds.closing_round import close_round, plan_closing
from registry.services.rounds.rounds import open_round
from tests.complete_register import TODAY
from tests.documents.specimens import lines
from tests.rounds import ANSWER_BY, answer, lines_of, sign_and_use

CODE = "board-report"
NEXT = date(2027, 8, 2)


@pytest.fixture
def opened(session, register):
    sign_and_use(session, register)
    return lines_of(session, register, open_round(session, 2026, ANSWER_BY, TODAY))


@pytest.fixture
def told(made):
    """The text of the section."""

    def text(**asked):
        found = lines(made(CODE, **asked).content)
        return "\n".join(found[found.index("De jaarronde") : found.index("Wat nog openstaat")])

    return text


def test_without_a_round_it_says_so(told):
    assert told().splitlines()[1:] == ["In het register staat geen jaarronde van dit schooljaar."]


def test_a_round_that_nobody_answered_is_all_open(told, opened):
    text = told()
    assert "Over 0 van 2 producten op scholen is geantwoord. Scholen die klaar zijn: 0 van 2." in text
    assert "Van de overeenkomsten zijn er 0 van 1 beoordeeld." in text
    assert "Risico’s, besluiten" not in text


def test_what_was_answered_decided_and_advised_is_told(session, told, opened):
    said = {"still_used": Reply.YES, "data_right": Reply.NO, "data_note": "Ook een foto."}
    answer(session, opened.zandloper, **said)
    fields = {"conclusion": Conclusion.ACTION, "risk": Risk.HIGH, "decision": "Eerst een DPIA."}
    action = {"what": "Doe de DPIA", "owner": "privacy officer", "due_on": ANSWER_BY}
    answer_agreement(session, opened.agreement.id, 1, fields, {}, TODAY, action)
    advise(session, opened.agreement.id, 2, "Verleng niet.", TODAY)
    text = told()
    for sentence in (
        "Over 1 van 2 producten",
        "Ook een foto.",
        "Eerst een DPIA.",
        "Verleng niet.",
        "Doe de DPIA",
        "hoog",
    ):
        assert sentence in text


def test_a_round_of_another_school_year_is_not_in_it(told, opened):
    assert "geen jaarronde" in told(on=date(2026, 7, 31))


def test_a_round_that_was_closed_stays_when_the_next_is_opened_in_the_same_school_year(session, told, opened):
    fields = {"conclusion": Conclusion.ACTION, "risk": Risk.HIGH, "decision": "Eerst een DPIA."}
    answer_agreement(session, opened.agreement.id, 1, fields, {}, TODAY)
    close_round(session, opened.round.id, 1, plan_closing(session, opened.round.id, TODAY).seal, NEXT, TODAY)
    january = date(2027, 1, 4)
    open_round(session, 2027, date(2027, 3, 1), january)
    text = told(on=january)
    assert text.index("Jaarronde 2027 is geopend") < text.index("Jaarronde 2026, ook in dit schooljaar")
    assert "Jaarronde 2026 is geopend op 1 augustus 2026 en afgesloten op 1 augustus 2026." in text
    assert "Eerst een DPIA." in text
    assert text.count("hoog") == 1
