"""The manual on screen, and the way to it from every other screen."""

import pytest

from registry.queries.manual.chapters import ORDER, chapters
from registry.web.help.places import PLACES, SCREENS

# Files, answers to programs, and the pages of people outside, who have no use for a manual of coordinators.
WITHOUT = {"calendar_feed", "security_txt", "parents_page", "health", "figures", "accessibility", "accent", "api"}


@pytest.fixture
def blueprints(app):
    return {rule.endpoint.split(".")[0] for rule in app.url_map.iter_rules() if "." in rule.endpoint}


def test_every_screen_has_its_place_in_the_manual(blueprints):
    assert blueprints - WITHOUT == set(PLACES) - WITHOUT


@pytest.mark.parametrize("screen", [*PLACES, *SCREENS])
def test_that_place_exists(screen):
    chapter, _, heading = (PLACES | SCREENS)[screen].partition("#")
    assert heading in [section.place for section in chapters()[chapter].sections]


def test_every_screen_with_a_place_of_its_own_is_there(app):
    assert set(SCREENS) <= set(app.view_functions)


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("/leveranciers/", "leveranciers-en-producten#de-lijst-van-leveranciers"),
        ("/leveranciers/nieuw", "leveranciers-en-producten#een-leverancier-toevoegen"),
        ("/producten/", "leveranciers-en-producten#de-lijst-van-producten"),
        ("/overeenkomsten/", "overeenkomsten#de-lijst-van-overeenkomsten"),
        ("/bijlagen/", "bijlagen#de-lijst-van-bijlagen"),
        ("/scholen/", "scholen-en-bestuur#de-lijst-van-scholen"),
    ],
)
def test_the_menu_leads_to_the_place_of_the_screen(visitor, address, place):
    assert visitor.open(address).texts(f"//nav//a[@href='/hulp/{place}']") == ["Hulp"]


@pytest.mark.parametrize("name", ORDER)
def test_a_chapter_is_shown_with_its_headings(visitor, name):
    page = visitor.open(f"/hulp/{name}")
    assert page.texts("//h1") == [chapters()[name].title]
    assert page.texts("//main//h2") == [section.title for section in chapters()[name].sections[1:]]


def test_the_contents_lead_to_every_chapter(visitor):
    assert visitor.open("/hulp/").texts("//main//h2/a") == [chapters()[name].title for name in ORDER]


@pytest.mark.parametrize("path", ["/hulp/bestaat-niet", "/hulp/img/bestaat-niet.png", "/hulp/img/..%2Fstart.md"])
def test_what_is_not_in_the_manual_does_not_exist(visitor, path):
    assert visitor.client.get(path).status_code == 404


def test_the_search_finds_a_place_in_the_manual(visitor):
    page = visitor.open("/zoeken?zoek=sjablonen")
    assert "Eigen sjablonen" in page.texts("//main//ul/li/a[starts-with(@href, '/hulp/papieren#')]")
