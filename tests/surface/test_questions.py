"""What is asked in an address: names that no list knows change nothing, and of two values the first counts."""

import pytest
from lxml import html

from tests.surface.routes import slow

pytestmark = pytest.mark.xdist_group("surface")
SPECIAL = {"_external": "1", "_scheme": "javascript", "_method": "POST", "_anchor": "x", "endpoint": "x", "self": "x"}
UNKNOWN = [
    pytest.param("sort=contact_email", id="A14 a sort"),
    pytest.param("order_by=password_hash&filter=dpo_email", id="A14 a filter"),
    pytest.param("fields=id,signatory_email&expand=contacts", id="A14 fields"),
]


def plain(answer):
    """What somebody reads on the page, but for the link that takes away what was asked."""
    if answer.mimetype != "text/html":
        return answer.mimetype
    tree = html.fromstring(answer.text)
    return " ".join(tree.text_content().replace("Wis filters", "").split())


@pytest.mark.sweep
@pytest.mark.parametrize("asked", UNKNOWN)
def test_what_no_list_knows_changes_nothing(client, all_routes, asked):
    for route in all_routes:
        if "GET" in route.methods and not slow(route) and not route.rule.endswith("/concept"):
            # each a visitor of their own: what a screen says once would stand on the next page only
            visitors = [(client.application.test_client(), end) for end in ("", f"?{asked}")]
            answers = [visitor.get(f"{route.address}{end}", buffered=True) for visitor, end in visitors]
            assert plain(answers[0]) == plain(answers[1]), route.rule


@pytest.mark.sweep
@pytest.mark.parametrize("name", SPECIAL)
def test_a_name_that_means_something_to_the_program_means_nothing_here(client, all_routes, name):
    for route in all_routes:
        if "GET" not in route.methods or slow(route) or route.rule.endswith("/concept"):
            continue
        answer = client.get(route.address, query_string={name: SPECIAL[name]}, buffered=True)
        assert answer.status_code < 500, route.rule
        for target in html.fromstring(answer.text).xpath("//@href | //@action") if "html" in answer.mimetype else ():
            assert not target.startswith(("javascript:", "//")), (route.rule, target)


@pytest.mark.parametrize(
    ("address", "first"),
    [
        pytest.param("/leveranciers/?zoek={}&zoek={}", ("letters", "zzzzzz"), id="W24 a search"),
        pytest.param("/leveranciers/?page={}&page={}", ("1", "2"), id="W24 a page"),
        pytest.param("/documenten/school/1?op={}&op={}", ("2026-08-01", "2020-01-01"), id="W24 a day"),
    ],
)
def test_of_two_values_the_first_counts(client, address, first):
    alone = address.partition("&")[0].format(first[0])
    assert plain(client.get(address.format(*first))) == plain(client.get(alone))
    assert client.get(address.format(*first)).status_code == 200
