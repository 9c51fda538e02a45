"""What a viewer may not see does not exist for their session."""

from datetime import date

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import joinedload, selectinload

from registry import access
from registry.access import Right, Viewer
from registry.database import db
from registry.errors import NotAllowed, NotFound
from registry.model import Product, School, Statement, Use
from registry.model.statement import StatementKind
from registry.services.board.statements import add_statement
from registry.services.records import fetch
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier
from registry.services.uses.schools import add_school
from registry.services.uses.uses import end_use, start_use


@pytest.fixture
def two_schools(session):
    """De Zandloper (1) and De Zonnewijzer (2) with the same product; who looks is the coordinator of the first."""
    product = add_product(session, add_supplier(session, {"name": "Lettervlieg"}).id, {"name": "Letters"})
    for name in ("De Zandloper", "De Zonnewijzer"):
        school = add_school(session, {"name": name})
        start_use(session, school.id, product.id, {"since": date(2026, 8, 1)})
        add_statement(session, {"kind": StatementKind.SCHOOL_GUIDE, "title": name, "school_id": school.id})
    add_statement(session, {"kind": StatementKind.PRIVACY_STATEMENT, "title": "van het bestuur"})
    session.expunge_all()
    access.bind(session, Viewer("coördinator", frozenset(Right), frozenset({1})))
    return session


def test_lists_hold_only_own_schools(two_schools):
    assert [school.name for school in two_schools.scalars(select(School))] == ["De Zandloper"]
    assert [use.school_id for use in two_schools.scalars(select(Use))] == [1]


def test_counts_and_columns_count_only_own_schools(two_schools):
    assert two_schools.scalar(select(func.count()).select_from(Use)) == 1
    assert two_schools.scalars(select(School.name)).all() == ["De Zandloper"]


def test_the_boards_own_records_are_everybodys(two_schools):
    assert [one.title for one in two_schools.scalars(select(Statement).order_by(Statement.id))] == [
        "De Zandloper",
        "van het bestuur",
    ]


@pytest.mark.parametrize("loading", [None, joinedload(Product.uses), selectinload(Product.uses)])
def test_relationships_lead_only_to_own_schools(two_schools, loading):
    query = select(Product).options(loading) if loading else select(Product)
    product = two_schools.scalars(query).unique().one()
    assert [use.school_id for use in product.uses] == [1]


def test_another_schools_record_does_not_exist(two_schools):
    with pytest.raises(NotFound):
        fetch(two_schools, Use, 2)
    with pytest.raises(NotFound):
        fetch(two_schools, School, 2)
    with pytest.raises(NotFound):
        end_use(two_schools, 2, date(2027, 1, 1))


def test_another_school_cannot_be_written_for(two_schools):
    with pytest.raises(NotAllowed):
        add_statement(two_schools, {"kind": StatementKind.SCHOOL_GUIDE, "title": "x", "school_id": 2})


def test_a_session_without_a_viewer_refuses(app):
    with app.app_context(), pytest.raises(RuntimeError, match="Viewer"):
        db.session.scalars(select(School)).all()
