"""A school says of a product that nothing changed: one tick, where the earlier answers can still be so."""

from datetime import date, timedelta

import pytest

from registry.database import change
from registry.model.review import Reply
from registry.services.rounds.closing_round import close_round, plan_closing
from registry.services.rounds.rounds import open_round
from registry.services.uses.uses import edit_use
from tests.rounds import answer, lines_of, opened_round

TODAY = date.today()
LATER = TODAY + timedelta(days=30)
SAID = {"still_used": Reply.YES, "data_right": Reply.NO, "data_note": "Ook een foto."}


@pytest.fixture
def before(session):
    """Last year’s round, closed, in which De Zandloper answered."""
    opened = opened_round(session, TODAY, LATER, TODAY.year - 1)
    answer(session, opened.zandloper, TODAY, groups="3", **SAID)
    close_round(session, 1, 1, plan_closing(session, 1, TODAY).seal, LATER, TODAY)
    return opened


@pytest.fixture
def line(session, before):
    return lines_of(session, before.register, open_round(session, TODAY.year, LATER, TODAY)).zandloper


@pytest.fixture
def address(before):
    return f"/jaar/rondes/2/scholen/{before.register.zandloper.id}"


def test_one_tick_gives_last_years_answers_again(session, visitor, line, address):
    page = visitor.submit(address, **typed(line, same="y"))
    assert "Bewaard: 1 product." in page.text
    session.refresh(line)
    given = (line.still_used, line.data_right, line.data_note, line.groups, line.answered_on)
    assert given == (Reply.YES, Reply.NO, "Ook een foto.", "3", TODAY)


def test_the_questions_stand_behind_a_line_then(visitor, line, address):
    page = visitor.open(address)
    assert page.texts("//details[starts-with(summary, 'Er is wel iets veranderd')]//legend") != []
    assert f"Zoals bij Jaarronde {TODAY.year - 1}. Groepen: 3." in page.text


def test_a_tick_and_another_answer_contradict_each_other(session, visitor, line, address):
    page = visitor.submit(address, **typed(line, same="y", still_used="no", last_day=TODAY.isoformat()))
    assert page.status == 422
    assert "U gaf ook een ander antwoord." in page.errors[0]
    session.refresh(line)
    assert line.still_used is Reply.OPEN


def test_it_is_not_asked_where_the_groups_are_others_by_now(session, visitor, line, address):
    edit_use(session, line.use.id, line.use.version, {"groups": "4"})
    assert "Er is niets veranderd" not in visitor.open(address).text


def test_nor_where_the_annex_is_newer_than_the_answer(session, visitor, line, address):
    with change(session, "nieuwe versie"):
        line.use.product.privacy_annexes[0].accepted_on = TODAY + timedelta(days=1)
    assert "Er is niets veranderd" not in visitor.open(address).text


def typed(line, **values):
    return {f"line_{line.id}-{name}": value for name, value in values.items()}
