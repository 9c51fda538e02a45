"""`due`: what is due on a day, as a table for people and as JSON for programs."""

import json
from datetime import date

import pytest
from click.testing import CliRunner

from registry.cli import main
from registry.model.statement import Council, StatementKind
from registry.services.board.statements import add_statement
from registry.services.year.actions import add_action
from tests.cli.refusing import refused

ASKED = {"council": Council.MR, "consent_asked_on": date(2030, 3, 4), "school_id": 1}


@pytest.fixture
def tell(session, register, database_url, tmp_path, monkeypatch):
    """Run the command on the complete register, with an action for Monday 4 March 2030 and a consent that waits."""
    monkeypatch.setenv("REGISTER_DATABASE_URL", database_url)
    add_action(
        session, {"what": "Bel de leverancier", "supplier_id": register.lettervlieg.id, "due_on": date(2030, 3, 4)}
    )
    add_statement(session, {"kind": StatementKind.SCHOOL_GUIDE, "title": "Schoolgids", **ASKED})

    def tell(*words):
        session.rollback()
        return CliRunner().invoke(main, ["--instance", str(tmp_path / "instance"), "due", *words])

    return tell


def items(result):
    assert (result.exit_code, result.stderr) == (0, ""), result.exception
    return json.loads(result.stdout)


def test_each_item_says_its_kind_its_day_its_subject_and_what_to_do(tell):
    found = {item["kind"]: item for item in items(tell("--on", "2030-03-04", "--json"))}
    assert found["action"] == {
        "kind": "action",
        "on": "2030-03-04",
        "subject": "Lettervlieg B.V.",
        "action": "Werk de actie bij",
        "sentence": "Bel de leverancier",
    }
    assert found["council_consent"]["school"] == "De Zandloper"
    assert found["certificate_end"]["on"] == "2027-06-30"


def test_the_longest_overdue_comes_first_and_what_is_for_later_waits_for_ahead(tell):
    kinds = [item["kind"] for item in items(tell("--on", "2030-03-01", "--json"))]
    assert kinds == ["certificate_end"]
    found = items(tell("--on", "2030-03-01", "--ahead", "3", "--json"))
    assert [item["on"] for item in found] == ["2027-06-30", "2030-03-04"]


def test_for_people_it_is_a_table(tell):
    first, second, third = tell("--on", "2030-03-04").stdout.splitlines()
    assert first.startswith("2027-06-30  einde van een certificaat  ISO 27001 van Lettervlieg B.V. was geldig")
    assert second.startswith("2030-03-04  actie                      Bel de leverancier – Werk de actie bij")
    assert "De MR heeft nog niet ingestemd met “Schoolgids” van De Zandloper" in third


def test_a_line_of_a_school_names_it_once(tell, session, register):
    add_action(session, {"what": "Kijk de lijst na", "school_id": register.zandloper.id, "due_on": date(2030, 3, 4)})
    told = tell("--on", "2030-03-04").stdout
    assert "De Zandloper: Kijk de lijst na – Werk de actie bij" in told
    assert told.count("De Zandloper") == 2


def test_on_a_quiet_day_it_says_so(tell):
    assert items(tell("--on", "2026-01-01", "--json")) == []
    assert tell("--on", "2026-01-01").stdout == "Er is niets wat op of voor 1 januari 2026 gedaan moet zijn.\n"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--on", "2027-02-30"), "De datum “2027-02-30” bestaat niet. Schrijf bijvoorbeeld 2026-08-01."),
        (("--on", "morgen"), "De datum “morgen” bestaat niet. Schrijf bijvoorbeeld 2026-08-01."),
        (("--on", "9999-12-31"), "De datum moet tussen 1990 en 2100 liggen."),
        (("--ahead", "-1"), "Het aantal dagen is een heel getal van 0 tot en met 3660. Er staat: -1"),
        (("--ahead", "4000", "--json"), "Het aantal dagen is een heel getal van 0 tot en met 3660. Er staat: 4000"),
    ],
    ids=["no-such-day", "a-word", "the-end-of-time", "less-than-nothing", "too-far-ahead"],
)
def test_a_day_that_does_not_exist_is_one_sentence(tell, words, sentence):
    assert refused(tell(*words), sentence)
