"""Lists and single records: pages, filters, ETags."""

import pytest

from registry.api.names import NAMES
from registry.api.resources import agreements, annexes, products, review_lines, rounds, schools, suppliers, uses
from registry.services.suppliers.suppliers import add_supplier

SHAPES = [
    *(suppliers.SHAPE, suppliers.ENTRY, products.SHAPE, annexes.PRIVACY, annexes.SECURITY),
    *(agreements.SHAPE, uses.USES.shape, schools.SCHOOLS.shape, rounds.SHAPE, review_lines.SHAPE),
]

UNREADABLE = [
    *("pagina=0", "pagina=-1", "pagina=1.0", "pagina=٣", "pagina=100001", "pagina=1e3", "pagina="),
    *("perPagina=7", "perPagina=1000000", "perPagina=", "rol=baas", "ontbreekt=ja", "bestaatNiet=1"),
    *("rol=processor&rol=processor", "zoek=%00", "zoek=%FF", "zoek=%C0%AF", "zoek=%ED%A0%80", "zoek=" + "x" * 201),
]


@pytest.fixture
def many(session, register):
    for number in range(23):
        add_supplier(session, {"name": f"Uitgever {number:02}"})


def names(answer):
    return [one["naam"] for one in answer.json["resultaten"]]


def links(answer):
    parts = [part.split("; rel=") for part in answer.headers["Link"].split(", ")]
    return {rel.strip('"'): address.strip("<>") for address, rel in parts}


def test_a_list_comes_in_pages_with_links_that_lead_through_it(many, reader):
    found, path = [], "/leveranciers?rol=processor&perPagina=10"
    while path:
        answer = reader.get(path)
        assert (answer.json["totaal"], answer.json["perPagina"]) == (24, 10)
        found += names(answer)
        path = links(answer).get("next", "").removeprefix("/api/v1")
    assert len(found) == len(set(found)) == 24
    assert links(reader.get("/leveranciers?rol=processor&perPagina=10&pagina=3")).keys() == {"first", "prev", "last"}


def test_beyond_the_last_page_there_is_nothing(many, reader):
    assert reader.get("/leveranciers?pagina=99").json["resultaten"] == []


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("zoek=letters", ["Lettervlieg B.V."]),
        ("rol=legal_recipient", ["DUO"]),
        ("zoek=%25", []),
        ("convenant=participant", []),
        ("buitenDienst=true", ["Lettervlieg B.V."]),
        ("ontbreekt=true&rol=processor", ["Lettervlieg B.V."]),
    ],
)
def test_the_filters_of_the_screen_are_there(reader, question, expected):
    assert names(reader.get(f"/leveranciers?{question}")) == expected


@pytest.mark.parametrize(
    "path",
    [
        "/gebruiken?school=1&product=1&lopendOp=2026-01-01",
        "/overeenkomsten?leverancier=1&stand=ready_to_sign",
        "/privacybijsluiters?product=1&stand=accepted",
        "/beveiligingsbijlagen?product=1",
        "/producten?leverancier=1",
    ],
)
def test_a_list_is_narrowed_to_what_is_asked(reader, path):
    assert reader.get(path).json["totaal"] == 1


@pytest.mark.parametrize("path", ["/gebruiken?lopendOp=2024-01-01", "/gebruiken?school=2", "/producten?leverancier=2"])
def test_what_does_not_fit_is_left_out(reader, path):
    assert reader.get(path).json["totaal"] == 0


def test_a_question_that_cannot_be_read_is_told(reader):
    for question in UNREADABLE:
        answer = reader.get(f"/leveranciers?{question}")
        assert (answer.status_code, answer.mimetype) == (400, "application/problem+json"), question[:30]
        assert answer.json["errors"][0]["in"] == "query"


@pytest.mark.parametrize("path", ["/leveranciers", "/leveranciers/1", "/openapi.json", "/gebruiken/1"])
def test_who_has_the_newest_gets_nothing_again(writer, path):
    tag = writer.get(path).headers["ETag"]
    answer = writer.get(path, headers={"If-None-Match": tag})
    assert (answer.status_code, answer.data, answer.headers["ETag"]) == (304, b"", tag)
    writer.patch("/leveranciers/1", {"notitie": "nieuw"}, tag=1)
    if path.startswith("/leveranciers"):
        assert writer.get(path, headers={"If-None-Match": tag}).status_code == 200


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.record.__name__)
def test_within_a_record_every_field_has_a_name_of_its_own(shape):
    for one in (shape, *shape.lists.values()):
        given = [NAMES[key] for key in (*one.fields, *one.rows)]
        assert len(set(given)) == len(given)


def test_a_record_shows_its_rows_and_its_codes(reader):
    annex = reader.get("/privacybijsluiters/1").json
    assert annex["versie"] == "2.1"
    assert annex["gebruikers"] == ["pupil", "teacher"]
    assert annex["gegevens"][0]["soortGegevens"] == "1.1"
    assert annex["stand"] == "accepted"
    assert reader.get("/leveranciers/1").json["andereNamen"] == [{"id": 1, "naam": "Letterfabriek"}]
