"""What is sent: JSON that can be read in one way, of the right kind, in texts that any page can carry."""

import json

import pytest

from registry.api import OPERATIONS
from registry.model import Supplier
from registry.model.api_key import KeyScope

WITH_BODY = [one for one in OPERATIONS if one.sent is not None]
NO_JSON = {
    "nothing": b"",
    "half": b'{"naam": ',
    "a list": b"[]",
    "a text": b'"naam"',
    "null": b"null",
    "the same name twice": b'{"naam": "a", "naam": "b"}',
    "the same name twice inside": b'{"contacten": [{"email": "a@b.nl", "email": "c@d.nl"}]}',
    "NaN": b'{"naam": NaN}',
    "Infinity": b'{"naam": -Infinity}',
    "no UTF-8": b'{"naam": "\xff"}',
    "overlong UTF-8": b'{"naam": "\xc0\xaf"}',
    "UTF-16": '{"naam": "a"}'.encode("utf-16"),
    "a surrogate in UTF-8": b'{"naam": "\xed\xa0\x80"}',
    "too deep": b'{"naam": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
}
UNFIT = [*map(chr, [*range(9), 11, 12, *range(14, 32), 127]), "\ufffe", "\uffff", "\ud800", "\udc00\ud800", "\ufffd"]


def send(writer, content, kind="application/json"):
    return writer.ask("POST", "/leveranciers", data=content, headers={"Content-Type": kind})


@pytest.mark.parametrize("content", NO_JSON.values(), ids=NO_JSON)
def test_what_is_not_clean_json_is_refused(writer, session, content):
    answer = send(writer, content)
    assert (answer.status_code, answer.mimetype) == (400, "application/problem+json")
    assert len(session.query(Supplier).all()) == 2


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])
def test_another_kind_of_content_is_refused(with_key, kind):
    writer = with_key(KeyScope.IMPORT)
    writer.post("/importen", {"bestandsnaam": "lijst.csv", "inhoud": "TGV2ZXJhbmNpZXIKRGUgR29sZgo="})
    for operation in WITH_BODY:
        path = operation.path.replace("{number}", "1")
        tag = writer.get(path.rpartition("/_")[0] or path).headers.get("ETag", "").strip('"')
        answer = writer.ask(operation.method, path, tag=tag, data=b'{"naam": "a"}', headers={"Content-Type": kind})
        assert (answer.status_code, answer.mimetype) == (415, "application/problem+json"), operation.name


def test_more_than_a_megabyte_is_refused(writer):
    assert send(writer, b'{"naam": "' + b"x" * 1024 * 1024 + b'"}').status_code == 413
    assert send(writer, b'{"naam": "' + b"x" * 1000 * 1000 + b'"}').status_code == 400


@pytest.mark.parametrize("field", ["naam", "notitie", "website", "kvkNummer"])
def test_a_sign_that_nothing_can_carry_is_refused_at_its_field(writer, field):
    for sign in UNFIT:
        answer = send(writer, json.dumps({"naam": "De Kade", field: f"a{sign}b"}))
        assert answer.status_code == 400, ascii(sign)
        assert [one["location"]["pointer"] for one in answer.json["errors"]] == [f"#/{field}"]


@pytest.mark.parametrize(
    "name", ["bestaatNiet", "id", "wijzigingsnummer", "uitGebruikOp", "a\x00", "\ud800", "x" * 999]
)
def test_a_field_that_cannot_be_sent_is_refused(writer, name):
    answer = send(writer, json.dumps({"naam": "De Kade", name: 1}))
    assert (answer.status_code, answer.json["errors"][0]["code"]) == (400, "onbekend")
    answer.data.decode("utf-8")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *(("naam", one) for one in (1, None, True, [], {}, "x" * 201, "a\nb")),
        *(("rol", one) for one in (None, "", "baas", 1, ["processor"])),
        *(("land", one) for one in ("XX", 1, None)),
        *(("kvkNummer", one) for one in (12345678, "123", "abc")),
        *(("contacten", one) for one in (None, {}, "x", [1], [[]], [{"id": 1}], [{"id": True}], [{"id": []}])),
        ("contacten", [{"naam": "x"}]),
        ("contacten", [{}] * 201),
    ],
    ids=lambda one: repr(one)[:30],
)
def test_a_value_of_another_kind_is_refused_at_its_field(writer, field, value):
    answer = writer.post("/leveranciers", {"naam": "De Kade", field: value})
    assert answer.status_code == 400
    assert answer.json["errors"][0]["location"]["pointer"].startswith(f"#/{field}")


def test_a_number_of_a_record_is_whole_and_in_bounds(writer):
    for value in (0, -1, 1.0, 1.5, "1", True, None, 2**31, 2**63, 1e300, int("9" * 400)):
        assert writer.post("/producten", {"leverancier": value, "naam": "x"}).status_code == 400, value


def test_digits_beyond_what_python_reads_are_a_wrong_number_and_no_fault_of_ours(writer):
    content = b'{"leverancier": ' + b"9" * 5000 + b', "naam": "x"}'
    answer = writer.ask("POST", "/producten", data=content, headers={"Content-Type": "application/json"})
    assert answer.status_code == 400


def test_a_day_is_written_in_one_way(writer):
    for day in ("", "2026-02-30", "20260801", "2026-W01-1", "1989-12-31", "2101-01-01", "٢٠٢٦-٠١-٠١", 1, None):
        assert writer.post("/gebruiken", {"school": 2, "product": 1, "sinds": day}).status_code == 400, day


def test_all_that_is_wrong_is_told_at_once(writer):
    answer = writer.post("/gebruiken", {"school": "x", "sinds": "gisteren", "volgorde": 1000})
    places = {one["location"]["pointer"] for one in answer.json["errors"]}
    assert places == {"#/school", "#/sinds", "#/volgorde", "#/product"}


def test_a_text_is_kept_in_its_composed_form(writer):
    assert writer.post("/leveranciers", {"naam": "Cafe\u0301 & <b>"}).json["naam"] == "Café & <b>"
