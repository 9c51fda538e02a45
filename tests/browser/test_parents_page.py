"""The page for parents in a browser: on a phone, in the dark, by keyboard, and taken over by a school's website."""

from datetime import date
from itertools import product
from pathlib import Path

import pytest
from flask import Flask
from lxml import html

from registry.access import BUILT_IN
from registry.database import db, session_for
from registry.services.parents.parents_page import set_parents_page
from registry.services.suppliers.products import add_product
from registry.services.uses.uses import start_use
from tests.complete_register import SINCE, complete_register

MEASURES = (Path(__file__).parents[1] / "lookbook" / "measures.js").read_text(encoding="utf-8")
OWN_PAGE = "<!doctype html><title>Onze school</title><link rel=icon href=data:,>"
LONG = "Leerlingvolgsysteemadministratiepakketonderdelen"


@pytest.fixture
def filled(app):
    with app.app_context():
        session = session_for(BUILT_IN)
        made = complete_register(session)
        extra = add_product(
            session, made.lettervlieg.id, {"name": LONG, "leaflet_url": "https://www.letters.example/p"}
        )
        start_use(session, 1, extra.id, {"since": SINCE})
        set_parents_page(session, 1, 0, {"is_on": True}, date.today())
        db.session.remove()
    return app


@pytest.mark.parametrize("path", ["ouders/", "ouders/de-zandloper"])
def test_it_can_be_read_at_any_width_light_and_dark(page, serve, filled, path):
    page.goto(f"{serve(filled)}/{path}")
    for scheme, width in product(("light", "dark"), (1280, 650, 375, 320)):
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate(MEASURES) == {"faintText": [], "faintBorders": [], "smallTargets": []}, (scheme, width)
    assert page.context.cookies() == []


def test_the_keyboard_finds_its_way(page, serve, filled):
    page.goto(f"{serve(filled)}/ouders/de-zandloper")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.innerText") == "Naar de inhoud"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth)") >= 2


def test_on_a_phone_each_cell_says_what_it_is(page, serve, filled):
    page.set_viewport_size({"width": 320, "height": 900})
    page.goto(f"{serve(filled)}/ouders/de-zandloper")
    label = "getComputedStyle(document.querySelector('td'), '::before').content"
    assert page.evaluate(label) == '"Waarvoor"'
    assert page.evaluate("getComputedStyle(document.querySelector('tbody tr')).display") == "block"


def test_a_website_takes_the_list_over_with_the_lines_to_copy(page, serve, filled):
    address = serve(filled)
    page.goto(f"{address}/scholen/1/openbare-pagina")
    lines = page.locator("textarea").input_value()
    assert html.fromstring(lines).xpath("//iframe") == []
    website = Flask("website")
    website.add_url_rule(
        "/", view_func=lambda: f"<!doctype html><title>Onze school</title><link rel=icon href=data:,>{lines}"
    )
    own = serve(website)
    page.goto(own)
    page.locator("#leveranciers table").first.wait_for()
    assert page.locator("#leveranciers h2").inner_text() == "Wie krijgt gegevens van leerlingen van De Zandloper?"
    assert page.locator("#leveranciers a").first.get_attribute("href") != f"{address}/ouders/de-zandloper"
    assert page.context.cookies(own) == []
