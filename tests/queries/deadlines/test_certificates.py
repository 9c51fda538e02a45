"""Certificates of the annex that holds, of products in use."""

from datetime import date

import pytest

from registry.access import RIGHTS, Viewer, bind
from registry.model import SecurityAnnex
from registry.model.account import Role
from registry.model.deadline_kind import DeadlineKind
from registry.queries.deadlines.due import due
from registry.services.annexes.annexes import accept_annex, propose_annex
from registry.services.uses.schools import add_school
from registry.services.uses.uses import end_use

JUNE, LATER, ON = date(2027, 6, 30), date(2030, 6, 30), date(2027, 7, 1)
KIND = DeadlineKind.CERTIFICATE_END
OWN = {"name": "ISO 27001", "holder": "Lettervlieg B.V.", "ends_on": JUNE}


@pytest.fixture
def annex(cast):
    """Accept a security annex of Letters with these certificates."""

    def annex(*certificates, on=date(2026, 1, 1)):
        made = propose_annex(cast, SecurityAnnex, 1, {"edition": str(on)}, {"certificates": list(certificates)})
        return accept_annex(cast, SecurityAnnex, made.id, on)

    return annex


@pytest.mark.parametrize(
    ("whose", "words"),
    [
        ({}, "ISO 27001 van Lettervlieg B.V. was geldig"),
        ({"holder": ""}, "ISO 27001 van Lettervlieg B.V. was geldig"),
        (
            {"of_subprocessor": True, "holder": "Wolk"},
            "ISO 27001 van subverwerker Wolk van Lettervlieg B.V. was geldig",
        ),
        ({"of_subprocessor": True, "holder": ""}, "ISO 27001 van een subverwerker van Lettervlieg B.V. was geldig"),
    ],
    ids=["the-suppliers", "no-holder", "a-subprocessors", "an-unnamed-subprocessors"],
)
def test_it_says_whose_it_is(cast, annex, whose, words):
    made = annex(OWN | whose)
    (item,) = due(cast, ON)
    assert item.sentence == f"{words} tot en met 30 juni 2027. Het staat bij Letters."
    assert (item.kind, item.on, item.table, item.number) == (KIND, JUNE, "security_annex", made.id)


def test_it_is_due_from_its_last_day_until_another_annex_holds(annex, days):
    annex(OWN)
    assert days(KIND, date(2027, 6, 29)) == []
    assert days(KIND, JUNE) == [JUNE]
    annex(OWN | {"ends_on": LATER}, on=date(2027, 8, 1))
    assert days(KIND, date(2027, 7, 31)) == [JUNE]
    assert days(KIND, date(2027, 8, 1)) == []


def test_a_newer_one_in_the_same_annex_took_its_place(annex, days):
    annex(OWN, OWN | {"ends_on": LATER})
    assert days(KIND, ON) == []


def test_of_a_product_that_nobody_uses_any_more_it_does_not_count(cast, annex, days):
    annex(OWN)
    end_use(cast, 1, date(2027, 6, 15))
    assert days(KIND, ON) == []


def test_for_who_sees_no_school_that_uses_it_it_does_not_count(cast, annex, days):
    annex(OWN)
    other = add_school(cast, {"name": "De Klok"}).id
    for schools, expected in ((frozenset({other}), []), (frozenset({1}), [JUNE])):
        bind(cast, Viewer("coördinator", RIGHTS[Role.SCHOOL_COORDINATOR], schools))
        assert days(KIND, ON) == expected
