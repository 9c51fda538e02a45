"""The example board is loaded once, whole, and looks the same on any day."""

from datetime import date, timedelta

import pytest
from sqlalchemy import func, select

from registry import demo
from registry.access import BUILT_IN
from registry.database import session_for
from registry.model import Agreement, AuditEvent, Product, School, SchoolBoard, Statement, Supplier, Use
from registry.queries.suppliers.owed import owed
from registry.reference import facts
from tests.example_board import example_board

pytestmark = pytest.mark.xdist_group("demo")


def number_of(session, kind):
    return session.scalar(select(func.count()).select_from(kind))


def test_it_holds_one_board(example):
    assert example.get(SchoolBoard, 1).name == "Stichting Getijden"


def test_its_schools_are_of_three_sectors(example):
    assert sorted(example.scalars(select(School.sector))) == ["po", "po", "po", "sbo", "vo", "vo"]


def test_its_products_are_of_every_kind(example):
    assert set(example.scalars(select(Product.kind))) == set(facts().product_kinds)


@pytest.mark.parametrize(
    ("kind", "number"), [(Supplier, 22), (Product, 28), (Agreement, 23), (Use, 81), (Statement, 8)]
)
def test_it_is_as_large_as_a_small_board(example, kind, number):
    assert number_of(example, kind) == number


def test_every_record_has_its_own_place_in_the_history(example):
    reasons = set(example.scalars(select(AuditEvent.why)))
    assert {"leverancier toegevoegd", "bijlage geaccepteerd", "gebruik begonnen", "bestuur ingevuld"} <= reasons


def test_loading_twice_changes_nothing(example, today):
    before = number_of(example, AuditEvent)
    demo.load(example, today + timedelta(days=400))
    assert number_of(example, AuditEvent) == before


@pytest.mark.parametrize("another_day", [date(2027, 8, 1), date(2032, 2, 29)])
def test_it_never_ages(databases, tmp_path, example, today, another_day):
    seen_today = _owed(example, today)
    with example_board(databases, tmp_path, another_day) as app, app.app_context():
        assert _owed(session_for(BUILT_IN), another_day) == seen_today


def _owed(session, on):
    return {supplier.name: {item.code for item in owed(supplier, on)} for supplier in session.scalars(select(Supplier))}
