"""Every method on every route: what the route takes is answered, the rest is refused and changes nothing."""

import pytest

from tests.surface.changes import stand
from tests.surface.routes import METHODS, slow

pytestmark = pytest.mark.xdist_group("surface")
OVERRIDES = [
    pytest.param({"headers": {"X-HTTP-Method-Override": "DELETE"}}, id="A12 a header"),
    pytest.param({"headers": {"X-HTTP-Method": "POST", "X-Method-Override": "POST"}}, id="A12 other headers"),
    pytest.param({"query_string": "_method=POST"}, id="A12 a question"),
]


@pytest.mark.sweep
@pytest.mark.parametrize("method", [pytest.param(method, id=f"A12 {method}") for method in (*METHODS, "FOO")])
def test_a_method_is_answered_where_it_belongs_and_refused_elsewhere(filled, client, all_routes, method):
    before, wrong, cells = stand(filled), {}, 0
    for route in all_routes:
        if slow(route) and method in route.methods:
            continue
        answer = client.open(route.address, method=method, buffered=True)
        cells += 1
        if method not in route.methods:
            right = answer.status_code in (400, 405)  # 400: it would change something and has no token
            if answer.status_code == 405:
                right = set(answer.headers["Allow"].split(", ")) == route.methods
        elif method in ("GET", "HEAD", "OPTIONS"):
            right = answer.status_code < 500 and not (method == "HEAD" and answer.data)
        else:
            right = answer.status_code == 400
        if not right:
            wrong[route.rule] = answer.status_code
    print(f"{cells} cells")
    assert wrong == {}
    assert stand(filled) == before


@pytest.mark.sweep
@pytest.mark.parametrize("asked", OVERRIDES)
def test_no_header_and_no_question_makes_another_method_of_it(filled, client, all_routes, asked):
    before = stand(filled)
    for route in all_routes:
        if "GET" in route.methods and not slow(route):
            assert client.get(route.address, buffered=True, **asked).status_code == route.status, route.rule
    assert stand(filled) == before


def test_a_field_makes_no_other_method_of_a_form(filled, client, all_routes):
    before = stand(filled)
    for route in all_routes:
        if "POST" in route.methods:
            assert client.post(route.address, data={"_method": "DELETE"}).status_code == 400, route.rule
    assert stand(filled) == before
