"""The screens of actions."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from registry.model import Action
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier
from registry.services.year.actions import add_action

TODAY = date.today()
INDEX, NEW, FIRST = "/jaar/acties/", "/jaar/acties/nieuw", "/jaar/acties/1"


@pytest.fixture
def supplier(session):
    return add_supplier(session, {"name": "Lettervlieg B.V."})


def test_an_action_is_written_down_changed_and_done(visitor, session, supplier):
    page = visitor.submit(NEW, what="Bel", owner="directeur", due_on=TODAY.isoformat(), supplier_id=str(supplier.id))
    assert page.texts("//tbody/tr/th") == ["Bel"]
    page = visitor.submit(FIRST, done_on=TODAY.isoformat(), outcome="Gebeld.")
    assert [page.texts(f"//h2[text()='{word}']") != [] for word in ("Open", "Gedaan")] == [True, True]
    assert "Er staat geen actie open." in page.text
    assert session.get(Action, 1).outcome == "Gebeld."


def test_the_list_is_by_day_and_what_is_late_says_so(visitor, session):
    for what, days in (("Later", 9), ("Eerst", -1), ("Ooit", None)):
        add_action(session, {"what": what, "due_on": TODAY + timedelta(days=days) if days else None})
    page = visitor.open(INDEX)
    assert page.texts("//tbody/tr/th") == ["Eerst", "Later", "Ooit"]
    assert "te laat" in page.texts("//tbody/tr")[0]


def test_the_list_is_narrowed_to_a_supplier(visitor, session, supplier):
    add_action(session, {"what": "Over hen", "supplier_id": supplier.id})
    add_action(session, {"what": "Over iets anders"})
    assert visitor.open(f"{INDEX}?leverancier={supplier.id}").texts("//tbody/tr/th") == ["Over hen"]
    assert len(visitor.open(f"{INDEX}?leverancier=99").texts("//tbody/tr/th")) == 2
    assert "Over hen" in visitor.open(f"/leveranciers/{supplier.id}").text


def test_an_action_shows_all_of_its_words_and_not_as_heading(visitor, session):
    add_action(session, {"what": "Vraag na " * 30 + "bij wie."})
    page = visitor.open(FIRST)
    assert page.heading == "Actie bijwerken"
    assert page.texts("//p[@class='lede']")[0].endswith("bij wie.")


def test_a_name_that_product_and_supplier_share_is_told_once(visitor, session, supplier):
    product = add_product(session, supplier.id, {"name": supplier.name})
    add_action(session, {"what": "Bel", "supplier_id": supplier.id, "product_id": product.id})
    assert visitor.open(INDEX).texts("//tbody/tr/td")[2] == supplier.name


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"what": ""}, "Vul dit in."),
        ({"outcome": "Klaar."}, "Vul in op welke dag de actie gedaan is."),
        ({"due_on": "0202-01-01"}, "De datum moet tussen 1990 en 2100 liggen."),
        ({"supplier_id": "99"}, "Ongeldige keuze"),
    ],
    ids=["nothing", "no day", "a slip", "unknown supplier"],
)
def test_what_is_wrong_is_told_and_kept(visitor, session, supplier, typed, sentence):
    page = visitor.submit(NEW, **{"what": "Bel", "owner": "directeur & <b>"} | typed)
    assert page.status == 422
    assert sentence in page.errors[0]
    assert dict(page.values())["owner"] == "directeur & <b>"
    assert session.scalars(select(Action)).all() == []


def test_the_second_saver_is_told_what_changed(visitor, session):
    add_action(session, {"what": "Bel"})
    opened = visitor.open(FIRST)
    visitor.submit(FIRST, owner="directeur")
    page = visitor.send(FIRST, opened, owner="privacy officer")
    assert page.status == 409
    assert "directeur" in page.text
    visitor.send(FIRST, page)
    assert session.get(Action, 1).owner == "privacy officer"


def test_the_same_form_sent_twice_makes_one_action(visitor, session):
    page = visitor.open(NEW)
    again = [visitor.send(NEW, page, what="Bel") for _ in "ab"][1]
    assert (again.status, len(session.scalars(select(Action)).all())) == (422, 1)
    assert "Deze actie staat er al" in again.errors[0]


def test_an_action_about_a_product_keeps_its_supplier(visitor, session, supplier):
    product = add_product(session, supplier.id, {"name": "Letters"})
    add_action(session, {"what": "Bel", "product_id": product.id})
    page = visitor.submit(FIRST, owner="directeur")
    assert "De actie is bewaard." in page.text
    assert session.get(Action, 1).supplier_id == supplier.id
