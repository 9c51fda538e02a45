"""The manual: every chapter is there, its links lead somewhere, and what it quotes stands on a screen."""

import re

import pytest

from registry.paths import manual_folder, templates_folder
from registry.queries.manual.chapters import ORDER, chapters, place_of
from registry.queries.manual.finding import find
from tests.checkout import ROOT

COUNTED = {"6 concepten maken", "Alle 6 definitief maken"}  # the number depends on the board
OF_OTHERS = {"met alle leveranciers is een overeenkomst"}  # an example of somebody's text
QUOTED = re.compile("“([^”]+)”")
PICTURE = re.compile(r'<img src="img/([^"]*)" alt="([^"]*)"')
HREF = re.compile(r'href="([^"#]*)#?([^"]*)"')


def flat(text):
    return " ".join(text.replace("&shy;", "").split())


@pytest.fixture(scope="module")
def on_screens():
    """All that a screen may say: the pages, and the words in the code and its data."""
    files = [*templates_folder().rglob("*.html")]
    files += [file for file in (ROOT / "registry").rglob("*") if file.suffix in {".py", ".toml", ".csv"}]
    return flat("\n".join(file.read_text("utf-8") for file in files)).casefold()


def test_every_file_of_the_manual_is_a_chapter():
    assert {file.stem for file in manual_folder().glob("*.md")} == set(ORDER)


@pytest.mark.parametrize("name", ORDER)
def test_a_chapter_has_a_title_and_headings_of_its_own(name):
    chapter = chapters()[name]
    places = [section.place for section in chapter.sections[1:]]
    assert chapter.title
    assert len(places) == len(set(places)) >= 3
    assert all(f'id="{place}"' in chapter.html for place in places)


def test_every_link_between_chapters_finds_its_heading():
    known = {(name, section.place) for name, one in chapters().items() for section in one.sections}
    links = [(name, link) for name, one in chapters().items() for link in HREF.findall(one.html)]
    assert len(links) > 5
    assert [(name, link) for name, link in links if link not in known] == []


@pytest.mark.parametrize("name", ORDER)
def test_what_a_chapter_quotes_stands_on_a_screen(name, on_screens):
    quoted = set(QUOTED.findall(flat((manual_folder() / f"{name}.md").read_text("utf-8")))) - COUNTED - OF_OTHERS
    assert [words for words in sorted(quoted) if words.casefold() not in on_screens] == []


def test_html_in_a_chapter_would_be_shown_and_not_obeyed():
    assert not any("<script" in chapter.html for chapter in chapters().values())


@pytest.mark.parametrize(
    ("title", "place"),
    [("Een datalek", "een-datalek"), ("…de schoolgids klaar moet?", "de-schoolgids-klaar-moet"), ("Eén", "eén")],
    ids=["words", "signs", "accents"],
)
def test_the_place_of_a_heading_is_the_one_that_github_gives_it(title, place):
    assert place_of(title) == place


def test_a_section_with_the_words_in_its_heading_comes_first():
    places, total = find("datalek")
    assert total >= len(places) > 1
    assert "datalek" in places[0].section.title
    assert find("zeppelin") == ([], 0)
    assert find("  ") == ([], 0)


def test_every_picture_is_small_and_shown_and_says_what_is_on_it():
    pictures = {file.name: file.stat().st_size for file in (manual_folder() / "img").iterdir()}
    shown = [found for one in chapters().values() for found in PICTURE.findall(one.html)]
    assert {name for name, alt in shown} == set(pictures)
    assert all(len(alt) > 10 for name, alt in shown)
    assert max(pictures.values()) <= 60_000
