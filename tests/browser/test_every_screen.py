"""Every page of the example board in a browser: narrow and wide, light and dark."""

from datetime import date
from itertools import product
from pathlib import Path

import pytest

from tests.example_board import example_board
from tests.surface.routes import routes, slow

MEASURES = (Path(__file__).parents[1] / "lookbook" / "measures.js").read_text(encoding="utf-8")
# Of issue 6 and after: that one of these falls out of the sweep is told.
WANTED = {
    *("/", "/zoeken", "/jaar/termijnen", "/uitvoer/", "/inlezen/", "/inlezen/nieuw", "/inlezen/<number:import_id>"),
    *("/bijlagen-inlezen", "/bijlagen-inlezen/<number:paper_id>/<number:part_number>", "/kaarten/"),
}


@pytest.fixture(scope="module")
def register(databases, tmp_path_factory):
    with example_board(databases, tmp_path_factory.mktemp("every_screen"), date.today()) as app:
        yield app


def screens(app):
    """Each route that answers with a page, by its name, with an address of it."""
    client, found = app.test_client(), {}
    for route in routes(app):
        if "GET" in route.methods and route.status == 200 and not slow(route):
            answer = client.get(route.address)
            if answer.mimetype == "text/html" and b"<main" in answer.data:
                found[route.rule] = route.address
    return found


@pytest.mark.sweep
def test_every_screen_fits_and_can_be_read(page, serve, register):
    place, found, faults = serve(register), screens(register), {}
    print(f"{len(found)} screens, each at 320 and 1280 pixels, light and dark")
    assert set(found) >= WANTED
    for address in [*found.values(), "/zoeken?zoek=letter"]:
        page.goto(place + address)
        for scheme, width in product(("light", "dark"), (1280, 320)):
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size({"width": width, "height": 900})
            seen = page.evaluate(MEASURES) | {"wide": page.evaluate("document.documentElement.scrollWidth") > width}
            if wrong := {name: fault for name, fault in seen.items() if fault}:
                faults[address, scheme, width] = wrong
    assert faults == {}
