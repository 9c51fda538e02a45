"""The pages that everybody opens: faultless by axe, and light enough for a slow line."""

from datetime import date

import pytest

from tests.browser.axe import axe, look
from tests.example_board import example_board

PAGES = {
    "overview": "/",
    "suppliers": "/leveranciers/",
    "a supplier": "/leveranciers/1",
    "grid": "/wie-gebruikt-wat/",
    "a form with errors": "/leveranciers/nieuw",
    "a school": "/scholen/1",
    "papers": "/documenten/",
    "the year": "/jaar/",
    "page for parents": "/ouders/",
}
AT_EACH_RUN = ("overview", "grid", "a form with errors")
MOST_BYTES = 60_000


@pytest.fixture(scope="module")
def register(databases, tmp_path_factory):
    with example_board(databases, tmp_path_factory.mktemp("main_pages"), date.today()) as app:
        yield app


def opened(page, address):
    """Open a page; a form is sent empty, so that it shows its errors."""
    assert page.goto(address).ok
    if address.endswith("/nieuw"):
        page.locator("main form[method=post]").evaluate("form => { form.noValidate = true; form.requestSubmit(); }")
        page.locator("section.errors").wait_for()


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=[] if name in AT_EACH_RUN else pytest.mark.sweep) for name in PAGES]
)
def test_axe_finds_no_fault(page, serve, register, name):
    opened(page, serve(register) + PAGES[name])
    for scheme, width in (("light", 1280), ("dark", 375)):
        look(page, scheme, width)
        assert axe(page) == {}, (scheme, width)


def weight_of(page, address):
    """The bytes of all that a first visitor of a page receives, heads included, by the path of each."""
    received = []
    page.on("requestfinished", lambda request: received.append(request))
    assert page.goto(address, wait_until="networkidle").ok
    sizes = {request.url: request.sizes() for request in received}
    return {url: size["responseHeadersSize"] + size["responseBodySize"] for url, size in sizes.items()}


@pytest.mark.sweep
def test_a_first_visit_weighs_little(page, serve, register, tell):
    place, weights = serve(register), {}
    for name, path in PAGES.items():
        context = page.context.browser.new_context()
        parts = weight_of(context.new_page(), place + path)
        assert f"{place}/static/style.css" in {url.partition("?")[0] for url in parts}
        weights[name] = sum(parts.values())
        context.close()
    tell("a first visit: " + ", ".join(f"{name} {weight / 1000:.1f} kB" for name, weight in weights.items()))
    assert max(weights.values()) <= MOST_BYTES, weights
