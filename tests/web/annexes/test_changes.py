"""What a new version changes: on screen, for the schools, and in their schoolgids."""

from datetime import date

import pytest

from registry.model import Action, PrivacyAnnex, SecurityAnnex
from registry.model.action import ActionOrigin
from registry.services.annexes.annexes import accept_annex, propose_annex
from registry.services.uses.uses import start_use
from tests.complete_register import (
    PRIVACY_ANNEX,
    PRIVACY_ROWS,
    SECURITY_ANNEX,
    SECURITY_ROWS,
    SINCE,
    TODAY,
    complete_register,
)

HEALTH = {"category": "5", "subjects": ("pupil",), "needed_because": "om te helpen"}
GRAVE = {"data": [*PRIVACY_ROWS["data"], HEALTH], "storage": [{"country": "US"}]}


@pytest.fixture
def register(session):
    made = complete_register(session)
    start_use(session, made.zonnewijzer.id, made.letters.id, {"since": SINCE})
    return made


@pytest.fixture
def propose(session, register):
    """The address of a new version that says this instead."""

    def propose(fields=None, **rows):
        fields = PRIVACY_ANNEX | {"edition": "3.0"} | (fields or {})
        annex = propose_annex(session, PrivacyAnnex, register.letters.id, fields, PRIVACY_ROWS | rows)
        return f"/privacybijsluiters/{annex.id}"

    return propose


def asked(session):
    session.expire_all()
    return session.query(Action).filter_by(origin=ActionOrigin.ANNEX).order_by(Action.school_id).all()


def test_what_is_grave_stands_on_top(visitor, propose):
    page = visitor.open(f"{propose(purposes=[{'purpose': 'LT-c'}], **GRAVE)}/verschillen")
    assert page.texts("//h2")[:3] == ["Kijk hier eerst naar", "Andere verschillen", "Wat er in de schoolgids verandert"]
    first = page.texts("(//table)[1]//td[@data-label='Wat']")
    assert first == ["erbij bijzondere persoonsgegevens", "erbij buiten de EER: Verenigde Staten"]


def test_accepting_shows_which_words_of_the_schoolgids_change(visitor, propose):
    page = visitor.submit(f"{propose(**GRAVE)}/accepteren", on="2026-08-01")
    assert page.heading == "Wat er verandert"
    rows = page.texts("(//table)[last()]//tr/th[@scope='row']")
    assert rows == ["Welke gegevens", "Buiten de EER"]
    assert page.texts("(//table)[last()]//td[@data-label='Wordt']")[1] == "ja: Verenigde Staten"


def test_accepting_asks_each_school_that_uses_it_to_look(session, visitor, propose):
    visitor.submit(f"{propose(**GRAVE)}/accepteren", on="2026-08-01")
    found = asked(session)
    assert [(one.school_id, one.product_id) for one in found] == [(1, 1), (2, 1)]
    assert "“Welke gegevens” en “Buiten de EER”; let op: bijzondere persoonsgegevens en buiten de EER" in found[0].what


def test_a_change_that_no_parent_sees_asks_each_school_whether_it_still_fits(session, visitor, propose):
    added = [{"name": "Wolkenhuis B.V.", "country": "NL"}]
    address = propose({"no_subprocessors": False}, subprocessors=added)
    page = visitor.submit(f"{address}/accepteren", on="2026-08-01")
    assert "In de lijst voor ouders verandert niets." in page.text
    assert [one.what for one in asked(session)] == [
        f"Kijk of dit nog klopt voor {name}. Nieuwe bijsluiter van Letters vanaf 1 augustus 2026."
        for name in ("De Zandloper", "De Zonnewijzer")
    ]


def test_schools_have_two_weeks_from_the_later_of_today_and_the_day_it_holds(session, register, propose):
    number = int(propose(**GRAVE).rsplit("/", 1)[1])
    accept_annex(session, PrivacyAnnex, number, date(2026, 2, 2), today=TODAY)
    assert {one.due_on for one in asked(session)} == {date(2026, 8, 17)}  # Saturday 15 August goes to Monday


def test_a_first_version_asks_nobody_and_has_nothing_beside_it(session, visitor, register):
    assert asked(session) == []
    assert "Er is niets om te vergelijken." in visitor.open("/privacybijsluiters/1/verschillen").text


def test_another_version_can_be_laid_beside_it(visitor, propose):
    propose(purposes=[{"purpose": "LT-c"}])
    third = propose({"edition": "4.0"}, purposes=[{"purpose": "LT-c"}])
    assert "Verschillen" in visitor.open(f"{third}/verschillen").texts("//h2")
    assert "zeggen in het register hetzelfde" in visitor.open(f"{third}/verschillen?met=2").text
    assert visitor.open(f"{third}/verschillen?met=99x").status == 200


@pytest.mark.parametrize(
    ("fields", "rows", "told"),
    [
        ({"integrity": "low"}, {}, ("Integriteit Classificatie (BIV)", "veranderd")),
        ({"breach_hours": 48}, {}, ("Meldt een datalek binnen Datalekken", "veranderd")),
        ({}, {"certificates": []}, ("ISO 27001 Certificaten", "vervallen")),
        (
            {},
            {"measures": [{"measure": "design", "answer": "not_met"}]},
            ("Ontwerp Maatregelen", "veranderd de maatregel is niet genomen"),
        ),
        (
            {},
            {"access_roles": [{"role": "beheer", "actions": "alles"}]},
            ("beheer Toegang bij de leverancier", "erbij"),
        ),
    ],
    ids=["level", "hours", "certificate", "measure", "access"],
)
def test_versions_of_a_security_annex_are_compared_too(session, visitor, register, fields, rows, told):
    annex = propose_annex(session, SecurityAnnex, 1, SECURITY_ANNEX | fields, SECURITY_ROWS | rows)
    page = visitor.open(f"/beveiligingsbijlagen/{annex.id}/verschillen")
    names, kinds = page.texts("(//table)[1]//th[@scope='row']"), page.texts("(//table)[1]//td[@data-label='Wat']")
    assert told in zip(names, kinds, strict=True)
