"""Papers through the API: drafts, final ones that stay, and what cannot be made."""

from io import BytesIO

import pytest
from docx import Document

from registry.services.paper import KINDS, WORD


def test_a_draft_is_a_word_file_and_leaves_nothing(writer):
    answer = writer.post("/documenten", {"soort": "schoolgids", "nummer": 1, "op": "2026-08-01"})
    assert (answer.status_code, answer.mimetype) == (200, WORD)
    assert "attachment" in answer.headers["Content-Disposition"]
    assert any("Letters" in cell.text for table in Document(BytesIO(answer.data)).tables for cell in table._cells)
    assert writer.get("/documenten").json["totaal"] == 0


def test_a_final_one_stays_and_can_be_fetched_again(writer):
    made = writer.post("/documenten", {"soort": "annex-1", "nummer": 1, "op": "2026-08-01", "definitief": True})
    assert (made.status_code, made.headers["Location"]) == (201, "/api/v1/documenten/1")
    assert writer.get("/documenten/1").json["gemaaktDoor"] == "API-sleutel “koppeling”"
    assert writer.get("/documenten/1/bestand").data == made.data
    assert [one["soort"] for one in writer.get("/documenten").json["resultaten"]] == ["annex-1"]


def test_a_letter_about_a_pupil_is_given_and_not_kept(writer):
    answer = writer.post("/documenten", {"soort": "school-overview", "nummer": 1, "definitief": True})
    assert answer.status_code in (200, 422)
    assert writer.get("/documenten").json["totaal"] == 0


def test_a_final_one_with_gaps_tells_what_lacks(writer):
    product = writer.post("/producten", {"leverancier": 1, "naam": "Cijfers"}).json["id"]
    writer.post("/gebruiken", {"school": 2, "product": product, "sinds": "2026-08-01"})
    answer = writer.post("/documenten", {"soort": "schoolgids", "nummer": 2, "op": "2026-08-01", "definitief": True})
    assert answer.status_code == 422
    assert answer.json["ontbreekt"][0].keys() == {"gegeven", "bij"}
    assert writer.get("/documenten").json["totaal"] == 0


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.code)
def test_every_kind_of_paper_is_made_or_refused_with_the_reason(writer, kind):
    number = {} if kind.subject == "school_board" else {"nummer": 1}
    answer = writer.post("/documenten", {"soort": kind.code, "op": "2026-08-01", **number})
    assert answer.status_code in (200, 422)
    assert answer.status_code == 200 or len(answer.json["detail"]) > 20
    beyond = writer.post("/documenten", {"soort": kind.code, "nummer": 999})
    assert beyond.status_code == (400 if kind.subject == "school_board" else 422)


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ({}, "#/soort"),
        ({"soort": "bestaat-niet"}, "#/soort"),
        ({"soort": "schoolgids"}, "#/nummer"),
        ({"soort": "board-register", "nummer": 1}, "#/nummer"),
        ({"soort": "schoolgids", "nummer": 0}, "#/nummer"),
        ({"soort": "schoolgids", "nummer": 1, "op": "morgen"}, "#/op"),
        ({"soort": "schoolgids", "nummer": 1, "definitief": "ja"}, "#/definitief"),
        ({"soort": "schoolgids", "nummer": 1, "overeenkomst": 1}, "#/overeenkomst"),
        ({"soort": "school-privacy-section", "nummer": 1, "onderdelen": ["x"]}, "#/onderdelen"),
        ({"soort": "schoolgids", "nummer": 1, "x": 1}, "#/"),
    ],
    ids=str,
)
def test_what_does_not_go_together_is_told(writer, body, place):
    answer = writer.post("/documenten", body)
    assert (answer.status_code, answer.json["errors"][0]["location"]["pointer"]) == (400, place)
