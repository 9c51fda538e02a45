"""Countries: inside the EEA, with an adequacy decision, or in need of a safeguard."""

import pytest

from registry.errors import UnknownCode
from registry.reference import load

ADEQUATE = "AD AR BR CH FO GB GG IL IM JE JP KR NZ UY"
EEA = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK"
PARTS_OF_FRANCE_AND_FINLAND = "AX GF GP MF MQ RE YT"


@pytest.fixture(scope="module")
def reference():
    return load()


def test_every_country_of_iso_3166_is_there(reference):
    assert len(reference.countries) == 249
    assert all(len(code) == 2 and code.isupper() for code in reference.countries)


def test_a_country_has_its_dutch_name(reference):
    assert reference.country("DE").label == "Duitsland"


def test_the_eea_is_the_union_with_iceland_liechtenstein_and_norway(reference):
    eea = [code for code, country in reference.countries.items() if country.is_eea]
    assert sorted(eea) == sorted(f"{EEA} {PARTS_OF_FRANCE_AND_FINLAND}".split())


def test_inside_the_eea_no_safeguard_is_asked(reference):
    assert not reference.country("NO").needs_safeguard


@pytest.mark.parametrize("code", ["US", "IN", "CH"])
def test_outside_the_eea_a_safeguard_is_asked(reference, code):
    assert reference.country(code).needs_safeguard


def test_the_countries_with_a_decision_for_every_recipient(reference):
    assert " ".join(code for code, country in reference.countries.items() if country.has_adequacy) == ADEQUATE


@pytest.mark.parametrize("code", ["US", "CA"])
def test_a_decision_for_some_recipients_is_no_adequacy_of_the_country(reference, code):
    country = reference.country(code)
    assert country.adequacy
    assert country.adequacy_limit
    assert not country.has_adequacy


def test_no_adequacy_decision_is_called_verified(reference):
    decided = [country for country in reference.countries.values() if country.adequacy]
    assert [country.code for country in decided if country.verified] == []
    assert all("ij de Commissie nagaan" in country.note for country in decided)


def test_that_there_is_no_decision_is_not_called_verified_either(reference):
    assert not reference.country("IN").verified


@pytest.mark.parametrize("code", ["XX", "nl", ""])
def test_an_unknown_country_gets_a_sentence(reference, code):
    with pytest.raises(UnknownCode, match="staat niet in de lijst met landen"):
        reference.country(code)
