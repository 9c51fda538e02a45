"""Records read as plain values: the same records, without a session that keeps watch."""

import pytest
from sqlalchemy import inspect, select
from sqlalchemy.orm.exc import UnmappedInstanceError

from registry.access import RIGHTS, Viewer
from registry.database import session_for
from registry.model import Product, School, Supplier, Use
from registry.model.account import Role
from registry.queries.plain import PlainRecords
from registry.queries.signals.of_supplier import supplier_signals
from registry.queries.signals.whole_register import signal_suppliers
from registry.services.uses.schools import add_school
from registry.services.uses.uses import start_use
from tests.queries.signals.quiet import Quiet
from tests.queries.suppliers.owed.file import SINCE, TODAY


@pytest.fixture
def files(session):
    """Two suppliers of whom much is to be said."""
    files = [Quiet(session), Quiet(session, "Rekenwolk")]
    for file in files:
        file.set(file.use, in_guide=False)
        file.set(file.agreement, model_version="mvo_4_0", starts_on=None, ends_on=None)
        file.set(file.privacy, no_subprocessors=False, description="<duur>")
    return files


def test_every_field_is_as_the_record_has_it(session, files):
    (plain, *_), record = PlainRecords(session).read(Supplier), session.scalars(select(Supplier)).first()
    keys = [one.key for one in inspect(Supplier).column_attrs]
    assert [getattr(plain, key) for key in keys] == [getattr(record, key) for key in keys]
    assert isinstance(plain, Supplier)
    assert type(plain).kvk is Supplier.kvk
    assert plain.is_processor is True


def test_lists_and_links_lead_to_what_was_read(session, files):
    records = PlainRecords(session)
    suppliers = records.read(Supplier)
    records.lists(Supplier.products, Product.uses)
    (product,) = suppliers[1].products
    assert (product.supplier, product.id) == (suppliers[1], files[1].product.id)
    assert [use.id for use in product.uses] == [files[1].use.id]
    assert product.uses[0].product is product


def test_what_was_not_read_is_told_and_not_taken_for_empty(session, files):
    records = PlainRecords(session)
    use = records.read(Use, only=(Use.school_id,))[0]
    records.read(School, School.id != use.school_id)
    records.ones(Use.school)
    for name in ("purpose_plain", "product", "school"):
        with pytest.raises(UnmappedInstanceError):
            getattr(use, name)


def test_a_viewer_reads_what_is_of_their_schools(session, files):
    other = add_school(session, {"name": "De Klok"})
    use = start_use(session, other.id, files[0].product.id, {"since": SINCE})
    coordinator = Viewer("coördinator", RIGHTS[Role.SCHOOL_COORDINATOR], frozenset({other.id}))
    number, school = use.id, other.id
    records = PlainRecords(session_for(coordinator))
    assert [one.id for one in records.read(Use)] == [number]
    assert [one.id for one in records.read(School)] == [school]


def test_the_rules_say_of_plain_values_what_they_say_of_records(session, files):
    told = [supplier_signals(one, TODAY) for one in signal_suppliers(session, TODAY)]
    assert told == [supplier_signals(one, TODAY) for one in session.scalars(select(Supplier).order_by(Supplier.name))]
    assert len(told[0]) > 3
