"""The screens of supplier cards."""

import io
import json

import pytest

from registry.exchange.cards.reading import read_card
from registry.model import Supplier
from registry.services.suppliers.suppliers import edit_supplier
from tests.complete_register import complete_register

CARD = {
    "kaart": 1,
    "datum": "2026-08-01",
    "leverancier": {"naam": "Ander B.V.", "plaats": "Elders", "website": "https://ander.example"},
    "producten": [{"naam": "Cijfers & <tellen>", "soort": "lt", "privacybijsluiter": {"versie": "3"}}],
}


@pytest.fixture
def folder(app):
    cards = app.config["INSTANCE"].cards
    cards.mkdir()
    return cards


def sent(visitor, card):
    content = card if isinstance(card, bytes) else json.dumps(card).encode()
    page = visitor.open("/kaarten/")
    data = dict(page.values()) | {"file": (io.BytesIO(content), "kaart.json")}
    answer = visitor.client.post("/kaarten/", data=data, content_type="multipart/form-data")
    return type(page)(answer)


def test_a_card_is_shown_before_anything_is_written(session, visitor):
    page = sent(visitor, CARD)
    assert page.heading == "Ander B.V."
    assert "Cijfers & <tellen>" in page.text
    assert session.query(Supplier).count() == 0


def test_what_is_ticked_comes_in(session, visitor):
    page = sent(visitor, CARD)
    ticks = [key for key in page.tree.xpath("//input[@name='ticks']/@value") if key != "leverancier.plaats"]
    after = visitor.send("/kaarten/", page, ticks=ticks)
    assert "overgenomen wat u aanvinkte" in after.text
    supplier = session.query(Supplier).one()
    assert (supplier.city, supplier.website) == ("", "https://ander.example")
    assert [annex.edition for annex in supplier.products[0].privacy_annexes] == ["3"]


def test_what_would_replace_something_is_not_ticked_beforehand(session, visitor):
    register = complete_register(session)
    page = sent(
        visitor, {**CARD, "leverancier": {"naam": "Lettervlieg", "plaats": "Elders", "website": "https://l.example"}}
    )
    ticked = page.tree.xpath("//input[@name='ticks'][@checked]/@value")
    assert "leverancier.website" in ticked
    assert not {"leverancier.plaats", "leverancier.naam"} & set(ticked)
    assert register.lettervlieg.city == "Noorderwiel"


def test_ticks_stay_when_the_register_changed_meanwhile(session, visitor):
    supplier = complete_register(session).lettervlieg
    page = sent(visitor, {**CARD, "leverancier": {"naam": "Lettervlieg B.V.", "plaats": "Elders"}})
    edit_supplier(session, supplier.id, supplier.version, {"city": "Derde plaats"})
    again = visitor.send("/kaarten/", page, ticks=["leverancier.plaats"])
    assert again.status == 422
    assert "intussen gewijzigd" in again.text
    assert "Derde plaats" in again.text
    assert again.tree.xpath("//input[@name='ticks'][@checked]/@value") == ["leverancier.plaats"]


REFUSED = {"no card": (b"{}", "mist “kaart”"), "no JSON": (b"naam;plaats", "geen geldige JSON")}


@pytest.mark.parametrize(("content", "sentence"), REFUSED.values(), ids=REFUSED)
def test_a_bad_card_is_one_sentence(visitor, content, sentence):
    page = sent(visitor, content)
    assert page.status == 422
    assert [sentence in error for error in page.errors] == [True]


def test_the_folder_is_a_catalogue_to_pick_from(visitor, folder):
    (folder / "ander.json").write_text(json.dumps(CARD), encoding="utf-8")
    (folder / "stuk.json").write_text("{", encoding="utf-8")
    (folder / "lees mij.txt").write_text("x", encoding="utf-8")
    page = visitor.open("/kaarten/")
    assert page.texts("//main//tbody//th") == ["Ander B.V.ander.json", "stuk.json"]
    assert "Deze kaart is niet te gebruiken." in page.text
    link = page.tree.xpath("//main//tbody//a/@href")[0]
    assert visitor.open(link).heading == "Ander B.V."


@pytest.mark.parametrize("name", ["../settings.toml", "niets.json", "..%2Fx.json"], ids=["outside", "absent", "coded"])
def test_only_what_lies_in_the_folder_can_be_named(visitor, folder, name):
    assert visitor.open(f"/kaarten/kaart?bestand={name}").status == 404


def test_the_card_of_a_supplier_can_be_fetched(session, visitor):
    supplier = complete_register(session).lettervlieg
    page = visitor.open(f"/leveranciers/{supplier.id}")
    link = page.tree.xpath("//a[contains(@href, 'kaart.json')]/@href")[0]
    assert read_card(visitor.open(link).response.data)["leverancier"]["naam"] == "Lettervlieg B.V."
