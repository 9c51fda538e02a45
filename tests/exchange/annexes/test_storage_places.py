"""Towns of storage in sentences of a supplier's own: each with the country that it is in, and never a guess."""

import pytest


def at(country, place):
    return {"country": country, "place": place}


BOTH = [at("NL", "Amsterdam"), at("IE", "Dublin")]


@pytest.mark.parametrize(
    ("said", "places"),
    [
        ("In Amsterdam en Dublin, dus in Nederland en Ierland.", BOTH),
        ("Onze servers staan in Nederland en Ierland (Amsterdam en Dublin).", BOTH),
        ("Data are stored in Amsterdam and Dublin, so in the Netherlands and Ireland.", BOTH),
        ("Opslag in Nederland, te Bentelo en te Delft.", [at("NL", "Bentelo"), at("NL", "Delft")]),
        ("Nederland (Delft, Almere en Ede)", [at("NL", "Delft"), at("NL", "Almere"), at("NL", "Ede")]),
        ("De gegevens staan in Nederland. Ons kantoor is in Utrecht.", [at("NL", None)]),
    ],
)
def test_each_town_is_of_its_own_country(annex, said, places):
    told = annex("Opslag", [said])
    assert told["storage"] == places
    assert told["found"]["storage[0]"]["certainty"] >= 0.9


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("De gegevens worden bewaard in Nederland door Wolkenveld B.V. te Utrecht.", at("NL", "Utrecht")),
        ("De servers staan in Bentelo, dus gewoon hier in Nederland.", at("NL", None)),
    ],
)
def test_a_town_that_may_be_of_something_else_makes_it_less_sure(annex, said, place):
    told = annex("Opslag", [said])
    assert told["storage"] == [place]
    assert told["found"]["storage[0]"]["certainty"] < 0.9


@pytest.mark.parametrize(
    ("said", "places"),
    [
        ("De gegevens staan bij Alpenwolk AG in Duitsland.", [at("DE", None)]),
        ("Onze gegevens staan bij Noordzee SE. De servers staan in Nederland.", [at("NL", None)]),
        ("Stockholm (SE)", [at("SE", "Stockholm")]),
    ],
)
def test_a_legal_form_is_no_country(annex, said, places):
    assert annex("Opslag", [said])["storage"] == places


def test_towns_of_several_countries_are_told_less_surely(annex):
    told = annex("Opslag", ["Bij Wolkenhost in Apeldoorn, en de back-up in Nürnberg."])
    assert told["storage"] == [at("NL", "Apeldoorn"), at("DE", "Nürnberg")]
    assert told["found"]["storage[0]"]["certainty"] < 0.9


@pytest.mark.parametrize(
    ("said", "places"),
    [
        ("Datacenter: Harlingen (Nederland). EER: ☑ binnen ☐ buiten", [at("NL", "Harlingen")]),
        ("☑ Nederland ☐ België", [at("NL", None)]),
        ("☐ Buiten de EER. Namelijk in India ☑ Nederland", [at("NL", None)]),
    ],
)
def test_a_place_before_boxes_stands_and_one_behind_an_empty_box_does_not(annex, said, places):
    assert annex("Opslag", [said])["storage"] == places
