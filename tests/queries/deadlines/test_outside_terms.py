"""Schools that use a product while the agreement about it does not hold."""

from datetime import date

from registry.access import RIGHTS, Viewer, bind
from registry.model.account import Role
from registry.model.deadline_kind import DeadlineKind
from registry.queries.deadlines.due import due
from registry.services.agreements.agreements import end_agreement
from registry.services.uses.schools import add_school
from registry.services.uses.uses import end_use, start_use

TODAY, MAY, AUGUST = date(2026, 6, 15), date(2026, 5, 31), date(2025, 8, 1)


def lapse(session, agree):
    for school in (add_school(session, {"name": name}).id for name in ("De Klok", "De Zonnewijzer")):
        start_use(session, school, 1, {"since": AUGUST})
    end_agreement(session, agree().id, MAY, "Opgezegd.")


def test_they_are_told_per_supplier_since_the_last_day_that_was_covered(cast, agree):
    lapse(cast, agree)
    (item,) = due(cast, TODAY)
    assert item.sentence == (
        "3 scholen gebruiken Letters van Lettervlieg B.V., zonder overeenkomst die nu geldt. "
        "De overeenkomst liep tot en met 31 mei 2026."
    )
    assert (item.kind, item.on, item.table, item.number) == (DeadlineKind.OUTSIDE_TERM, MAY, "supplier", 1)


def test_who_sees_one_school_hears_of_that_one(cast, agree):
    lapse(cast, agree)
    bind(cast, Viewer("coördinator", RIGHTS[Role.SCHOOL_COORDINATOR], frozenset({2})))
    cast.expunge_all()
    (item,) = due(cast, TODAY)
    assert item.sentence.startswith("1 school gebruikt Letters")


def test_it_is_over_when_the_uses_end(cast, agree):
    lapse(cast, agree)
    for number in (1, 2, 3):
        end_use(cast, number, MAY)
    assert due(cast, TODAY) == []
