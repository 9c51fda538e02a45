"""Keys by which names are compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry import identifiers


@pytest.mark.parametrize(
    "name",
    ["uitgeverij de kade", "UITGEVERIJ  DE KADE", "Ｕitgeverij De Kadé", "'Uitgeverij' De-Kade!", "uitgeverij_de_kade"],
)
def test_capitals_accents_and_punctuation_do_not_count(name):
    assert identifiers.name_key(name) == "uitgeverij de kade"


@pytest.mark.parametrize("form", ["B.V.", "BV", "b. v.", "N.V.", "V.O.F.", ", Ltd.", "GmbH", "Inc", "U.A."])
def test_a_legal_form_behind_the_name_does_not_count(form):
    assert identifiers.name_key(f"Uitgeverij De Kade {form}") == "uitgeverij de kade"


@pytest.mark.parametrize("form", ["Stichting", "Stg.", "Vereniging", "Coöperatie"])
def test_a_legal_form_before_the_name_does_not_count(form):
    assert identifiers.name_key(f"{form} De Kade") == "de kade"


@pytest.mark.parametrize(
    ("one", "other"),
    [("L.C.G. Kade", "LCG Kade"), ("J. Bos", "J.Bos"), ("Kade.Educatie", "Kade Educatie"), ("Foto's", "Foto’s")],
)
def test_names_that_differ_in_points_and_apostrophes_share_a_key(one, other):
    assert identifiers.name_key(one) == identifiers.name_key(other)


def test_a_composed_and_a_decomposed_letter_share_a_key():
    assert identifiers.name_key("V\u00f3\u00f3r") == identifiers.name_key("Vo\u0301o\u0301r") == "voor"


@pytest.mark.parametrize(("one", "other"), [("Plan X B.V.", "Plan B.V."), ("Kade 1", "Kade 2"), ("Boom", "Bomen")])
def test_names_that_differ_in_a_word_do_not_share_a_key(one, other):
    assert identifiers.name_key(one) != identifiers.name_key(other)


@pytest.mark.parametrize(
    ("name", "key"), [("B.V.", "b.v."), ("Stichting", "stichting"), ("★", "★"), ("!", "!"), ("", "")]
)
def test_a_name_of_which_nothing_is_left_is_its_own_key(name, key):
    assert identifiers.name_key(name) == key


@given(st.text(st.characters(), min_size=1))
def test_a_name_always_has_a_key(name):
    assert identifiers.name_key(name)
