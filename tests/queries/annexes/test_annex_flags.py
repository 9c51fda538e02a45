"""What deserves attention in a privacy annex."""

import pytest

from registry.model import AnnexData, AnnexStorage, PrivacyAnnex, Subprocessor
from registry.queries.annexes.annex_flags import (
    countries_outside_eea,
    has_national_number,
    special_categories,
    without_safeguard,
)


@pytest.fixture(autouse=True)
def known_facts(app):
    with app.app_context():
        yield


def annex_with(*categories, **marks):
    return PrivacyAnnex(data=[AnnexData(category=category, **marks) for category in categories])


def special(annex):
    return [category.code for category in special_categories(annex)]


def test_health_and_religion_are_special_by_nature():
    assert special(annex_with("1.1", "5", "6", "7b", "7e")) == ["5", "6", "7e"]


def test_other_data_are_special_when_somebody_marked_them():
    assert special(annex_with("12")) == []
    assert special(annex_with("12", is_special=True)) == ["12"]


def test_a_special_category_of_two_groups_counts_once():
    assert special(annex_with("5", "5")) == ["5"]


def test_the_national_number_is_recognised_and_the_chain_pseudonym_is_not():
    assert has_national_number(annex_with("13"))
    assert not has_national_number(annex_with("2", "14"))


def test_countries_outside_the_eea_are_those_of_storage_and_of_every_subprocessor():
    annex = PrivacyAnnex(
        storage=[AnnexStorage(country="NL"), AnnexStorage(country="US"), AnnexStorage(place="onbekend")],
        subprocessors=[Subprocessor(name="Wolk", country="GB"), Subprocessor(name="Mail", country="US")],
    )
    assert [country.code for country in countries_outside_eea(annex)] == ["US", "GB"]


@pytest.mark.parametrize(
    ("place", "lacks"),
    [
        ({"country": "NL"}, False),
        ({"country": ""}, False),
        ({"country": "US"}, True),
        ({"country": "US", "safeguard": "scc"}, False),
        ({"country": "US", "safeguard": "other"}, True),
        ({"country": "US", "safeguard": "other", "safeguard_note": "toestemming van de AP"}, False),
    ],
)
def test_outside_the_eea_a_safeguard_is_wanted(place, lacks):
    assert bool(without_safeguard(PrivacyAnnex(storage=[AnnexStorage(**place)]))) is lacks
