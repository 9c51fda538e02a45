"""The screens of a round: open, follow, stop, take up, bring up to date, close."""

from datetime import date, timedelta

import pytest
from sqlalchemy import func, select

from registry.errors import BrokenRule
from registry.model import ReviewRound
from registry.model.review import Reply
from registry.services.rounds.answering import advise
from registry.services.rounds.rounds import open_round
from registry.services.suppliers.products import add_product
from registry.services.uses.uses import start_use
from tests.complete_register import SINCE
from tests.rounds import answer, opened_round

TODAY = date.today()
LATER = TODAY + timedelta(days=30)
INDEX, OPEN, FIRST = "/jaar/rondes/", "/jaar/rondes/openen", "/jaar/rondes/1"
CLOSE = f"{FIRST}/afsluiten"
YES = {"still_used": Reply.YES, "data_right": Reply.YES}


@pytest.fixture
def opened(session):
    return opened_round(session, TODAY, LATER)


def rounds_in(session):
    return session.scalar(select(func.count(ReviewRound.id)))


def test_the_year_leads_to_the_round_and_the_round_is_opened(visitor, session, opened):
    assert "/jaar/rondes/" in visitor.open("/jaar/").tree.xpath("//a/@href")
    page = visitor.submit(CLOSE)
    assert "is afgesloten" in page.text
    page = visitor.submit(OPEN)
    assert (page.heading, rounds_in(session)) == (f"Jaarronde {TODAY.year + 1}", 2)
    assert "0 van 3 beantwoord." in page.text


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"year": str(TODAY.year)}, f"Jaarronde {TODAY.year} is er al"),
        ({"year": "1999"}, "Een jaarronde opent u voor"),
        ({"year": "zomer"}, "Vul een heel getal in."),
        ({"answer_by": TODAY.isoformat()}, "Deze dag moet na de dag van openen liggen."),
        ({"answer_by": ""}, "Vul dit in."),
    ],
    ids=["again", "far", "no number", "too soon", "no day"],
)
def test_a_round_that_cannot_be_opened_says_why_and_keeps_what_was_typed(visitor, session, opened, typed, sentence):
    visitor.submit(CLOSE)
    page = visitor.submit(OPEN, **typed)
    assert page.status == 422
    assert sentence in page.errors[0]
    name, value = next(iter(typed.items()))
    assert (dict(page.values())[name] or "", rounds_in(session)) == (value, 1)


def test_the_round_shows_how_far_each_school_is(visitor, session, opened):
    answer(session, opened.zandloper, TODAY, **YES)
    page = visitor.open(FIRST)
    rows = page.texts("//h2[@id='scholen']/following::table[1]/tbody/tr")
    assert [row.split()[-5:] for row in rows] == [
        ["Zandloper", "1", "van", "1", "klaar"],
        ["van", "1", "nog", "niets", "beantwoord"],
    ]
    assert page.tree.xpath("//dl//progress/@value") == ["1"]
    assert "1 van 3 beantwoord." in page.text


def test_what_a_school_says_is_different_stands_on_the_round(visitor, session, opened):
    answer(session, opened.zandloper, TODAY, still_used=Reply.YES, data_right=Reply.NO, data_note="Ook een foto.")
    assert "Ook een foto." in visitor.open(FIRST).text


def test_it_is_stopped_and_taken_up_again(visitor, session, opened):
    assert "ligt stil sinds" in visitor.submit(f"{FIRST}/stilleggen").text
    page = visitor.submit(f"{FIRST}/stilleggen")
    assert (page.status, page.errors[0][:27]) == (422, f"Jaarronde {TODAY.year} ligt al stil")
    assert "loopt weer" in visitor.submit(f"{FIRST}/opnemen").text


def test_what_began_meanwhile_is_added(visitor, session, opened):
    product = add_product(session, opened.register.lettervlieg.id, {"name": "Cijfers", "kind": "lt"})
    start_use(session, opened.register.zandloper.id, product.id, {"since": SINCE})
    assert "Erbij: 0 overeenkomsten, en 1 product van scholen." in visitor.submit(f"{FIRST}/bijwerken").text
    assert "Er is niets toegevoegd." in visitor.submit(f"{FIRST}/bijwerken").text


def test_another_day_to_answer_by(visitor, opened):
    page = visitor.submit(f"{FIRST}/wijzigen", answer_by=(LATER + timedelta(days=7)).isoformat())
    assert "De dag is gewijzigd." in page.text


class TestClosing:
    def test_it_says_what_is_open_and_what_ends_before_it_does_so(self, visitor, session, opened):
        answer(session, opened.zandloper, TODAY, still_used=Reply.NO, last_day=TODAY)
        page = visitor.open(CLOSE)
        assert "Open staan nog 1 product van 1 school, en 1 overeenkomst." in page.text
        assert "De Zonnewijzer: 1 van 1 open" in page.text
        assert "De Zandloper: Letters, laatste dag" in page.text
        assert (opened.zandloper.use.until, opened.round.closed_on) == (None, None)
        visitor.send(CLOSE, page)
        assert (opened.zandloper.use.until, opened.round.closed_on) == (TODAY, TODAY)

    def test_an_answer_that_came_in_meanwhile_is_shown_first(self, visitor, session, opened):
        page = visitor.open(CLOSE)
        answer(session, opened.zandloper, TODAY, still_used=Reply.NO, last_day=TODAY)
        page = visitor.send(CLOSE, page)
        assert (page.status, opened.round.closed_on) == (422, None)
        assert "De Zandloper: Letters, laatste dag" in page.text
        assert "afgesloten" in visitor.send(CLOSE, page).text

    def test_a_closed_round_is_not_closed_again(self, visitor, opened):
        page = visitor.open(CLOSE)
        visitor.send(CLOSE, page)
        again = visitor.send(CLOSE, page)
        assert again.status == 422
        assert "gaat niet weer open" in again.text

    def test_its_answers_can_be_read_and_not_changed(self, visitor, session, opened):
        answer(session, opened.zandloper, TODAY, **YES)
        advise(session, opened.agreement.id, 1, "Let op.", TODAY)
        visitor.submit(CLOSE)
        page = visitor.open(f"{FIRST}/scholen/{opened.register.zandloper.id}")
        assert "Nog in gebruik: ja; gegevens zoals beschreven: ja" in page.text.replace("nog in", "Nog in")
        assert page.tree.xpath("//main//form") == []
        assert "Let op." in visitor.open(f"/jaar/rondes/overeenkomsten/{opened.agreement.id}").text


def test_an_empty_register_has_nothing_to_ask_and_says_what_comes_first(visitor, session):
    page = visitor.open("/jaar/rondes/openen")
    assert "Er is nog niets om na te kijken" in page.text
    assert page.tree.xpath("//main//form") == []
    with pytest.raises(BrokenRule, match="Vul eerst het register"):
        open_round(session, TODAY.year, TODAY + timedelta(days=30), TODAY)
    assert rounds_in(session) == 0
