"""Every page of the example board in a browser: wide and narrow, light and dark, and with text of twice the size."""

from collections import Counter, defaultdict
from datetime import date
from urllib.parse import urlsplit

import pytest

from registry.model.account import Role
from registry.services.accounts.accounts import invite
from tests.browser.axe import faults, look
from tests.browser.person import Person
from tests.complete_register import complete_register
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

PARTS = 4  # so that several processes may share them
ABSENT = ("/bestaat-niet", "/leveranciers/99")
DOOR = ("/aanmelden", "/aanmelden/vergeten", "/toegankelijkheid", "/begrippen", ABSENT[0])
OWN = ("/mijn-account/", "/mijn-account/wachtwoord", "/mijn-account/tweede-stap", "/mijn-account/herinneringen/")
OWN += ("/accounts/", "/accounts/1", "/accounts/uitnodigen", ABSENT[1])


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
    assert page.goto(address).ok or urlsplit(address).path in ABSENT
    found = {}
    for scheme, width, text in LOOKS:
        look(page, scheme, width, text)
        if wrong := faults(page):
            found[scheme, width, text] = wrong
    return found


def kinds_of(looks):
    """How often each rule was broken, in words."""
    kinds = Counter(name for faults in looks.values() for name in faults)
    return ", ".join(f"{name} in {number} looks" for name, number in kinds.items()) or "no violation"


def measured(page, addresses, tell, what):
    """What is wrong, by address; prints a line per page, for who asks to see it, and tells the sum and each fault."""
    wrong = {address: seen_in(page, address) for address in addresses}
    for address, looks in wrong.items():
        print(f"{urlsplit(address).path:70} {len(LOOKS)} looks, {kinds_of(looks)}")
    wrong = {address: looks for address, looks in wrong.items() if looks}
    broken = sum(len(faults) for looks in wrong.values() for faults in looks.values())
    tell(f"{what}: {len(addresses)} screens, {len(addresses) * len(LOOKS)} checks, {broken} violations")
    for address, looks in wrong.items():
        tell(f"{urlsplit(address).path}: {kinds_of(looks)}")
    return wrong


@pytest.mark.sweep
@pytest.mark.parametrize("part", range(PARTS))
def test_every_screen_fits_and_can_be_read(page, serve, register, tell, part):
    place, found, messages = serve(register), screens(register), defaultdict(list)
    page.on("console", lambda message: messages[page.url].append(message.text))
    addresses = [place + address for address in (*found.values(), "/zoeken?zoek=letter")]
    wrong = measured(page, addresses[part::PARTS], tell, f"every screen, part {part + 1} of {PARTS}")
    assert set(found) >= WANTED
    assert wrong == {}
    assert dict(messages) == {}


@pytest.mark.sweep
def test_so_do_the_door_and_what_stands_behind_it_for_one_person(browser, serve, app, session, staff, tell):
    complete_register(session)
    asked = {"name": "Nieuw", "email": "nieuw@bestuur.example", "role": Role.DPO}
    welcome = invite(session, asked, [])[1]
    staff()
    app.config |= {"SMTP_HOST": "mail.example", "BASE_URL": "", "MAIL_FROM": "register@bestuur.example"}
    place = app.config["BASE_URL"] = serve(app)
    with browser.new_context(locale="nl-NL") as context:
        person = Person(context.new_page(), place)
        at_the_door = [place + path for path in (*DOOR, f"/welkom/{welcome}")]
        assert measured(person.page, at_the_door, tell, "the door") == {}
        person.visit()
        person.sign_in(Role.ADMINISTRATOR)
        assert measured(person.page, [place + path for path in OWN], tell, "behind the door") == {}
