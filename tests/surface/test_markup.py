"""Text that looks like code, in every field of every form: on every page that shows it, it stays text."""

import re
from datetime import date
from itertools import cycle
from urllib.parse import quote

import pytest
from lxml import html

from tests.example_board import example_board
from tests.surface.filling_in import again
from tests.surface.forms import all_forms, saved_mixed
from tests.surface.papers import add_papers
from tests.surface.routes import routes
from tests.surface.texts import MARKED, MARKUP
from tests.web.test_every_page import crawl

pytestmark = pytest.mark.xdist_group("markup")
ALLOWED_SCRIPT = re.compile(r"/static/\w+\.js\?v=[0-9a-f]{8}")


@pytest.fixture(scope="module")
def pages(databases, tmp_path_factory):
    """Every page of a register in which every field that takes it holds code, each field another piece."""
    with example_board(databases, tmp_path_factory.mktemp("markup"), date.today()) as app:
        add_papers(app)
        client, pieces = app.test_client(), cycle(MARKUP.values())
        taken = 0
        for old in all_forms(client, routes(app)):
            if (form := again(client, old)) is not None and form.texts:
                taken += len(saved_mixed(client, form, {name: next(pieces) for name in form.texts}))
        seen = [page for page in crawl(client).values() if page.is_page]
    print(f"{taken} fields took it, {len(seen)} pages")
    assert taken > 80
    return seen


@pytest.mark.sweep
def test_it_is_shown_as_it_was_typed(pages):
    shown = {name for name, text in MARKUP.items() for page in pages if text in page.tree.text_content()}
    assert len(shown) >= len(MARKUP) - 3, set(MARKUP) - shown


@pytest.mark.sweep
@pytest.mark.parametrize("case", [pytest.param(MARKED, id="W05 and V12 elements")])
def test_it_makes_no_element(pages, case):
    assert [page.address for page in pages if page.tree.xpath(f"//*[starts-with(name(), '{case}')]")] == []


@pytest.mark.sweep
@pytest.mark.parametrize("case", [pytest.param("on", id="W05 and V12 attributes")])
def test_it_makes_no_attribute_that_runs(pages, case):
    assert [page.address for page in pages if page.tree.xpath(f"//@*[starts-with(name(), '{case}')]")] == []


@pytest.mark.sweep
@pytest.mark.parametrize("case", [pytest.param("script", id="W05 and V12 scripts")])
def test_it_makes_no_script(pages, case):
    def strange(page):
        return [s for s in page.tree.iter(case) if s.text or not ALLOWED_SCRIPT.fullmatch(s.get("src") or "")]

    assert [page.address for page in pages if strange(page)] == []


@pytest.mark.sweep
@pytest.mark.parametrize("case", [pytest.param("links", id="W05 and V12 links")])
def test_it_makes_no_link_that_runs_or_leads_a_form_away(pages, case):
    def strange(page):
        links = page.tree.xpath("//@href | //@src | //@action | //@formaction")
        away = page.tree.xpath("//form/@action | //base/@href | //meta/@content[contains(., 'evil')]")
        runs = [one for one in links if re.match(r"\s*(javascript|data|vbscript):", one, re.IGNORECASE)]
        return runs + [one for one in away if not re.match(r"(/(?!/)|[?#]|$)", one)]

    assert {page.address: strange(page) for page in pages if strange(page)} == {}


@pytest.mark.parametrize("text", [pytest.param(text, id=f"W05 {name[4:]}") for name, text in MARKUP.items()])
@pytest.mark.parametrize("address", ["/leveranciers/?zoek={}", "/{}", "/documenten/school/1?op={}", "/sjablonen/{}"])
def test_what_is_asked_in_an_address_is_text_as_well(client, address, text):
    tree = html.fromstring(client.get(address.format(quote(text, safe=""))).text)
    assert not tree.xpath(
        f"//*[starts-with(name(), '{MARKED}')] | //@*[starts-with(name(), 'on')] | //script[not(@src)]"
    )
