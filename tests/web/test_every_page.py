"""Every page that can be reached from the overview, by link after link, in a register with the example board."""

import re
from collections import Counter, defaultdict
from datetime import date
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
from lxml import html
from sqlalchemy import select

from registry.access import BUILT_IN
from registry.database import session_for
from registry.model import AuditEvent
from tests.example_board import example_board
from tests.visitor import Visitor

pytestmark = pytest.mark.xdist_group("every-page")

SITE = "http://localhost/"
MOST_PAGES = 400
TAKES_SECONDS = "/pdf"  # where LibreOffice is; tests/web/test_paper_pdfs.py opens these
LEFTOVER = re.compile(r"\bNone\b|\{\{|\}\}|\{%|\bUndefined\b|<\w+ object at|\[\]|\bdatetime\.")
HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6", "legend", "caption", "summary"]
READ = "//text()[not(ancestor::*[self::script or self::style or self::template or self::code])]"  # code: to copy
READ_ALOUD = "//@value | //@placeholder | //@aria-label | //@title | //@alt"


def kind_of(address):
    """The address without the numbers of records and without its question: which kind of page it is."""
    return re.sub(r"\d+", "…", urlsplit(address).path)


class Seen:
    """What was found at an address, and on which page its link stood."""

    def __init__(self, address, response, found_on):
        self.address, self.found_on, self.status = address, found_on, response.status_code
        is_download = response.headers.get("Content-Disposition", "").startswith("attachment")
        self.is_page = response.mimetype == "text/html" and not is_download
        self.tree = html.fromstring(response.text) if self.is_page else None

    @property
    def links(self):
        """The addresses on this site, each with the place on its page that is meant."""
        hrefs = dict.fromkeys(self.tree.xpath("//a/@href")) if self.is_page else ()
        return [urldefrag(address) for href in hrefs if (address := urljoin(self.address, href)).startswith(SITE)]

    def headings(self, *names):
        return [heading.text_content().strip() for heading in self.tree.iter(*names)]

    @property
    def title(self):
        return " ".join(self.tree.findtext(".//title", "").split())


def crawl(client):
    """What stands at each address, at most MOST_PAGES of them; first the kinds of pages that were seen least."""
    waiting, seen, times = {SITE: "the beginning"}, {}, Counter()
    while waiting and len(seen) < MOST_PAGES:
        address = min(waiting, key=lambda one: times[kind_of(one)])
        times[kind_of(address)] += 1
        seen[address] = Seen(address, client.get(address, follow_redirects=True), waiting.pop(address))
        new = [link.url for link in seen[address].links if link.url not in seen | waiting]
        waiting |= {url: address for url in new if not urlsplit(url).path.endswith(TAKES_SECONDS)}
    return seen


@pytest.fixture(scope="module")
def register(databases, tmp_path_factory):
    with example_board(databases, tmp_path_factory.mktemp("every_page"), date.today()) as app:
        yield app


@pytest.fixture(scope="module")
def seen(register):
    return crawl(register.test_client())


@pytest.fixture(scope="module")
def pages(seen):
    return [one for one in seen.values() if one.is_page]


def faults(pages, fault):
    """What is wrong on which page: its address, the page that leads there, and the fault."""
    return [(page.address, page.found_on, found) for page in pages if (found := fault(page))]


def test_every_link_leads_somewhere(seen):
    kinds = {kind_of(address) for address in seen}
    print(f"{len(seen)} addresses of {len(kinds)} kinds, {sum(one.is_page for one in seen.values())} of them pages")
    assert len(seen) > 300
    assert faults(seen.values(), lambda one: one.status != 200 and one.status) == []


def test_a_link_to_a_place_on_a_page_finds_it(seen, pages):
    def lost(page):
        places = [link for link in page.links if link.fragment and link.url in seen]
        return [
            link for link in places if not seen[link.url].tree.xpath("//*[@id=$place]", place=unquote(link.fragment))
        ]

    assert faults(pages, lost) == []


def test_what_a_page_refers_to_is_on_it_once(pages):
    def astray(page):
        here = Counter(page.tree.xpath("//@id"))
        named = " ".join(page.tree.xpath("//label/@for | //@aria-describedby | //@aria-labelledby")).split()
        return [name for name in here if here[name] > 1] + [name for name in named if name not in here]

    assert faults(pages, astray) == []


def test_a_page_is_in_dutch(pages):
    assert faults(pages, lambda page: page.tree.get("lang") != "nl" and f"lang={page.tree.get('lang')}") == []


def test_a_page_has_one_main_heading(pages):
    assert faults(pages, lambda page: len(page.headings("h1")) != 1 and f"{page.headings('h1')}") == []


def test_no_heading_is_empty(pages):
    assert faults(pages, lambda page: "" in page.headings(*HEADINGS)) == []


def test_nothing_of_the_machinery_shows(pages):
    def leftovers(page):
        return [text.strip() for text in page.tree.xpath(f"{READ} | {READ_ALOUD}") if LEFTOVER.search(text)]

    assert faults(pages, leftovers) == []


def test_no_sentence_ends_twice(pages):
    def doubled(page):
        return [text.strip() for text in page.tree.xpath(f"{READ} | {READ_ALOUD}") if ".. " in f"{text} "]

    assert faults(pages, doubled) == []


def test_a_title_says_something(pages):
    assert faults(pages, lambda page: len(page.title.strip("… –")) < 5 and page.title) == []


def test_the_titles_of_records_tell_them_apart(pages):
    titles = defaultdict(dict)
    for page in pages:
        titles[kind_of(page.address)][urlsplit(page.address).path] = page.title
    own = {kind: found for kind, found in titles.items() if kind.endswith("/…") and "/nieuw/" not in kind}
    assert own
    assert {kind: found for kind, found in own.items() if len(set(found.values())) < 0.9 * len(found)} == {}


def test_a_form_that_is_saved_as_it_stands_changes_nothing(register, pages):
    visitor = Visitor(register.test_client())
    forms = [page.address.removeprefix(SITE[:-1]) for page in pages if page.address.endswith("/wijzigen")]
    assert forms
    before = history(register)
    answers = {form: visitor.send(form, visitor.open(form), follow=False) for form in forms}
    assert {form: answer.errors for form, answer in answers.items() if answer.status != 302} == {}
    assert history(register)[len(before) :] == []


def history(register):
    with register.app_context():
        told = select(AuditEvent).where(AuditEvent.field != "version").order_by(AuditEvent.id)
        return [(line.record, line.field, line.old, line.new) for line in session_for(BUILT_IN).scalars(told)]
