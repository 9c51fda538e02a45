"""An empty row in a list of a record: it is a row where it may be one, and else it gets its sentence."""

import pytest

MAY_BE_EMPTY = {
    ("/beveiligingsbijlagen/1", "certificaten"),
    ("/beveiligingsbijlagen/1", "wieErbijKan"),
    ("/leveranciers/1", "contacten"),
    ("/overeenkomsten/1", "afwijkingen"),
    ("/privacybijsluiters/1", "bewaartermijnen"),
    ("/privacybijsluiters/1", "keuzemogelijkheden"),
    ("/privacybijsluiters/1", "opslag"),
}


def row_lists(document):
    """The path, its number and each list of rows that a change of an existing record takes."""
    for path, operations in document["paths"].items():
        if "patch" not in operations:
            continue
        (content,) = operations["patch"]["requestBody"]["content"].values()
        for name, shape in _resolved(document, content["schema"]).get("properties", {}).items():
            if _resolved(document, shape.get("items", {})).get("type") == "object":
                yield path.partition("{")[0] + "1", name


def _resolved(document, shape):
    found = document
    for part in shape.get("$ref", "").split("/")[1:]:
        found = found[part]
    return found if "$ref" in shape else shape


@pytest.fixture
def changeable(writer):
    """Give the path of a record that may be changed in the place of the first of its kind: of an annex a draft."""
    annex = {"product": 1, "versie": "3.0"}
    made = {kind: writer.post(kind, annex).json["id"] for kind in ("/privacybijsluiters", "/beveiligingsbijlagen")}
    return lambda path: path.removesuffix("1") + str(made.get(path.removesuffix("/1"), 1))


def test_an_empty_row_is_a_row_or_gets_its_sentence_in_every_list(writer, changeable):
    rows, refused = set(), {}
    for path, name in row_lists(writer.get("/openapi.json").json):
        newest = writer.get(changeable(path)).json["wijzigingsnummer"]  # a list before it may have changed the record
        answer = writer.patch(changeable(path), {name: [{}]}, tag=newest)
        if answer.status_code == 200:
            rows.add((path, name))
            assert len(answer.json[name]) == 1
        else:
            refused[path, name] = (answer.status_code, answer.json["detail"], answer.json.get("errors", []))
    assert rows == MAY_BE_EMPTY
    assert len(refused) >= 11
    for (_, name), (status, sentence, errors) in refused.items():
        assert status in (400, 422)
        assert all(told.endswith(".") for told in [sentence, *(one["detail"] for one in errors)])
        assert all(one["location"]["pointer"].startswith(f"#/{name}") for one in errors)
