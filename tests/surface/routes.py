"""Every route of the URL map with an address at which something stands, in a register that is filled."""

from dataclasses import dataclass, replace
from itertools import product

from sqlalchemy import select

from registry.access import BUILT_IN
from registry.database import session_for
from registry.model import AgreementFile
from registry.services.paper.template_kinds import template_kinds

CHANGING = ("POST", "PUT", "PATCH", "DELETE")
METHODS = ("GET", "HEAD", "OPTIONS", *CHANGING, "TRACE")
# Asked by tests/api and tests/web/accounts.
OTHER_DOORS = ("api.", "links.", "sign_in.", "own_account.", "single_sign_on.")
OTHER_DOORS += ("forgotten.", "reminders.")  # with a mail server, or an account

MOST = 20  # the highest number of a record that is tried
TAKES_SECONDS = ("/pdf",)


@dataclass(frozen=True)
class Route:
    """A rule of the URL map, the methods that it takes, and an address that fits; None where nothing stands."""

    endpoint: str
    rule: str
    methods: frozenset
    address: str
    status: int  # what a visitor gets there


def routes(app):
    """Every route of the app but the static files, each with an address at which something stands."""
    client, found = app.test_client(), {}
    for rule in app.url_map.iter_rules():
        if rule.endpoint == "static" or rule.endpoint.startswith(OTHER_DOORS):
            continue
        if earlier := found.get(rule.rule):
            found[rule.rule] = replace(earlier, methods=earlier.methods | rule.methods)
        else:
            address, status = _address(app, client, rule)
            found[rule.rule] = Route(rule.endpoint, rule.rule, frozenset(rule.methods), address, status)
    return list(found.values())


def slow(route):
    """Whether this route starts another program."""
    return route.rule.endswith(TAKES_SECONDS)


def _address(app, client, rule):
    tried = []
    for values in _values(app, rule):
        with app.test_request_context():
            address = app.url_map.bind("localhost").build(rule.endpoint, values, method=min(rule.methods))
        if "GET" not in rule.methods or rule.rule.endswith(TAKES_SECONDS):
            return address, 405
        tried.append((address, client.get(address, buffered=True).status_code))
        if tried[-1][1] == 200:
            break
    return min(tried, key=lambda one: one[1])


def _values(app, rule):
    if {"agreement_id", "file_id"} <= rule.arguments:
        with app.app_context():
            file = session_for(BUILT_IN).scalars(select(AgreementFile)).first()
            return [{"agreement_id": file.agreement_id, "file_id": file.file_id if file else 1}]
    names = sorted(rule.arguments)
    kinds = [_choices(rule, name, place) for place, name in enumerate(names)]
    return [dict(zip(names, values, strict=True)) for values in product(*kinds)]


def _choices(rule, name, place):
    if type(rule._converters[name]).__name__ == "NumberConverter":
        return range(1, MOST) if place == 0 else [2, 1]
    if name == "slug" and rule.rule.startswith("/geschiedenis/"):
        return getattr(rule._converters[name], "items", {"leverancier"})
    return [kind.name for kind in template_kinds()] if name == "name" else ["zandloper"]
