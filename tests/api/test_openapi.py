"""The OpenAPI document: every route stands in it, and it keeps the NLGov rules."""

import re

import pytest
from openapi_spec_validator import validate

from tests.api.conftest import API

CAMEL = re.compile("[a-z][a-zA-Z0-9]*")
SEGMENT = re.compile("[a-z0-9-]+|{[a-z]+}|_[a-z]+|openapi\\.json")


@pytest.fixture
def answer(app):
    return app.test_client().get(f"{API}/openapi.json")


@pytest.fixture
def document(answer):
    return answer.json


@pytest.fixture
def operations(document):
    return [(path, method, one) for path, methods in document["paths"].items() for method, one in methods.items()]


def test_it_is_valid_and_open_to_all(document, answer):
    validate(document)
    assert document["openapi"].startswith("3.0.")
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


def test_it_says_whose_it_is(document, answer):
    info = document["info"]
    assert info["contact"]["name"]
    assert info["license"]["name"] == "EUPL-1.2"
    assert info["version"] == answer.headers["API-Version"] == "1.0.0"
    assert document["servers"] == [{"url": "/api/v1"}]


def test_every_route_under_api_stands_in_it_and_nothing_else(app, operations):
    routes = {
        (re.sub("<number:([a-z]+)>", r"{\1}", rule.rule).removeprefix(API), method.lower())
        for rule in app.url_map.iter_rules()
        if rule.rule.startswith("/api/")
        for method in rule.methods - {"HEAD"}
    }
    print(f"{len(routes)} operations on {len({path for path, _ in routes})} addresses")
    assert routes == {(path, method) for path, method, _ in operations}


def test_names_are_written_as_the_rules_ask(document, operations):
    for path, _, one in operations:
        assert all(SEGMENT.fullmatch(part) for part in path.strip("/").split("/")), path
        assert all(CAMEL.fullmatch(each["name"]) for each in one["parameters"] if each["in"] == "query")
    fields = [name for schema in document["components"]["schemas"].values() for name in schema.get("properties", {})]
    assert [name for name in fields if not CAMEL.fullmatch(name)] == []
    assert len({one["operationId"] for *_, one in operations}) == len(operations)


def test_every_problem_is_told_as_one(document, operations):
    for path, method, one in operations:
        faults = {status: told for status, told in one["responses"].items() if status >= "400"}
        assert "400" in faults, (path, method)
        assert all(list(told["content"]) == ["application/problem+json"] for told in faults.values())
        assert all("API-Version" in told["headers"] for told in one["responses"].values())
    problem = document["components"]["schemas"]["Probleem"]
    assert {"status", "title", "detail"} <= set(problem["required"])


def test_every_field_has_the_name_that_people_know(document):
    supplier = document["components"]["schemas"]["Leverancier"]["properties"]
    assert supplier["naam"] == {"type": "string", "maxLength": 200, "title": "Naam van de leverancier"}
    assert "processor: verwerker" in supplier["rol"]["description"]
    assert {"NL", ""} <= set(supplier["land"]["enum"])


def test_only_the_document_itself_is_for_everybody(operations):
    assert [path for path, _, one in operations if one.get("security") == []] == ["/openapi.json"]
