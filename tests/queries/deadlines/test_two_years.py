"""Two whole years of one board, lived day by day: what is due at the end of every month.

Each chapter has its steps, each on its day, and says what is due from one month's end through another. A new one is a
list of steps, a list of spans, and its name in STORY; those with rounds, a breach and the like are in `chapters`.
"""

from calendar import monthrange
from datetime import UTC, date, datetime, time

import pytest
from sqlalchemy import func, select, update

from registry.database import change
from registry.model import AuditEvent
from registry.model.agreement_lists import AgreementStatus as Status
from registry.model.agreement_lists import Renewal
from registry.model.deadline_kind import DeadlineKind as Kind
from registry.model.statement import StatementKind
from registry.queries.deadlines.due import due
from registry.services.board.statements import edit_statement
from registry.services.uses.schools import add_school
from tests.queries.deadlines.chapters import WITH_OTHERS, ZANDLOPER, ZONNEWIJZER
from tests.queries.deadlines.life import (
    BEGIN,
    D,
    accept_certificate,
    change_agreement,
    end_with,
    look_up,
    plan_dpia,
    state,
    supply,
)

MONTHS = [(2026 + month // 12, month % 12 + 1) for month in range(7, 31)]
ENDS = [date(year, month, monthrange(year, month)[1]) for year, month in MONTHS]
LETTERVLIEG, REKENWOLK, TOETSDUIN, PEILGLAS = "Lettervlieg B.V.", "Rekenwolk", "Toetsduin B.V.", "Peilglas Apps"
A_RENEWAL_MISSED = (
    [
        (BEGIN, supply(LETTERVLIEG, "Letters", ends_on=D("2027-07-31"), renewal=Renewal.TACIT_YEAR, notice_months=2)),
        (BEGIN, change_agreement(LETTERVLIEG, review_on=D("2027-01-30"))),  # a Saturday
        (D("2027-03-15"), change_agreement(LETTERVLIEG, review_on=D("2028-12-01"))),
        (D("2028-06-02"), end_with(LETTERVLIEG, "2028-07-31")),  # a year after it was missed, in the year that runs
    ],
    [
        (Kind.AGREEMENT_REVIEW, "2027-02-01", LETTERVLIEG, "2027-02-28", "2027-02-28"),
        (Kind.NOTICE, "2027-05-31", LETTERVLIEG, "2027-05-31", "2027-07-31"),
        (Kind.NOTICE, "2028-05-31", LETTERVLIEG, "2028-05-31", "2028-05-31"),
        (Kind.AGREEMENT_END, "2028-07-31", LETTERVLIEG, "2028-07-31", "2028-07-31"),
    ],
)
A_SUPPLIER_THAT_STAYS = (
    [
        (BEGIN, supply(REKENWOLK, "Sommen", ends_on=D("2028-02-29"), renewal=Renewal.NONE)),
        (BEGIN, accept_certificate("Sommen", "2026-08-01", "2027-02-28")),  # a Sunday, and it stays one
        (BEGIN, look_up(REKENWOLK, "2026-09-01")),
        (BEGIN, plan_dpia("Sommen", dpia_next_on="2028-04-29")),  # a Saturday
        (D("2027-05-10"), accept_certificate("Sommen", "2027-05-10", "2029-03-31")),
        (D("2027-10-05"), look_up(REKENWOLK, "2027-10-05")),
        (D("2028-04-03"), change_agreement(REKENWOLK, ends_on=D("2030-07-31"))),
        (D("2028-06-05"), plan_dpia("Sommen", dpia_done_on="2028-06-05")),
    ],
    [
        (Kind.CERTIFICATE_END, "2027-02-28", "Sommen", "2027-02-28", "2027-04-30"),
        (Kind.COVENANT_CHECK, "2027-09-01", REKENWOLK, "2027-09-30", "2027-09-30"),
        (Kind.AGREEMENT_END, "2028-02-29", REKENWOLK, "2028-02-29", "2028-02-29"),
        (Kind.OUTSIDE_TERM, "2028-02-29", REKENWOLK, "2028-03-31", "2028-03-31"),
        (Kind.DPIA_REVIEW, "2028-05-01", "Sommen", "2028-05-31", "2028-05-31"),
    ],
)
A_PRODUCT_STOPPED = (
    [
        (BEGIN, supply(TOETSDUIN, "Toetsen", renewal=Renewal.INDEFINITE)),
        (BEGIN, accept_certificate("Toetsen", "2026-08-01", "2028-06-30")),
        (BEGIN, look_up(TOETSDUIN, "2027-02-01")),
        (D("2027-11-08"), end_with(TOETSDUIN, "2027-12-31")),
    ],  # its dossier is a chapter of its own; a school went on until 5 February
    [
        (Kind.AGREEMENT_END, "2027-12-31", TOETSDUIN, "2027-12-31", "2027-12-31"),
        (Kind.OUTSIDE_TERM, "2027-12-31", TOETSDUIN, "2028-01-31", "2028-01-31"),
    ],
)
A_REQUEST = (
    [
        (D("2027-09-15"), supply(PEILGLAS, "Peilingen", status=Status.REQUESTED, starts_on=None)),
        (D("2027-12-06"), change_agreement(PEILGLAS, status=Status.IN_FORCE, starts_on=D("2027-09-15"))),
    ],
    [(Kind.REQUEST, "2027-10-13", PEILGLAS, "2027-10-31", "2027-11-30")],
)
STATEMENT, GUIDE = StatementKind.PRIVACY_STATEMENT, StatementKind.SCHOOL_GUIDE
TEXTS = (
    [
        (BEGIN, state(STATEMENT, "Verklaring", edition="1", adopted_on=BEGIN, review_on=D("2027-08-01"))),  # a Sunday
        (D("2027-09-20"), state(STATEMENT, "Verklaring", edition="2", adopted_on=D("2027-09-20"))),
        (D("2027-05-10"), state(GUIDE, "Schoolgids", school_id=1, consent_asked_on=D("2027-05-10"))),
        (D("2027-07-05"), lambda session: edit_statement(session, 2, 1, {"consent_given_on": D("2027-07-01")})),
    ],
    [
        (Kind.STATEMENT_REVIEW, "2027-08-02", "Verklaring", "2027-08-31", "2027-08-31"),
        (Kind.COUNCIL_CONSENT, "2027-05-10", "Schoolgids", "2027-05-31", "2027-06-30"),
    ],
)
STORY = (A_RENEWAL_MISSED, A_SUPPLIER_THAT_STAYS, A_PRODUCT_STOPPED, A_REQUEST, TEXTS, *WITH_OTHERS)
STEPS = sorted((step for steps, _ in STORY for step in steps), key=lambda step: step[0])
SPANS = [span for _, spans in STORY for span in spans]


@pytest.fixture
def live(session):
    """Live until the end of a day; the history of a step is that of its day."""
    for name in (ZANDLOPER, ZONNEWIJZER):
        add_school(session, {"name": name})
    to_come = list(STEPS)

    def live(until):
        while to_come and to_come[0][0] <= until:
            day, step = to_come.pop(0)
            last = session.scalar(select(func.max(AuditEvent.id)))
            step(session)
            with change(session, "proef"):
                at = datetime.combine(day, time(12), UTC)
                session.connection().execute(update(AuditEvent).where(AuditEvent.id > last).values(at=at))
        session.expunge_all()

    return live


def test_at_the_end_of_every_month_that_is_due_which_should_be(session, live):
    assert (len(ENDS), ENDS[0], ENDS[-1]) == (24, D("2026-08-31"), D("2028-07-31"))
    for end in ENDS:
        live(end)
        told = sorted((item.kind, item.on, item.subject) for item in due(session, end))
        expected = sorted((kind, D(on), what) for kind, on, what, since, to in SPANS if D(since) <= end <= D(to))
        assert told == expected, end


def test_each_span_begins_and_ends_at_the_end_of_a_month():
    assert {D(day) for *_, since, to in SPANS for day in (since, to)} <= set(ENDS)


def test_the_story_has_weekends_that_move_for_people_and_for_nobody_else():
    at_a_weekend = {kind for kind, on, *_ in SPANS if D(on).weekday() > 4}
    assert not any(kind.is_planned for kind in at_a_weekend)
    assert {Kind.BREACH, Kind.OBJECTION, Kind.DELETION_STATEMENT, Kind.CERTIFICATE_END} <= at_a_weekend
