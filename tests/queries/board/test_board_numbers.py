"""The board in numbers, and its open points by kind."""

from datetime import timedelta

import pytest

from registry.model.agreement_lists import AgreementStatus
from registry.model.supplier import CovenantStatus, PartyRole
from registry.queries.board.board_numbers import board_numbers
from registry.queries.suppliers.owed_kinds import open_points
from registry.services.agreements.agreements import add_agreement, edit_agreement
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier
from registry.services.uses.uses import start_use
from tests.complete_register import SINCE, TODAY, complete_register


@pytest.fixture
def register(session):
    return complete_register(session)


@pytest.fixture
def sums(session, register):
    """A product of a supplier without an agreement, in use at two schools."""
    product = add_product(session, add_supplier(session, {"name": "Rekenwolk"}).id, {"name": "Sommen", "kind": "lt"})
    for school in (register.zandloper, register.zonnewijzer):
        start_use(session, school.id, product.id, {"since": SINCE})
    return product


def test_uses_products_and_suppliers_are_counted_apart(session, sums):
    found = board_numbers(session, TODAY)
    assert (found.schools, found.uses, found.products, found.suppliers) == (2, 3, 2, 2)


def test_what_does_not_run_on_the_day_does_not_count(session, sums):
    assert board_numbers(session, SINCE - timedelta(days=1)).uses == 0


def test_agreements_are_counted_by_stage_and_processors_without_one_apart(session, sums):
    found = board_numbers(session, TODAY)
    assert dict(found.agreements) == {AgreementStatus.READY_TO_SIGN: 1}
    assert found.without == 1


def test_an_agreement_that_ended_later_still_counts_as_holding(session, register):
    fields = {"status": AgreementStatus.TERMINATED, "starts_on": SINCE, "ended_on": TODAY}
    edit_agreement(session, register.agreement.id, register.agreement.version, fields)
    assert dict(board_numbers(session, TODAY).agreements) == {AgreementStatus.IN_FORCE: 1}
    assert dict(board_numbers(session, TODAY + timedelta(days=1)).agreements) == {}


def test_roles_and_covenant_are_counted_of_suppliers_in_use(session, register, sums):
    product = add_product(session, register.duo.id, {"name": "Inschrijving"})
    start_use(session, register.zandloper.id, product.id, {"since": SINCE})
    found = board_numbers(session, TODAY)
    assert dict(found.by_role) == {PartyRole.PROCESSOR: 2, PartyRole.LEGAL_RECIPIENT: 1}
    assert dict(found.covenant) == {CovenantStatus.UNKNOWN: 2}


class TestOpenPoints:
    def test_they_are_grouped_by_kind_with_their_suppliers(self, session, sums):
        found = {one.kind: one for one in open_points(session, TODAY)}
        assert found["Afspraken"].suppliers == ["Lettervlieg B.V.", "Rekenwolk"]
        assert [item.code for _, item in found["Privacybijsluiters"].points] == ["privacy_annex_missing"]
        assert "DPIA" not in found

    def test_an_agreement_that_ended_is_among_them(self, session, sums):
        fields = {"status": AgreementStatus.TERMINATED, "starts_on": SINCE, "ended_on": SINCE}
        add_agreement(session, sums.supplier_id, fields)
        codes = [item.code for one in open_points(session, TODAY) for _, item in one.points]
        assert "agreement_ended" in codes
