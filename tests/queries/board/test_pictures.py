"""What the pictures of the overview show."""

from datetime import date

import pytest

from registry.model.agreement_lists import AgreementStatus
from registry.model.deadline_kind import DeadlineKind
from registry.queries.board.pictures import agreements_by_stage, months_ahead, schools_by_completeness
from registry.queries.deadlines.due_item import DueItem
from registry.queries.signals.told import all_signals
from registry.services.agreements.agreements import add_agreement
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier
from registry.services.uses.uses import start_use
from tests.complete_register import SINCE, TODAY, complete_register


@pytest.fixture
def register(session):
    return complete_register(session)


def test_agreements_are_counted_in_the_order_of_the_stages(session, register):
    for status in (AgreementStatus.WANTED, AgreementStatus.REQUESTED, AgreementStatus.WANTED):
        add_agreement(session, register.lettervlieg.id, {"arrangement": "own_text", "status": status})
    stages = [(AgreementStatus.WANTED, 2), (AgreementStatus.REQUESTED, 1), (AgreementStatus.READY_TO_SIGN, 1)]
    assert agreements_by_stage(session) == stages


def test_a_school_is_complete_as_far_as_its_suppliers_lack_nothing(session, register):
    bare = add_product(session, add_supplier(session, {"name": "Peilglas"}).id, {"name": "Peil"})
    start_use(session, register.zandloper.id, bare.id, {"since": SINCE})
    told = [one for one in all_signals(session, TODAY) if one.supplier and one.supplier.name == "Peilglas"]
    bars = schools_by_completeness(session, told, TODAY)
    assert [(bar.name, bar.complete, bar.used) for bar in bars] == [("De Zandloper", 1, 2)]


def test_what_a_school_no_longer_uses_does_not_count(session, register):
    before = date(2025, 7, 31)
    assert schools_by_completeness(session, all_signals(session, before), before) == []


def test_twelve_months_from_this_one_without_what_is_late():
    def item(on):
        return DueItem(DeadlineKind.AGREEMENT_END, on, "", "", "", "agreement", 1)

    days = (date(2026, 11, 1), date(2026, 11, 30), date(2026, 12, 1), date(2027, 10, 31), date(2027, 11, 1))
    months = months_ahead([item(day) for day in days], date(2026, 11, 27))
    assert [(month.first, month.number) for month in months if month.number] == [
        (date(2026, 11, 1), 1),
        (date(2026, 12, 1), 1),
        (date(2027, 10, 1), 1),
    ]
    assert len(months) == 12
