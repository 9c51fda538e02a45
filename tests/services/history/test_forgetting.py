"""Names and texts go from the history; its lines, and their chain, stay."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from registry.access import BUILT_IN, Right, Viewer, bind
from registry.database import change
from registry.database.chain_check import check_chain
from registry.errors import BrokenRule
from registry.model import AuditEvent
from registry.services.history.forgetting import forget_names, forget_texts
from registry.services.uses.schools import add_school

TODAY = date(2026, 11, 27)


def enter(session, viewer, at, name):
    bind(session, viewer)
    with change(session, "school ingevoerd") as running:
        running.at = at
        add_school(session, {"name": name})


@pytest.fixture
def lines(session):
    """What Jan (account 12) entered eight years and one year ago, and Piet, whose account nobody knows, long ago."""
    jan, piet = (Viewer(name, frozenset(Right), account=number) for name, number in (("Jan", 12), ("Piet", None)))
    enter(session, jan, datetime(2019, 11, 26, 22, tzinfo=UTC), "De Zandloper")
    enter(session, jan, datetime(2025, 1, 1, tzinfo=UTC), "De Klok")
    enter(session, piet, datetime(2010, 1, 1, tzinfo=UTC), "De Slinger")
    enter(session, BUILT_IN, datetime(2010, 1, 1, tzinfo=UTC), "De Zonnewijzer")
    bind(session, BUILT_IN)
    session.rollback()
    return session


def faults(session):
    return check_chain(session.connection()).faults


def who(session):
    return list(session.scalars(select(AuditEvent.who).where(AuditEvent.subject == "school").order_by(AuditEvent.id)))


class TestNames:
    def test_of_older_lines_become_the_number_of_an_account(self, lines):
        assert forget_names(lines, TODAY, 7) == 2
        assert who(lines) == ["account 12", "Jan", "oud-medewerker", BUILT_IN.name]
        assert faults(lines) == []

    def test_stay_until_the_term_is_over_to_the_day(self, lines):
        assert forget_names(lines, date(2026, 11, 26), 7) == 1
        assert who(lines)[0] == "Jan"

    def test_go_once(self, lines):
        forget_names(lines, TODAY, 7)
        assert forget_names(lines, TODAY, 7) == 0
        assert faults(lines) == []

    def test_stay_for_ever_with_zero_years(self, lines):
        assert forget_names(lines, TODAY, 0) == 0
        assert "Piet" in who(lines)

    def test_leave_a_line_that_says_so(self, lines):
        forget_names(lines, TODAY, 7)
        last = lines.scalars(select(AuditEvent).order_by(AuditEvent.id.desc())).first()
        assert (last.action, last.new) == ("erased", "2")
        assert last.why == "namen in de geschiedenis ouder dan 7 jaar vervangen"

    def test_cannot_be_guessed_from_what_is_left(self, lines):
        before = lines.scalar(select(AuditEvent.seals).where(AuditEvent.id == 1)).split(" ")
        forget_names(lines, TODAY, 7)
        after = lines.scalar(select(AuditEvent.seals).where(AuditEvent.id == 1)).split(" ")
        assert before[0] not in " ".join(after)
        assert before[1:] == after[1:]


class TestTexts:
    def test_go_with_their_reason_and_the_chain_holds(self, lines):
        assert forget_texts(lines, [1, 3], "er stond een naam van een leerling") == 2
        assert [line.new for line in lines.scalars(select(AuditEvent).where(AuditEvent.id.in_([1, 3])))] == ["", ""]
        why = lines.scalars(select(AuditEvent.why).order_by(AuditEvent.id.desc())).first()
        assert why == "teksten in de geschiedenis gewist: er stond een naam van een leerling"
        assert faults(lines) == []

    def test_need_a_reason(self, lines):
        with pytest.raises(BrokenRule, match="reden"):
            forget_texts(lines, [1], " ")

    def test_of_an_erasure_stay(self, lines):
        forget_texts(lines, [1], "een naam")
        last = lines.scalars(select(AuditEvent.id).order_by(AuditEvent.id.desc())).first()
        with pytest.raises(BrokenRule, match="blijft staan"):
            forget_texts(lines, [last], "weg ermee")

    def test_that_somebody_erased_by_hand_are_found(self, lines):
        forget_texts(lines, [1], "een naam")
        with change(lines, "met de hand"):
            lines.connection().exec_driver_sql("DELETE FROM audit_event WHERE action = 'erased'")
            lines.connection().exec_driver_sql("UPDATE audit_chain SET last_id = 4")
        assert "Er zijn 1 teksten gewist; de geschiedenis zelf noemt er 0." in faults(lines)

    def test_put_back_otherwise_are_found(self, lines):
        forget_texts(lines, [1], "een naam")
        with change(lines, "met de hand"):
            lines.connection().exec_driver_sql("UPDATE audit_event SET new = 'De Pendule' WHERE id = 1")
        assert faults(lines) == ["Regel 1 is veranderd of verplaatst."]
