"""What only a browser can tell of the look-book: width, contrast, size of targets, focus and the menu."""

from itertools import product
from pathlib import Path

import pytest

from tests.lookbook.book import BOOK
from tests.lookbook.pictures import ADDRESS, open_context

pytestmark = [pytest.mark.browser, pytest.mark.sweep]
MEASURES = (Path(__file__).parent / "measures.js").read_text(encoding="utf-8")


def what_is_sent(tab, press):
    with tab.expect_navigation(), tab.expect_request(lambda request: request.method == "POST") as sent:
        press(tab)
    return sent.value.post_data


@pytest.mark.parametrize("page", BOOK)
def test_no_page_scrolls_sideways(open_page, page):
    tab = open_page(page)
    for width in (320, 375, 1280):
        tab.set_viewport_size({"width": width, "height": 900})
        assert tab.evaluate("document.documentElement.scrollWidth") <= width
    tab.evaluate("document.documentElement.style.fontSize = '200%'")
    assert tab.evaluate("document.documentElement.scrollWidth") <= 1280


@pytest.mark.parametrize("page", BOOK)
def test_text_borders_and_targets_can_be_seen_and_hit(open_page, page):
    tab = open_page(page)
    for scheme, width in product(("light", "dark"), (1280, 320)):
        tab.emulate_media(color_scheme=scheme)
        tab.set_viewport_size({"width": width, "height": 900})
        assert tab.evaluate(MEASURES) == {"faintText": [], "faintBorders": [], "smallTargets": []}, (scheme, width)
    assert tab.complaints == []


@pytest.mark.parametrize("accent", ["#000000", "#7a1f5c", "#00639a", "#5b5b00"])
def test_an_accent_of_the_board_stays_readable_in_the_dark(open_page, accent):
    tab = open_page("suppliers", scheme="dark")
    tab.evaluate(f"document.documentElement.style.setProperty('--accent', '{accent}')")
    assert tab.evaluate(MEASURES)["faintText"] == []


@pytest.mark.parametrize("page", ["supplier", "form", "grid"])
def test_what_has_the_focus_has_an_outline(open_page, page):
    tab = open_page(page)
    for _ in range(20):
        tab.keyboard.press("Tab")
        assert tab.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth)") >= 2


def test_the_list_of_errors_has_the_focus(open_page):
    tab = open_page("form-wrong")
    assert "Er is iets niet goed ingevuld" in tab.evaluate("document.activeElement.innerText")


def test_a_line_of_the_list_of_errors_leads_to_its_field(open_page):
    tab = open_page("form-wrong")
    tab.get_by_role("link", name="Soort afspraak").click()
    assert tab.evaluate("document.querySelector(':target').name") == "kind"


def test_leaving_with_unsaved_text_asks(open_page):
    tab = open_page("form")
    asked = []
    tab.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    tab.get_by_label("Naam").first.press_sequentially("De Kade")
    tab.goto(f"{ADDRESS}/empty.html")
    assert asked == ["beforeunload"]


def test_a_second_press_does_not_send_a_form_twice(open_page):
    tab = open_page("form")
    held_back = """() => {
        const held = [], form = document.querySelector('form');
        window.addEventListener('submit', (event) => { held.push(event.defaultPrevented); event.preventDefault(); });
        form.requestSubmit();
        form.requestSubmit();
        return held;
    }"""
    assert tab.evaluate(held_back) == [False, True]


def test_the_menu_of_a_phone_opens_without_javascript(browser, book):
    context = open_context(browser, book, java_script_enabled=False, viewport={"width": 375, "height": 700})
    tab = context.new_page()
    tab.goto(f"{ADDRESS}/suppliers.html")
    link = tab.get_by_role("link", name="Wie gebruikt wat")
    assert not link.is_visible()
    tab.get_by_role("button", name="Menu").click()
    assert link.is_visible()
    context.close()


def test_the_enter_key_saves_and_does_not_add_a_row(open_page):
    sent = what_is_sent(open_page("form"), lambda tab: tab.get_by_label("Naam").first.press("Enter"))
    assert 'name="name"' in sent
    assert 'name="more"' not in sent


def test_the_button_below_the_rows_asks_for_more_of_them(open_page):
    sent = what_is_sent(open_page("form"), lambda tab: tab.get_by_role("button", name="Nog een subverwerker").click())
    assert 'name="more"\r\n\r\nsubprocessors' in sent


def test_the_heads_of_the_grid_stay_in_sight(open_page):
    tab = open_page("grid", 375)
    moved = """() => {
        const frame = document.querySelector('.frame'), corner = frame.querySelector('th');
        frame.scrollTo(500, 500);
        const [inner, outer] = [corner.getBoundingClientRect(), frame.getBoundingClientRect()];
        return [frame.scrollLeft, frame.scrollTop, Math.round(inner.x - outer.x), Math.round(inner.y - outer.y)];
    }"""
    across, down, left, top = tab.evaluate(moved)
    assert min(across, down) > 100
    assert (left, top) == (1, 1)
