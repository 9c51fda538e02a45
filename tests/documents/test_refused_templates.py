"""Templates that are refused, each with a Dutch sentence that names the place."""

import pytest

from registry.documents import Gap, TemplateRefused, fill
from tests.documents.specimens import lines, word_file

VALUES = {"leverancier": {"naam": "De Kade", "kvk": Gap("KvK-nummer")}, "rijen": [{"doel": "lezen"}], "tekst": "x"}


def refusal(*paragraphs: str, **places: str) -> str:
    with pytest.raises(TemplateRefused) as caught:
        fill(word_file(*paragraphs, **places), VALUES)
    return caught.value.sentence


@pytest.mark.parametrize(
    ("placeholder", "asked", "nearest"),
    [
        ("{{ leverancierr }}", "leverancierr", "leverancier"),
        ("{{ leverancierr.naam }}", "leverancierr", "leverancier"),
        ("{{ leverancier.naaam }}", "leverancier.naaam", "leverancier.naam"),
        ("{% if leverancier.kvkk %}x{% endif %}", "leverancier.kvkk", "leverancier.kvk"),
        ("{% for rij in rijenn %}{% endfor %}", "rijenn", "rijen"),
        ("{% for rij in rijen %}{{ rij.doell }}{% endfor %}", "rijen.1.doell", "rijen.1.doel"),
        ("{% if tekst == 'nooit' %}{{ teksst }}{% endif %}", "teksst", "tekst"),
    ],
)
def test_an_unknown_placeholder_is_refused_with_the_nearest_known_one(placeholder, asked, nearest):
    sentence = refusal(placeholder)
    assert f"vraagt om “{asked}”" in sentence
    assert f"Bedoeld is misschien “{nearest}”" in sentence


def test_a_field_that_is_missing_where_nothing_is_looked_up_does_no_harm():
    template = word_file("{% if tekst == 'nooit' %}{{ leverancier.weg }}{% endif %}", "{{ leverancier.naam }}")
    assert lines(fill(template, VALUES).content) == ["De Kade"]


def test_of_two_fields_that_are_missing_the_one_that_is_looked_up_is_told():
    sentence = refusal("{% if tekst == 'nooit' %}{{ leverancier.weg }}{% endif %}", "{{ leverancier.naaam }}")
    assert "“leverancier.naaam”" in sentence


def test_a_name_that_is_used_though_it_is_not_defined_is_told():
    assert "“zwembad”" in refusal("{% if zwembad is defined %}x{% endif %}{{ zwembad }}")


def test_an_unknown_placeholder_like_nothing_known_is_refused_without_a_guess():
    assert refusal("{{ zwembad }}") == "Het sjabloon vraagt om “zwembad”, maar dat veld bestaat niet."


@pytest.mark.parametrize("place", ["cell", "header", "footer"])
def test_an_unknown_placeholder_is_refused_wherever_it_stands(place):
    assert "“zwembad”" in refusal(**{place: "{{ zwembad }}"})


@pytest.mark.parametrize("method", ["items", "keys", "clear", "__class__"])
def test_what_python_knows_of_a_value_is_unknown_here(method):
    assert f"leverancier.{method}" in refusal(f"{{{{ leverancier.{method} }}}}")


@pytest.mark.parametrize(
    "expression",
    [
        "{{ 7*7 }}",
        "{{ tekst * 1000000000 }}",
        "{{ tekst.upper() }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ tekst.__class__ }}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{{ leverancier.naam.__init__.__globals__ }}",
    ],
)
def test_calling_calculating_and_looking_behind_a_value_are_refused(expression):
    assert "een opdracht die niet mag" in refusal(expression)


@pytest.mark.parametrize("name", ["range(10)", "cycler", "lipsum.__globals__", "namespace", "dict"])
def test_the_functions_of_jinja_are_unknown(name):
    assert "bestaat niet" in refusal(f"{{{{ {name} }}}}")


@pytest.mark.parametrize("filtered", ["{{ tekst|safe }}", "{{ tekst|attr('x') }}", "{{ '%9999d'|format(1) }}"])
def test_a_filter_that_is_not_ours_is_refused_by_its_place(filtered):
    assert filtered in refusal("Eerste alinea", "Tweede alinea", "Derde alinea", "Vierde alinea", filtered)


def test_escaping_cannot_be_switched_off():
    assert "een opdracht die niet mag" in refusal("{% autoescape false %}{{ tekst }}{% endautoescape %}")


@pytest.mark.parametrize("statement", ["{% include '/etc/passwd' %}", "{% import 'os' as os %}", "{% extends 'x' %}"])
def test_nothing_is_read_from_elsewhere(statement):
    assert "kan niet worden ingevuld" in refusal(statement)


@pytest.mark.parametrize(
    "broken", ["{{ ", "{{ tekst", "{% for rij in rijen %}", "{% endfor %}", "{% if %}", "{% debug %}"]
)
def test_a_broken_tag_is_refused_by_its_place(broken):
    assert f"bij “{broken.strip()}" in refusal("Eerste alinea", broken)


def test_a_tag_that_breaks_a_table_in_two_is_refused():
    assert "verkeerde plaats" in refusal("{% if tekst == 'nooit' %}", cell="{% endif %}")


@pytest.mark.parametrize("whole", ["{{ leverancier }}", "{{ rijen }}"])
def test_a_group_of_fields_is_not_printed(whole):
    assert "een groep velden" in refusal(whole)


def test_walking_through_what_is_no_list_is_refused():
    assert "past niet bij het veld" in refusal("{% for x in leverancier.kvk %}{{ x }}{% endfor %}")


@pytest.mark.parametrize("content", [b"", b"tekst", b"%PDF-1.7", b"\xd0\xcf\x11\xe0" * 200, b"PK\x03\x04half"])
def test_what_is_no_word_file_is_refused(content):
    with pytest.raises(TemplateRefused, match="geen Word-bestand"):
        fill(content, {})
