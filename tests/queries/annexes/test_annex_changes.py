"""What differs between two versions of a privacy annex."""

import pytest

from registry.model import PrivacyAnnex
from registry.model.privacy_annex import Automation
from registry.queries.annexes.annex_changes import ChangeKind, compare, version_before
from registry.services.annexes.annexes import propose_annex, withdraw_annex
from tests.complete_register import PRIVACY_ANNEX, PRIVACY_ROWS, complete_register


@pytest.fixture
def register(session):
    return complete_register(session)


@pytest.fixture
def changed(session, register):
    """What differs when a new version says this instead, as (topic, kind, name, was, now, warning)."""

    def changed(fields=None, **rows):
        fields, told = PRIVACY_ANNEX | (fields or {}), PRIVACY_ROWS | rows
        after = propose_annex(session, PrivacyAnnex, register.letters.id, fields, told)
        return compare(register.privacy_annex, after).changes

    return changed


def only(changes):
    (one,) = changes
    return one.topic, one.kind, one.name, one.was, one.now, one.warning


def test_two_versions_that_say_the_same_differ_in_nothing(changed):
    assert changed() == ()


def test_a_category_that_came_is_added_and_a_special_one_carries_a_warning(changed):
    health = {"category": "5", "subjects": ("pupil",), "needed_because": "om te helpen"}
    found = only(changed(data=[*PRIVACY_ROWS["data"], health]))
    now = "van leerlingen; om te helpen; bijzonder persoonsgegeven"
    assert found == ("Gegevens", ChangeKind.ADDED, "Medische gegevens", "", now, "bijzondere persoonsgegevens")


def test_the_bsn_carries_a_warning_of_its_own(changed):
    assert only(changed(data=[*PRIVACY_ROWS["data"], {"category": "13"}]))[-1] == "BSN"


def test_a_category_that_becomes_special_carries_a_warning_and_one_that_stays_special_does_not(session, changed):
    special = [PRIVACY_ROWS["data"][0] | {"is_special": True}]
    assert only(changed(data=special))[-1] == "bijzondere persoonsgegevens"


def test_a_special_category_that_only_got_another_note_carries_no_warning(session, register):
    def version(note):
        rows = {"data": [{"category": "5", "note": note}]}
        return propose_annex(session, PrivacyAnnex, register.letters.id, {}, rows)

    (one,) = compare(version("dyslexie"), version("dyslexie en allergie")).changes
    assert (one.kind, one.was, one.warning) == (ChangeKind.CHANGED, "dyslexie; bijzonder persoonsgegeven", "")


def test_a_category_that_went_is_dropped(changed):
    kinds = [(one.kind, one.name) for one in changed(data=[{"category": "9"}])]
    assert kinds == [
        (ChangeKind.ADDED, "Financiën"),
        (ChangeKind.DROPPED, "Contactgegevens, beperkt: naam, e-mailadres en opleiding"),
    ]


def test_a_purpose_that_came_and_one_that_went_are_told(changed):
    found = {(one.topic, one.kind, one.name) for one in changed(purposes=[{"purpose": "LT-c"}])}
    assert found == {
        ("Doelen", ChangeKind.ADDED, "Toegang geven: vaststellen wie iemand is en wat die persoon mag"),
        ("Doelen", ChangeKind.DROPPED, "Leer- en toetsresultaten opslaan"),
    }


def test_a_place_outside_the_eea_carries_a_warning_and_stands_first(changed):
    rows = {
        "storage": [*PRIVACY_ROWS["storage"], {"country": "US", "safeguard": "dpf"}],
        "purposes": [{"purpose": "LT-c"}],
    }
    first, *rest = changed(**rows)
    assert (first.topic, first.warning) == ("Opslag", "buiten de EER: Verenigde Staten")
    assert [one.topic for one in rest] == ["Doelen", "Doelen"]


def test_a_subprocessor_that_moves_out_of_the_eea_is_a_change_with_a_warning(session, register):
    def version(country):
        rows = {"subprocessors": [{"name": "Wolkenhuis", "service": "hosting", "country": country}]}
        return propose_annex(session, PrivacyAnnex, register.letters.id, {}, rows)

    (one,) = compare(version("NL"), version("US")).changes
    assert (one.kind, one.was, one.now) == (
        ChangeKind.CHANGED,
        "hosting; Nederland",
        "hosting; Verenigde Staten",
    )
    assert one.warning == "buiten de EER: Verenigde Staten"


def test_the_first_subprocessor_takes_the_place_of_none(changed):
    found = [(one.kind, one.name) for one in changed({"no_subprocessors": False}, subprocessors=[{"name": "Wolk"}])]
    assert found == [(ChangeKind.ADDED, "Wolk"), (ChangeKind.DROPPED, "Subverwerkers")]


def test_retention_denials_options_and_automation_are_compared(changed):
    found = {
        (one.topic, one.kind)
        for one in changed(
            {"automation": Automation.AI},
            retention=[{"data": "resultaten", "term": "een jaar"}],
            denials=[],
            options=[{"description": "Iets anders"}],
        )
    }
    assert found == {
        ("Bewaartermijnen", ChangeKind.CHANGED),
        ("Niet verwerkt", ChangeKind.DROPPED),
        ("Keuzes van het bestuur", ChangeKind.ADDED),
        ("Keuzes van het bestuur", ChangeKind.DROPPED),
        ("AI en profilering", ChangeKind.CHANGED),
    }


def test_two_rows_about_one_thing_are_told_together(session, register):
    def version(*notes):
        rows = {"storage": [{"country": "NL", "place": "Wiel", "safeguard_note": note} for note in notes]}
        return propose_annex(session, PrivacyAnnex, register.letters.id, {}, rows)

    (one,) = compare(version("a"), version("a", "b")).changes
    assert one.now == "Wiel (Nederland); waarborg a / Wiel (Nederland); waarborg b"


def test_the_version_before_is_the_one_that_was_agreed(session, register):
    between = propose_annex(session, PrivacyAnnex, register.letters.id, {"edition": "2.2"})
    newest = propose_annex(session, PrivacyAnnex, register.letters.id, {"edition": "3.0"})
    assert version_before(newest) is register.privacy_annex
    assert version_before(between) is register.privacy_annex
    assert version_before(register.privacy_annex) is None


def test_a_withdrawn_version_is_passed_over_while_there_is_another(session, register):
    withdrawn = propose_annex(session, PrivacyAnnex, register.letters.id, {"edition": "2.2"})
    withdraw_annex(session, PrivacyAnnex, withdrawn.id)
    newest = propose_annex(session, PrivacyAnnex, register.letters.id, {"edition": "3.0"})
    assert version_before(newest) is register.privacy_annex
