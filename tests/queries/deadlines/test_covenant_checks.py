"""The covenant's list is to be looked at again after a year."""

from datetime import date

import pytest

from registry.model.deadline_kind import DeadlineKind
from registry.model.supplier import CovenantStatus, PartyRole
from registry.queries.deadlines.due import due
from registry.services.suppliers.products import edit_product
from registry.services.suppliers.suppliers import edit_supplier, note_covenant
from registry.services.uses.uses import end_use

KIND, CHECKED, AGAIN = DeadlineKind.COVENANT_CHECK, date(2026, 3, 2), date(2027, 3, 2)


def check(session, on=CHECKED):
    note_covenant(session, 1, {"status": CovenantStatus.PARTICIPANT, "checked_on": on, "source": "de lijst"})


def test_a_year_after_the_last_check_it_is_due(cast):
    check(cast, date(2025, 3, 2))
    check(cast)
    (item,) = due(cast, AGAIN)
    assert item.sentence == (
        "De stand van Lettervlieg B.V. in het privacyconvenant is voor het laatst nagegaan op 2 maart 2026."
    )
    assert (item.kind, item.on, item.table, item.number) == (KIND, AGAIN, "supplier", 1)
    assert due(cast, date(2027, 3, 1)) == []


def test_one_that_is_yet_to_come_does_not_count(cast, days):
    check(cast)
    check(cast, date(2027, 6, 1))
    assert days(KIND, AGAIN) == [AGAIN]


def test_a_check_on_a_leap_day_is_due_on_the_28th_or_else_that_monday(cast, days):
    check(cast, date(2028, 2, 29))
    assert days(KIND, date(2029, 2, 28)) == [date(2029, 2, 28)]


def test_who_was_never_checked_is_owed_and_not_due(days):
    assert days(KIND, AGAIN) == []


@pytest.mark.parametrize(
    "change",
    [
        lambda session: edit_supplier(session, 1, 1, {"role": PartyRole.INDEPENDENT_CONTROLLER}),
        lambda session: edit_product(session, 1, 1, {"kind": "photo"}),
        lambda session: end_use(session, 1, date(2027, 3, 1)),
    ],
    ids=["no-processor", "outside-the-covenant", "not-used-any-more"],
)
def test_it_is_only_for_processors_in_use_that_the_covenant_is_about(cast, days, change):
    check(cast)
    change(cast)
    assert days(KIND, AGAIN) == []
