"""The list for the schoolgids as HTML and as JSON, from the school's own page."""

import json
from datetime import date

from lxml import html

from registry.services.parents.parents_page import set_parents_page
from tests.complete_register import complete_register


def links(visitor, school):
    found = visitor.open(f"/scholen/{school.id}").tree.xpath("//a[contains(@href, '/lijst.')]/@href")
    return {link.rpartition(".")[2]: link for link in found}


def test_the_list_is_a_piece_of_html(session, visitor):
    school = complete_register(session).zandloper
    answer = visitor.open(links(visitor, school)["html"]).response
    tree = html.fromstring(answer.text)
    assert (tree.tag, tree.xpath("string(//h2)")) == ("section", "Wie krijgt gegevens van leerlingen van De Zandloper?")
    assert "Letters" in tree.text_content()
    assert "attachment" in answer.headers["Content-Disposition"]


def test_the_json_is_that_of_the_page_for_parents(session, visitor):
    school = complete_register(session).zandloper
    set_parents_page(session, school.id, 0, {"is_on": True, "slug": "de-zandloper"}, date.today())
    own = json.loads(visitor.open(links(visitor, school)["json"]).response.data)
    public = json.loads(visitor.open("/ouders/de-zandloper.json").response.data)
    assert own == public
    assert own["groepen"][0]["producten"][0]["product"] == "Letters"
