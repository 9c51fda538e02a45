"""The annexes: what is chosen, what is not processed, and what is not known."""

import pytest

from tests.documents.specimens import text_of

PRIVACY, SECURITY = "bijlage-1-privacybijsluiter", "bijlage-2-beveiligingsbijlage"


def test_the_privacy_annex_shows_the_choice_and_what_is_not_processed():
    text = text_of(PRIVACY)
    assert "Geluidsopnamen van het voorlezen bewaren\nnee" in text
    assert "Uitdrukkelijk niet verwerkt:\nburgerservicenummer (BSN)" in text
    assert "Bijzondere persoonsgegevens" in text


def test_the_privacy_annex_asks_for_a_safeguard_only_outside_the_eea():
    text = text_of(PRIVACY)
    assert "Schipperdam\nnee\nniet nodig" in text
    assert "Springfield\nja\nadequaatheidsbesluit EU-VS" in text


@pytest.mark.parametrize(
    ("none", "sentence"),
    [(True, "schakelt voor dit product geen subverwerkers in"), (False, "Er is niet vastgelegd of de leverancier")],
)
def test_no_subprocessors_and_not_knowing_are_two_things(none, sentence):
    assert sentence in text_of(PRIVACY, bijsluiter={"subverwerkers": [], "geen_subverwerkers": none})


def test_an_annex_without_rows_says_so_instead_of_an_empty_table():
    empty = {key: [] for key in ("doeleinden", "gegevens", "opslag", "bewaren", "optioneel", "niet_verwerkt")}
    text = text_of(PRIVACY, bijsluiter=empty)
    assert "Er zijn geen doelen vastgelegd." in text
    assert "Er is geen optionele verwerking vastgelegd." in text


def test_the_security_annex_says_the_hours():
    assert "uiterlijk binnen 24 uur" in text_of(SECURITY)
