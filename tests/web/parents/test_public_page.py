"""The pages that everybody may read: what they show, where they stand, and that they are gone when they should be."""

from datetime import date, timedelta

import pytest

from registry.model import PrivacyAnnex
from registry.services.annexes.annexes import accept_annex, propose_annex
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier
from registry.services.uses.schools import add_school, edit_school
from registry.services.uses.uses import end_use, start_use
from tests.complete_register import SINCE
from tests.visitor import Visitor
from tests.web.parents.conftest import ANSWERS, PAGE, set_page

NASTY = "De <script>alert(1)</script> & 'Zn.' 🙂"
FORMS = (PAGE, f"{PAGE}.json", f"{PAGE}/fragment")


def same(answer):
    return (
        answer.status,
        sorted(header for header in answer.headers if header[0] not in ("Date", "X-Request-Id")),
        answer.data,
    )


def test_the_page_says_what_the_school_uses(register, visitor):
    page = visitor.open(PAGE)
    assert page.heading == "Wie krijgt gegevens van leerlingen?"
    assert page.texts("//table//th[@scope='row']") == ["LettersLettervlieg B.V."]
    assert page.texts("//td[@data-label='Waarvoor']") == ["Om te leren lezen."]
    assert page.texts("//h2") == ["Leermiddelen en toetsen", "Vragen en verantwoordelijkheid"]
    assert page.tree.xpath("//form | //nav | //script") == []
    assert not [link for link in page.tree.xpath("//a/@href") if not link.startswith(("#", "mailto:", "https:"))]


def test_what_is_not_known_is_said(session, register, visitor):
    product = add_product(session, register.lettervlieg.id, {"name": "Cijfers"})
    start_use(session, 1, product.id, {"since": SINCE})
    row = visitor.open(PAGE).tree.xpath("//tr[th[starts-with(., 'Cijfers')]]")[0]
    words = {cell.get("data-label"): cell.text_content() for cell in row.xpath("td")}
    unknown = {label for label, text in words.items() if text == "nog niet ingevuld"}
    assert unknown == {"Waarvoor", "Welke gegevens", "Van wie", "Buiten de EER"}
    (group,) = visitor.client.get(f"{PAGE}.json").json["groepen"][-1:]
    assert {name for name, value in group["producten"][0].items() if value is None} == {
        *("waarvoor", "gegevens", "van_wie", "buiten_eer", "bijsluiter")
    }


def test_an_empty_list_is_said_and_not_counted(session, register, visitor):
    end_use(session, 1, SINCE)
    page = visitor.open(PAGE)
    assert "staat er nog niets in deze lijst" in page.text
    assert "0 producten" not in page.text
    assert page.tree.xpath("//table") == []


@pytest.mark.parametrize("address", FORMS)
def test_any_text_is_shown_as_text(session, register, client, address):
    edit_school(session, 1, 1, {"name": NASTY, "guide_note": NASTY})
    session.rollback()
    text = client.get(address).text
    assert "🙂" in text
    assert ("<script>" in text) == address.endswith(".json")


@pytest.mark.parametrize("address", FORMS)
def test_an_earlier_address_leads_to_the_page(session, register, client, address):
    set_page(session, 1, slug="zand")
    answer = client.get(address)
    assert (answer.status_code, answer.headers["Location"]) == (301, address.replace("de-zandloper", "zand"))
    assert client.get(address, follow_redirects=True).status_code == 200
    assert ("Access-Control-Allow-Origin" in answer.headers) == (address != PAGE)


@pytest.mark.parametrize("form", ["", ".json", "/fragment"])
def test_what_is_not_public_cannot_be_told_from_what_does_not_exist(session, register, client, form):
    closed = add_school(session, {"name": "De Klok", "closed_on": date.today() + timedelta(days=1)})
    set_page(session, school=closed.id, is_on=True)
    edit_school(session, closed.id, 1, {"closed_on": date.today()})
    set_page(session, school=2, is_on=False)
    addresses = (f"/ouders/{name}{form}" for name in ("de-zonnewijzer", "de-klok", "bestaat-niet"))
    off, shut, never = (same(client.get(address)) for address in addresses)
    assert off == shut == never
    assert never[0] == "404 NOT FOUND"


def test_no_address_is_more_than_not_found(register, client):
    for path in ("X", "a--b", "x/y", "../scholen", "%00", "a" * 300, "1%20OR%201", "٣", "x.json.json"):
        answer = client.get(f"/ouders/{path}")
        assert answer.status_code == 404, path
        assert "Verwerkersregister" not in answer.text


@pytest.mark.parametrize("address", [*FORMS, "/ouders/"])
def test_a_page_that_is_switched_off_is_gone_at_once(session, register, client, address):
    known = client.get(address).headers["ETag"]
    set_page(session, 1, is_on=False)
    assert client.get(address, headers={"If-None-Match": known}).status_code == 404


def test_the_board_lists_the_schools_that_have_a_page(session, register, visitor):
    set_page(session, school=2, is_on=True)
    page = visitor.open("/ouders/")
    assert page.texts("//li") == ["De Zandloper", "De Zonnewijzer"]
    assert [visitor.open(link).status for link in page.tree.xpath("//li/a/@href")] == [200, 200]


def test_without_such_a_school_there_is_no_list(session, register, client):
    set_page(session, 1, is_on=False)
    assert same(client.get("/ouders/")) == same(client.get("/ouders/bestaat-niet"))


def test_the_counting_sentence_counts_what_is_shown(session, register, visitor):
    hidden = add_product(session, add_supplier(session, {"name": "Verborgen B.V."}).id, {"name": "Geheim"})
    start_use(session, 1, hidden.id, {"since": SINCE, "in_guide": False})
    text = visitor.open(PAGE).text
    assert "1 product van 1 leverancier" in text
    assert "2 producten" not in text


def test_sixty_uses_ask_the_same_few_questions_as_one(session, register, app, questions):
    client = app.test_client()
    few = questions(lambda: client.get(PAGE))
    for number in range(60):
        made = add_product(session, register.lettervlieg.id, {"name": f"Product {number}"})
        annex = propose_annex(session, PrivacyAnnex, made.id, {"edition": "1"}, {"data": [{"category": "1.1"}]})
        accept_annex(session, PrivacyAnnex, annex.id, SINCE)
        start_use(session, 1, made.id, {"since": SINCE})
    session.rollback()
    assert questions(lambda: client.get(PAGE)) == few <= 12
    assert len(Visitor(client).open(PAGE).tree.xpath("//tbody/tr")) == 61
    assert all(questions(lambda address=address: client.get(address)) <= 12 for address in ANSWERS)
