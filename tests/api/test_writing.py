"""Adding, changing and the steps: what the screens do, refused as the screens refuse it."""

import pytest
from sqlalchemy import select

from registry.model import Agreement, AuditEvent, PrivacyAnnex, Product, Supplier, Use

MAKER = {"leverancier": 999, "aandeel": "maker"}
NEW_ANNEX = {"product": 1, "versie": "3.0", "geenSubverwerkers": True, "gegevens": [{"soortGegevens": "1.1"}]}


def faults(answer):
    return [(one["location"]["pointer"], one["detail"]) for one in answer.json["errors"]]


def test_a_new_record_tells_where_it_is(writer, session):
    answer = writer.post("/leveranciers", {"naam": "De Kade", "contacten": [{"soort": "privacy", "email": "a@b.nl"}]})
    assert answer.status_code == 201
    assert answer.headers["Location"] == f"/api/v1/leveranciers/{answer.json['id']}"
    assert writer.get(answer.headers["Location"].removeprefix("/api/v1")).json == answer.json
    assert session.get(Supplier, answer.json["id"]).contacts[0].email == "a@b.nl"


def test_a_change_leaves_what_is_not_sent(writer):
    before = writer.get("/leveranciers/1").json
    after = writer.patch("/leveranciers/1", {"notitie": "Belt zelf."}, tag=1).json
    assert after == {**before, "notitie": "Belt zelf.", "wijzigingsnummer": 2}


def test_a_row_with_its_number_stays_and_the_others_come_and_go(writer):
    rows = [{"id": 1, "naam": "De Letterfabriek"}, {"naam": "LV"}]
    answer = writer.patch("/leveranciers/1", {"andereNamen": rows}, tag=1).json
    assert answer["andereNamen"][0] == {"id": 1, "naam": "De Letterfabriek"}
    assert writer.patch("/leveranciers/1", {"andereNamen": []}, tag=2).json["andereNamen"] == []


def test_who_did_not_see_the_newest_state_overwrites_nothing_and_is_told_what_changed(writer, session):
    assert writer.patch("/leveranciers/1", {"naam": "Eerste"}, tag=1).status_code == 200
    answer = writer.patch("/leveranciers/1", {"naam": "Tweede"}, tag=1)
    assert (answer.status_code, answer.headers["ETag"]) == (412, '"2"')
    assert answer.json["wijzigingen"] == [
        {"veld": "Naam van de leverancier", "was": "Lettervlieg B.V.", "is": "Eerste"},
    ]
    assert session.get(Supplier, 1).name == "Eerste"


@pytest.mark.parametrize("tag", ["", "0", "2", "-1", "x", "9" * 20, "1.0", "٣"])
def test_a_state_that_never_was_is_refused(writer, tag):
    answer = writer.patch("/leveranciers/1", {"naam": "x"}, tag=tag)
    assert (answer.status_code, answer.json.get("wijzigingen")) == (412, [])


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("PATCH", "/leveranciers/1"),
        ("POST", "/leveranciers/1/_uitgebruiknemen"),
        ("POST", "/gebruiken/1/_beeindigen"),
        ("POST", "/privacybijsluiters/1/_accepteren"),
        ("POST", "/overeenkomsten/1/_beeindigen"),
    ],
)
def test_a_change_without_the_state_that_was_seen_is_refused(writer, method, path):
    assert writer.ask(method, path, json={}).status_code == 428


@pytest.mark.parametrize("path", ["/leveranciers/1", "/producten/1", "/gebruiken/1", "/overeenkomsten/1"])
def test_a_change_of_nothing_leaves_the_record_as_it_is(writer, session, path):
    before = len(session.scalars(select(AuditEvent)).all())
    tag = writer.get(path).headers["ETag"]
    answer = writer.patch(path, {}, tag=tag.strip('"'))
    assert (answer.status_code, answer.headers["ETag"]) == (200, tag)
    assert writer.patch(path, {}, tag=9).status_code == 412
    assert len(session.scalars(select(AuditEvent)).all()) == before


def test_a_use_begins_changes_and_ends(writer, session):
    made = writer.post("/gebruiken", {"school": 2, "product": 1, "sinds": "2026-01-01"})
    assert (made.status_code, made.json["doelInGewoneTaal"]) == (201, "Om te leren lezen.")
    path = f"/gebruiken/{made.json['id']}"
    assert writer.patch(path, {"groepen": "groep 3"}, tag=1).json["groepen"] == "groep 3"
    ended = writer.post(f"{path}/_beeindigen", {"totEnMet": "2026-07-31"}, tag=2)
    assert (ended.status_code, ended.json["totEnMet"], ended.headers["ETag"]) == (200, "2026-07-31", '"3"')
    again = writer.post("/gebruiken", {"school": 1, "product": 1, "sinds": "2026-01-01"})
    assert (again.status_code, faults(again)[0][0]) == (422, "#/sinds")
    assert len(session.scalars(select(Use)).all()) == 2


def test_the_modules_of_a_use_stay_until_others_are_sent(writer):
    modules = writer.patch("/producten/1", {"onderdelen": [{"naam": "Dossier"}]}, tag=1).json["onderdelen"]
    opened = writer.patch("/gebruiken/1", {"onderdelen": [modules[0]["id"]]}, tag=1).json
    assert writer.patch("/gebruiken/1", {"groepen": "3"}, tag=2).json["onderdelen"] == opened["onderdelen"] == [1]
    assert writer.patch("/gebruiken/1", {"onderdelen": []}, tag=3).json["onderdelen"] == []
    assert writer.patch("/gebruiken/1", {"onderdelen": [99]}, tag=4).status_code == 422


def test_an_annex_is_proposed_accepted_and_then_lies_fixed(writer, session):
    made = writer.post("/privacybijsluiters", NEW_ANNEX)
    assert (made.status_code, made.json["stand"]) == (201, "proposed")
    accepted = writer.post("/privacybijsluiters/2/_accepteren", {"geldtVanaf": "2026-08-01"}, tag=1)
    assert (accepted.status_code, accepted.json["geldtVanaf"]) == (200, "2026-08-01")
    assert session.get(PrivacyAnnex, 1).status.value == "superseded"
    assert writer.patch("/privacybijsluiters/2", {"versie": "4"}, tag=2).status_code == 422
    assert writer.post("/privacybijsluiters/2/_intrekken", tag=2).status_code == 422


def test_an_agreement_ends_with_a_reason(writer, session):
    assert writer.patch("/overeenkomsten/1", {"stand": "in_force"}, tag=1).status_code == 200
    end = {"geeindigdOp": "2026-12-31", "redenEinde": "Niet meer nodig."}
    assert writer.post("/overeenkomsten/1/_beeindigen", {"geeindigdOp": "2026-12-31"}, tag=2).status_code == 400
    assert writer.post("/overeenkomsten/1/_beeindigen", end, tag=2).json["stand"] == "terminated"
    assert session.get(Agreement, 1).end_reason == "Niet meer nodig."


def test_a_new_agreement_names_its_products_and_annexes(writer):
    rows = {"producten": [{"product": 1}], "bijlagen": [{"privacybijsluiter": 1}, {"beveiligingsbijlage": 1}]}
    made = writer.post("/overeenkomsten", {"leverancier": 1, "soortAfspraak": "own_text", **rows})
    assert (made.status_code, len(made.json["bijlagen"])) == (201, 2)
    both = {"bijlagen": [{"privacybijsluiter": 1, "beveiligingsbijlage": 1}], "producten": [{"product": 1}]}
    refused = writer.patch("/overeenkomsten/2", both, tag=1)
    assert (refused.status_code, faults(refused)) == (422, [("#/bijlagen", "Noem in elke regel één bijlage.")])


def test_what_a_school_uses_is_not_taken_out_of_use(writer, session):
    refused = writer.post("/producten/1/_uitgebruiknemen", {"uitGebruikOp": "2026-08-01"}, tag=1)
    assert refused.status_code == 422
    assert "De Zandloper gebruikt Letters nog" in refused.json["detail"]
    writer.post("/gebruiken/1/_beeindigen", {"totEnMet": "2026-07-31"}, tag=1)
    assert writer.post("/producten/1/_uitgebruiknemen", {"uitGebruikOp": "2026-08-01"}, tag=1).status_code == 200
    assert writer.post("/producten/1/_terughalen", tag=2).json["uitGebruikOp"] is None
    assert session.get(Product, 1).version == 3


def test_the_covenant_is_noted_beside_the_supplier(writer):
    entry = {"stand": "participant", "nagegaanOp": "2026-08-01", "bron": "privacyconvenant.nl"}
    assert writer.post("/leveranciers/1/convenantstanden", entry).status_code == 201
    refused = writer.post("/leveranciers/1/convenantstanden", {**entry, "nagegaanOp": "2099-01-01"})
    assert (refused.status_code, faults(refused)[0][0]) == (422, "#/nagegaanOp")
    assert [one["stand"] for one in writer.get("/leveranciers/1/convenantstanden").json["resultaten"]] == [
        "participant"
    ]


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/leveranciers", {"naam": "Lettervlieg"}),
        ("/producten", {"leverancier": 1, "naam": "letters"}),
    ],
)
def test_what_is_there_already_is_a_conflict(writer, path, body):
    answer = writer.post(path, body)
    assert (answer.status_code, faults(answer)[0][0]) == (409, "#/naam")


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/producten", {"leverancier": 999, "naam": "x"}),
        (
            "/producten",
            {"leverancier": 1, "naam": "x", "andereOrganisaties": [{"leverancier": 999, "aandeel": "maker"}]},
        ),
        ("/privacybijsluiters", {"product": 999}),
        ("/overeenkomsten", {"leverancier": 1, "soortAfspraak": "own_text", "vervangt": 999}),
        ("/overeenkomsten", {"leverancier": 1, "soortAfspraak": "own_text", "producten": [{"product": 999}]}),
        ("/overeenkomsten", {"leverancier": 1, "soortAfspraak": "own_text", "bijlagen": [{"privacybijsluiter": 999}]}),
        ("/overeenkomsten", {"leverancier": 1, "soortAfspraak": "own_text", "bijlagen": [{}]}),
        ("/overeenkomsten", {"leverancier": 1, "soortAfspraak": "own_text", "keuzes": [{"keuze": 9, "gekozen": True}]}),
    ],
    ids=str,
)
def test_what_is_named_and_not_there_is_refused(writer, path, body):
    assert writer.post(path, body).status_code == 422
