"""Checking a template: what it asks for, what does not exist, what may not be in it; and it never raises."""

from hashlib import sha256

import pytest

from registry.documents import check, compiled
from tests.documents.building import table_file, with_notes
from tests.documents.examples import complete
from tests.documents.specimens import SHIPPED, shipped, word_file

EXAMPLE = {
    "leverancier": {"naam": "De Kade", "kvk": "01234567"},
    "lijst": {"rijen": [{"doel": "lezen", "modules": [{"naam": "Oefenen"}]}], "leeg": False, "kop": "x"},
    "open": [],
}


def found(template: bytes) -> list[str]:
    return [field.path for field in compiled(template).fields]


def test_the_fields_of_a_template_are_told_in_order_with_their_loops_resolved():
    template = word_file(
        "{{ leverancier.naam }} {% if lijst.leeg %}niets{% endif %}",
        "{% for rij in lijst.rijen %}{{ rij.doel }}{% for m in rij.modules %}{{ m.naam }}{% endfor %}{% endfor %}",
    )
    assert found(template) == [
        "leverancier.naam",
        "lijst.leeg",
        "lijst.rijen",
        "lijst.rijen.doel",
        "lijst.rijen.modules",
        "lijst.rijen.modules.naam",
    ]


def test_a_name_outside_its_loop_is_a_field_again():
    template = word_file("{% for leverancier in open %}{{ leverancier.x }}{% endfor %}{{ leverancier.naam }}")
    assert found(template) == ["open", "open.x", "leverancier.naam"]


def test_the_place_of_a_field_is_told():
    template = with_notes(word_file("{{ a }}", header="{{ b }}", footer="{{ c }}"), "endnotes", "{{ d }}")
    assert [(field.path, field.place) for field in compiled(template).fields] == [
        ("a", "in de tekst"),
        ("b", "in de koptekst"),
        ("c", "in de voettekst"),
        ("d", "in een eindnoot"),
    ]


def test_a_template_knows_its_hash():
    template = word_file("x")
    assert compiled(template).sha256 == sha256(template).hexdigest()


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_template_asks_for_nothing_that_does_not_exist(name):
    result = check(shipped(name), complete()[name])
    assert (result.ok, result.unknown, result.refused) == (True, (), ())
    assert len(result.fields) > 5


def test_an_unknown_field_is_told_with_the_nearest_one_and_its_place():
    template = word_file("{{ leverancier.naaam }}", header="{% if lijst.leeeg %}x{% endif %}")
    result = check(template, EXAMPLE)
    assert [(each.name, each.nearest, each.place) for each in result.unknown] == [
        ("leverancier.naaam", "leverancier.naam", "in de tekst"),
        ("lijst.leeeg", "lijst.leeg", "in de koptekst"),
    ]
    assert not result.ok


def test_an_unknown_field_of_a_row_is_told_by_its_path_without_a_number():
    template = table_file(["{%tr for rij in lijst.rijen %}"], ["{{ rij.doell }} {{ rij.doel }}"], ["{%tr endfor %}"])
    result = check(template, EXAMPLE)
    assert [(each.name, each.nearest) for each in result.unknown] == [("lijst.rijen.doell", "lijst.rijen.doel")]
    assert [field.path for field in result.fields] == ["lijst.rijen", "lijst.rijen.doel"]


def test_a_field_of_a_list_without_an_example_counts_as_known():
    assert check(word_file("{% for x in open %}{{ x.wat }}{% endfor %}"), EXAMPLE).ok


def test_a_name_that_is_asked_after_first_may_be_missing():
    assert check(word_file("{% if zwembad is defined %}{{ zwembad }}{% endif %}"), EXAMPLE).ok


def test_everything_that_is_not_allowed_is_told_with_its_place():
    template = word_file("{{ leverancier.naam|upper }}", "{{ 1 + 1 }}", header="{% set x = 1 %}")
    result = check(template, EXAMPLE)
    assert [each.place for each in result.refused] == [
        "in de tekst, bij “{{ leverancier.naam|upper }}”",
        "in de tekst, bij “{{ 1 + 1 }}”",
        "in de koptekst, bij “{% set x = 1 %}”",
    ]
    assert all("een opdracht die niet mag" in each.reason for each in result.refused)
    assert result.fields == ()


@pytest.mark.parametrize("content", [b"", b"PK", b"\xd0\xcf\x11\xe0" * 9, word_file("{{ "), word_file("{{ a } b }}")])
def test_a_bad_template_is_told_and_never_raises(content):
    assert check(content, EXAMPLE).refused
