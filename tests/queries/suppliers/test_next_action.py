"""The next sensible action at a supplier: one, the most pressing first."""

from datetime import UTC, date, datetime

import pytest

from registry.model.agreement_lists import AgreementStatus
from registry.model.breach import ReportDecision, TellDecision
from registry.model.columns import Listed
from registry.model.supplier import CovenantStatus, PartyRole
from registry.queries.suppliers.next_action import ActionKind, next_action
from registry.queries.suppliers.supplier_story import supplier_story
from registry.reference import facts
from registry.services.cases.breaches import add_breach, edit_breach
from registry.services.cases.notices import add_notice
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier, retire_supplier
from registry.services.uses.schools import add_school
from registry.services.uses.uses import end_use, start_use

TODAY = date(2027, 3, 8)
KNOWN, NOW = datetime(2027, 3, 5, 13, 0, tzinfo=UTC), datetime(2027, 3, 8, 9, 0, tzinfo=UTC)


@pytest.fixture
def kade(session):
    return add_supplier(session, {"name": "De Kade"}).id


@pytest.fixture
def boat(session, kade):
    return add_product(session, kade, {"name": "Letterboot", "kind": "lt"}).id


@pytest.fixture
def use(session, boat):
    return start_use(session, add_school(session, {"name": "Duin"}).id, boat, {"since": date(2026, 8, 1)})


@pytest.fixture
def now(session, kade):
    """Return what to do now."""
    return lambda: next_action(supplier_story(session, kade, TODAY))


def notice(session, kade, boat, **fields):
    told = {"name": "Wolkenveld", "received_on": date(2027, 3, 1), **fields}
    return add_notice(session, kade, told, [boat], TODAY)


def test_without_a_product_that_comes_first(kade, now):
    assert (now().kind, now().number) == (ActionKind.PRODUCT, kade)


def test_a_product_that_nobody_uses_needs_a_school(boat, now):
    assert now().kind is ActionKind.USE


def test_what_the_file_lacks_bears_its_signal(use, now):
    found = now()
    assert found.kind is ActionKind.SIGNAL
    assert found.signal.is_lacking
    assert found.sentence == found.signal.sentence


def test_a_notice_to_decide_on_goes_before_what_lacks_and_names_the_last_day(session, use, kade, boat, now):
    first = notice(session, kade, boat, term=4)
    assert (now().kind, now().number) == (ActionKind.NOTICE, first.id)
    assert "tot en met 29 maart 2027" in now().sentence


def test_of_two_notices_the_one_whose_term_ends_first(session, use, kade, boat, now):
    notice(session, kade, boat, name="Zonder termijn")
    notice(session, kade, boat, name="Later", term=9)
    first = notice(session, kade, boat, name="Eerst", term=2)
    assert now().number == first.id


def test_a_breach_goes_before_all_else_until_it_is_closed(session, use, kade, boat, now):
    notice(session, kade, boat, term=1)
    breach = add_breach(session, kade, {"what": "een lijst ging mis", "known_at": KNOWN}, NOW)
    assert (now().kind, now().number) == (ActionKind.BREACH, breach.id)
    assert "8 maart 2027, 14:00" in now().sentence
    settled = {"decision": ReportDecision.NOT, "decision_reason": "geen risico", "telling": TellDecision.NOT}
    edit_breach(session, breach.id, breach.version, settled, NOW)
    assert "nog niet is afgesloten" in now().sentence
    edit_breach(session, breach.id, breach.version, {"closed_on": TODAY}, NOW)
    assert now().kind is ActionKind.NOTICE


def test_out_of_use_asks_nothing_but_its_open_breach(session, use, kade, now):
    end_use(session, use.id, date(2027, 1, 1))
    retire_supplier(session, kade, date(2027, 2, 1))
    assert now() is None
    add_breach(session, kade, {"what": "een lijst ging mis", "known_at": KNOWN}, NOW)
    assert now().kind is ActionKind.BREACH


STATES: dict[str, type[Listed]] = {"role": PartyRole, "covenant": CovenantStatus, "agreement": AgreementStatus}


@pytest.mark.parametrize("kind", STATES)
def test_each_state_is_explained_under_the_name_that_the_screen_gives_it(app, kind):
    with app.app_context():
        for state in STATES[kind]:
            words = facts().states[f"{kind}_{state.value}"]
            assert words.label == state.label
            assert words.explanation.endswith(".")
            assert words.explanation.count(". ") <= 1
