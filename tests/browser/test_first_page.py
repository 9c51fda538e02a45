"""The first page of an empty register, as a browser shows it."""

import pytest
from playwright.sync_api import expect

from registry.access import BUILT_IN
from registry.database import db, session_for
from registry.services.board.board import set_up_board


@pytest.mark.parametrize("width", [1280, 375])
def test_the_first_page_fits_the_window(page, serve, app, width):
    page.set_viewport_size({"width": width, "height": 800})
    answer = page.goto(serve(app))
    assert answer.ok
    assert page.locator("h1").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_first_page_needs_no_script(browser, serve, app):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    assert page.goto(serve(app)).ok
    assert page.locator("h1").is_visible()
    context.close()


def test_the_slash_goes_to_the_search_box_unless_somebody_is_typing(page, serve, app):
    with app.app_context():
        set_up_board(session_for(BUILT_IN), {"name": "Stichting Getijden"})
        db.session.remove()
    page.goto(f"{serve(app)}/leveranciers/nieuw")
    box, name = page.locator("#search"), page.locator("#name")
    name.focus()
    page.keyboard.type("24/7")
    expect(name).to_have_value("24/7")
    name.blur()
    page.keyboard.press("Control+/")
    expect(box).not_to_be_focused()
    page.keyboard.press("/")
    expect(box).to_be_focused()
    expect(box).to_have_value("")
