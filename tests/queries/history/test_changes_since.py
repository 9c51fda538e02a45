"""What somebody else saved meanwhile, as it is told on the form of who saves second: in words, not as stored."""

from datetime import UTC, date, datetime

import pytest

from registry.database import change
from registry.model import Breach
from registry.model.agreement_lists import Renewal
from registry.model.breach import ReportDecision
from registry.queries.board.history import changes_since
from registry.services.records import edit
from tests.complete_register import complete_register

KNOWN = datetime(2026, 11, 26, 9, tzinfo=UTC)


@pytest.fixture
def register(session):
    return complete_register(session)


@pytest.fixture
def told(session, register):
    """What is told of saving these fields of a record, of whichever kind."""

    def save(which, fields, rows=None):
        record = which(register)
        seen = record.version
        with change(session, "gewijzigd"):
            session.add(record)
            edit(session, record, seen, fields, rows)
        return changes_since(session, record, seen)

    return save


@pytest.mark.parametrize(
    ("which", "fields", "line"),
    [
        pytest.param(
            lambda register: register.agreement,
            {"renewal": Renewal.NONE},
            ("Verlenging", Renewal.NONE.label),
            id="kind",
        ),
        pytest.param(
            lambda register: register.zandloper.uses[0],
            {"bought_by_teacher": True},
            ("Door een leraar zelf aangeschaft", "ja"),
            id="yes or no",
        ),
        pytest.param(lambda register: register.lettervlieg, {"country": "BE"}, ("Land", "België"), id="code"),
        pytest.param(
            lambda register: register.agreement,
            {"ends_on": date(2027, 8, 1)},
            ("Loopt tot en met", "1 augustus 2027"),
            id="day",
        ),
    ],
)
def test_a_value_is_told_in_words(told, which, fields, line):
    assert line in [(label, now) for label, _, now in told(which, fields)]


def test_a_moment_is_told_by_the_clock_in_the_netherlands(session, register):
    with change(session, "datalek vastgelegd"):
        breach = Breach(supplier_id=register.lettervlieg.id, known_at=KNOWN, what="Een lijst")
        session.add(breach)
    with change(session, "datalek gewijzigd"):
        edit(session, breach, 1, {"known_at": KNOWN.replace(hour=10), "decision": ReportDecision.REPORT})
    found = {was: now for _, was, now in changes_since(session, breach, 1)}
    assert found["26 november 2026, 10:00"] == "26 november 2026, 11:00"
    assert ReportDecision.REPORT.label in found.values()


def test_what_only_ties_a_row_to_its_record_is_not_told(told, register):
    lines = told(lambda register: register.lettervlieg, {}, {"aliases": [{"name": "De Vlieg"}]})
    assert sorted(lines) == [("Andere naam", "", "De Vlieg"), ("Andere naam", "Letterfabriek", "")]
