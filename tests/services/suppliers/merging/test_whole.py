"""Two suppliers that are one: no table that names a supplier is forgotten."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import func, select

from registry.model import Base, Supplier
from registry.model.custom import CustomSubject
from registry.model.product import Part
from registry.queries.suppliers.merging import plan_merge
from registry.services.board.custom_fields import add_custom_field, set_custom_values
from registry.services.cases.breaches import add_breach
from registry.services.cases.notices import add_notice
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier
from registry.services.year.actions import add_action

MARCH = date(2026, 3, 1)
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
NAMING_A_SUPPLIER = [
    column
    for table in Base.metadata.sorted_tables
    for column in table.columns
    if any(key.column.table is Supplier.__table__ for key in column.foreign_keys)
]


@pytest.fixture
def breach(session, emptied):
    fields = {"what": "Lijsten stonden open.", "known_at": NOON, "product_id": emptied.products[0].id}
    return add_breach(session, emptied.id, fields, NOON)


@pytest.fixture
def notice(session, emptied):
    fields = {"name": "Wolkenrek", "received_on": MARCH}
    return add_notice(session, emptied.id, fields, [emptied.products[0].id], MARCH)


@pytest.fixture
def everywhere(session, emptied, breach, notice):
    """The supplier that goes up is named in every table that can name one."""
    parties = {"parties": [{"supplier_id": emptied.id, "part": Part.MAKER}]}
    add_product(session, add_supplier(session, {"name": "Boekenkar"}).id, {"name": "Taaltas"}, parties)
    field = add_custom_field(session, {"subject": CustomSubject.SUPPLIER, "label": "Debiteurnummer"}).id
    set_custom_values(session, supplier=emptied.id, values={field: "1704"})
    add_action(session, {"what": "Bel", "supplier_id": emptied.id})


def rows_of(session, column, number):
    return session.scalar(select(func.count()).select_from(column.table).where(column == number))


def test_a_breach_and_a_notice_move(session, kept, merge, breach, notice):
    merge()
    assert (breach.supplier_id, breach.version) == (kept.id, 2)
    assert (notice.supplier_id, notice.version) == (kept.id, 2)
    assert [row.product.name for row in notice.products] == ["Rekenrek"]


def test_the_preview_names_the_breach_and_the_notice(session, kept, emptied, breach, notice):
    moves = dict(plan_merge(session, kept, emptied).moves)
    assert moves["Datalekken"] == ["Rekenrek, bekend sinds 1 maart 2026, 13:00"]
    assert moves["Berichten over subverwerkers"] == ["Wolkenrek komt erbij (1 maart 2026)"]


def test_nothing_stays_with_the_emptied_one_in_any_table(session, kept, emptied, everywhere, merge):
    """A new table with a supplier in it fails here, until `everywhere` makes a row of it and the merge moves that."""
    number, before = emptied.id, {column: rows_of(session, column, emptied.id) for column in NAMING_A_SUPPLIER}
    had = {column: rows_of(session, column, kept.id) for column in NAMING_A_SUPPLIER}
    assert [str(column) for column, rows in before.items() if not rows] == []
    merge()
    now = {column: rows_of(session, column, kept.id) for column in NAMING_A_SUPPLIER}
    assert [str(column) for column in NAMING_A_SUPPLIER if rows_of(session, column, number)] == []
    assert [str(column) for column, rows in now.items() if rows < had[column] + before[column]] == []
