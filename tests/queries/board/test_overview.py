"""The counts, the first steps and the incomplete suppliers of the overview."""

from datetime import date, timedelta

import pytest
from sqlalchemy import event, select

from registry import access
from registry.access import Right, Viewer
from registry.database import db
from registry.model import Agreement, SecurityAnnex, Supplier
from registry.model.agreement_lists import AgreementStatus, Renewal
from registry.model.deadline_kind import DeadlineKind
from registry.queries.board.overview import counts, in_force, incomplete
from registry.queries.deadlines.due import due
from registry.queries.suppliers.owed import owed
from registry.services.agreements.agreements import add_agreement, end_agreement
from registry.services.annexes.annexes import accept_annex, propose_annex
from registry.services.board.board import set_up_board
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier
from registry.services.uses.schools import add_school
from registry.services.uses.uses import start_use

TODAY, AUGUST = date(2026, 6, 15), date(2025, 8, 1)


@pytest.fixture
def cast(session):
    """The board, De Zandloper (1), De Klok (2); both use Letters of Lettervlieg."""
    set_up_board(session, {"name": "Stichting Getijden"})
    product = add_product(session, add_supplier(session, {"name": "Lettervlieg"}).id, {"name": "Letters"})
    for name in ("De Zandloper", "De Klok"):
        start_use(session, add_school(session, {"name": name}).id, product.id, {"since": AUGUST})
    return session


def agree(session, **fields):
    fields = {"status": AgreementStatus.IN_FORCE, "starts_on": AUGUST, "renewal": Renewal.NONE, **fields}
    return add_agreement(session, 1, fields, {"products": [{"product_id": 1}]})


def test_everything_is_counted_in_one_question(cast):
    agree(cast)
    asked = []
    event.listen(db.engine, "before_cursor_execute", lambda *call: asked.append(call[2]))
    held = counts(cast, TODAY)
    assert (held.boards, held.schools, held.suppliers, held.products, held.uses, held.agreements) == (1, 2, 1, 1, 2, 1)
    assert len([statement for statement in asked if statement.startswith("SELECT")]) == 1


def test_what_was_not_yet_or_is_no_more_does_not_count(cast):
    held = counts(cast, AUGUST - timedelta(days=1))
    assert (held.uses, held.agreements) == (0, 0)


def test_the_first_steps_of_an_empty_register_are_all_to_be_done(session):
    assert counts(session, TODAY).steps == (False, False, False, False, False)


def test_the_first_steps_are_done_one_by_one(session):
    set_up_board(session, {"name": "Stichting Getijden"})
    assert counts(session, TODAY).steps == (True, False, False, False, False)


def test_a_supplier_without_a_product_is_no_finished_step(cast):
    assert counts(cast, TODAY).steps == (True, True, True, True, False)


def test_a_viewer_counts_only_what_they_see(cast):
    access.bind(cast, Viewer("coördinator", frozenset(Right), frozenset({2})))
    held = counts(cast, TODAY)
    assert (held.schools, held.uses, held.products) == (1, 1, 1)


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"ends_on": TODAY},
        {"ends_on": TODAY - timedelta(days=1)},
        {"ends_on": TODAY - timedelta(days=1), "renewal": Renewal.TACIT_YEAR},
        {"starts_on": TODAY + timedelta(days=1)},
        {"status": AgreementStatus.REQUESTED},
        {"status": AgreementStatus.NOT_NEEDED, "reason": "De wet vraagt de gegevens.", "starts_on": None},
    ],
)
def test_in_force_means_in_sql_what_it_means_for_one_agreement(cast, fields):
    agreement = agree(cast, **fields)
    found = cast.scalars(select(Agreement).where(in_force(TODAY))).all()
    assert found == ([agreement] if agreement.is_in_force(TODAY) else [])


def test_an_ended_agreement_counts_until_its_last_day(cast):
    end_agreement(cast, agree(cast).id, TODAY, "Opgezegd.")
    assert counts(cast, TODAY).agreements == 1
    assert counts(cast, TODAY + timedelta(days=1)).agreements == 0


def test_the_supplier_that_misses_most_comes_first(cast):
    for name, many in (("De Kade", 2), ("Rekenwolk", 1)):
        supplier = add_supplier(cast, {"name": name})
        for number in range(many):
            product = add_product(cast, supplier.id, {"name": f"{name} {number}"})
            start_use(cast, 1, product.id, {"since": AUGUST})
    found = incomplete(cast, TODAY)
    assert [supplier.name for supplier, _ in found] == ["De Kade", "Lettervlieg", "Rekenwolk"]
    assert len(found[0][1]) > len(found[1][1])


def test_a_supplier_that_nobody_uses_any_more_misses_no_annex(cast):
    supplier = add_supplier(cast, {"name": "De Kade"})
    product = add_product(cast, supplier.id, {"name": "Taal"})
    start_use(cast, 1, product.id, {"since": AUGUST, "until": TODAY - timedelta(days=1)})
    missing = {one.name: [item.code for item in items] for one, items in incomplete(cast, TODAY)}
    assert "privacy_annex_missing" in missing["Lettervlieg"]
    assert "privacy_annex_missing" not in missing.get("De Kade", [])


def test_what_is_told_as_due_is_not_told_as_missing_too(cast):
    end_agreement(cast, agree(cast).id, date(2026, 5, 31), "Opgezegd.")
    rows = {"certificates": [{"name": "ISO 27001", "ends_on": date(2026, 5, 31)}]}
    accept_annex(cast, SecurityAnnex, propose_annex(cast, SecurityAnnex, 1, {}, rows).id, AUGUST)
    supplier = cast.scalars(select(Supplier)).one()
    told_as_due = {"agreement_ended", "certificate_ended"}
    assert told_as_due <= {item.code for item in owed(supplier, TODAY)}
    assert {DeadlineKind.OUTSIDE_TERM, DeadlineKind.CERTIFICATE_END} <= {item.kind for item in due(cast, TODAY)}
    ((_, missing),) = incomplete(cast, TODAY)
    assert not told_as_due.intersection(item.code for item in missing)
