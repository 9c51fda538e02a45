"""Data breaches: their times over changes of the clock, what was decided, and what is due."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from registry.dutch import long_moment, moment_of
from registry.errors import AlreadyExists, BrokenRule
from registry.model import Breach
from registry.model.breach import ReportDecision, TellDecision
from registry.model.deadline_kind import DeadlineKind
from registry.queries.deadlines.due import due
from registry.services.cases.breaches import add_breach, edit_breach
from tests.complete_register import complete_register

KNOWN = datetime(2027, 3, 5, 13, 0, tzinfo=UTC)
NOW = datetime(2027, 3, 8, 9, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def register(session):
    return complete_register(session)


@pytest.fixture
def breach(session, register):
    return add_breach(session, register.lettervlieg.id, {"what": "een lijst ging mis", "known_at": KNOWN}, NOW)


def refused(session, breach, **fields):
    with pytest.raises(BrokenRule) as caught:
        edit_breach(session, breach.id, breach.version, fields, NOW)
    return caught.value.field


def items(session, on):
    return [(item.on, item.action) for item in due(session, on, on) if item.kind is DeadlineKind.BREACH]


@pytest.mark.parametrize(
    ("known", "ends"),
    [
        (datetime(2027, 3, 5, 14, 0), "8 maart 2027, 14:00"),
        (datetime(2027, 3, 27, 12, 0), "30 maart 2027, 13:00"),
        (datetime(2027, 3, 28, 1, 59), "31 maart 2027, 02:59"),
        (datetime(2027, 10, 30, 12, 0), "2 november 2027, 11:00"),
        (datetime(2027, 10, 31, 2, 30), "3 november 2027, 01:30"),
        (datetime(2028, 2, 27, 23, 0), "1 maart 2028, 23:00"),
        (datetime(2026, 12, 30, 8, 0), "2 januari 2027, 08:00"),
    ],
    ids=[
        "weekend",
        "clock forward",
        "just before it",
        "clock back",
        "the hour that comes twice",
        "leap",
        "year",
    ],
)
def test_the_72_hours_are_hours_whatever_the_clock_does(session, register, known, ends):
    fields = {"what": "x", "known_at": moment_of(known)}
    breach = add_breach(session, register.lettervlieg.id, fields, datetime(2029, 1, 1, tzinfo=UTC))
    assert long_moment(breach.report_before) == ends


def test_a_time_that_the_clock_skips_is_refused():
    with pytest.raises(ValueError, match="skips"):
        moment_of(datetime(2027, 3, 28, 2, 30))


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"known_at": NOW + HOUR}, "known_at"),
        ({"known_at": None}, "known_at"),
        ({"what": " "}, "what"),
        ({"discovered_at": KNOWN, "happened_at": KNOWN + HOUR}, "discovered_at"),
        ({"happened_at": KNOWN + HOUR}, "known_at"),
        ({"reported_at": KNOWN - HOUR, "decision": ReportDecision.REPORT}, "reported_at"),
        ({"reported_at": KNOWN}, "decision"),
        ({"decision": ReportDecision.NOT}, "decision_reason"),
        ({"people_told_at": KNOWN}, "telling"),
        ({"closed_on": date(2027, 3, 8)}, "closed_on"),
    ],
    ids=[
        "known in the future",
        "not known",
        "nothing said",
        "discovered before it happened",
        "known before it happened",
        "reported before it was known",
        "reported without deciding",
        "not reported without a reason",
        "told without deciding",
        "closed while open",
    ],
)
def test_what_cannot_be_is_told_at_its_field(session, breach, fields, field):
    assert refused(session, breach, **fields) == field


def test_sent_twice_it_is_one_case(session, register, breach):
    with pytest.raises(AlreadyExists):
        add_breach(session, register.lettervlieg.id, {"what": "een lijst ging mis", "known_at": KNOWN}, NOW)


def test_a_product_of_another_supplier_is_refused(session, register, breach):
    fields = {"what": "x", "known_at": KNOWN, "product_id": register.letters.id}
    with pytest.raises(BrokenRule):
        add_breach(session, register.duo.id, fields, NOW)


def test_a_report_after_the_72_hours_is_late(session, breach):
    fields = {"decision": ReportDecision.REPORT, "reported_at": KNOWN + 73 * HOUR}
    assert edit_breach(session, breach.id, 1, fields, NOW + 24 * HOUR).is_reported_late


class TestWhatIsDue:
    def test_it_is_due_on_the_day_that_the_hours_end_and_not_before_it_was_known(self, session, breach):
        assert items(session, date(2027, 3, 7)) == []
        assert items(session, date(2027, 3, 8)) == [(date(2027, 3, 8), "Besluit of u meldt")]
        assert due(session, date(2027, 3, 4), date(2027, 3, 8)) == []

    def test_who_decided_to_report_still_has_to(self, session, breach):
        edit_breach(session, breach.id, 1, {"decision": ReportDecision.REPORT}, NOW)
        assert items(session, date(2027, 3, 9)) == [(date(2027, 3, 8), "Meld het bij de AP")]

    def test_it_ends_when_it_is_reported(self, session, breach):
        fields = {"decision": ReportDecision.REPORT, "reported_at": NOW}
        edit_breach(session, breach.id, 1, fields, NOW)
        assert items(session, date(2027, 3, 8)) == []

    def test_it_ends_when_the_board_decides_not_to(self, session, breach):
        fields = {"decision": ReportDecision.NOT, "decision_reason": "versleuteld", "telling": TellDecision.NOT}
        edit_breach(session, breach.id, 1, fields | {"closed_on": date(2027, 3, 8)}, NOW)
        assert items(session, date(2027, 3, 9)) == []


def test_a_time_of_the_netherlands_is_kept_as_the_same_moment(session, register):
    known = KNOWN.astimezone(ZoneInfo("Europe/Amsterdam"))
    number = add_breach(session, register.lettervlieg.id, {"what": "een lijst ging mis", "known_at": known}, NOW).id
    session.expire_all()
    assert session.get(Breach, number).known_at == KNOWN
