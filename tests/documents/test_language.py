"""The language by itself: what is on the lists, what is not, and what it asks for; nothing is rendered here."""

import pytest

from registry.documents.language.language import program


def refusals(source: str) -> list[str]:
    return [refusal.sentence for refusal in program("word/document.xml", source).refusals]


def paths(source: str) -> list[str]:
    return [use.path for use in program("word/document.xml", source).uses]


@pytest.mark.parametrize(
    "source",
    [
        "{{ a }}",
        "{{ a.b.c }}",
        "{{ 'x' }}",
        "{{ 3 }}",
        "{{ a or 'x' }}",
        "{{ a if b else c }}",
        "{% if a and not b or c == 'x' %}{% elif d in e %}{% else %}{% endif %}",
        "{% for x in a.b %}{{ x.c }}{{ loop.index }}{{ loop.first }}{% else %}{% endfor %}",
        "{% if a is defined and a is not undefined %}{% endif %}",
        "{{ a|join(', ') }}{{ a|first }}{{ a|last }}{{ a|length }}",
        "{# anything #}",
    ],
)
def test_what_is_on_the_lists_is_allowed(source):
    assert refusals(source) == []


@pytest.mark.parametrize(
    "source",
    [
        "{{ a() }}",
        "{{ a.b() }}",
        "{{ a + 1 }}",
        "{{ -a }}",
        "{{ a ~ b }}",
        "{{ a[0] }}",
        "{{ a['b'] }}",
        "{{ a[1:2] }}",
        "{{ [a] }}",
        "{{ (a, b) }}",
        "{{ {'a': b} }}",
        "{{ 1.5 }}",
        "{{ none }}",
        "{{ a < b < c }}",
        "{{ a._b }}",
        "{{ _a }}",
        "{{ a.__class__ }}",
        "{{ 'x'.y }}",
        "{{ a if b }}",
        "{{ a|upper }}",
        "{{ a|join(b) }}",
        "{{ a|join('x', 'y') }}",
        "{{ a|first(1) }}",
        "{{ a is even }}",
        "{{ a is defined(b) }}",
        "{{ 1 is defined }}",
        "{% if a|join %}{% endif %}",
        "{% for x in [1] %}{% endfor %}",
        "{% for x in a|first %}{% endfor %}",
        "{% for x, y in a %}{% endfor %}",
        "{% for x in a if x %}{% endfor %}",
        "{% for x in a recursive %}{% endfor %}",
        "{% for loop in a %}{% endfor %}",
        "{% for x in a %}{{ loop }}{% endfor %}",
        "{% for x in a %}{{ loop.cycle }}{% endfor %}",
        "{% for x in a %}{% for y in loop %}{% endfor %}{% endfor %}",
        "{% for x in a %}{{ loop.index.real }}{% endfor %}",
        "{% set x = a %}",
        "{% with x = a %}{% endwith %}",
        "{% block a %}{% endblock %}",
        "{% macro m() %}{% endmacro %}",
        "{% call a() %}{% endcall %}",
        "{% filter upper %}{% endfilter %}",
        "{% autoescape false %}{% endautoescape %}",
        "{% include 'x' %}",
        "{% import 'x' as y %}",
        "{% extends 'x' %}",
    ],
)
def test_what_is_not_on_the_lists_is_refused(source):
    assert len(refusals(source)) >= 1


def test_everything_that_is_wrong_is_told_not_only_the_first():
    assert len(refusals("{{ a() }}\n{{ b + 1 }}\n{% set x = 1 %}")) == 3


def test_a_refusal_names_the_text_of_its_line():
    assert refusals("<w:t>eerste</w:t>\n<w:t>tweede {{ a() }}</w:t>")[0].endswith(
        "in de tekst, bij “tweede {{ a() }}”."
    )


def test_names_are_told_by_the_values_that_they_stand_for():
    source = "{% for a in x.y %}{% for b in a.z %}{{ b }}{{ b.c }}{{ a.d }}{% endfor %}{% endfor %}{{ a }}"
    assert paths(source) == ["x.y", "x.y.z", "x.y.z", "x.y.z.c", "x.y.d", "a"]


def test_a_name_that_is_asked_after_need_not_exist():
    uses = program("word/document.xml", "{% if a.b is defined %}{% endif %}").uses
    assert [(use.path, use.is_required) for use in uses] == [("a.b", False)]
