"""The keys of the API on screen: made once, shown once, revoked for good."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from registry.model import ApiKey, AuditEvent
from registry.services.uses.schools import add_school

NEW = "/api-sleutels/nieuw"
TODAY = date.today()


def key_on(page):
    return page.texts("//code")[0]


def test_a_key_is_shown_once_and_opens_the_api(visitor, session):
    add_school(session, {"name": "De Zandloper"})
    page = visitor.submit(NEW, purpose="Koppeling met de schoolgids", scope="read", follow=False)
    written = key_on(page)
    answer = visitor.client.get("/api/v1/scholen", headers={"Authorization": f"Bearer {written}"})
    assert [one["naam"] for one in answer.json["resultaten"]] == ["De Zandloper"]
    index = visitor.open("/api-sleutels/")
    assert "Koppeling met de schoolgids" in index.text
    assert written[:11] in index.text
    assert written not in index.text


def test_only_the_hash_is_kept_and_the_history_holds_neither(visitor, session):
    written = key_on(visitor.submit(NEW, purpose="Koppeling"))
    key = session.scalars(select(ApiKey)).one()
    told = [value for line in session.scalars(select(AuditEvent)) for value in (line.old, line.new)]
    assert key.secret_hash not in written
    assert not [value for value in told if value and (key.secret_hash in value or written[12:] in value)]


def test_a_key_may_be_for_some_schools(visitor, session):
    for name in ("De Zandloper", "De Klok"):
        add_school(session, {"name": name})
    visitor.submit(NEW, purpose="Koppeling", schools=["2"])
    assert [row.school_id for row in session.scalars(select(ApiKey)).one().schools] == [2]
    assert "De Klok" in visitor.open("/api-sleutels/").text


def test_a_revoked_key_is_out_and_stays_in_the_list(visitor):
    written = key_on(visitor.submit(NEW, purpose="Koppeling"))
    page = visitor.submit("/api-sleutels/1/intrekken")
    assert "is ingetrokken" in page.text
    answer = visitor.client.get("/api/v1/scholen", headers={"Authorization": f"Bearer {written}"})
    assert answer.status_code == 401
    assert visitor.submit("/api-sleutels/1/intrekken").status == 200


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"purpose": ""}, "Vul dit in."),
        ({"purpose": "x" * 81}, "hoogstens 80 tekens"),
        ({"purpose": "a\x00"}, "Hier staat een teken dat niet bewaard kan worden"),
        ({"ends_on": ""}, "Vul dit in."),
        ({"begins_on": "2026-08-01", "ends_on": "2026-07-31"}, "De laatste dag kan niet voor de eerste dag liggen."),
        ({"begins_on": "2026-08-01", "ends_on": "2028-08-02"}, "hoogstens twee jaar, dus tot en met 1 augustus 2028"),
        ({"begins_on": "2028-02-29", "ends_on": "2030-03-01"}, "hoogstens twee jaar, dus tot en met 28 februari 2030"),
        ({"scope": "alles"}, "Ongeldige keuze"),
        ({"schools": ["99"]}, "keuze"),
    ],
    ids=str,
)
def test_what_is_wrong_is_told_and_no_key_is_made(visitor, session, typed, sentence):
    page = visitor.submit(NEW, **{"purpose": "Koppeling", **typed})
    assert page.status == 422
    assert sentence in page.errors[0]
    assert session.scalars(select(ApiKey)).all() == []


def test_a_key_of_two_years_to_the_day_is_made(visitor, session):
    visitor.submit(NEW, purpose="Koppeling", begins_on="2028-02-29", ends_on="2030-02-28")
    assert session.scalars(select(ApiKey)).one().ends_on == date(2030, 2, 28)


def test_the_list_says_which_keys_work(visitor, session):
    later = TODAY + timedelta(days=10)
    visitor.submit(NEW, purpose="Nu")
    visitor.submit(NEW, purpose="Straks", begins_on=later.isoformat(), ends_on=later.isoformat())
    visitor.submit(NEW, purpose="Toen", begins_on="2024-01-01", ends_on="2024-12-31")
    rows = visitor.open("/api-sleutels/").texts("//tbody/tr")
    assert [word for row in rows for word in ("werkt later", "verlopen") if word in row] == ["werkt later", "verlopen"]
