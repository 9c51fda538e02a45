"""The question behind the grid: which squares there are, and which hold a use."""

from datetime import date

import pytest

from benchmarks.pages.measuring import asked_of
from registry import access
from registry.access import Right, Viewer
from registry.database import db
from registry.queries.uses.grid import NO_KIND, Selection, grid
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier, retire_supplier
from registry.services.uses.schools import add_school
from registry.services.uses.uses import start_use

TODAY, AUGUST = date(2026, 6, 15), date(2025, 8, 1)


@pytest.fixture
def cast(session):
    """De Zandloper (1) and de klok (2); Letters (1) and Cijfers (2) of Lettervlieg, Taal (3) of De Kade."""
    for name in ("De Zandloper", "de klok"):
        add_school(session, {"name": name})
    lettervlieg, kade = (add_supplier(session, {"name": name}).id for name in ("Lettervlieg", "De Kade"))
    add_product(session, lettervlieg, {"name": "Letters", "kind": "lt", "aliases": "ABC-boot"})
    add_product(session, lettervlieg, {"name": "Cijfers"})
    add_product(session, kade, {"name": "taal 100%", "kind": "lt"})
    return session


def products(found):
    return [row.product for row in found.rows]


def squares(found):
    return {(school, product): (use.since, use.until) for school, product, use in found.squares}


def test_schools_and_products_stand_by_name_whatever_their_capitals(cast):
    found = grid(cast, TODAY)
    assert [name for _, name in found.schools] == ["de klok", "De Zandloper"]
    assert [(band, [row.product for row in rows]) for band, rows in found.bands] == [
        ("Leermiddel of toets", ["Letters", "taal 100%"]),
        (NO_KIND, ["Cijfers"]),
    ]


def test_a_square_holds_what_runs_or_will_start(cast):
    start_use(cast, 1, 1, {"since": AUGUST})
    start_use(cast, 1, 2, {"since": AUGUST, "until": date(2026, 6, 14)})
    start_use(cast, 1, 3, {"since": AUGUST, "until": TODAY})
    start_use(cast, 2, 1, {"since": date(2027, 1, 1)})
    assert squares(grid(cast, TODAY)) == {
        (1, 1): (AUGUST, None),
        (1, 3): (AUGUST, TODAY),
        (2, 1): (date(2027, 1, 1), None),
    }


def test_of_two_uses_the_later_one_is_shown(cast):
    start_use(cast, 1, 1, {"since": AUGUST, "until": date(2026, 7, 31)})
    start_use(cast, 1, 1, {"since": date(2026, 9, 1)})
    assert squares(grid(cast, TODAY)) == {(1, 1): (date(2026, 9, 1), None)}


def test_closed_schools_and_what_is_out_of_use_are_left_out(cast):
    add_school(cast, {"name": "De Oude Haven", "closed_on": TODAY})
    retire_supplier(cast, 2, TODAY)
    found = grid(cast, TODAY)
    assert len(found.schools) == 2
    assert sorted(products(found)) == ["Cijfers", "Letters"]


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        (Selection(text="LETT"), ["Letters", "Cijfers"]),
        (Selection(text="abc-b"), ["Letters"]),
        (Selection(text="100%"), ["taal 100%"]),
        (Selection(text="%"), ["taal 100%"]),
        (Selection(text="_"), []),
        (Selection(kind="lt"), ["Letters", "taal 100%"]),
        (Selection(text="kade", kind="lt"), ["taal 100%"]),
        (Selection(product_id=2), ["Cijfers"]),
    ],
)
def test_a_selection_narrows_the_products(cast, chosen, found):
    assert products(grid(cast, TODAY, chosen)) == found


def test_a_selection_narrows_the_schools(cast):
    start_use(cast, 1, 1, {"since": AUGUST})
    found = grid(cast, TODAY, Selection(school_id=2))
    assert [name for _, name in found.schools] == ["de klok"]
    assert squares(found) == {}


def test_a_viewer_sees_only_their_own_schools(cast):
    start_use(cast, 1, 1, {"since": AUGUST})
    access.bind(cast, Viewer("coördinator", frozenset(Right), frozenset({2})))
    found = grid(cast, TODAY)
    assert [name for _, name in found.schools] == ["de klok"]
    assert squares(found) == {}


def test_of_a_grid_too_large_to_show_no_use_is_read(cast):
    start_use(cast, 1, 1, {"since": AUGUST})
    assert (grid(cast, TODAY, most=6).too_many, len(squares(grid(cast, TODAY, most=6)))) == (False, 1)
    with asked_of(db.engine) as asked:
        large = grid(cast, TODAY, most=5)
    assert (large.too_many, squares(large), len(large.rows), len(large.schools)) == (True, {}, 3, 2)
    assert len(asked) == 2
