"""What the register says of its own accessibility: for everybody, and no more than is true."""

import pytest

from registry.services.board.board import set_up_board
from tests.browser.test_every_screen import LOOKS
from tests.checkout import ROOT


@pytest.fixture(autouse=True)
def board(session):
    return set_up_board(session, {"name": "Stichting Getijden", "privacy_email": "privacy@getijden.example"})


def test_a_stranger_reads_it_and_learns_no_address(app, visitor):
    app.config["SIGN_IN"] = True
    page = visitor.open("/toegankelijkheid")
    assert page.heading == "Toegankelijkheid"
    assert "Zeg het tegen Stichting Getijden" in page.text
    assert "privacy@getijden.example" not in page.response.text


def test_who_works_here_sees_the_menu_and_whom_to_mail(visitor):
    page = visitor.open("/toegankelijkheid")
    assert page.tree.xpath("//nav[@aria-label='Hoofdmenu']")
    assert page.tree.xpath("//main//a/@href") == ["mailto:privacy@getijden.example"]


def test_the_foot_of_every_page_leads_to_it(app, visitor):
    app.config["SIGN_IN"] = True
    assert visitor.open("/aanmelden").tree.xpath("//footer//a/@href") == ["/begrippen", "/toegankelijkheid"]


def test_it_names_the_looks_that_the_tests_take(visitor):
    text = visitor.open("/toegankelijkheid").text
    widths = sorted({width for _, width, _ in LOOKS}, reverse=True)
    assert (
        f"({widths[0]}, {widths[1]} en {widths[2]} punten), licht en donker, en met tekst van dubbele grootte" in text
    )
    assert "200%" in {text for *_, text in LOOKS}


@pytest.mark.parametrize("test", ["test_first_page.py", "test_grid.py", "test_keyboard.py", "test_parents_page.py"])
def test_what_it_says_of_the_keyboard_is_tried(test):
    assert "keyboard" in (ROOT / "tests" / "browser" / test).read_text(encoding="utf-8")
