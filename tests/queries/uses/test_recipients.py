"""Who received data of a school's pupils in a period."""

from datetime import date, timedelta

import pytest

from registry.errors import NotFound
from registry.model import PrivacyAnnex
from registry.queries.uses.recipients import recipients_between
from registry.services.annexes.annexes import accept_annex, propose_annex
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier
from registry.services.uses.uses import end_use, start_use
from tests.complete_register import PRIVACY_ANNEX, PRIVACY_ROWS, SINCE, TODAY, complete_register

DAY = timedelta(days=1)


@pytest.fixture
def register(session):
    return complete_register(session)


@pytest.fixture
def sums(session):
    return add_product(session, add_supplier(session, {"name": "Rekenwolk"}).id, {"name": "Sommen", "kind": "lt"})


@pytest.fixture
def found(session, register):
    def found(since=SINCE, until=TODAY, school=None):
        return recipients_between(session, (school or register.zandloper).id, since, until)

    return found


def names(recipients):
    return [one.row.product for one in recipients]


def test_a_use_that_shares_one_day_with_the_period_counts(session, register, sums, found):
    end_use(session, start_use(session, register.zandloper.id, sums.id, {"since": SINCE - DAY}).id, SINCE)
    assert names(found()) == ["Letters", "Sommen"]
    assert names(found(since=SINCE + DAY)) == ["Letters"]


def test_a_use_that_starts_after_the_period_does_not(session, register, sums, found):
    start_use(session, register.zandloper.id, sums.id, {"since": TODAY})
    assert names(found(until=TODAY - DAY)) == ["Letters"]
    assert names(found(until=TODAY)) == ["Letters", "Sommen"]


def test_another_schools_use_does_not(session, register, sums, found):
    start_use(session, register.zonnewijzer.id, sums.id, {"since": SINCE})
    assert names(found()) == ["Letters"]


@pytest.mark.parametrize(
    ("since", "until", "days"),
    [
        (SINCE, None, "vanaf 1 augustus 2025"),
        (SINCE - DAY, None, "de hele periode"),
        (SINCE, SINCE + DAY, "van 1 augustus 2025 tot en met 2 augustus 2025"),
        (SINCE - DAY, SINCE + DAY, "tot en met 2 augustus 2025"),
    ],
)
def test_it_tells_in_which_part_of_the_period(session, register, sums, found, since, until, days):
    use = start_use(session, register.zandloper.id, sums.id, {"since": since})
    if until:
        end_use(session, use.id, until)
    period_from = SINCE if since < SINCE else SINCE - DAY
    assert [one.days for one in found(since=period_from) if one.row.product == "Sommen"] == [days]


def test_the_data_are_those_of_every_version_that_held_then(session, register, found):
    rows = PRIVACY_ROWS | {"data": [{"category": "9", "subjects": ("pupil",)}], "denials": []}
    newer = propose_annex(session, PrivacyAnnex, register.letters.id, PRIVACY_ANNEX | {"edition": "3.0"}, rows)
    accept_annex(session, PrivacyAnnex, newer.id, date(2026, 3, 1))
    session.expire_all()
    (whole,) = found()
    assert whole.data == "Versie 2.1: Naam, e-mailadres en opleiding. Niet: BSN\nVersie 3.0: Betalingen en bijdragen"
    (before,) = found(until=date(2026, 2, 28))
    assert before.data == "Naam, e-mailadres en opleiding. Niet: BSN"


def test_subprocessors_are_named_and_not_knowing_is_not_none(session, register, sums, found):
    start_use(session, register.zandloper.id, sums.id, {"since": SINCE})
    propose_annex(session, PrivacyAnnex, sums.id, {}, {"subprocessors": [{"name": "Wolkenhuis"}]})
    assert [(one.row.product, one.behind) for one in found()] == [("Letters", ()), ("Sommen", ("Wolkenhuis",))]


def test_without_an_annex_the_subprocessors_are_unknown(session, register, sums, found):
    start_use(session, register.zandloper.id, sums.id, {"since": SINCE})
    assert [one.behind for one in found() if one.row.product == "Sommen"] == [None]


def test_what_is_only_about_staff_is_left_out(session, register, sums, found):
    start_use(session, register.zandloper.id, sums.id, {"since": SINCE})
    propose_annex(session, PrivacyAnnex, sums.id, {}, {"data": [{"category": "11", "subjects": ("teacher",)}]})
    assert names(found()) == ["Letters"]


def test_what_is_kept_out_of_the_schoolgids_is_not_left_out(session, register, sums, found):
    start_use(session, register.zandloper.id, sums.id, {"since": SINCE, "in_guide": False})
    assert "Sommen" in names(found())


def test_an_unknown_school_is_not_found(session, register):
    with pytest.raises(NotFound):
        recipients_between(session, 99, SINCE, TODAY)
