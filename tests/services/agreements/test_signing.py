"""Recording the board's signature: what awaits it, when it holds, and what is refused."""

from datetime import date, timedelta

import pytest

from registry.errors import BrokenRule, ChangedMeanwhile, NotFound
from registry.model.agreement_lists import AgreementStatus
from registry.queries.agreements.awaiting import awaiting_signature
from registry.services.agreements.agreements import edit_agreement
from registry.services.agreements.signing import record_signature
from tests.complete_register import TODAY, complete_register


@pytest.fixture
def agreement(session):
    return complete_register(session).agreement


def sign(session, agreement, on=TODAY, seen=None):
    return record_signature(session, agreement.id, on, TODAY, agreement.version if seen is None else seen)


def test_an_agreement_that_lies_ready_awaits_and_a_signed_one_does_not(session, agreement):
    assert awaiting_signature(session) == [agreement]
    sign(session, agreement)
    assert awaiting_signature(session) == []


def test_with_one_signature_it_is_signed_by_one_side(session, agreement):
    signed = sign(session, agreement)
    assert (signed.board_signed_on, signed.status) == (TODAY, AgreementStatus.SIGNED_ONE_SIDE)


def test_with_both_signatures_it_holds(session, agreement):
    edit_agreement(session, agreement.id, agreement.version, {"supplier_signed_on": TODAY - timedelta(days=1)})
    assert sign(session, agreement).status is AgreementStatus.IN_FORCE


def test_a_day_to_come_is_refused_at_its_field(session, agreement):
    with pytest.raises(BrokenRule) as refused:
        sign(session, agreement, on=TODAY + timedelta(days=1))
    assert refused.value.field == "signed_on"
    assert awaiting_signature(session) == [agreement]


def test_what_somebody_else_changed_meanwhile_is_not_signed(session, agreement):
    seen = agreement.version
    edit_agreement(session, agreement.id, seen, {"note": "anders"})
    with pytest.raises(ChangedMeanwhile):
        sign(session, agreement, seen=seen)


def test_what_does_not_await_a_signature_does_not_exist_here(session, agreement):
    sign(session, agreement)
    with pytest.raises(NotFound):
        record_signature(session, agreement.id, date(2026, 7, 1), TODAY, agreement.version)
