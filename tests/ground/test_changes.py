"""Every write is a Change, in one transaction, and leaves its history."""

import pytest
from sqlalchemy import delete, insert, select, update

from registry.database import change
from registry.database.session import PassesHistoryByError
from registry.errors import ChangedMeanwhile, NotFound
from registry.model import AuditEvent, School
from registry.queries.board.history import changes_since
from registry.services.suppliers.suppliers import add_supplier, edit_supplier
from registry.services.uses.schools import add_school, edit_school


def history(session):
    return [
        (line.action, line.record, line.field, line.old, line.new)
        for line in session.scalars(select(AuditEvent).order_by(AuditEvent.id))
    ]


def test_a_new_record_leaves_a_line_for_every_field_with_a_value(session):
    add_school(session, {"name": "De Zandloper", "city": "Zuiderveen"})
    assert ("added", "school", "name", "", "De Zandloper") in history(session)
    assert ("added", "school", "city", "", "Zuiderveen") in history(session)


def test_a_change_leaves_the_old_and_the_new_value(session):
    school = add_school(session, {"name": "De Zandloper"})
    edit_school(session, school.id, 1, {"name": "De Zonnewijzer"})
    assert history(session)[-1] == ("changed", "school", "name", "De Zandloper", "De Zonnewijzer")


def test_the_history_says_who_and_why(session):
    add_school(session, {"name": "De Zandloper"})
    line = session.scalars(select(AuditEvent)).first()
    assert (line.who, line.why) == ("ingebouwde beheerder", "school toegevoegd")
    assert line.at.year >= 2026


def test_a_row_is_read_in_the_history_of_its_record(session):
    supplier = add_supplier(session, {"name": "Lettervlieg"}, {"contacts": [{"email": "privacy@lettervlieg.example"}]})
    row = supplier.contacts[0]
    edit_supplier(session, supplier.id, 1, {}, {"contacts": [{"id": row.id, "email": "fg@lettervlieg.example"}]})
    assert ("E-mailadres", "privacy@lettervlieg.example", "fg@lettervlieg.example") in changes_since(
        session, supplier, 1
    )


def test_a_removed_row_leaves_what_it_held(session):
    supplier = add_supplier(session, {"name": "Lettervlieg"}, {"aliases": [{"name": "De Lettervlieg"}]})
    edit_supplier(session, supplier.id, 1, {}, {"aliases": []})
    assert ("removed", "supplier_alias", "name", "De Lettervlieg", "") in history(session)


def test_a_write_outside_a_change_is_refused(session):
    session.add(School(name="De Zandloper"))
    with pytest.raises(RuntimeError, match="Change"):
        session.flush()


@pytest.mark.parametrize(
    "statement", [update(School).values(name="x"), delete(School), insert(School).values(name="x")]
)
def test_a_bulk_statement_is_refused(session, statement):
    with pytest.raises(PassesHistoryByError):
        session.execute(statement)


def test_a_failed_change_leaves_nothing(session):
    def half_way():
        with change(session, "mislukt"):
            add_school(session, {"name": "De Zandloper"})
            raise NotFound("halverwege")

    with pytest.raises(NotFound):
        half_way()
    assert session.scalars(select(School)).all() == []
    assert history(session) == []


def test_a_stale_save_is_told_what_changed_and_overwrites_nothing(session):
    school = add_school(session, {"name": "De Zandloper"})
    edit_school(session, school.id, 1, {"name": "De Zonnewijzer"})
    with pytest.raises(ChangedMeanwhile) as caught:
        edit_school(session, school.id, 1, {"name": "De Klok"})
    assert caught.value.changes == [("Naam van de school", "De Zandloper", "De Zonnewijzer")]
    assert session.get(School, school.id).name == "De Zonnewijzer"
