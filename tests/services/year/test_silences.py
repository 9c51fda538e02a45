"""Silencing a signal, until a day, and taking that back."""

from datetime import date, timedelta

import pytest
from sqlalchemy import func, select

from registry.errors import AlreadyExists, BrokenRule, ChangedMeanwhile, NotFound
from registry.model import SignalSilence
from registry.queries.signals.told import all_signals, counted
from registry.services.year.silences import edit_silence, silence_signal, take_back
from tests.queries.signals.quiet import Quiet
from tests.queries.suppliers.owed.file import TODAY

UNTIL = date(2026, 12, 31)
WHY = {"reason": "De leverancier stuurt het in mei.", "until": UNTIL}


@pytest.fixture
def file(session):
    """A file with three signals: of its agreement, its product and its use."""
    file = Quiet(session)
    file.drop(file.agreement.files[0])
    file.drop(file.security)
    file.set(file.use, in_guide=False)
    return file


@pytest.fixture
def key(file):
    return "security_annex_missing", "product", file.product.id


def heard(session, on=TODAY):
    return {one.signal for one in all_signals(session, on) if one.silence is None}


def silenced(session, on=TODAY):
    return [(one.signal.code, one.silence.reason) for one in all_signals(session, on) if one.silence]


def number_of(session):
    return session.scalar(select(func.count(SignalSilence.id)))


def test_it_is_not_heard_but_told_with_its_reason(session, key):
    silence_signal(session, key, WHY, TODAY)
    assert key not in {one.key for one in heard(session)}
    assert silenced(session) == [("security_annex_missing", WHY["reason"])]


@pytest.mark.parametrize("code", ["file_missing", "security_annex_missing", "not_in_guide"])
def test_silencing_one_changes_nothing_of_what_the_others_say(session, file, code):
    before = {one.signal for one in all_signals(session, TODAY)}
    (mine,) = [one for one in before if one.code == code]
    silence_signal(session, mine.key, WHY, TODAY)
    assert {one.signal for one in all_signals(session, TODAY)} == before
    assert heard(session) == before - {mine}


def test_only_what_is_heard_is_counted(session, key):
    assert counted(all_signals(session, TODAY)) == {"high": 0, "medium": 2, "low": 1}
    silence_signal(session, key, WHY, TODAY)
    assert counted(all_signals(session, TODAY)) == {"high": 0, "medium": 1, "low": 1}


def test_it_ends_by_itself(session, key):
    silence_signal(session, key, WHY, TODAY)
    assert silenced(session, UNTIL)
    assert silenced(session, UNTIL + timedelta(days=1)) == []


def test_it_can_be_taken_back(session, key):
    number = silence_signal(session, key, WHY, TODAY).id
    take_back(session, number, 1, TODAY)
    assert silenced(session) == []
    assert take_back(session, number, 1, TODAY).version == 2  # twice is once


def test_one_that_is_over_begins_anew(session, key):
    take_back(session, silence_signal(session, key, WHY, TODAY).id, 1, TODAY)
    again = silence_signal(session, key, {**WHY, "reason": "Toch later."}, TODAY)
    assert (silenced(session), number_of(session)) == ([("security_annex_missing", "Toch later.")], 1)
    assert again.version == 3


def test_sent_twice_it_is_one(session, key):
    assert silence_signal(session, key, WHY, TODAY).id == silence_signal(session, key, WHY, TODAY).id
    assert number_of(session) == 1


def test_another_reason_does_not_silently_win(session, key):
    silence_signal(session, key, WHY, TODAY)
    with pytest.raises(AlreadyExists):
        silence_signal(session, key, {**WHY, "reason": "Anders."}, TODAY)


def test_a_stale_save_is_told_what_changed(session, key):
    number = silence_signal(session, key, WHY, TODAY).id
    edit_silence(session, number, 1, {"reason": "Anders."}, TODAY)
    with pytest.raises(ChangedMeanwhile):
        edit_silence(session, number, 1, {"reason": "Nog anders."}, TODAY)


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"reason": " "}, "reason"),
        ({"until": None}, "until"),
        ({"until": TODAY - timedelta(days=1)}, "until"),
        ({"until": date(2028, 3, 2)}, "until"),
    ],
    ids=["no reason", "no day", "a day that is past", "more than two years"],
)
def test_a_broken_rule_has_its_field(session, key, fields, field):
    with pytest.raises(BrokenRule) as caught:
        silence_signal(session, key, WHY | fields, TODAY)
    assert caught.value.field == field
    assert number_of(session) == 0


def test_the_last_day_of_two_years_may_be(session, key):
    assert silence_signal(session, key, WHY | {"until": date(2028, 3, 1)}, TODAY).id


@pytest.mark.parametrize(
    "other", [("old_model", "agreement", 1), ("gone", "product", 1), ("file_missing", "agreement", 9)]
)
def test_what_is_not_said_cannot_be_silenced(session, file, other):
    with pytest.raises(NotFound):
        silence_signal(session, other, WHY, TODAY)


def test_one_about_a_use_is_of_its_school(session, file):
    assert silence_signal(session, ("not_in_guide", "use", file.use.id), WHY, TODAY).school_id == file.use.school_id
