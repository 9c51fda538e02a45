"""A school says at once that nothing changed, of all products of which it may say so."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from registry.model import Review
from registry.model.review import Reply
from registry.services.rounds.closing_round import close_round, plan_closing
from registry.services.rounds.rounds import open_round
from registry.services.suppliers.products import add_product
from registry.services.uses.uses import start_use
from tests.complete_register import SINCE, complete_register
from tests.rounds import answer, sign_and_use

TODAY = date.today()
LATER = TODAY + timedelta(days=30)
SAID = {"still_used": Reply.YES}
ALL = "Bij alle producten is niets veranderd, behalve waar ik iets anders invul"


@pytest.fixture
def register(session):
    """The complete register, in which De Zandloper also uses Cijfers and Klanken."""
    register = sign_and_use(session, complete_register(session))
    for name in ("Cijfers", "Klanken"):
        product = add_product(session, register.lettervlieg.id, {"name": name, "kind": "lt"})
        start_use(session, register.zandloper.id, product.id, {"since": SINCE})
    return register


@pytest.fixture
def lines(session, register):
    """The lines of this year of De Zandloper, by product; last year it answered all three."""
    open_round(session, TODAY.year - 1, LATER, TODAY)
    for name, line in of_school(session, register, 1).items():
        answer(session, line, TODAY, **SAID | ({"data_right": Reply.YES} if name == "Letters" else {}))
    close_round(session, 1, 1, plan_closing(session, 1, TODAY).seal, LATER, TODAY)
    open_round(session, TODAY.year, LATER, TODAY)
    return of_school(session, register, 2)


@pytest.fixture
def address(register):
    return f"/jaar/rondes/2/scholen/{register.zandloper.id}"


def of_school(session, register, number):
    asked = select(Review).where(Review.round_id == number, Review.school_id == register.zandloper.id)
    return {line.use.product.name: line for line in session.scalars(asked)}


def typed(line, **values):
    return {f"line_{line.id}-{name}": value for name, value in values.items()}


def test_one_tick_answers_all(visitor, session, lines, address):
    assert ALL in visitor.open(address).text
    page = visitor.submit(address, rest_same="y")
    assert "Bewaard: 3 producten." in page.text
    assert "Alles is beantwoord." in page.text
    assert lines["Letters"].data_right is Reply.YES


def test_but_not_what_was_answered_otherwise(visitor, session, lines, address):
    page = visitor.submit(address, rest_same="y", **typed(lines["Cijfers"], still_used="no"))
    assert page.status == 422
    assert "2 van 3 beantwoord" in page.text
    assert lines["Cijfers"].still_used is Reply.OPEN
    assert ALL not in page.text  # one product waits


def test_only_what_changed_is_open_when_something_is_wrong(visitor, lines, address):
    page = visitor.submit(address, **typed(lines["Cijfers"], still_used="no"), **typed(lines["Letters"], same="y"))
    opened = page.tree.xpath("//details[@open][starts-with(summary, 'Er is wel iets veranderd')]")
    assert [part.xpath("string(ancestor::fieldset[@id]/legend)") for part in opened] == ["Cijfers"]


def test_a_school_without_earlier_answers_is_not_asked(visitor, session, register):
    open_round(session, TODAY.year, LATER, TODAY)
    assert ALL not in visitor.open(f"/jaar/rondes/1/scholen/{register.zandloper.id}").text
