"""The colour that a board gives its screens."""

import pytest

from registry.model import SchoolBoard
from registry.services.board.board import edit_board, set_up_board
from tests.visitor import Visitor

LINKED = "//link[@rel='stylesheet'][starts-with(@href, '/kleur.css')]/@href"


@pytest.fixture
def board(session):
    return set_up_board(session, {"name": "Stichting Getijden"})


def test_a_colour_that_is_filled_in_stands_in_a_style_sheet_of_its_own(board, visitor):
    page = visitor.submit("/bestuur/wijzigen", accent="7A1F5C")
    assert "Kleur #7a1f5c" in page.text
    assert page.tree.xpath(LINKED) == ["/kleur.css?v=7a1f5c"]
    sheet = visitor.client.get("/kleur.css?v=7a1f5c")
    assert sheet.mimetype == "text/css"
    assert ":root { --accent: #7a1f5c; }" in sheet.text
    assert "(prefers-color-scheme: dark) { :root { --link: #c8a3bc; } }" in sheet.text
    assert "default-src 'self'" in sheet.headers["Content-Security-Policy"]


def test_a_colour_that_is_too_light_is_refused_and_stays_in_the_form(board, visitor):
    page = visitor.submit("/bestuur/wijzigen", accent="#f28c00")
    assert page.status == 422
    assert [error for error in page.errors if error.startswith("Kleur van de schermen: Deze kleur is te licht")]
    assert dict(page.values())["accent"] == "#f28c00"
    assert visitor.client.get("/kleur.css").status_code == 404


def test_a_colour_that_is_taken_away_leaves_the_register_its_own(session, board, visitor):
    edit_board(session, board.version, {"accent": "#7a1f5c"})
    assert "de kleur van het register" in visitor.submit("/bestuur/wijzigen", accent="").text
    assert visitor.open("/bestuur/").tree.xpath(LINKED) == []


def test_who_is_not_signed_in_sees_it_too_and_gets_no_cookie(app, session, board):
    edit_board(session, board.version, {"accent": "#7a1f5c"})
    app.config["SIGN_IN"] = True
    assert Visitor(app.test_client()).open("/aanmelden").tree.xpath(LINKED) == ["/kleur.css?v=7a1f5c"]
    answer = app.test_client().get("/kleur.css")
    assert answer.status_code == 200
    assert "Set-Cookie" not in answer.headers
    assert answer.headers["Cache-Control"] == "public, max-age=60"


def test_the_history_tells_of_it_by_its_dutch_name(board, visitor):
    visitor.submit("/bestuur/wijzigen", accent="#7a1f5c")
    assert SchoolBoard.accent.property.columns[0].doc in visitor.open("/geschiedenis/").text
