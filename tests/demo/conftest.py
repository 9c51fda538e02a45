"""The example, loaded once for all tests that only look at it, and its records by name."""

from datetime import date

import pytest
from sqlalchemy import select

from registry.access import BUILT_IN
from registry.database import db, session_for
from registry.model import Product, School, Supplier
from tests.example_board import example_board


@pytest.fixture(scope="session")
def today():
    return date(2026, 10, 1)


@pytest.fixture(scope="session")
def example_app(databases, tmp_path_factory, today):
    with example_board(databases, tmp_path_factory.mktemp("demo"), today) as app:
        yield app


@pytest.fixture
def example(example_app):
    with example_app.app_context():
        yield session_for(BUILT_IN)
        db.session.remove()


@pytest.fixture
def supplier(example):
    return lambda name: example.scalars(select(Supplier).where(Supplier.name == name)).one()


@pytest.fixture
def product(example):
    return lambda name: example.scalars(select(Product).where(Product.name == name)).one()


@pytest.fixture
def school(example):
    return lambda name: example.scalars(select(School).where(School.name == name)).one()
