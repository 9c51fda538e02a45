"""What the script of every page spares people: text that is not saved, and a meaning that lies in the way."""

import pytest

from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier


@pytest.fixture
def place(session, app, serve):
    add_product(session, add_supplier(session, {"name": "Lettervlieg B.V."}).id, {"name": "Letters"})
    session.rollback()
    return serve(app)


@pytest.fixture
def asked(page):
    """The questions that the browser put, each answered with yes."""
    found = []
    page.on("dialog", lambda dialog: (found.append(dialog.type), dialog.accept()))
    return found


def test_a_form_that_came_back_with_errors_still_asks_before_it_is_left(page, place, asked):
    page.goto(f"{place}/scholen/nieuw")
    page.get_by_label("Vestigingscode").fill("16SW03")
    page.get_by_role("button", name="Bewaren", exact=True).click()
    page.locator("section.errors").wait_for()
    assert asked == []
    page.get_by_role("link", name="Leveranciers").click()
    page.wait_for_url("**/leveranciers/")
    assert asked == ["beforeunload"]


def test_a_form_in_which_nothing_was_typed_lets_go(page, place, asked):
    page.goto(f"{place}/scholen/nieuw")
    page.get_by_role("link", name="Leveranciers").click()
    page.wait_for_url("**/leveranciers/")
    assert asked == []


def test_a_word_shows_its_meaning_to_pointer_and_keyboard_and_escape_puts_it_away(page, place):
    page.goto(f"{place}/producten/1")
    word, meaning = page.locator("dt .term a"), page.locator("dt [role=tooltip]")
    assert not meaning.is_visible()
    word.focus()
    assert meaning.is_visible()
    page.keyboard.press("Escape")
    assert not meaning.is_visible()
    page.keyboard.press("Tab")
    word.hover()
    assert meaning.is_visible()
    meaning.hover()
    assert meaning.is_visible()
    page.keyboard.press("Escape")
    assert not meaning.is_visible()


@pytest.mark.parametrize("width", [1280, 800, 375, 320])
def test_no_meaning_makes_the_page_wider(page, place, width):
    page.set_viewport_size({"width": width, "height": 900})
    for address in ("/producten/1", "/leveranciers/1"):
        page.goto(place + address)
        words = page.locator(".term a")
        assert words.count() >= 4
        for number in range(words.count()):
            words.nth(number).focus()
            box = page.locator(".term:focus-within [role=tooltip]").bounding_box()
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= width
        assert page.evaluate("document.documentElement.scrollWidth") <= width
