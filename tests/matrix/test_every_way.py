"""What each person finds on the way from their first page: no link, and no form, leads to what they may not do."""

from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from lxml import html

from tests.matrix.world import PEOPLE

pytestmark = [pytest.mark.xdist_group("matrix-0"), pytest.mark.sweep]
SITE = "http://localhost"
MOST = 150


def kind_of(address):
    return "".join("#" if letter.isdigit() else letter for letter in urlsplit(address).path)


@pytest.mark.parametrize("who", PEOPLE)
def test_no_way_leads_to_what_somebody_may_not_do(world, who):
    client, start = world.visitors[who].client, "/tekenen/" if who == "ondertekenaar" else "/"
    waiting, seen, kinds, closed = {start: "the beginning"}, set(), {}, []
    while waiting and len(seen) < MOST:
        address = min(waiting, key=lambda one: kinds.get(kind_of(one), 0))
        found_on = waiting.pop(address)
        kinds[kind_of(address)] = kinds.get(kind_of(address), 0) + 1
        seen.add(address)
        answer = client.get(address, buffered=True)
        if answer.status_code not in (200, 302):
            closed.append((answer.status_code, address, found_on))
        if answer.mimetype != "text/html" or answer.status_code != 200:
            continue
        tree = html.fromstring(answer.text)
        closed += [("form", form, address) for form in forms(world, who, tree, address)]
        links = {urldefrag(urljoin(SITE + address, link)).url for link in tree.xpath("//a/@href")}
        new = {link.removeprefix(SITE) for link in links if link.startswith(SITE)} - seen
        waiting |= {link: address for link in new if link not in waiting}
    assert len(seen) > 1
    assert closed == []


def forms(world, who, tree, address):
    """The addresses to which a form on the page sends what this person may not send."""
    adapter, viewer = world.app.url_map.bind("localhost"), world.viewers[who]
    for form in tree.xpath("//form[@method='post']"):
        target = urlsplit(urljoin(SITE + address, form.get("action") or "")).path
        right = getattr(world.app.view_functions[adapter.match(target, "POST")[0]], "right", None)
        buttons = form.xpath(".//button[not(@tabindex)]")
        if buttons and right is not None and not viewer.may(right):
            yield target
