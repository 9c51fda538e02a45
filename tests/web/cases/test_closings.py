"""The screens of stopping with a product."""

from datetime import date, timedelta
from io import BytesIO

import pytest

from registry.model import Closing
from tests.complete_register import complete_register

LIST, NEW, FIRST, EDIT = "/jaar/stoppen/", "/jaar/stoppen/nieuw", "/jaar/stoppen/1", "/jaar/stoppen/1/wijzigen"
LINE, FILE = "/jaar/stoppen/1/school/1", "/jaar/stoppen/1/bestanden/nieuw"
TODAY = date.today()
YESTERDAY, BEFORE = TODAY - timedelta(1), TODAY - timedelta(2)
PDF = b"%PDF-1.7\n1 0 obj\n%%EOF\n"


@pytest.fixture
def register(session):
    return complete_register(session)


@pytest.fixture
def opened(visitor, register):
    return visitor.submit(NEW, product_id=str(register.letters.id), begun_on=BEFORE.isoformat())


def test_an_empty_list_says_what_it_is_for(visitor):
    assert "Er is nog geen dossier." in visitor.open(LIST).text


def test_a_dossier_is_opened_and_ends_nothing(visitor, opened):
    assert opened.heading == "Stoppen met Letters"
    assert "Er is nog niets beëindigd." in opened.text
    assert "nog niet bepaald" in opened.text
    assert "0 van 1" in visitor.open(LIST).text


def test_from_a_product_it_stands_ready(visitor, register):
    page = visitor.open(f"/producten/{register.letters.id}")
    (way,) = page.tree.xpath("//a[contains(., 'Stoppen met dit product')]/@href")
    assert dict(visitor.open(way).values())["product_id"] == str(register.letters.id)
    assert visitor.open(f"{NEW}?product_id=nul").status == 200


def test_without_a_product_it_asks_for_one(visitor, register):
    page = visitor.submit(NEW, reason="Duur & <traag>")
    assert (page.status, page.errors) == (422, ["Product: Kies een product."])
    assert dict(page.values())["reason"] == "Duur & <traag>"


def test_opened_twice_it_is_one_dossier(session, visitor, register, opened):
    page = visitor.submit(NEW, product_id=str(register.letters.id))
    assert "Voor Letters loopt al een dossier" in page.errors[0]
    assert session.query(Closing).count() == 1


def test_it_is_walked_to_its_end(visitor, opened):
    day = YESTERDAY.isoformat()
    page = visitor.submit(LINE, until=day, export_note="stond er niet in", accounts_closed_on=day)
    assert "Vraag de leverancier nu om de gegevens te vernietigen" in page.text
    visitor.submit(EDIT, requested_on=day)
    page = visitor.send(FILE, visitor.open(FILE), file=(BytesIO(PDF), "verklaring.pdf"))
    assert visitor.client.get("/jaar/stoppen/1/bestanden/1").data == PDF
    page = visitor.submit(EDIT, received_on=TODAY.isoformat(), deleted_on=TODAY.isoformat(), subprocessors="yes")
    assert page.tree.xpath("//section[@class='next']//a/@href") == [f"{EDIT}#done_on"]
    assert "Afgerond op" in visitor.submit(EDIT, done_on=TODAY.isoformat()).text


def test_a_statement_of_before_the_last_day_gets_its_sentence(visitor, opened):
    visitor.submit(LINE, until=YESTERDAY.isoformat())
    page = visitor.submit(EDIT, received_on=TODAY.isoformat(), deleted_on=BEFORE.isoformat())
    assert "Toen gebruikte nog een school het product." in page.text


def test_a_day_that_has_to_come_is_told_at_its_field(visitor, opened):
    page = visitor.submit(EDIT, received_on=(TODAY + timedelta(1)).isoformat(), note="Bel & <vraag>")
    assert (page.status, dict(page.values())["note"]) == (422, "Bel & <vraag>")
    assert "Deze dag moet nog komen." in page.errors[0]


def test_the_second_saver_is_told_what_changed(visitor, opened):
    seen = visitor.open(EDIT)
    visitor.submit(EDIT, owner="ict-coördinator")
    page = visitor.send(EDIT, seen, note="x")
    assert (page.status, "ict-coördinator" in page.text) == (409, True)
