"""What is due, for other systems."""

from datetime import date, timedelta

import pytest

from registry.calendar import day_at_work
from registry.model.api_key import KeyScope
from registry.services.year.actions import add_action

TODAY = date.today()
LATER = day_at_work(TODAY + timedelta(days=40))
KEYS = {"soort", "op", "onderwerp", "zin", "actie", "school", "terInformatie"}


@pytest.fixture
def actions(session, register):
    """One action of the board that is late, one for each school for later."""
    add_action(session, {"what": "Bel", "due_on": TODAY - timedelta(days=9)})
    for school in (register.zandloper, register.zonnewijzer):
        add_action(session, {"what": "Vraag", "due_on": LATER, "school_id": school.id})
    session.rollback()


def found(client, question):
    return [(one["zin"], one["school"]) for one in client.get(f"/termijnen?{question}").json["resultaten"]]


def test_without_a_day_it_is_what_is_due_today(actions, reader):
    answer = reader.get("/termijnen?soort=action").json
    (one,) = answer["resultaten"]
    assert (set(one), one["soort"], one["zin"], answer["totaal"]) == (KEYS, "action", "Bel", 1)


def test_until_a_day_the_longest_overdue_comes_first_in_pages(actions, reader):
    until = f"soort=action&voor={LATER}"
    assert found(reader, until) == [("Bel", None), ("Vraag", 1), ("Vraag", 2)]
    answer = reader.get(f"/termijnen?{until}&pagina=2&perPagina=10").json
    assert (answer["totaal"], answer["resultaten"]) == (3, [])


def test_a_kind_narrows_it(actions, reader):
    assert found(reader, f"soort=breach&voor={LATER}") == []


@pytest.mark.parametrize("question", ["voor=2027-02-30", "soort=alles", "op=2027-01-01", "soort=action&soort=action"])
def test_what_cannot_be_read_is_refused(reader, question):
    assert reader.get(f"/termijnen?{question}").status_code == 400


@pytest.mark.parametrize("until", ["0001-01-01", "9999-12-31"])
def test_any_day_that_exists_is_answered(actions, reader, until):
    assert reader.get(f"/termijnen?voor={until}").status_code == 200


def test_a_key_of_one_school_does_not_see_that_of_another(actions, register, with_key):
    key = with_key(KeyScope.READ, [register.zonnewijzer.id])
    assert found(key, f"soort=action&voor={LATER}") == [("Bel", None), ("Vraag", 2)]


@pytest.mark.parametrize(
    ("name", "shown"), [("op", "op"), ("x" * 101, ""), ("111222333", "")], ids=["a name", "too long", "a bsn"]
)
def test_a_question_that_is_not_there_is_named(reader, name, shown):
    (fault,) = reader.get(f"/termijnen?{name}=1").json["errors"]
    assert fault["location"] == {"name": shown}


def test_a_key_that_may_only_read_is_told_for_information(actions, reader, with_key):
    assert {one["terInformatie"] for one in reader.get("/termijnen").json["resultaten"]} == {True}
    writer = with_key(KeyScope.WRITE, [])
    assert {one["terInformatie"] for one in writer.get("/termijnen?soort=action").json["resultaten"]} == {False}
