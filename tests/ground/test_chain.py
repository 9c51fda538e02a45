"""The history is one chain: whatever is done to its lines behind the register's back is found."""

import threading

import pytest
import sqlalchemy as sa
from sqlalchemy import select

from registry.access import BUILT_IN, Right, Viewer, bind
from registry.database import change, db, history, migrating, session_for
from registry.database.chain import link_of
from registry.database.chain_check import check_chain
from registry.errors import BrokenRule, NotFound
from registry.model import AuditChain, AuditEvent, School
from registry.services.uses.schools import add_school, edit_school


@pytest.fixture
def lines(session):
    """A history of ten lines and more, made by two changes."""
    bind(session, Viewer("Jan Jansen", frozenset(Right), account=12))
    school = add_school(session, {"name": "De Zandloper", "city": "Zuiderveen", "address": "Dorpsstraat 1"})
    edit_school(session, school.id, 1, {"name": "De Zonnewijzer", "city": "Noorderveen"})
    session.rollback()
    return session


def faults(session):
    session.rollback()
    with db.engine.connect() as connection:
        return check_chain(connection).faults


def by_hand(session, *statements):
    session.rollback()
    with db.engine.begin() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)


def fail_after(session, work):
    def half_way():
        with change(session, "mislukt"):
            work()
            raise NotFound("halverwege")

    with pytest.raises(NotFound):
        half_way()


def test_an_untouched_history_is_whole(lines):
    assert faults(lines) == []


def test_the_lines_are_numbered_without_gaps_and_name_their_change(lines):
    found = lines.execute(select(AuditEvent.id, AuditEvent.change_id, AuditEvent.account_id)).all()
    first = [number for number, change_id, _ in found if number == change_id]
    assert [number for number, _, _ in found] == list(range(1, len(found) + 1))
    assert (len(first), {account for _, _, account in found}) == (2, {12})


def test_a_failed_change_leaves_no_gap(lines):
    before = lines.scalar(select(AuditChain.last_id))
    fail_after(lines, lambda: add_school(lines, {"name": "De Klok"}))
    add_school(lines, {"name": "De Klok"})
    assert faults(lines) == []
    assert lines.scalar(select(sa.func.min(AuditEvent.id)).where(AuditEvent.id > before)) == before + 1


COPY = ", ".join(column.name for column in AuditEvent.__table__.columns if column.name != "id")


@pytest.mark.parametrize(
    ("statements", "told"),
    [
        (["UPDATE audit_event SET new = 'De Klok' WHERE id = 2"], "Regel 2 is veranderd of verplaatst."),
        (["UPDATE audit_event SET old = 'x' WHERE id = 1"], "Regel 1 is veranderd of verplaatst."),
        (["UPDATE audit_event SET who = 'Piet' WHERE id = 3"], "Regel 3 is veranderd of verplaatst."),
        (["UPDATE audit_event SET why = '' WHERE id = 3"], "Regel 3 is veranderd of verplaatst."),
        (["UPDATE audit_event SET account_id = 13 WHERE id = 3"], "Regel 3 is veranderd of verplaatst."),
        (["UPDATE audit_event SET at = '2020-01-01 00:00:00' WHERE id = 3"], "Regel 3 is veranderd of verplaatst."),
        (["UPDATE audit_event SET subject_id = 9 WHERE id = 3"], "Regel 3 is veranderd of verplaatst."),
        (["UPDATE audit_event SET field = 'city' WHERE id = 1"], "Regel 1 is veranderd of verplaatst."),
        (["UPDATE audit_event SET seals = '' WHERE id = 1"], "Regel 1 is veranderd of verplaatst."),
        (["DELETE FROM audit_event WHERE id = 2"], "Regel 2 ontbreekt."),
        (["DELETE FROM audit_event WHERE id = 1"], "Regel 1 ontbreekt."),
        (["DELETE FROM audit_event WHERE id = (SELECT max(id) FROM audit_event)"], "ontbreekt."),
        (["DELETE FROM audit_event WHERE id > 1"], "tot en met"),
        (["UPDATE audit_event SET id = 1000 WHERE id = 2"], "Regel 2 ontbreekt."),
        (
            [f"INSERT INTO audit_event (id, {COPY}) SELECT 1000, {COPY} FROM audit_event WHERE id = 1"],
            "zijn regels toegevoegd.",
        ),
        (["DELETE FROM audit_chain"], "Het einde van de geschiedenis is weggehaald."),
        (["UPDATE audit_chain SET link = 'x'"], "Het einde van de geschiedenis is veranderd."),
        (
            [f"UPDATE audit_event SET id = {new} WHERE id = {old}" for old, new in ((2, 900), (3, 2), (900, 3))],
            "Regel 2 is veranderd of verplaatst.",
        ),
    ],
)
def test_what_was_done_by_hand_is_found(lines, statements, told):
    by_hand(lines, *statements)
    assert any(told in fault for fault in faults(lines)), faults(lines)


def test_a_changed_line_with_a_link_that_fits_is_found_at_the_next_one(lines):
    first, second = lines.execute(select(AuditEvent.__table__).order_by(AuditEvent.id).limit(2)).mappings()
    link = link_of(first["link"], {**second, "new": "x"})
    by_hand(lines, f"UPDATE audit_event SET new = 'x', link = '{link}' WHERE id = 2")
    assert faults(lines) == ["Regel 3 is veranderd of verplaatst."]


def test_a_line_cannot_be_changed_through_the_register(lines):
    with pytest.raises(RuntimeError, match="never changed"), change(lines, "vals"):
        lines.scalars(select(AuditEvent)).first().who = "Piet"
    with pytest.raises(RuntimeError, match="never changed"), change(lines, "weg"):
        lines.delete(lines.scalars(select(AuditEvent)).first())
    assert faults(lines) == []


def test_without_the_end_of_the_chain_nothing_is_written(lines):
    by_hand(lines, "DELETE FROM audit_chain")
    with pytest.raises(BrokenRule, match="geschiedenis is beschadigd"):
        add_school(lines, {"name": "De Klok"})


def test_two_at_once_do_not_fork_it(app, lines):
    def work(name):
        with app.app_context():
            for number in range(8):
                add_school(session_for(BUILT_IN), {"name": f"{name} {number}"})
            db.session.remove()

    threads = [threading.Thread(target=work, args=[name]) for name in ("De Klok", "De Slinger")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults(lines) == []
    assert lines.scalar(select(sa.func.count()).where(AuditEvent.field == "name", AuditEvent.action == "added")) == 17


def test_lines_from_before_the_chain_are_linked_by_the_migration(lines):
    by_hand(lines, "DELETE FROM audit_event WHERE id = 2")  # PostgreSQL left gaps where a transaction failed
    before = lines.execute(select(AuditEvent.at, AuditEvent.old, AuditEvent.new).order_by(AuditEvent.id)).all()
    lines.rollback()
    migrating.downgrade(db.engine, "0002")
    migrating.upgrade(db.engine)
    assert faults(lines) == []
    after = lines.execute(select(AuditEvent.at, AuditEvent.old, AuditEvent.new).order_by(AuditEvent.id)).all()
    assert after == before
    assert lines.scalar(select(sa.func.count(AuditEvent.change_id.distinct()))) == 2
    add_school(lines, {"name": "De Klok"})
    assert faults(lines) == []


class TestANote:
    def test_is_one_line_of_the_viewer(self, lines):
        history.note(lines, "bestand opgehaald", "school", 1, "plattegrond.pdf", at_once=True)
        line = lines.scalars(select(AuditEvent).order_by(AuditEvent.id.desc())).first()
        assert (line.who, line.account_id, line.why) == ("Jan Jansen", 12, "bestand opgehaald")
        assert (line.action, line.subject, line.subject_id, line.new) == ("noted", "school", 1, "plattegrond.pdf")
        assert line.at.tzinfo is None or line.at.utcoffset().total_seconds() == 0
        assert faults(lines) == []

    def test_inside_a_change_is_part_of_it(self, lines):
        fail_after(lines, lambda: history.note(lines, "aangemeld", "school"))
        assert lines.scalars(select(AuditEvent).where(AuditEvent.action == "noted")).all() == []

    def test_outside_a_change_is_written_only_when_asked(self, lines):
        with pytest.raises(RuntimeError, match="Change"):
            history.note(lines, "aangemeld", "school")


def test_many_lines_are_written_by_one_insert(lines):
    said = []

    def hear(connection, cursor, statement, *rest):
        said.append(statement)

    sa.event.listen(db.engine, "before_cursor_execute", hear)
    with change(lines, "scholen ingelezen"):
        lines.add_all([School(name=f"De Klok {number}", city="Zuiderveen") for number in range(50)])
    sa.event.remove(db.engine, "before_cursor_execute", hear)
    assert len([statement for statement in said if "audit_" in statement and "SELECT" not in statement]) == 2
    assert faults(lines) == []
