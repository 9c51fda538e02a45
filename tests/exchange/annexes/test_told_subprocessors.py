"""Subprocessors in sentences of a supplier's own: what each does, and where it is."""

import pytest

from tests.exchange.annexes.forms import party


@pytest.mark.parametrize(
    ("said", "service"),
    [
        ("Wolkenveld B.V. verzorgt de hosting in Nederland.", "hosting"),
        ("Wolkenveld B.V. levert de servers en staat in Nederland.", "levert de servers"),
        ("Wolkenveld B.V. (Nederland) verstuurt onze sms-berichten.", "verstuurt onze sms-berichten"),
        ("Wolkenveld B.V. uit Nederland beheert de servers.", "beheert de servers"),
        ("Wolkenveld B.V. slaat de back-ups op in Nederland.", "slaat de back-ups op"),
        ("Wolkenveld B.V. hosts our servers and is based in the Netherlands.", "hosts our servers"),
    ],
)
def test_a_verb_tells_what_a_party_does(annex, said, service):
    told = annex("Subverwerkers", [said])
    assert told["subprocessors"] == [party("Wolkenveld B.V.", service, "NL")]
    assert told["found"]["subprocessors[0]"]["certainty"] >= 0.9


@pytest.mark.parametrize(
    ("said", "service"),
    [
        (
            "Ja, één: Wolkenveld B.V. beheert voor ons de servers. Dat bedrijf zit in Nederland.",
            "beheert voor ons de servers",
        ),
        (
            "Wij werken met Wolkenveld B.V., die de servers beheert. Dit bedrijf is gevestigd in Nederland.",
            "de servers beheert",
        ),
        ("Eén bedrijf helpt ons: Wolkenveld B.V. (hosting). Het staat in Nederland.", "hosting"),
    ],
)
def test_a_sentence_after_it_tells_where_it_is_less_surely(annex, said, service):
    told = annex("Subverwerkers", [said])
    assert told["subprocessors"] == [party("Wolkenveld B.V.", service, "NL")]
    assert told["found"]["subprocessors[0]"]["certainty"] < 0.9


def test_one_country_may_be_that_of_both(annex):
    said = "Wolkenveld B.V. doet de hosting. Zonnedauw GmbH verstuurt e-mail. Beide staan in Duitsland."
    hosting, mail = party("Wolkenveld B.V.", "hosting", "DE"), party("Zonnedauw GmbH", "verstuurt e-mail", "DE")
    assert annex("Subverwerkers", [said])["subprocessors"] == [hosting, mail]


def test_the_supplier_that_takes_others_in_is_none_of_them(annex):
    said = "Wolkjes B.V. schakelt de volgende partij in. Sneeuwuil Oy levert de servers en staat in Finland."
    assert annex("Subverwerkers", [said])["subprocessors"] == [party("Sneeuwuil Oy", "levert de servers", "FI")]


@pytest.mark.parametrize("heading", ["Inzet van derden", "Wie werkt er mee?", "F. Derden"])
def test_others_may_be_called_third_parties(annex, heading):
    said = ["Wolkenveld B.V. – hosting – Nederland"]
    assert annex(heading, said)["subprocessors"] == [party("Wolkenveld B.V.", "hosting", "NL")]


def test_a_party_with_two_countries_is_less_sure_and_told_with_that_of_its_seat(annex):
    told = annex("Subverwerkers", ["Alpenwolk AG, Zwitserland – hosting (servers in Frankfurt, Duitsland)"])
    assert told["subprocessors"] == [party("Alpenwolk AG", "hosting", "CH")]
    assert told["found"]["subprocessors[0]"]["certainty"] < 0.9


def test_the_town_of_a_party_tells_its_country(annex):
    said = ["Wolkenveld BV (hosting, Zwolle); Zonnedauw BV (e-mail, Deventer)"]
    hosting, mail = party("Wolkenveld BV", "hosting", "NL"), party("Zonnedauw BV", "e-mail", "NL")
    assert annex("Subverwerkers", said)["subprocessors"] == [hosting, mail]


def test_a_legal_form_that_is_a_word_as_well_counts_in_capitals(annex):
    said = ["Elbe Hosting GmbH (Germany) runs the servers. Fjordpost AS, Norway, sends our e-mails as we ask."]
    assert annex("Who helps us", said)["subprocessors"] == [
        party("Elbe Hosting GmbH", "runs the servers", "DE"),
        party("Fjordpost AS", "sends our e-mails as we ask", "NO"),
    ]


def test_two_countries_in_one_cell_are_less_sure(annex):
    heads = ("Naam", "Dienst", "Land")
    told = annex("Subverwerkers", [heads, ("Azuur Ltd", "hosting", "Ierland / Nederland"), ("Mees BV", "mail", "NL")])
    sure = [told["found"][f"subprocessors[{at}]"]["certainty"] >= 0.9 for at in range(2)]
    assert sure == [False, True]
