"""Who comes in at the API: a key that works, for what it may, on its own schools; nobody by a cookie."""

from datetime import date, timedelta

from sqlalchemy import select

from registry.access import SCHOOL_KEY_RIGHTS, Right
from registry.api import OPERATIONS
from registry.model import ApiKey, AuditEvent, School, Supplier
from registry.model.api_key import KeyScope
from registry.services.keys.keys import revoke_key
from tests.api.conftest import API

TODAY, DAY = date.today(), timedelta(days=1)
CLOSED = [one for one in OPERATIONS if one.right is not None]
WRITING = [one for one in CLOSED if one.method != "GET"]


def address(operation):
    return operation.path.replace("{number}", "1")


def test_no_address_opens_without_a_key_whatever_cookie_comes_along(visitor, register):
    visitor.open("/")
    for operation in CLOSED:
        answer = visitor.client.open(f"{API}{address(operation)}", method=operation.method)
        assert (answer.status_code, answer.mimetype) == (401, "application/problem+json"), operation.name
        assert answer.headers["WWW-Authenticate"].startswith("Bearer")


def test_a_key_that_reads_writes_nothing(reader, session):
    before = session.scalars(select(AuditEvent.id)).all()
    for operation in WRITING:
        answer = reader.ask(operation.method, address(operation), tag=1, json={})
        assert (answer.status_code, answer.mimetype) == (403, "application/problem+json"), operation.name
    assert session.scalars(select(AuditEvent.id)).all() == before


def test_what_is_no_key_does_not_come_in(reader):
    for written in ("", "x", "vr_00000000_" + "A" * 43, "vr_٣٣٣٣٣٣٣٣_" + "A" * 43, "é" * 50, "Basic eDp5", "A" * 5000):
        reader.written = written
        assert reader.get("/scholen").status_code == 401, written[:20]


def test_a_key_with_another_secret_does_not_come_in(reader):
    reader.written = reader.written[:-1] + ("A" if reader.written[-1] != "A" else "B")
    assert reader.get("/scholen").status_code == 401


def test_a_key_works_from_its_first_to_its_last_day(with_key):
    assert with_key(begins_on=TODAY, ends_on=TODAY).get("/scholen").status_code == 200
    assert with_key(begins_on=TODAY + DAY).get("/scholen").status_code == 401
    assert with_key(begins_on=TODAY - 2 * DAY, ends_on=TODAY - DAY).get("/scholen").status_code == 401


def test_a_revoked_key_is_out_at_once(reader, session):
    assert reader.get("/scholen").status_code == 200
    revoke_key(session, 1, TODAY)
    assert reader.get("/scholen").status_code == 401


def test_the_last_day_of_use_is_kept_and_nothing_more(reader, session):
    reader.get("/scholen")
    session.expire_all()
    assert session.get(ApiKey, 1).last_used_on == TODAY
    assert session.scalars(select(AuditEvent).where(AuditEvent.field == "last_used_on")).all() == []


def test_the_history_names_the_key_and_never_holds_it(writer, session):
    writer.patch("/leveranciers/1", {"naam": "Lettervlieg"}, tag=1)
    lines = session.scalars(select(AuditEvent)).all()
    assert lines[-1].who == "API-sleutel “koppeling”"
    held = session.get(ApiKey, 1).secret_hash
    assert not [line for line in lines if held in (line.old, line.new) or writer.written[12:] in line.new]


def test_a_key_of_one_school_sees_that_school_only(with_key, session):
    key = with_key(schools=[2])
    assert [one["id"] for one in key.get("/scholen").json["resultaten"]] == [2]
    assert key.get("/gebruiken").json["totaal"] == 0
    assert key.get("/scholen/1").data == key.get("/scholen/999").data
    assert key.get("/gebruiken/1").status_code == 404
    ending = key.post("/gebruiken/1/_beeindigen", {"totEnMet": "2026-01-01"}, tag=1)
    assert ending.status_code == 404


def test_a_body_that_names_anothers_school_gets_the_answer_of_one_that_is_not_there(with_key):
    key = with_key(schools=[2])
    use = {"product": 1, "sinds": "2026-01-01"}
    theirs, nobodys = key.post("/gebruiken", {**use, "school": 1}), key.post("/gebruiken", {**use, "school": 999})
    assert theirs.status_code == nobodys.status_code == 422
    assert theirs.data == nobodys.data
    assert key.post("/gebruiken", {**use, "school": 2}).status_code == 201


def test_a_key_of_one_school_leaves_the_register_of_the_board_alone(with_key, session):
    key = with_key(schools=[2])
    assert Right.EDIT_REGISTER not in SCHOOL_KEY_RIGHTS
    assert key.patch("/leveranciers/1", {"naam": "x"}, tag=1).status_code == 403
    assert key.post("/documenten", {"soort": "board-register"}).status_code == 403
    assert session.get(Supplier, 1).name == "Lettervlieg B.V."


def test_no_key_sets_up_schools(writer, session):
    assert writer.post("/scholen", {"naam": "x"}).status_code == 405
    assert len(session.scalars(select(School)).all()) == 2


def test_a_reading_key_has_no_more_than_reading(session, register, with_key):
    assert with_key(KeyScope.READ).post("/documenten", {"soort": "schoolgids", "nummer": 1}).status_code == 403
