"""Cards as files: each fault in one Dutch sentence, and a hash that says whether the card is as it was made."""

import hashlib
import json
import re
import time
from pathlib import Path

import pytest

from registry.errors import FileRefused
from registry.exchange.cards.reading import card_file, hash_of, read_card, schema
from registry.reference import load
from registry.services.cards.values import check_codes

CARD = {"kaart": 1, "datum": "2026-08-01", "leverancier": {"naam": "Lettervlieg B.V."}}
SUPPLIER = CARD["leverancier"]
GUIDE = Path(__file__).parents[3] / "docs" / "kaart.md"


def written(**more):
    return json.dumps({**CARD, **more}).encode()


def about(**more):
    return written(leverancier={**SUPPLIER, **more})


DEEP = b'{"kaart":' + b"[" * 5000
REFUSED = {
    "no JSON": (b"naam: Lettervlieg", "geen geldige JSON"),
    "empty": (b"", "geen geldige JSON"),
    "a list": (b"[]", "“De kaart”|De kaart hoort een groep velden"),
    "not UTF-8": (b"\xff\xfe{}", "geen geldige JSON"),
    "half a sign": (b'{"kaart": "\\ud800"}', "geen geldige JSON"),
    "a name twice": (b'{"kaart": 1, "kaart": 1}', "geen geldige JSON"),
    "no number": (b'{"kaart": NaN}', "geen geldige JSON"),
    "a number without end": (b'{"kaart": ' + b"9" * 5000 + b"}", "geen geldige JSON"),
    "too deep": (DEEP, "te diep genest"),
    "too large": (b" " * 1_000_001, "hoogstens 1 MB"),
    "another version": (written(kaart=2), "“kaart” hoort 1 te zijn"),
    "nothing about a supplier": (b'{"kaart": 1, "datum": "2026-08-01"}', "mist “leverancier”"),
    "an empty name": (about(naam=""), "“leverancier naam” is leeg"),
    "a name that is too long": (about(naam="x" * 201), "hoogstens 200 tekens"),
    "a name that is a number": (about(naam=1), "tekst tussen aanhalingstekens"),
    "a field of another system": (about(notitie="x"), "een veld dat een kaart niet kent: “notitie”"),
    "a role that is none": (about(rol="baas"), "een van deze waarden"),
    "a day that does not exist": (written(datum="2026-02-30"), "geen datum die bestaat"),
    "a BSN": (about(adres="111222333"), "een BSN kan zijn"),
    "endless products": (written(producten=[0] * 300_000), "hoogstens 200"),
    "endless names": (about(andereNamen=["1 "] * 120_000), "hoogstens 50"),
    "a wrong hash": (written(hash=f"sha256:{'0' * 64}"), "past niet bij de kaart"),
}


@pytest.mark.parametrize(("content", "sentence"), REFUSED.values(), ids=REFUSED)
def test_a_card_is_refused_in_one_sentence(content, sentence):
    began = time.perf_counter()
    with pytest.raises(FileRefused, match=sentence) as fault:
        read_card(content)
    assert time.perf_counter() - began < 2
    assert "111222333" not in fault.value.sentence


def test_an_unsigned_card_is_read():
    assert read_card(written()) == CARD


def test_a_signed_card_is_read_whatever_its_layout():
    signed = read_card(card_file(CARD))
    assert read_card(json.dumps(signed, indent=7).encode("utf-8-sig")) == signed


def test_the_hash_can_be_made_by_hand():
    canonical = '{"datum":"2026-08-01","kaart":1,"leverancier":{"naam":"Zoë"}}'
    by_hand = hashlib.sha256(canonical.encode()).hexdigest()
    assert hash_of({"leverancier": {"naam": "Zoë"}, "kaart": 1, "datum": "2026-08-01"}) == f"sha256:{by_hand}"


def test_an_unknown_code_is_refused_by_its_field():
    with pytest.raises(FileRefused, match="“land”: de code “XX” staat niet in de lijst met landen"):
        check_codes(read_card(about(land="XX")), load(None))


def test_the_example_of_the_guide_is_a_sound_card():
    example = re.search(r"```json\n(\{.*?\n\})\n```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)[1]
    card = read_card(example.encode())
    check_codes(card, load(None))
    assert card["producten"][0]["privacybijsluiter"]["subverwerkers"]


def test_the_schema_allows_what_the_register_holds_and_no_more():
    from registry.queries.exports.card_shape import ANNEXES, PRODUCT, SUPPLIER

    properties = schema()["properties"]
    places = {
        "leverancier": (SUPPLIER, properties["leverancier"]),
        "product": (PRODUCT, properties["producten"]["items"]),
        **{name: (shape, schema()["$defs"][name]) for name, shape in ANNEXES.items()},
    }
    for shape, said in places.values():
        _same(shape.kind, shape.fields, said)
        for rows in shape.rows.values():
            _same(rows.kind, rows.fields, said["properties"][rows.name]["items"])


def _same(kind, fields, said):
    assert said["additionalProperties"] is False
    for field, name in fields.items():
        column = getattr(kind, field).property.columns[0]
        told = said["properties"][name]
        if most := getattr(column.type, "most", None):
            assert told["maxLength"] == most, name
        if members := getattr(column.type, "enum_class", None):
            assert told["enum"] == [member.value for member in members], name
