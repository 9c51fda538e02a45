"""The starter catalogue: suppliers and products to begin with."""

import pytest

from registry.reference import load


@pytest.fixture(scope="module")
def catalogue():
    return load().catalogue


def test_a_supplier_may_stand_there_without_a_product(catalogue):
    assert (catalogue["noordhoff"].supplier, catalogue["noordhoff"].product) == ("Noordhoff", "")


def test_other_spellings_of_a_product_are_aliases(catalogue):
    assert catalogue["somtoday"].product_aliases == ("SOMtoday", "SomToday", "SomToDay")


def test_other_names_of_a_supplier_stand_apart_from_those_of_its_product(catalogue):
    assert catalogue["magister"].supplier_aliases == ("Iddink Groep",)
    assert catalogue["magister"].product_aliases == ("Magister 6",)


def test_a_misspelling_is_no_alias(catalogue):
    entry = catalogue["parnassys"]
    assert entry.misspellings == ("Tropicus onderwijs B.V.",)
    assert "Tropicus onderwijs B.V." not in entry.supplier_aliases + entry.product_aliases


def test_several_products_in_one_row_of_the_source_became_entries_of_their_own(catalogue):
    onderwijsbouwen = [entry.product for entry in catalogue.values() if entry.supplier == "Onderwijsbouwen"]
    assert onderwijsbouwen == ["Corrigo", "Actuales", "Nexus"]


def test_what_was_named_without_a_source_is_not_called_verified(catalogue):
    unsourced = [entry for entry in catalogue.values() if not entry.source.startswith("http")]
    assert unsourced
    assert [entry.code for entry in unsourced if entry.verified] == []


def test_every_entry_has_a_kind_and_a_sector(catalogue):
    assert [entry.code for entry in catalogue.values() if not (entry.kind and entry.sectors)] == []


def test_no_remark_is_left_in_a_name(catalogue):
    names = [
        name
        for entry in catalogue.values()
        for name in (entry.product, *entry.supplier_aliases, *entry.product_aliases, *entry.misspellings)
    ]
    assert [name for name in names if "(" in name or "ook:" in name or ";" in name] == []
