"""The list of all that is due, month by month."""

from datetime import date, timedelta

import pytest

from registry.calendar import add_months
from registry.model.statement import StatementKind
from registry.services.board.board import set_up_board
from registry.services.board.statements import add_statement

TODAY = date.today()
NEXT = add_months(TODAY.replace(day=1), 2)


@pytest.fixture(autouse=True)
def statements(session):
    for title, day in (("Oud", TODAY - timedelta(days=40)), ("Nieuw", NEXT + timedelta(days=9))):
        add_statement(session, {"kind": StatementKind.PRIVACY_STATEMENT, "title": title, "review_on": day})


def test_what_is_late_stands_before_the_months(visitor):
    page = visitor.open("/jaar/termijnen")
    assert page.texts("//h2")[0] == "Te laat of wacht al"
    assert [("Oud" in text, "Nieuw" in text) for text in page.texts("//ul[@class='tasks']")] == [
        (True, False),
        (False, True),
    ]


def test_one_month_shows_only_that_month(visitor):
    page = visitor.open(f"/jaar/termijnen?maand={NEXT:%Y-%m}")
    assert "Nieuw" in page.text
    assert "Oud" not in page.text


@pytest.mark.parametrize("written", ["2027-13", "x", "", "99999-01", "2027-1"])
def test_a_month_that_is_none_shows_all(visitor, written):
    assert "Oud" in visitor.open(f"/jaar/termijnen?maand={written}").text


def test_the_overview_leads_to_the_month(visitor, session):
    set_up_board(session, {"name": "Stichting Getijden"})
    assert visitor.open("/").tree.xpath(f"//a[@href='/jaar/termijnen?maand={NEXT:%Y-%m}']")


def test_a_long_list_has_pages_and_each_month_its_heading_on_each(visitor, session):
    for number in range(60):
        fields = {"title": f"Gids {number}", "review_on": NEXT + timedelta(days=9)}
        add_statement(session, {"kind": StatementKind.SCHOOL_GUIDE, **fields})
    first, second = (visitor.open(f"/jaar/termijnen?page={number}") for number in (1, 2))
    assert [len(page.tree.xpath("//ul[@class='tasks']/li")) for page in (first, second)] == [50, 12]
    assert first.texts("//h2")[0] == "Te laat of wacht al"
    assert first.texts("//h2")[1] == second.texts("//h2")[0]
    assert first.tree.xpath("//nav[@class='pager']//a[@rel='next']/@href") == ["/jaar/termijnen?page=2"]
