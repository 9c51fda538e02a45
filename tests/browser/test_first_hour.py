"""The first hour of a coordinator: from an empty register to the first list for parents, led by the overview."""

from datetime import date

import pytest
from playwright.sync_api import expect

from registry.access import BUILT_IN
from registry.database import db, session_for
from registry.services.board.board import set_up_board
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier
from registry.services.uses.schools import add_school
from registry.services.uses.uses import start_use
from tests.browser.conftest import SCRIPTS

PAGES = [
    *("", "bestuur/", "bestuur/wijzigen", "scholen/", "scholen/1", "scholen/1/wijzigen", "scholen/nieuw"),
    *("wie-gebruikt-wat/", "wie-gebruikt-wat/?soort=zomaar", "wie-gebruikt-wat/school/1"),
    *("wie-gebruikt-wat/product/1", "gebruik/1", "gebruik/1/wijzigen", "gebruik/1/beeindigen"),
    *("gebruik/nieuw", "gebruik/nieuw?school_id=1&product_id=2"),
]


@pytest.fixture(params=SCRIPTS)
def visit(request, browser, serve, app):
    """A page of somebody on the first day, at the register's first address."""
    context = browser.new_context(java_script_enabled=request.param, locale="nl-NL")
    page, complaints = context.new_page(), []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.goto(serve(app))
    yield page
    context.close()
    assert complaints == []


@pytest.fixture
def filled(app):
    """A register with long names in it: a board, two schools, two products, three uses."""
    with app.app_context():
        session = session_for(BUILT_IN)
        set_up_board(session, {"name": "Stichting Getijden voor Openbaar en Bijzonder Onderwijs"})
        supplier = add_supplier(session, {"name": "Verwerkersovereenkomstenuitgeverij Lettervlieg B.V."}).id
        for name in ("Leerlingvolgsysteemadministratiepakket", "Letters"):
            add_product(session, supplier, {"name": name, "kind": "lt"}, {"modules": [{"name": "Ouderportaal"}]})
        for name in ("Openbare basisschool De Regenboogvlinder", "De Zandloper"):
            school = add_school(session, {"name": name, "city": "Zuiderveen"})
            start_use(session, school.id, 1, {"since": date(2025, 8, 1)})
        start_use(session, 1, 2, {"since": date(2025, 8, 1), "until": date(2025, 12, 31)})
        db.session.remove()
    return app


def do_next(page):
    page.goto(page.url.split("/", 3)[0] + "//" + page.url.split("/", 3)[2])
    page.locator(".next .button").click()


def save(page, label="Bewaren"):
    page.get_by_role("button", name=label, exact=True).last.click()


def test_the_overview_leads_from_nothing_to_the_first_list(visit):
    expect(visit.locator("h1")).to_have_text("Welkom bij het verwerkersregister")
    do_next(visit)
    visit.get_by_label("Naam van het bestuur").fill("Stichting Getijden")
    save(visit)
    do_next(visit)
    visit.get_by_label("Naam van de school").fill("De Zandloper")
    save(visit)
    expect(visit.locator("h1")).to_have_text("De Zandloper")
    do_next(visit)
    visit.get_by_role("link", name="Vul zelf in").click()
    visit.get_by_label("Naam van de leverancier").fill("Lettervlieg B.V.")
    save(visit, "Bewaar en ga verder")
    visit.get_by_label("Naam van het product").fill("Letters")
    save(visit, "Bewaar en ga verder")
    do_next(visit)
    visit.get_by_role("checkbox", name="Letters Lettervlieg B.V. De Zandloper").check()
    save(visit, "Kijk na wat er verandert")
    expect(visit.locator("h1")).to_have_text("Klopt dit?")
    save(visit)
    expect(visit.get_by_role("status")).to_contain_text("Bewaard: 1 vinkje erbij, 0 vinkjes weg.")
    visit.get_by_role("link", name="Scholen").first.click()
    visit.get_by_role("link", name="De Zandloper").click()
    expect(visit.locator("main table").first).to_contain_text("Lettervlieg B.V.")
    visit.get_by_role("link", name="Maak de lijst voor de schoolgids").click()
    with visit.expect_download() as paper:
        visit.get_by_role("link", name="Concept maken").click()
    assert paper.value.suggested_filename.endswith(".docx")


@pytest.mark.parametrize("width", [375, 1280])
def test_no_page_scrolls_sideways(page, serve, filled, width):
    address = serve(filled)
    page.set_viewport_size({"width": width, "height": 800})
    wide = {}
    for path in PAGES:
        assert page.goto(f"{address}/{path}").ok
        wide[path] = page.evaluate("document.documentElement.scrollWidth")
    assert {path: found for path, found in wide.items() if found > width} == {}


def test_a_phone_ticks_a_list_per_school(page, serve, filled):
    page.set_viewport_size({"width": 375, "height": 800})
    page.goto(f"{serve(filled)}/wie-gebruikt-wat/")
    page.get_by_text("Liever een lijst per school?").click()
    page.get_by_role("link", name="De Zandloper").click()
    page.get_by_role("checkbox", name="Letters").check()
    save(page, "Kijk na wat er verandert")
    save(page)
    expect(page.get_by_role("checkbox", name="Letters")).to_be_checked()


def test_the_keyboard_alone_ticks_and_saves(page, serve, filled):
    page.goto(f"{serve(filled)}/wie-gebruikt-wat/school/2")
    page.get_by_role("checkbox", name="Letters").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Klopt dit?")
    page.get_by_role("button", name="Bewaren", exact=True).last.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("checkbox", name="Letters")).to_be_checked()
