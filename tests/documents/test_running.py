"""What a paper may do while it is made: bounded, whatever the template says and however large the values are."""

from datetime import date

import pytest

from registry.documents import Gap, TemplateRefused, fill
from registry.documents.filling.running import Run
from registry.documents.filling.values import WrongValueError
from registry.documents.reading import bounds
from registry.errors import InvalidText
from tests.documents.specimens import lines, word_file

ROWS = [{"naam": "x"}] * 3000


def text(template: str, **values: object) -> str:
    return "\n".join(lines(fill(word_file(template), values).content))


def test_loops_in_loops_without_a_word_come_to_an_end():
    loops = "{% for a in r %}{% for b in r %}{% for c in r %}{% endfor %}{% endfor %}{% endfor %}"
    with pytest.raises(TemplateRefused, match="herhaalt te veel"):
        text(loops, r=ROWS)


def test_a_paper_that_becomes_too_large_is_stopped_while_it_is_made(monkeypatch):
    monkeypatch.setattr(bounds, "MOST_WRITTEN", 10_000)
    with pytest.raises(TemplateRefused, match="te groot"):
        text("{% for a in r %}{{ a.naam }} en zo voort{% endfor %}", r=ROWS)


def test_a_text_that_is_too_long_is_refused_by_its_path():
    with pytest.raises(InvalidText, match="te lang") as caught:
        text("{{ a.b }}", a={"b": "x" * (bounds.LONGEST_TEXT + 1)})
    assert caught.value.field == "a.b"


def test_a_text_that_is_just_short_enough_is_kept():
    assert len(text("{{ a }}", a="&" * bounds.LONGEST_TEXT)) == bounds.LONGEST_TEXT


def test_a_number_that_is_too_long_is_refused_by_its_path():
    with pytest.raises(InvalidText, match="te lang"):
        text("{{ a }}", a=10**5000)


class Loud(str):
    """A text with behaviour of its own, which nobody may call."""

    def __bool__(self):
        raise AssertionError

    __eq__ = __str__ = __len__ = encode = isprintable = __iter__ = __bool__
    __hash__ = str.__hash__


@pytest.mark.parametrize(
    "template",
    [
        "{{ x }}",
        "{% if x %}{% endif %}",
        "{% if x == 'a' %}{% endif %}",
        "{% if 'a' in x %}{% endif %}",
        "{{ x|length }}",
    ],
)
def test_a_value_of_any_other_type_is_never_touched(template):
    with pytest.raises((TypeError, TemplateRefused)):
        text(template, x=Loud("a"))


@pytest.mark.parametrize(
    "value", [Loud("x"), 1.5, None, ("a",), {1}, type("D", (dict,), {})()], ids=lambda v: type(v).__name__
)
def test_a_condition_takes_plain_values_only(value):
    with pytest.raises(WrongValueError):
        Run().true(value)


@pytest.mark.parametrize(
    ("value", "holds"),
    [("", False), ("x", True), (0, False), (1, True), ([], False), ([0], True), ({}, False), (date(2026, 1, 1), True)],
)
def test_what_is_empty_counts_as_no(value, holds):
    assert Run().true(value) is holds


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ("a == 'x'", True),
        ("a != 'x'", False),
        ("a < 'y'", True),
        ("n >= 3", True),
        ("n > 3", False),
        ("a in l", True),
        ("a not in l", False),
        ("'naam' in g", True),
        ("'am' in 'naam'", True),
        ("d == '3 maart 2026'", True),
        ("gat == 'x'", False),
        ("gat != 'x'", True),
        ("gat in l", False),
        ("gat < 3", False),
        ("w == true", True),
    ],
)
def test_a_comparison_holds_or_not(condition, holds):
    values = {"a": "x", "n": 3, "l": ["x", "y"], "g": {"naam": 1}, "d": date(2026, 3, 3), "gat": Gap("g"), "w": True}
    assert text(f"{{% if {condition} %}}ja{{% else %}}nee{{% endif %}}", **values) == ("ja" if holds else "nee")


@pytest.mark.parametrize("condition", ["a < 3", "g == 'x'", "3 in a", "a in 3", "g in l", "l < l"])
def test_a_comparison_that_makes_no_sense_is_refused(condition):
    with pytest.raises(TemplateRefused, match="past niet bij het veld"):
        text(f"{{% if {condition} %}}{{% endif %}}", a="x", g={}, l=["x"])


@pytest.mark.parametrize("tag", ["{{ leeg|first }}", "{{ leeg|last }}", "{{ naam|first }}", "{{ getal|length }}"])
def test_a_filter_on_what_it_does_not_fit_is_refused(tag):
    with pytest.raises(TemplateRefused, match="past niet bij het veld"):
        text(tag, leeg=[], naam="x", getal=3)
