"""Other spellings of every address, and numbers that no record has: not found, or led to the one spelling."""

from urllib.parse import urlsplit

import pytest

from tests.surface.routes import OTHER_DOORS, slow

pytestmark = pytest.mark.xdist_group("surface")
SPELLINGS = {
    "A13 two slashes": lambda path: "/" + path[1:].replace("/", "//"),
    "A13 a dot": lambda path: f"/.{path}",
    "A13 a dot inside": lambda path: path.replace("/", "/./", 2),
    "A13 two dots": lambda path: f"/x/..{path}",
    "A13 dots in code": lambda path: f"/x/%2e%2e{path}",
    "A13 a dot in code": lambda path: f"/%2e{path}",
    "A13 two slashes in code": lambda path: f"/%2f{path[1:]}",
    "A13 a semicolon": lambda path: f"{path};a=b",
    "A13 a semicolon inside": lambda path: path.replace("/", ";x=1/", 1) if path != "/" else "/;x=1",
    "A13 capitals": lambda path: path.upper(),
    "A13 a capital": lambda path: path.title(),
    "A13 a slash more or less": lambda path: path[:-1] if path.endswith("/") else f"{path}/",
    "A13 a blank": lambda path: f"{path}%20",
    "A13 a NUL": lambda path: f"{path}%00",
    "A13 a NUL and an end": lambda path: f"{path}%00.css",
    "A13 a backslash": lambda path: path.replace("/", "\\") if path != "/" else "/\\",
    "A13 code in code": lambda path: f"/%252e%252e{path}",
    "A13 an end": lambda path: f"{path}.json",
    "A13 no UTF-8": lambda path: f"{path}%ff",
    "A13 overlong": lambda path: f"/%c0%ae%c0%ae{path}",
}
NUMBERS = {
    "A05 below zero": "-1",
    "A05 zero": "0",
    "A05 a fraction": "1.0",
    "A05 a power": "1e3",
    "A05 too large for PostgreSQL": str(2**31),
    "A05 too large for SQLite": str(2**63),
    "A05 Arabic": "٣",
    "A05 a NUL": "1%00",
    "A05 a UUID": "9F1C2C52-8F6E-4E3B-9A43-0D5B7E1B0B11",
    "A05 very long": "9" * 5000,
    "A05 a sign": "+1",
    "A05 a nought in front": "01",
    "A05 a blank": "%201",
    "A05 fullwidth": "１",
    "A05 not there": "999999999",
}


def is_led_home(answer, address):
    """Whether the answer leads to the one spelling of the address, on this site."""
    target = urlsplit(answer.headers.get("Location", ""))
    path = urlsplit(address).path
    return answer.status_code == 308 and target.netloc in ("", "localhost") and target.path in (path, f"{path}/")


@pytest.mark.sweep
@pytest.mark.parametrize("spelling", [pytest.param(*one[1:], id=one[0]) for one in SPELLINGS.items()])
def test_another_spelling_is_not_found_or_leads_to_the_one(client, all_routes, spelling):
    answered, wrong = 0, {}
    known = {route.address for route in all_routes}
    for route in all_routes:
        address = spelling(route.address)
        if "GET" not in route.methods or slow(route) or address in known:
            continue
        answer = client.get(address, buffered=True)
        answered += 1
        if answer.status_code not in (400, 404, 405) and not is_led_home(answer, route.address):
            wrong[address] = answer.status_code
    assert answered > 50
    assert wrong == {}


@pytest.mark.sweep
@pytest.mark.parametrize("number", [pytest.param(*one[1:], id=one[0]) for one in NUMBERS.items()])
def test_a_number_that_no_record_has_is_not_found(filled, client, number):
    tried, wrong = 0, {}
    for rule in filled.url_map.iter_rules():
        if "<number:" not in rule.rule or rule.rule.endswith("/pdf") or rule.endpoint.startswith(OTHER_DOORS):
            continue
        address = "".join(part if typed is False else number for typed, part in _parts(rule.rule))
        answer = client.get(address, buffered=True)
        tried += 1
        if answer.status_code not in (404, 405):
            wrong[address[:80]] = answer.status_code
    assert tried > 50
    assert wrong == {}


def _parts(rule):
    for piece in rule.replace("<", "\0<").replace(">", "\0").split("\0"):
        yield piece.startswith("<"), piece
