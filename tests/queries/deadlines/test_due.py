"""What is due: by a day, not handled, for this viewer."""

from datetime import date

import pytest

from registry.access import RIGHTS, Viewer, bind
from registry.model import SecurityAnnex
from registry.model.account import Role
from registry.model.agreement_lists import AgreementStatus, Renewal
from registry.model.deadline_kind import DeadlineKind
from registry.model.statement import Council, StatementKind
from registry.model.supplier import CovenantStatus
from registry.queries.deadlines.due import due
from registry.services.agreements.agreements import add_agreement
from registry.services.annexes.annexes import accept_annex, propose_annex
from registry.services.board.statements import add_statement
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier, note_covenant
from registry.services.uses.schools import add_school
from registry.services.uses.uses import start_use
from registry.services.year.actions import add_action

TODAY, TOMORROW, DONE = date(2027, 3, 1), date(2027, 3, 2), date(2027, 3, 5)


@pytest.fixture
def actions(session):
    """One action of the board for tomorrow, one without a day, one of De Zandloper for tomorrow that is done later."""
    school = add_school(session, {"name": "De Zandloper"})
    add_action(session, {"what": "Bel", "owner": "privacy officer", "due_on": TOMORROW})
    add_action(session, {"what": "Ooit"})
    add_action(session, {"what": "Vraag", "due_on": TOMORROW, "done_on": DONE, "school_id": school.id})
    return session


def told(session, *days):
    return [(item.sentence, item.subject, item.on) for item in due(session, *days)]


BOARDS, SCHOOLS = ("Bel (privacy officer)", "het bestuur", TOMORROW), ("Vraag", "De Zandloper", TOMORROW)


@pytest.mark.parametrize(
    ("days", "found"),
    [
        ((TODAY,), []),
        ((TODAY, TOMORROW), [SCHOOLS, BOARDS]),
        ((TOMORROW,), [SCHOOLS, BOARDS]),
        ((DONE,), [BOARDS]),
    ],
)
def test_it_is_due_by_a_day_until_it_is_done(actions, days, found):
    assert told(actions, *days) == found


def test_who_sees_no_school_gets_nothing_of_it(actions):
    bind(actions, Viewer("coördinator", RIGHTS[Role.SCHOOL_COORDINATOR], frozenset()))
    assert told(actions, TOMORROW) == [BOARDS]


def test_what_is_late_says_so(actions):
    item = due(actions, TOMORROW)[0]
    assert (item.is_overdue(TOMORROW), item.is_overdue(DONE)) == (False, True)


SATURDAY, MONDAY = date(2027, 5, 1), date(2027, 5, 3)


def test_what_people_planned_for_a_saturday_is_due_on_monday(session):
    add_action(session, {"what": "Bel", "due_on": SATURDAY})
    assert due(session, SATURDAY) == due(session, date(2027, 5, 2)) == []
    (item,) = due(session, MONDAY)
    assert (item.on, item.is_overdue(MONDAY)) == (MONDAY, False)


PLANNED = ["action", "agreement_review", "covenant_check", "dpia_review", "request", "round", "statement_review"]
WAITING = ["app_request", "council_consent"]


def test_each_kind_says_whether_its_day_moves_and_whether_it_waits():
    assert sorted(kind.value for kind in DeadlineKind if kind.is_planned) == PLANNED
    assert sorted(kind.value for kind in DeadlineKind if kind.is_waiting) == WAITING


@pytest.mark.parametrize(
    ("on", "words"),
    [
        (date(2027, 3, 1), "1 dag te gaan"),
        (date(2027, 2, 28), "2 dagen te gaan"),
        (TOMORROW, "vandaag"),
        (date(2027, 3, 3), "1 dag te laat"),
    ],
)
def test_how_long_it_is_stands_in_words(actions, on, words):
    assert due(actions, TOMORROW)[0].how_long(on) == words


def a_year_of_everything(session, name):
    """A supplier of which one of each kind is due on 1 March 2028."""
    school, supplier = add_school(session, {"name": f"School {name}"}), add_supplier(session, {"name": name})
    dated = {"kind": "lt", "dpia_next_on": TODAY}
    products = [add_product(session, supplier.id, {"name": one, **dated}).id for one in ("A", "B", "C")]
    for product in products:
        start_use(session, school.id, product, {"since": TODAY})
        rows = {"certificates": [{"name": "ISO 27001", "ends_on": date(2027, 9, 1)}]}
        accept_annex(session, SecurityAnnex, propose_annex(session, SecurityAnnex, product, {}, rows).id, TODAY)
    note_covenant(session, supplier.id, {"status": CovenantStatus.NONE, "checked_on": TODAY})
    held = {"status": AgreementStatus.IN_FORCE, "starts_on": TODAY, "ends_on": date(2028, 3, 31)}
    for product, renewal, last in ((0, Renewal.TACIT_YEAR, {}), (1, Renewal.NONE, {"ends_on": date(2027, 12, 31)})):
        fields = held | {"renewal": renewal, "notice_months": 1, "review_on": date(2027, 9, 1)} | last
        add_agreement(session, supplier.id, fields, {"products": [{"product_id": products[product]}]})
    asked = {"council": Council.MR, "consent_asked_on": TODAY, "review_on": date(2028, 3, 1), "school_id": school.id}
    add_statement(session, {"kind": StatementKind.SCHOOL_GUIDE, "title": f"Gids {name}", **asked})
    add_action(session, {"what": f"Bel {name}", "due_on": TOMORROW, "school_id": school.id})
    add_agreement(session, supplier.id, {"status": AgreementStatus.REQUESTED})


def test_it_asks_the_same_questions_for_any_number_of_records(session, questions):
    on, until = date(2028, 3, 1), date(2028, 4, 30)
    a_year_of_everything(session, "Lettervlieg")
    few = questions(lambda: due(session, on, until))
    kinds = {item.kind for item in due(session, on, until)}
    for number in range(4):
        a_year_of_everything(session, f"Uitgever {number}")
    assert questions(lambda: due(session, on, until)) == few <= 20
    assert {item.kind for item in due(session, on, until)} == kinds
    assert kinds == {
        *(DeadlineKind.ACTION, DeadlineKind.AGREEMENT_REVIEW, DeadlineKind.CERTIFICATE_END),
        *(DeadlineKind.COUNCIL_CONSENT, DeadlineKind.COVENANT_CHECK, DeadlineKind.DPIA_REVIEW),
        *(DeadlineKind.NOTICE, DeadlineKind.OUTSIDE_TERM, DeadlineKind.REQUEST, DeadlineKind.STATEMENT_REVIEW),
    }
