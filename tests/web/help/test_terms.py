"""The words that screens use: their page, their meaning on the screens, and finding them."""

import re
from collections import Counter

import pytest

from registry.paths import templates_folder
from registry.queries.manual.chapters import chapters
from registry.reference import active, load

TERMS = load().terms
LONGEST_SENTENCE = 26  # words: what B1 readers follow
ASKED = re.compile(r'\bterm\("(\w+)"|about="(\w+)"')
LISTED = re.compile(r"(?:words\(|set terms = )\[([^]]*)\]")


def asked_for():
    """Every code that a page names."""
    for page in templates_folder().rglob("*.html"):
        text = page.read_text("utf-8")
        yield from (first or second for first, second in ASKED.findall(text))
        for codes in LISTED.findall(text):
            yield from re.findall(r'"(\w+)"', codes)


def test_the_page_shows_every_term_with_its_meaning_and_its_source(visitor):
    page = visitor.open("/begrippen")
    assert sorted(page.tree.xpath("//dl/div/@id")) == sorted(term.code for term in active(TERMS))
    told = page.texts("//dl/div[@id='subprocessor']")[0]
    assert TERMS["subprocessor"].meaning in told
    assert "Bron: AVG artikel 28 leden 2 en 4 niet nagegaan" in told
    assert page.tree.xpath("//div[@id='subprocessor']//a/@href") == ["/hulp/incidenten#een-subverwerker-verandert"]


def test_it_is_for_everybody_and_leads_a_stranger_nowhere_that_is_closed(app, visitor):
    app.config["SIGN_IN"] = True
    page = visitor.open("/begrippen")
    assert page.heading == "Begrippen"
    assert [href for href in page.tree.xpath("//main//a/@href") if href.startswith("/")] == []


@pytest.mark.parametrize("term", TERMS.values(), ids=lambda term: term.code)
def test_a_meaning_is_short_and_its_place_in_the_manual_exists(term):
    sentences = re.split(r"(?<=[.?:]) ", term.meaning)
    assert [one for one in sentences if len(one.split()) > LONGEST_SENTENCE] == []
    chapter, _, heading = term.place.partition("#")
    assert not term.place or heading in [section.place for section in chapters()[chapter].sections]


def test_every_term_that_a_page_names_is_known_and_many_do():
    named = set(asked_for())
    assert named <= set(TERMS)
    assert len(named) >= 15


def test_a_word_on_a_screen_has_its_meaning_once(visitor, three_schools):
    page = visitor.open("/leveranciers/1")
    word = page.tree.xpath("//aside//a[@href='/begrippen#processor']")[0]
    (meaning,) = page.tree.xpath(f"//*[@role='tooltip'][@id='{word.get('aria-describedby')}']")
    assert meaning.text_content() == TERMS["processor"].meaning
    assert [name for name, times in Counter(page.tree.xpath("//@id")).items() if times > 1] == []


@pytest.mark.parametrize(
    ("words", "found"),
    [("verwerk", True), ("bewerker", True), ("GMR", True), ("zeppelin", False)],
    ids=["part of a word", "an older word", "an abbreviation", "no word"],
)
def test_the_search_finds_a_term_by_its_names(visitor, words, found):
    hits = visitor.open(f"/zoeken?zoek={words}").tree.xpath("//main//a[starts-with(@href, '/begrippen#')]")
    assert bool(hits) == found
