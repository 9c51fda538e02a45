"""When an agreement holds."""

from datetime import date

import pytest

from registry.model import Agreement
from registry.model.agreement_lists import AgreementStatus, ConclusionMode, Renewal

START, END = date(2026, 8, 1), date(2027, 7, 31)


def agreement(**fields):
    return Agreement(**{"status": AgreementStatus.IN_FORCE, "starts_on": START, "renewal": Renewal.NONE} | fields)


@pytest.mark.parametrize(
    ("on", "holds"),
    [(date(2026, 7, 31), False), (START, True), (END, True), (date(2027, 8, 1), False)],
)
def test_it_holds_from_its_first_to_its_last_day(on, holds):
    assert agreement(ends_on=END).is_in_force(on) is holds


def test_it_runs_on_after_its_end_date_when_it_renews_tacitly():
    assert agreement(ends_on=END, renewal=Renewal.TACIT_YEAR).is_in_force(date(2030, 1, 1))


def test_an_ended_one_did_hold_before_its_end():
    ended = agreement(status=AgreementStatus.TERMINATED, renewal=Renewal.INDEFINITE, ended_on=date(2026, 12, 31))
    assert ended.is_in_force(date(2026, 12, 31))
    assert not ended.is_in_force(date(2027, 1, 1))


@pytest.mark.parametrize("status", [one for one in AgreementStatus if not one.was_in_force])
def test_one_that_was_never_concluded_does_not_hold(status):
    assert not agreement(status=status).is_in_force(START)


def test_it_is_signed_by_both_only_with_both_dates():
    assert not agreement(board_signed_on=START).is_signed_by_both
    assert agreement(board_signed_on=START, supplier_signed_on=START).is_signed_by_both


def test_an_order_or_a_click_needs_no_signatures():
    assert [mode for mode in ConclusionMode if mode.needs_signatures] == [
        ConclusionMode.WET_SIGNATURE,
        ConclusionMode.E_SIGNATURE,
    ]


def test_an_open_stage_is_neither_concluded_nor_refused_nor_unneeded():
    assert {one for one in AgreementStatus if one.is_open}.isdisjoint(
        {AgreementStatus.IN_FORCE, AgreementStatus.REFUSED, AgreementStatus.NOT_NEEDED, AgreementStatus.TERMINATED}
    )
