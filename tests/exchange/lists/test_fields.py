"""The facts that lists are read with fit the register: every code exists there, and every label is one field's own."""

import pytest

from registry.exchange.lists.codes import code_of, find
from registry.exchange.lists.fields import fields, headings, plain, words
from registry.model.agreement_lists import AgreementStatus
from registry.model.product import Answer
from registry.model.supplier import ContactKind, CovenantStatus, PartyRole
from registry.reference import load

FACTS = load()
ENUMS = {
    "role": PartyRole,
    "contact_kind": ContactKind,
    "covenant_status": CovenantStatus,
    "answer": Answer,
    "agreement_status": AgreementStatus,
}
TABLES = {
    "product_kind": FACTS.product_kinds,
    "arrangement": FACTS.arrangements,
    "model_version": FACTS.model_versions,
    "legal_basis": FACTS.legal_bases,
    "guide_heading": FACTS.guide_headings,
    "sector": FACTS.sectors,
}


def test_every_list_of_words_belongs_to_the_register():
    assert set(words()["codes"]) == set(ENUMS) | set(TABLES)


@pytest.mark.parametrize("name", ENUMS)
def test_each_code_of_a_closed_list_is_there_and_known_by_its_label(name):
    assert set(words()["codes"][name]) == {one.value for one in ENUMS[name]}
    assert {one.value: find(name, one.label) for one in ENUMS[name]} == {one.value: one.value for one in ENUMS[name]}


@pytest.mark.parametrize("name", TABLES)
def test_each_code_of_the_reference_data_is_there_and_known_by_its_label(name):
    assert set(words()["codes"][name]) == set(TABLES[name])
    assert {code: code_of(name, fact.label) for code, fact in TABLES[name].items()} == {
        code: code for code in TABLES[name]
    }


@pytest.mark.parametrize(
    "name", sorted({field.type.partition(":")[2] for field in fields().values()} - {"", "country"})
)
def test_no_word_means_two_codes(name):
    listed = [word for listed in words()["codes"][name].values() for word in listed]
    assert sorted(listed) == sorted(set(listed))


def test_every_country_is_known_by_its_name_and_its_code():
    assert all(
        code_of("country", land.label) == code == code_of("country", code) for code, land in FACTS.countries.items()
    )


def test_labels_are_one_fields_own_and_headings_are_spelled_as_they_are_compared():
    labels = [field.label for field in fields().values()]
    assert len(set(labels)) == len(labels)
    assert all(headings()[plain(label)][0] == code for code, label in zip(fields(), labels, strict=True))
    assert [name for name in headings() if plain(name) != name] == []


def test_every_field_says_where_its_headings_were_seen():
    assert all(field.source for field in fields().values())
