"""Which agreement and which use a row means."""

from datetime import date

from registry.model import Agreement, Use
from registry.model.agreement_lists import AgreementStatus
from registry.services.uses.uses import start_use
from tests.services.imports.rows import SINCE, actions, entry, plan, sentences, take_over


def test_rows_of_one_agreement_cover_all_its_products(session):
    said = {"supplier_name": "Lettervlieg", "agreement_status": "in_force", "agreement_starts_on": SINCE}
    take_over(session, entry(2, product_name="Een", **said), entry(3, product_name="Twee", **said))
    assert len(session.query(Agreement).one().products) == 2


def test_rows_that_say_other_things_of_other_products_are_two_agreements(session):
    one = {"supplier_name": "Lettervlieg", "agreement_status": "in_force"}
    take_over(
        session,
        entry(2, product_name="Een", agreement_starts_on=date(2020, 8, 1), **one),
        entry(3, product_name="Twee", agreement_starts_on=date(2024, 8, 1), **one),
    )
    assert {one.starts_on.year for one in session.query(Agreement)} == {2020, 2024}


def test_a_date_is_filled_in_where_the_one_agreement_had_none(session, kade):
    row = {"supplier_name": "De Kade", "agreement_status": "in_force"}
    take_over(session, entry(2, **row))
    made = take_over(session, entry(2, agreement_starts_on=SINCE, **row))
    assert actions(made) == {2: "changed"}
    assert session.query(Agreement).one().status is AgreementStatus.IN_FORCE


def test_two_agreements_that_both_may_be_meant_are_not_guessed_at(session, kade):
    for reference in ("A", "B"):
        take_over(
            session, entry(2, supplier_name="De Kade", agreement_status="in_force", agreement_reference=reference)
        )
    made = plan(session, entry(2, supplier_name="De Kade", agreement_starts_on=SINCE))
    assert "Geef het kenmerk" in sentences(made)[0]


def test_a_use_without_a_first_day_waits_until_one_is_chosen(session, letters, school):
    row = entry(2, supplier_name="De Kade", product_name="Letters", use_schools=("De Zandloper",))
    assert "Kies één begindatum" in sentences(plan(session, row, since=None))[0]
    assert actions(plan(session, row)) == {2: "new"}


def test_a_use_that_runs_keeps_its_first_day(session, letters, school):
    start_use(session, school.id, letters.id, {"since": date(2020, 8, 1)})
    row = entry(2, supplier_name="De Kade", product_name="Letters", use_schools=("*",), use_groups="5")
    made = take_over(session, row, since=None)
    assert actions(made) == {2: "changed"}
    assert session.query(Use).one().since == date(2020, 8, 1)
