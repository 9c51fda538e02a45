"""Filling a template: what goes in comes out, character for character."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime

import pytest
from markupsafe import Markup

from registry.documents import fill
from registry.errors import InvalidText
from tests.documents.specimens import lines, paragraphs, parts, read, word_file

NASTY = [
    "Jansen & Zonen",
    "a < b > c",
    "X <b>vet</b> Y",
    "A</w:t></w:r></w:p><w:p><w:r><w:t>INGEVOEGD",
    "{{ 7*7 }}",
    "{% for %}",
    "{# x #}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{_{ x }_} {_% y %_}",
    "]]>",
    "&amp; &#38; &lt;",
    'O\'Brien "x" \\ % _ ` “krul”',
    "اسم 👩‍🏫 é e\u0301 ĳ",
    "  spaties vooraan en achteraan  ",
]


def filled(template: bytes, **values: object) -> bytes:
    return fill(template, values).content


@pytest.mark.parametrize("text", NASTY)
def test_a_text_comes_out_as_it_went_in(text):
    content = filled(word_file("voor {{ naam }} na"), naam=text)
    assert [paragraph.text for paragraph in paragraphs(content)] == [f"voor {text} na", ""]


@pytest.mark.parametrize("text", NASTY)
def test_a_text_comes_out_as_it_went_in_in_table_header_and_footer(text):
    content = filled(word_file(cell="{{ naam }}", header="{{ naam }}", footer="{{ naam }}"), naam=text)
    section = read(content).sections[0]
    assert read(content).tables[0].cell(0, 0).text == text
    assert [section.header.paragraphs[0].text, section.footer.paragraphs[0].text] == [text, text]


def test_static_text_of_the_template_stays_as_it_is():
    static = "Jansen & Zonen < 5"
    content = filled(word_file(static, cell=static, header=static, footer=static))
    section = read(content).sections[0]
    assert lines(content) == [static, static]
    assert [section.header.paragraphs[0].text, section.footer.paragraphs[0].text] == [static, static]


def test_line_breaks_become_line_breaks():
    content = filled(word_file("{{ adres }}"), adres="Kerkpad 12\r\n1234 AB Waterveen\rNederland")
    assert lines(content) == ["Kerkpad 12\n1234 AB Waterveen\nNederland"]
    assert parts(content)["word/document.xml"].count(b"<w:br/>") == 2


def test_a_tab_becomes_a_tab():
    content = filled(word_file("{{ naam }}"), naam="links\trechts")
    assert b"<w:tab/>" in parts(content)["word/document.xml"]


@pytest.mark.parametrize("text", ["\x00", "a\x01b", "\x0b", "\x0c", "\ufffe", "\ud800"])
def test_a_character_that_xml_cannot_hold_is_refused_by_the_name_of_its_field(text):
    values = {"lijst": {"rijen": [{"naam": "goed"}, {"naam": text}]}}
    with pytest.raises(InvalidText) as caught:
        fill(word_file("{% for rij in lijst.rijen %}{{ rij.naam }}{% endfor %}"), values)
    assert caught.value.field == "lijst.rijen.2.naam"
    assert f"U+{ord(text.strip('ab')):04X}" in caught.value.sentence


def test_a_text_of_eleven_million_characters_is_refused_by_the_name_of_its_field():
    with pytest.raises(InvalidText, match="te lang") as caught:
        fill(word_file("{{ naam }}"), {"naam": "x" * 11_000_000})
    assert caught.value.field == "naam"


@pytest.mark.parametrize("value", [None, 1.5, datetime(2026, 3, 3), Markup("<b>"), ("a",), {"a"}, b"a"], ids=repr)
def test_anything_but_plain_data_is_a_programming_error(value):
    with pytest.raises(TypeError, match=r"lijst\.naam is "):
        fill(word_file("{{ lijst.naam }}"), {"lijst": {"naam": value}})


def test_numbers_dates_and_truth_are_written_in_dutch():
    content = filled(
        word_file("{{ uren }}, {{ dag }}, {{ wel }}, {{ niet }}"), uren=24, dag=date(2026, 3, 3), wel=True, niet=False
    )
    assert lines(content) == ["24, 3 maart 2026, ja, nee"]


def test_rows_paragraphs_and_conditions_are_repeated_and_chosen():
    template = word_file(
        "{%p for naam in namen %}",
        "{{ loop.index }} {{ naam }}",
        "{%p endfor %}",
        "{% if leeg %}leeg{% else %}vol{% endif %}",
    )
    assert lines(filled(template, namen=["Anna", "Bram"], leeg=False)) == ["1 Anna", "2 Bram", "vol"]


def test_the_values_are_left_alone():
    values = {"lijst": {"namen": ["Anna"]}, "document": {"titel": "Lijst"}}
    fill(word_file("{% for naam in lijst.namen %}{{ naam }}{% endfor %}"), values)
    assert values == {"lijst": {"namen": ["Anna"]}, "document": {"titel": "Lijst"}}


def test_the_title_and_the_language_are_core_properties():
    core = read(filled(word_file(), document={"titel": "Leerlingen & ouders_" + "x" * 300})).core_properties
    assert core.title == "Leerlingen & ouders_" + "x" * 300
    assert read(filled(word_file())).core_properties.language == "nl-NL"


def test_the_core_properties_hold_no_clock_and_no_library():
    core = parts(filled(word_file()))["docProps/core.xml"]
    assert b"python-docx" not in core
    assert b"created" not in core
    assert b"modified" not in core


def test_papers_that_are_filled_at_once_do_not_mix():
    template = word_file("{% for naam in namen %}{{ naam }}{% endfor %}", header="{{ namen|first }}")
    names = [f"leerling {number}" for number in range(40)]
    with ThreadPoolExecutor(4) as pool:
        papers = list(pool.map(lambda name: filled(template, namen=[name]), names))
    assert [lines(paper) for paper in papers] == [[name] for name in names]


def test_the_same_values_give_the_same_file():
    template = word_file("{{ naam }}")
    assert filled(template, naam="Anna") == filled(template, naam="Anna")
    assert filled(template, naam="Anna") != filled(template, naam="Bram")
