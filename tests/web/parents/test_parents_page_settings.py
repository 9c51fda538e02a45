"""The screens on which a school's public page is set up."""

import pytest

from registry.access import Right
from registry.model import PrivacyAnnex
from registry.services.annexes.annexes import propose_annex
from registry.services.suppliers.products import add_product
from registry.services.uses.schools import edit_school
from registry.services.uses.uses import start_use
from tests.complete_register import SINCE
from tests.web.parents.conftest import set_page

SETTINGS = "/scholen/2/openbare-pagina"
NASTY = "De </textarea><b>Klok</b> & Zn."


def test_it_is_off_until_somebody_switches_it_on(register, visitor):
    page = visitor.open(SETTINGS)
    assert page.texts("//span[contains(@class, 'tag')]") == ["uit"]
    assert page.tree.xpath("//textarea") == []
    assert visitor.open("/ouders/de-zonnewijzer").status == 404
    page = visitor.submit(f"{SETTINGS}/wijzigen", is_on="y")
    assert "De openbare pagina is bewaard." in page.text
    assert page.texts("//span[contains(@class, 'tag')]") == ["aan"]
    assert visitor.open("/ouders/de-zonnewijzer").status == 200


def test_the_school_leads_to_it(register, visitor):
    assert visitor.open("/scholen/2").tree.xpath(f"//a[@href='{SETTINGS}']")


def test_what_is_not_ticked_is_told(register, visitor):
    page = visitor.submit(f"{SETTINGS}/wijzigen", parts=["data"])
    assert "Welke gegevens" not in page.text
    assert "Hoe ouders de FG bereiken" in page.text


def test_nothing_ticked_is_kept_as_nothing(register, visitor):
    visitor.submit(f"{SETTINGS}/wijzigen", parts=None)
    assert visitor.open(f"{SETTINGS}/wijzigen").tree.xpath("//input[@name='parts' and @checked]") == []


@pytest.mark.parametrize("typed", [{"slug": "De School"}, {"slug": ""}, {"slug": "de-zandloper"}, {"parts": ["note"]}])
def test_what_cannot_be_is_refused_at_its_field(register, visitor, typed):
    page = visitor.submit(f"{SETTINGS}/wijzigen", **{"is_on": "y", **typed})
    assert page.status == 422
    assert len(page.errors) == 1
    assert dict(page.values())["is_on"] == "y"


def test_the_second_saver_is_told(register, visitor):
    opened = visitor.open(f"{SETTINGS}/wijzigen")
    visitor.submit(f"{SETTINGS}/wijzigen", slug="zon")
    page = visitor.send(f"{SETTINGS}/wijzigen", opened, is_on="y")
    assert page.status == 409
    assert "zon" in page.text


def test_the_preview_shows_the_page_before_it_is_on(register, visitor):
    page = visitor.open(f"{SETTINGS}/voorbeeld")
    assert "zodra u haar aanzet" in page.text
    assert page.texts("//h1") == ["Wie krijgt gegevens van leerlingen?"]
    assert page.response.headers["Cache-Control"] == "no-store"


def test_the_lines_to_copy_carry_any_name_safely(session, register, visitor):
    edit_school(session, 2, 1, {"name": NASTY})
    set_page(session, school=2, is_on=True, slug="de-klok")
    (snippet,) = visitor.open(SETTINGS).texts("//textarea")
    assert "De &lt;/textarea&gt;&lt;b&gt;Klok" in snippet
    assert 'fetch("http://localhost/ouders/de-klok/fragment")' in snippet


def test_a_proposal_that_parents_do_not_see_is_told(session, register, visitor):
    product = add_product(session, register.lettervlieg.id, {"name": "Cijfers"})
    start_use(session, 2, product.id, {"since": SINCE})
    propose_annex(session, PrivacyAnnex, product.id, {"edition": "1"}, {})
    session.rollback()
    assert "Bij Cijfers komen de gegevens uit een bijsluiter" in visitor.open(SETTINGS).text


@pytest.mark.parametrize("address", ["/scholen/9/openbare-pagina", "/scholen/0/openbare-pagina", f"{SETTINGS}/x"])
def test_what_is_not_there_is_not_found(register, visitor, address):
    assert visitor.open(address).status == 404


def test_it_is_for_who_sets_the_register_up_and_the_page_itself_for_everybody(app):
    screens = {name: screen for name, screen in app.view_functions.items() if name.startswith("parents_page")}
    rights = {name.split(".")[0]: getattr(screen, "right", None) for name, screen in screens.items()}
    assert rights == {"parents_page": None, "parents_page_settings": Right.SET_UP}
    public = {name.split(".")[0]: getattr(screen, "is_public", False) for name, screen in screens.items()}
    assert public == {"parents_page": True, "parents_page_settings": False}
