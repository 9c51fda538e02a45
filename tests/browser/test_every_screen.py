"""Every page of the example board in a browser: wide and narrow, light and dark, and with text of twice the size."""

from collections import Counter, defaultdict
from datetime import date

import pytest

from tests.browser.axe import faults, look
from tests.example_board import example_board
from tests.surface.papers import add_papers
from tests.surface.routes import routes, slow

# Of issue 6 and after: that one of these falls out of the sweep is told.
WANTED = {
    *("/", "/zoeken", "/jaar/termijnen", "/uitvoer/", "/inlezen/", "/inlezen/nieuw", "/inlezen/<number:import_id>"),
    *("/bijlagen-inlezen", "/bijlagen-inlezen/<number:paper_id>/<number:part_number>", "/kaarten/"),
}
LOOKS = [
    *((scheme, width, "100%") for scheme in ("light", "dark") for width in (1280, 375, 320)),
    *(("light", width, "200%") for width in (1280, 375)),
]


@pytest.fixture(scope="module")
def register(databases, tmp_path_factory):
    with example_board(databases, tmp_path_factory.mktemp("every_screen"), date.today()) as app:
        add_papers(app)
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


def seen_in(page, address):
    """What is wrong with a page, by how it was looked at."""
    page.goto(address)
    found = {}
    for scheme, width, text in LOOKS:
        look(page, scheme, width, text)
        if wrong := faults(page):
            found[scheme, width, text] = wrong
    return found


def in_lines(wrong):
    """How often each rule was broken, a line per page that breaks one."""
    for address, looks in wrong.items():
        kinds = Counter(name for faults in looks.values() for name in faults)
        yield f"{address}: " + ", ".join(f"{name} in {number} looks" for name, number in kinds.items())


@pytest.mark.sweep
def test_every_screen_fits_and_can_be_read(page, serve, register, tell):
    place, found, wrong, messages = serve(register), screens(register), {}, defaultdict(list)
    page.on("console", lambda message: messages[page.url].append(message.text))
    for address in [*found.values(), "/zoeken?zoek=letter"]:
        if looks := seen_in(page, place + address):
            wrong[address] = looks
    checks = (len(found) + 1) * len(LOOKS)
    broken = sum(len(faults) for looks in wrong.values() for faults in looks.values())
    tell(f"every screen: {len(found) + 1} screens, {checks} checks, {broken} violations, {len(messages)} with messages")
    for line in in_lines(wrong):
        tell(line)
    print(*(f"{address} {looks}" for address, looks in wrong.items()), sep="\n")  # told only when it fails
    assert set(found) >= WANTED
    assert wrong == {}
    assert dict(messages) == {}
