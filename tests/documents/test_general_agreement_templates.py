"""The agreement after the general model: which topics, no text twice, and in English the same."""

import re

import pytest
from docx.oxml.ns import qn

from agreement_templates.source.agreements import articles, english
from registry.documents import fill
from registry.reference import load
from tests.documents import examples
from tests.documents.specimens import complete, headings, lines, paragraphs, parts, read, shipped, text_of

COVENANT, GENERAL, ENGLISH = (
    "verwerkersovereenkomst-eigen-tekst",
    "verwerkersovereenkomst-algemeen",
    "verwerkersovereenkomst-engels",
)


def shape(file):
    """What kind of line stands where in a file of articles, with the topics."""
    found = file.read_text(encoding="utf-8").splitlines()
    return [line.split(":")[0] if line.startswith("##") else line.split()[0] for line in found if line.strip()]


def topics(file):
    return re.findall(r"^## (\w+):", file.read_text(encoding="utf-8"), re.MULTILINE)


def test_it_says_under_its_title_what_it_follows():
    first = read(complete(GENERAL)).paragraphs[:2]
    assert [one.text for one in first] == [
        "Verwerkersovereenkomst",
        "eigen tekst, naar de onderdelen van het algemene model",
    ]


def test_it_has_the_topics_of_the_general_model_and_then_the_law_that_applies():
    model = load().model_versions["general_model"].topics
    assert [topic for topic in topics(articles.DUTCH) if topic != "covenant"] == [*model, "applicable_law"]


def test_every_topic_is_one_of_the_reference():
    assert set(topics(articles.DUTCH)) <= set(load().article_topics)


def test_it_is_the_other_agreement_without_the_covenant():
    whole, general = lines(complete(COVENANT)), lines(complete(GENERAL))
    left_out = [line for line in whole if line not in general]
    assert left_out[:2] == ["eigen tekst, naar de onderdelen van model 4.0", "Privacyconvenant"]
    assert len(left_out) == 5
    assert [line for line in general if line not in whole] == ["eigen tekst, naar de onderdelen van het algemene model"]


def test_the_english_one_has_the_same_articles_members_and_parts():
    dutch = shape(articles.DUTCH)
    start = dutch.index("## covenant")
    end = next(place for place in range(start + 1, len(dutch)) if dutch[place].startswith("##"))
    assert shape(english.ARTICLES) == dutch[:start] + dutch[end:]


def test_the_english_one_numbers_its_articles_in_english():
    assert b'"Article %1' in parts(shipped(ENGLISH))["word/numbering.xml"]
    assert b'"Artikel %1' in parts(shipped(GENERAL))["word/numbering.xml"]


@pytest.mark.parametrize(
    "words",
    [
        "only on written instructions",
        "bound to confidentiality",
        "Article 32 GDPR",
        "the same obligations as in this agreement",
        "to answer requests of data subjects",
        "Articles 32 to 36 GDPR",
        "returns the data, deletes them",
        "audit compliance",
        "against privacy rules",
        "without undue delay",
    ],
)
def test_the_english_one_covers_what_article_28_asks(words):
    assert words in text_of(ENGLISH)


def test_no_heading_of_the_english_one_is_dutch():
    assert not set(headings(complete(ENGLISH))) & set(headings(complete(GENERAL)))
    assert headings(complete(ENGLISH))[:3] == ["Parties", "Recitals", "Terms"]


def test_what_a_draft_tells_its_maker_in_dutch_is_marked_as_dutch():
    draft = fill(shipped(ENGLISH), examples.with_gaps()[ENGLISH]).content
    spoken = {
        run.text: language.get(qn("w:val"))
        for paragraph in paragraphs(draft)
        for run in paragraph.runs
        if run._r.rPr is not None and (language := run._r.rPr.find(qn("w:lang"))) is not None
    }
    assert "Let op" in spoken
    assert set(spoken.values()) == {"nl-NL"}
    assert "Parties" not in spoken
