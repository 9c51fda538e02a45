"""What a template asks for and what is wrong with it, before it is kept."""

import pytest

from registry.errors import BrokenRule
from registry.model.paper_template import HOUSE_STYLE
from registry.services.paper.checking import check_template
from registry.services.paper.fields import FIELDS
from tests.documents.specimens import SHIPPED, shipped, word_file

GUIDE = "schoolgids-leverancierslijst"


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_template_is_right_for_its_paper(name):
    report = check_template(shipped(name), name)
    assert (report.unknown, report.refused) == ((), ())
    assert report.fields


def test_the_fields_that_it_asks_for_are_told_once(app):
    report = check_template(word_file("{{ school.naam }} en {{ school.plaats }}, {{ school.naam }}"), GUIDE)
    assert report.plain() == {"ok": True, "fields": ["school.naam", "school.plaats"], "unknown": [], "refused": []}


def test_an_unknown_name_is_told_with_the_nearest_and_its_place():
    report = check_template(word_file("Tekst", header="{{ school.naan }}"), GUIDE)
    assert report.plain()["unknown"] == [
        {"name": "school.naan", "nearest": "school.naam", "place": "in de koptekst"},
    ]
    assert not report.ok


def test_a_field_of_another_paper_is_known_only_where_no_paper_was_named():
    content = word_file("{{ bestuur.naam }} {{ lijst.telzin }}")
    assert check_template(content).ok
    assert [one.name for one in check_template(content, GUIDE).unknown] == ["bestuur"]


@pytest.mark.parametrize("text", ["{{ 7 * 7 }}", "{{ school.naam.upper() }}", "{% for %}", "{{ school.naam"])
def test_what_a_template_may_not_do_is_refused_with_a_sentence(text):
    report = check_template(word_file(text), GUIDE)
    assert not report.ok
    assert all(one.reason for one in report.refused)


def test_a_file_that_is_no_word_file_is_refused_and_nothing_is_raised():
    assert [one.reason[:24] for one in check_template(b"niets").refused] == ["Dit is geen Word-bestand"]


def test_a_house_style_may_have_fields_of_the_document_around_its_text_only():
    assert check_template(word_file("Typ hier", footer="{{ document.titel }}"), HOUSE_STYLE).ok
    report = check_template(word_file("{{ document.titel }}"), HOUSE_STYLE)
    assert [one.place for one in report.refused] == ["{{ document.titel }}"]


def test_a_paper_that_does_not_exist_is_named_with_those_that_do():
    with pytest.raises(BrokenRule, match=f"Kies uit: {next(iter(FIELDS))}"):
        check_template(word_file(""), "niets")
