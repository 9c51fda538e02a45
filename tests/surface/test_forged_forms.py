"""Every route that changes something, with a form that was not made for this visitor: refused, and nothing changed."""

import pytest

from tests.surface.changes import stand
from tests.surface.routes import CHANGING

pytestmark = pytest.mark.xdist_group("surface")
FORM = "/scholen/nieuw"
TEXT = "text/plain"


def token_for(client):
    """The token of the form that this visitor opened."""
    return client.get(FORM).text.partition('name="csrf_token"')[2].partition('value="')[2].partition('"')[0]


FORGED = {
    "S10 no token": lambda app, client: {"data": {"name": "x"}},
    "S10 an empty token": lambda app, client: {"data": {"csrf_token": ""}},
    "S10 a token that was made up": lambda app, client: {"data": {"csrf_token": "IjEi.x.y"}},
    "S10 the token of another session": lambda app, client: {"data": {"csrf_token": token_for(app.test_client())}},
    "S10 a token in the address": lambda app, client: {"query_string": {"csrf_token": token_for(client)}},
    "S10 plain text": lambda app, client: {"data": f"csrf_token={token_for(client)}", "content_type": TEXT},
    "S10 JSON": lambda app, client: {"json": {"csrf_token": token_for(client)}},
    "S10 no body": lambda app, client: {},
    "S10 from another site": lambda app, client: {
        "data": {"csrf_token": token_for(client)},
        "headers": {"Origin": "https://evil.example"},
    },
    "S10 from nowhere": lambda app, client: {"data": {"csrf_token": token_for(client)}, "headers": {"Origin": "null"}},
    "S10 from another port": lambda app, client: {
        "data": {"csrf_token": token_for(client)},
        "headers": {"Origin": "http://localhost:8080"},
    },
    "S10 from the same name over https": lambda app, client: {
        "data": {"csrf_token": token_for(client)},
        "headers": {"Origin": "https://localhost"},
    },
    "S10 as the browser says, from another site": lambda app, client: {
        "data": {"csrf_token": token_for(client)},
        "headers": {"Sec-Fetch-Site": "cross-site"},
    },
}


@pytest.mark.sweep
@pytest.mark.parametrize("forged", [pytest.param(*one[1:], id=one[0]) for one in FORGED.items()])
def test_a_forged_form_is_refused_everywhere(filled, all_routes, forged):
    before, wrong, cells = stand(filled), {}, 0
    client = filled.test_client()
    sent = forged(filled, client)
    for route in all_routes:
        for method in sorted(route.methods & set(CHANGING)):
            answer = client.open(route.address, method=method, **sent)
            cells += 1
            if answer.status_code not in (400, 403):
                wrong[method, route.rule] = answer.status_code
    print(f"{cells} cells")
    assert cells > 45
    assert wrong == {}
    assert stand(filled) == before


@pytest.mark.parametrize("case", [pytest.param("by a link", id="S10 by a link")])
def test_what_a_form_does_is_not_done_by_a_link(filled, all_routes, case):
    before, client = stand(filled), filled.test_client()
    token = token_for(client)
    for route in all_routes:
        if "POST" in route.methods:
            client.get(route.address, query_string={"csrf_token": token, "name": "x", "sure": "1"})
    assert stand(filled) == before


@pytest.mark.parametrize("headers", [{}, {"Origin": "http://localhost"}, {"Sec-Fetch-Site": "same-origin"}])
def test_a_form_of_this_visitor_is_taken(make_app, headers):
    client = make_app().test_client()
    typed = {"csrf_token": token_for(client), "name": "De Klok"}
    assert client.post(FORM, data=typed, headers=headers).status_code == 302


def test_behind_https_a_form_without_a_referer_is_taken(make_app):
    base = "https://register.bestuur.nl"
    client = make_app(BASE_URL=base).test_client()
    page = client.get(FORM, base_url=base).text
    token = page.partition('name="csrf_token"')[2].partition('value="')[2].partition('"')[0]
    typed = {"csrf_token": token, "name": "De Klok"}
    assert client.post(FORM, data=typed, base_url=base, headers={"Origin": base}).status_code == 302
    assert client.post(FORM, data=typed, base_url=base, headers={"Origin": "http://localhost"}).status_code == 400
