"""The board's schools."""

from datetime import date

import pytest

from registry.errors import AlreadyExists, BrokenRule
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier
from registry.services.uses.schools import add_school, edit_school
from registry.services.uses.uses import end_use, start_use

AUGUST = date(2026, 8, 1)


@pytest.fixture
def use(session):
    """A use by De Zandloper since August 2025."""
    school = add_school(session, {"name": "De Zandloper", "site_code": "99XX01"})
    product = add_product(session, add_supplier(session, {"name": "Lettervlieg B.V."}).id, {"name": "Letters"})
    return start_use(session, school.id, product.id, {"since": date(2025, 8, 1)})


def test_a_school_needs_a_name(session):
    with pytest.raises(BrokenRule) as caught:
        add_school(session, {"name": "  "})
    assert caught.value.field == "name"


def test_two_schools_cannot_have_one_site_code(session, use):
    with pytest.raises(AlreadyExists) as caught:
        add_school(session, {"name": "De Klok", "site_code": "99xx 01"})
    assert caught.value.sentence == "De vestigingscode 99XX01 is al van De Zandloper."


def test_schools_without_a_site_code_do_not_clash(session):
    assert add_school(session, {"name": "De Klok"}).id != add_school(session, {"name": "De Zonnewijzer"}).id


def test_a_school_that_still_uses_something_does_not_close(session, use):
    with pytest.raises(BrokenRule) as caught:
        edit_school(session, use.school_id, 1, {"closed_on": AUGUST})
    assert caught.value.field == "closed_on"
    assert "nog 1 product." in caught.value.sentence
    assert use.school.closed_on is None


def test_a_school_closes_after_the_last_day_of_its_uses(session, use):
    end_use(session, use.id, date(2026, 7, 31))
    school = edit_school(session, use.school_id, 1, {"closed_on": AUGUST})
    assert school.is_open(date(2026, 7, 31))
    assert not school.is_open(AUGUST)
