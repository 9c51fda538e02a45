"""Lists handed in by another system: looked at, kept, confirmed as seen, and taken back."""

from base64 import b64encode

import pytest
from sqlalchemy import func, select

from registry.access import Right
from registry.api import OPERATIONS
from registry.model import AuditEvent, Import, Supplier
from registry.model.api_key import KeyScope

LIST = b"Leverancier;Product;Domein\nDe Golf;Golven;x\nDe Branding;Schuim;y\n"


def body(content=LIST, **more):
    return {"bestandsnaam": "lijst.csv", "inhoud": b64encode(content).decode(), **more}


@pytest.fixture
def taker(with_key):
    return with_key(KeyScope.IMPORT)


def suppliers(session):
    session.expire_all()
    return set(session.scalars(select(Supplier.name)))


def confirmed(taker, **more):
    one = taker.post("/importen", body()).json
    address = f"/importen/{one['id']}"
    done = taker.post(f"{address}/_bevestigen", {"zegel": one["plan"]["zegel"], **more}, one["wijzigingsnummer"])
    return address, done


class TestLooking:
    def test_a_trial_says_what_would_happen_and_keeps_nothing(self, taker, session):
        before = session.scalar(select(func.count(AuditEvent.id)))
        told = taker.post("/importen", body(proef=True))
        assert told.status_code == 200
        assert told.json["aantallen"]["nieuw"] == 2
        assert [(row["rij"], row["actie"]) for row in told.json["rijen"]] == [(2, "new"), (3, "new")]
        assert told.json["kolommen"][0] | {"reden": "", "zekerheid": 0} == {
            "kop": "Leverancier",
            "veld": "supplier.name",
            "reden": "",
            "zekerheid": 0,
        }
        assert session.scalar(select(func.count(Import.id))) == 0
        assert session.scalar(select(func.count(AuditEvent.id))) == before

    def test_what_is_offered_waits_with_its_plan(self, taker, session):
        one = taker.post("/importen", body())
        assert (one.status_code, one.json["stand"]) == (201, "offered")
        assert taker.ask("GET", one.headers["Location"].removeprefix("/api/v1")).json["plan"]["aantallen"]["nieuw"] == 2
        assert "De Golf" not in suppliers(session)
        assert [row["id"] for row in taker.get("/importen").json["resultaten"]] == [one.json["id"]]

    @pytest.mark.parametrize(
        ("wrong", "status", "place"),
        [
            (body() | {"inhoud": "geen base64!"}, 400, "#/inhoud"),
            ({"bestandsnaam": "lijst.csv"}, 400, "#/inhoud"),
            (body(soort="zomaar"), 400, "#/soort"),
            (body(antwoorden=["x"]), 400, "#/antwoorden"),
            (body(veld=1), 400, "#/veld"),
            (body(b""), 422, ""),
            (body(b"%PDF-1.7"), 422, ""),
        ],
        ids=["no base64", "no content", "no kind", "answers in a list", "another field", "empty", "no list"],
    )
    def test_what_is_wrong_gets_its_sentence_and_leaves_nothing(self, taker, session, wrong, status, place):
        told = taker.post("/importen", wrong)
        assert (told.status_code, told.mimetype) == (status, "application/problem+json")
        assert told.json["detail"]
        assert not place or [one["location"]["pointer"] for one in told.json["errors"]] == [place]
        assert session.scalar(select(func.count(Import.id))) == 0

    def test_a_number_that_can_be_a_bsn_is_named_by_row_and_never_repeated(self, taker, session):
        told = taker.post("/importen", body(b"Leverancier;Product\nDe Golf 111222333;Golven\n"))
        assert "BSN" in told.text
        assert "111222333" not in told.text


class TestConfirming:
    def test_what_was_seen_is_taken_over_and_back(self, taker, session):
        address, done = confirmed(taker)
        assert (done.status_code, done.json["stand"]) == (200, "done")
        assert {"De Golf", "De Branding"} <= suppliers(session)
        back = taker.post(f"{address}/_ongedaanmaken", tag=done.json["wijzigingsnummer"])
        assert (back.status_code, back.json["stand"]) == (200, "undone")
        assert not {"De Golf", "De Branding"} & suppliers(session)

    def test_another_plan_than_was_seen_is_refused(self, taker, session):
        one = taker.post("/importen", body()).json
        taker.post("/leveranciers", {"naam": "De Golf"})
        told = taker.post(
            f"/importen/{one['id']}/_bevestigen", {"zegel": one["plan"]["zegel"]}, one["wijzigingsnummer"]
        )
        assert told.status_code == 422
        assert "Bekijk de controle opnieuw" in told.json["detail"]
        assert "De Branding" not in suppliers(session)

    def test_it_asks_for_the_state_that_was_seen(self, taker):
        one = taker.post("/importen", body()).json
        asked = {"zegel": one["plan"]["zegel"]}
        assert taker.post(f"/importen/{one['id']}/_bevestigen", asked).status_code == 428
        assert taker.post(f"/importen/{one['id']}/_bevestigen", asked, 1000).status_code == 412

    def test_rows_that_need_attention_are_skipped_only_when_asked(self, taker, session):
        content = b"Leverancier;Product;KvK-nummer\nDe Golf;Golven;123\nDe Branding;Schuim;\n"
        one = taker.post("/importen", body(content)).json
        asked, tag = {"zegel": one["plan"]["zegel"]}, one["wijzigingsnummer"]
        assert one["plan"]["aantallen"]["vraagtAandacht"] == 1
        assert taker.post(f"/importen/{one['id']}/_bevestigen", asked, tag).status_code == 422
        assert taker.post(f"/importen/{one['id']}/_bevestigen", asked | {"slaOver": True}, tag).status_code == 200
        assert {"De Golf", "De Branding"} & suppliers(session) == {"De Branding"}


class TestWhoMay:
    def test_only_a_key_for_it_takes_lists_over(self, writer, reader, session):
        for key in (writer, reader):
            assert key.get("/importen").status_code == 403
            assert key.post("/importen", body(proef=True)).status_code == 403

    def test_a_key_of_one_school_takes_none_over(self, with_key):
        assert with_key(KeyScope.IMPORT, schools=[2]).post("/importen", body()).status_code == 403

    def test_setting_up_opens_nothing_else_in_the_api(self):
        assert {one.tag for one in OPERATIONS if one.right is Right.SET_UP} == {"importen"}
