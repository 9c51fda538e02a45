"""What changed in a period: uses, agreements, versions of annexes."""

from datetime import date, timedelta

import pytest

from registry.model import PrivacyAnnex
from registry.model.agreement_lists import AgreementStatus
from registry.queries.board.period_changes import changes_between
from registry.services.agreements.agreements import add_agreement, edit_agreement
from registry.services.annexes.annexes import accept_annex, propose_annex
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier
from registry.services.uses.uses import edit_use, end_use, start_use
from tests.complete_register import PRIVACY_ROWS, SINCE, TODAY, complete_register

DAY = timedelta(days=1)
NOW = date.today()


@pytest.fixture
def register(session):
    return complete_register(session)


@pytest.fixture
def sums(session):
    fields = {"name": "Sommen", "kind": "lt"}
    modules = {"modules": [{"name": "Toetsen"}, {"name": "Oefenen"}]}
    return add_product(session, add_supplier(session, {"name": "Rekenwolk"}).id, fields, modules)


@pytest.fixture
def use(session, register, sums):
    """A use of De Zandloper since last year."""
    return start_use(session, register.zandloper.id, sums.id, {"since": SINCE})


@pytest.fixture
def changes(session, register):
    def changes(since=SINCE, until=TODAY, school=None):
        return changes_between(session, since, until, school.id if school else None)

    return changes


def products(uses):
    return [use.product.name for use in uses]


def test_a_use_that_began_on_the_day_of_consent_is_not_new_and_one_a_day_later_is(register, use, changes):
    assert changes(since=SINCE).started == ()
    assert products(changes(since=SINCE - DAY).started) == ["Letters", "Sommen"]


def test_a_use_has_ended_on_the_day_after_its_last_day(session, use, changes):
    end_use(session, use.id, TODAY)
    assert changes(until=TODAY).ended == ()
    assert products(changes(until=TODAY + DAY).ended) == ["Sommen"]
    assert changes(since=TODAY + DAY, until=TODAY + 2 * DAY).ended == ()


def test_another_schools_changes_are_its_own(session, register, sums, changes):
    start_use(session, register.zonnewijzer.id, sums.id, {"since": TODAY})
    assert products(changes(school=register.zandloper).started) == []
    assert products(changes(school=register.zonnewijzer).started) == ["Sommen"]
    assert products(changes().started) == ["Sommen"]


class TestAnEdit:
    """The history is written on the day itself, so these periods end today."""

    def test_is_told_with_what_it_was_and_is(self, session, use, changes):
        edit_use(session, use.id, use.version, {"purpose_plain": "Om te rekenen."})
        edit_use(session, use.id, use.version, {"purpose_plain": "Om te oefenen.", "legal_basis": "consent"})
        told = [(one.field, one.was, one.now) for one in changes(since=NOW - DAY, until=NOW).edited]
        assert told == [
            ("Waarvoor, in gewone taal voor ouders", "", "Om te oefenen."),
            ("Grondslag", "", "Toestemming"),
        ]

    def test_that_was_taken_back_is_none(self, session, use, changes):
        edit_use(session, use.id, use.version, {"groups": "groep 3"})
        edit_use(session, use.id, use.version, {"groups": ""})
        assert changes(since=NOW - DAY, until=NOW).edited == ()

    def test_of_a_note_is_nobodys_business(self, session, use, changes):
        edit_use(session, use.id, use.version, {"note": "even bellen"})
        assert changes(since=NOW - DAY, until=NOW).edited == ()

    def test_of_the_modules_names_them(self, session, use, sums, changes):
        edit_use(session, use.id, use.version, {}, [sums.modules[0].id])
        (one,) = changes(since=NOW - DAY, until=NOW).edited
        assert (one.field, one.was, one.now) == ("Onderdelen van het product", "", "Toetsen")

    def test_before_the_period_is_not_told(self, session, use, changes):
        edit_use(session, use.id, use.version, {"groups": "groep 3"})
        assert changes(since=NOW, until=NOW + DAY).edited == ()

    def test_is_not_what_was_entered_with_the_use_itself(self, session, register, sums, changes):
        fields = {"since": SINCE, "groups": "groep 3"}
        start_use(session, register.zandloper.id, sums.id, fields, [sums.modules[0].id])
        assert changes(since=NOW - DAY, until=NOW).edited == ()


class TestAgreements:
    def test_that_begin_and_end_are_told(self, session, register, changes):
        fields = {"status": AgreementStatus.TERMINATED, "starts_on": SINCE, "ended_on": date(2026, 1, 1)}
        add_agreement(session, register.lettervlieg.id, fields, {"products": [{"product_id": register.letters.id}]})
        told = [(one.what, one.on) for one in changes(since=SINCE - DAY).agreements]
        assert told == [("ging in", SINCE), ("laatste dag", date(2026, 1, 1))]

    def test_that_do_not_hold_yet_are_not(self, register, changes):
        assert register.agreement.starts_on == TODAY
        assert changes().agreements == ()

    def test_that_hold_are(self, session, register, changes):
        edit_agreement(session, register.agreement.id, register.agreement.version, {"status": AgreementStatus.IN_FORCE})
        assert [one.what for one in changes().agreements] == ["ging in"]

    def test_that_are_not_needed_are_told_on_the_day_of_the_decision(self, session, register, changes):
        fields = {"status": AgreementStatus.NOT_NEEDED, "reason": "de wet verplicht", "decided_on": TODAY}
        add_agreement(session, register.duo.id, fields)
        assert [one.what for one in changes().agreements] == ["besloten dat er geen overeenkomst nodig is"]

    def test_of_what_a_school_does_not_use_are_not_its_changes(self, session, register, changes):
        edit_agreement(session, register.agreement.id, register.agreement.version, {"status": AgreementStatus.IN_FORCE})
        assert changes(school=register.zonnewijzer).agreements == ()
        assert len(changes(school=register.zandloper).agreements) == 1


class TestAnnexes:
    def test_a_version_that_was_accepted_is_told_with_its_differences(self, session, register, changes):
        rows = PRIVACY_ROWS | {"storage": [{"country": "US"}]}
        newer = propose_annex(session, PrivacyAnnex, register.letters.id, {"no_subprocessors": True}, rows)
        accept_annex(session, PrivacyAnnex, newer.id, TODAY)
        (event,) = changes().annexes
        assert event.annex.id == newer.id
        assert [one.warning for one in event.comparison.grave] == ["buiten de EER: Verenigde Staten"]

    def test_the_first_version_has_nothing_to_compare_with(self, changes):
        (event,) = changes(since=SINCE - DAY).annexes
        assert (event.comparison, event.warnings) == (None, [])

    def test_the_first_version_warns_of_all_that_it_has(self, session, sums, changes):
        rows = {"data": [{"category": "5"}, {"category": "13"}], "storage": [{"country": "US"}]}
        accept_annex(session, PrivacyAnnex, propose_annex(session, PrivacyAnnex, sums.id, {}, rows).id, TODAY)
        (event,) = changes().annexes
        assert event.warnings == ["bijzondere persoonsgegevens", "BSN", "buiten de EER: Verenigde Staten"]

    def test_a_proposal_changes_nothing(self, session, register, changes):
        propose_annex(session, PrivacyAnnex, register.letters.id, {"edition": "3.0"})
        assert changes().annexes == ()


def test_a_period_in_which_nothing_happened_is_empty(changes):
    assert changes(since=date(2026, 2, 1), until=date(2026, 2, 2)).is_empty
    assert not changes(since=SINCE - DAY).is_empty
