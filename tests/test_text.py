"""Text as people type it: what goes through as it is, what is tidied, what is refused with which sentence."""

from time import process_time
from unicodedata import is_normalized

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree

from registry.errors import InvalidText
from registry.text import line, prose

UNFIT = [chr(code) for code in (*range(9), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0))]
UNFIT += ["\ud800", "\udfff", "\ufdd0", "\ufdef", "\ufffd", "\ufffe", "\uffff", "\U0001fffe", "\U0010ffff"]
INVISIBLE = [
    *"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
    *"\u200b\u200e\u200f\u2060\u00ad\ufeff\u061c\u3164",
]
ANY_TEXT = st.text(
    st.characters() | st.sampled_from([*UNFIT, *INVISIBLE, *" \t\r\n\u2028\u200c\u200da\u0301\u0316\u212a"])
)


def refused(clean, value, **limit):
    with pytest.raises(InvalidText) as refusal:
        clean(value, **limit)
    return refusal.value.sentence


# What goes through


@pytest.mark.parametrize("clean", [line, prose])
@pytest.mark.parametrize(
    "value", ["Jansen & Zonen", "O'Brien", '"x"', "100% B.V.", "a_b", "a  b", "a\u00a0b", "ĳ ẞ ı", "\ue000"]
)
def test_ordinary_text_stays_as_it_is(clean, value):
    assert clean(value) == value


@pytest.mark.parametrize("clean", [line, prose])
@pytest.mark.parametrize("value", ["NULL", "None", "nan", "-0", "00123", "1E5", "2026-01-02", "=1+1"])
def test_what_looks_like_a_number_or_a_formula_stays_text(clean, value):
    assert clean(value) == value


@pytest.mark.parametrize("clean", [line, prose])
@pytest.mark.parametrize(
    "value", ["A<B", "\\", "<script>alert(1)</script>", "{{ 7*7 }}", "${7*7}", "A</w:t></w:r>", "]]>"]
)
def test_what_looks_like_code_stays_text(clean, value):
    assert clean(value) == value


@pytest.mark.parametrize("clean", [line, prose])
@pytest.mark.parametrize(
    "value", ["👩‍💻", "👨‍👩‍👧", "🙂‍↔️", "❤️‍🔥", "👍🏽", "🇳🇱", "𝒜𠀀", "می‌خواهم", "क्‍ष", "مدرسة", "בית ספר"]
)
def test_emoji_with_joiners_other_scripts_and_four_byte_characters_stay_as_they_are(clean, value):
    assert clean(value) == value


def test_prose_keeps_tabs_line_ends_and_directions():
    assert prose("a\tb\n\n\u2067ג\u2069 c\u200b") == "a\tb\n\n\u2067ג\u2069 c\u200b"


# What is tidied


@pytest.mark.parametrize("clean", [line, prose])
def test_letters_are_composed(clean):
    assert clean("Vo\u0301o\u0301r") == "V\u00f3\u00f3r"


@pytest.mark.parametrize("clean", [line, prose])
def test_outer_blanks_go(clean):
    assert clean(" \u00a0\t De Kade \r\n") == "De Kade"


@pytest.mark.parametrize("clean", [line, prose])
@pytest.mark.parametrize("nothing", ["", " ", "\u00a0", "\r\n", "\t \u3000", " " * 20_000])
def test_only_blanks_are_nothing(clean, nothing):
    assert clean(nothing) == ""


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n", "\u2028", "\u2029"])
def test_lines_of_prose_end_in_one_way(ending):
    assert prose(f"een{ending}twee{ending}{ending}drie") == "een\ntwee\n\ndrie"


# What is refused


@pytest.mark.parametrize("clean", [line, prose])
@pytest.mark.parametrize("unfit", UNFIT, ids=ascii)
def test_a_character_that_no_paper_can_hold_is_refused_wherever_it_stands(clean, unfit):
    for value in (f"De {unfit}Kade", f"{unfit}De Kade", f"De Kade{unfit}"):
        assert f"U+{ord(unfit):04X}" in refused(clean, value)


def test_the_sentence_says_which_character_stands_where():
    sentence = "Hier staat een teken dat niet bewaard kan worden: U+0007, op plaats 4. Haal dat teken weg."
    assert refused(line, "De \x07Kade") == sentence


@pytest.mark.parametrize("invisible", INVISIBLE, ids=ascii)
def test_an_invisible_character_in_a_line_is_refused(invisible):
    assert "onzichtbaar teken" in refused(line, f"factuur{invisible}fdp.exe")


@pytest.mark.parametrize(
    "value",
    ["De\u200dKade", "De Kade\u200d", "\u200cDe Kade", "👩\u200d", "👩\u200d\u200d💻", "👩\u200d x", "a\u200d👩"],
)
def test_a_joiner_that_joins_nothing_is_refused_in_a_line(value):
    assert "onzichtbaar teken" in refused(line, value)


@pytest.mark.parametrize("value", ["een\ntwee", "een\r\ntwee", "een\ttwee", "een\u2028twee", "x\r\nBcc: a@dekade.nl"])
def test_a_second_line_or_a_tab_is_refused_in_a_line(value):
    assert refused(line, value) == "Hier past maar één regel. Haal nieuwe regels en tabs weg."


# Length


@pytest.mark.parametrize(("clean", "most"), [(line, 255), (prose, 5000)])
def test_the_longest_text_goes_through_and_one_character_more_does_not(clean, most):
    assert clean("x" * most) == "x" * most
    assert "te lang" in refused(clean, "x" * (most + 1))


@pytest.mark.parametrize("clean", [line, prose])
def test_a_text_that_is_too_long_is_refused_with_both_numbers(clean):
    assert refused(clean, "x" * 10_000, most=20) == "Deze tekst is te lang: hoogstens 20 tekens, dit zijn er 10.000."


def test_length_counts_the_characters_that_are_kept():
    assert line(" " + "e\u0301" * 255 + " ") == "\u00e9" * 255
    assert "dit zijn er 3" in refused(line, "\ufb2c", most=2)


@pytest.mark.parametrize("clean", [line, prose])
@pytest.mark.parametrize("unit", ["a\u0301\u0316", "\u0316\u0301", "\u200d", "👩\u200d", " ", "\r", "\u202e", "\ufb2c"])
def test_fifty_thousand_hostile_characters_take_no_time(clean, unit):
    value = "a" + unit * (50_000 // len(unit)) + "!"
    start = process_time()
    refused(clean, value)
    assert process_time() - start < 0.1


# Whatever comes in


@pytest.mark.parametrize("clean", [line, prose])
@settings(deadline=None, max_examples=500)
@given(value=ANY_TEXT)
@example("\u212a\u200d👩")
@example(" \u0301a ")
def test_any_text_gives_clean_text_that_stays_clean_or_a_refusal(clean, value):
    try:
        text = clean(value)
    except InvalidText:
        return
    assert is_normalized("NFC", text)
    assert text == text.strip()
    assert clean(text) == text


@pytest.mark.parametrize("clean", [line, prose])
@settings(deadline=None, max_examples=500)
@given(value=ANY_TEXT)
def test_clean_text_comes_back_from_xml_as_it_went_in(clean, value):
    try:
        text = clean(value)
    except InvalidText:
        return
    element = etree.Element("t")
    element.text = text
    assert (etree.fromstring(etree.tostring(element)).text or "") == text


@settings(deadline=None)
@given(value=ANY_TEXT)
def test_a_line_is_one_line(value):
    try:
        text = line(value)
    except InvalidText:
        return
    assert len(text.splitlines()) <= 1
