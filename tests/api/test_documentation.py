"""The examples of docs/api.md, asked one after the other: each answer is what stands under its question."""

import json
import re

from registry.model.api_key import KeyScope
from tests.checkout import ROOT

EXAMPLE = re.compile(r"```http\n(.*?)```.*?```json\n([0-9]{3})\n(.*?)```", re.DOTALL)
MANUAL = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")


def asked(written):
    """The method, the address, the headers and the body of a question."""
    head, _, body = written.partition("\n\n")
    first, *headers = head.strip().splitlines()
    return *first.split(), dict(line.split(": ", 1) for line in headers), body.strip()


def shows(told, shown):
    """Whether what is shown is told, with more beside it perhaps."""
    if isinstance(shown, dict):
        return isinstance(told, dict) and all(key in told and shows(told[key], one) for key, one in shown.items())
    if isinstance(shown, list):
        return len(told) == len(shown) and all(map(shows, told, shown))
    return told == shown


def test_every_example_is_answered_as_the_manual_says(with_key):
    examples, key, seal = EXAMPLE.findall(MANUAL), with_key(KeyScope.IMPORT), ""
    assert MANUAL.count("```http") == len(examples) == 10
    assert MANUAL.count("## Voorbeeld") == 4
    for question, status, shown in examples:
        method, path, headers, body = asked(question.replace("{sleutel}", key.written).replace("{zegel}", seal))
        answer = key.client.open(path, method=method, headers=headers, data=body or None)
        assert answer.status_code == int(status), (question, answer.text)
        told = answer.json if "json" in answer.mimetype else answer.mimetype
        assert shows(told, json.loads(shown)), (question, told)
        seal = told.get("plan", {}).get("zegel", seal) if isinstance(told, dict) else seal


def test_the_manual_names_every_address_and_every_step(writer):
    document = writer.get("/openapi.json").json
    named = {f"/{path.split('/')[1]}" for path in document["paths"]}
    steps = {path.rpartition("/")[2] for path in document["paths"] if "/_" in path}
    assert [name for name in named | steps if f"`{name}`" not in MANUAL and name != "/openapi.json"] == []
