"""Of every supplier in the example: its file read as plain values is the same file, and the rules say the same."""

import pytest
from sqlalchemy import event, inspect, select
from sqlalchemy.engine.interfaces import CacheStats

from registry.access import RIGHTS, Viewer
from registry.database import db, session_for
from registry.model import PrivacyAnnex, Product, School, SecurityAnnex, Supplier, Use
from registry.model.account import Role
from registry.queries.annexes.annex_file import annex_file
from registry.queries.annexes.annex_gaps import annex_gaps
from registry.queries.signals.of_supplier import supplier_signals
from registry.queries.signals.some_files import lacking_files, product_file, whole_file
from registry.queries.signals.whole_register import LISTS, signal_suppliers
from registry.queries.suppliers.owed import owed, owed_on_product
from registry.queries.suppliers.suppliers import Wanted, find_suppliers
from registry.services.annexes.annexes import versions_of


@pytest.fixture
def suppliers(example):
    return example.scalars(select(Supplier).order_by(Supplier.id)).all()


def fields_of(record):
    """Each stored field with its type, and behind each list the same of its records."""
    stored = [(one.key, type(value := getattr(record, one.key)), value) for one in inspect(type(record)).column_attrs]
    lists = [link for link in (*LISTS, Product.uses) if issubclass(type(record), link.class_)]
    return stored, [(str(link), [fields_of(one) for one in getattr(record, link.key)]) for link in lists]


def plain_fields_of(record, model):
    stored = [(one.key, type(value := getattr(record, one.key)), value) for one in inspect(model).column_attrs]
    lists = [link for link in (*LISTS, Product.uses) if link.class_ is model]
    return stored, [
        (str(link), [plain_fields_of(one, link.property.entity.class_) for one in getattr(record, link.key)])
        for link in lists
    ]


def test_each_field_and_each_list_is_as_the_records_have_it(example, suppliers):
    for supplier in suppliers:
        assert plain_fields_of(whole_file(example, supplier.id), Supplier) == fields_of(supplier)
    assert len(suppliers) > 15


def test_the_rules_say_the_same_of_one_file_and_of_the_whole_register(example, suppliers, today):
    of_all = {one.id: supplier_signals(one, today) for one in signal_suppliers(example, today)}
    of_one = {one.id: supplier_signals(whole_file(example, one.id), today) for one in suppliers}
    of_records = {one.id: supplier_signals(one, today) for one in suppliers}
    assert of_one == of_records
    assert of_all == {number: said for number, said in of_records.items() if number in of_all}
    assert sum(map(len, of_one.values())) > 30


def test_what_files_lack_is_the_same_for_many_at_once(example, suppliers, today):
    numbers = [one.id for one in reversed(suppliers)]
    lacking = [(one.id, owed(one, today)) for one in lacking_files(example, numbers, today)]
    assert lacking == [(one.id, owed(one, today)) for one in reversed(suppliers)]
    lines, _ = find_suppliers(example, Wanted(with_retired=True), today)
    assert {line.supplier.id: line.owed for line in lines} == dict(lacking)


def test_what_one_product_lacks_is_the_same(example, today):
    products = example.scalars(select(Product).order_by(Product.id)).all()
    lacking = {one.id: owed_on_product(product_file(example, one.id), today) for one in products}
    assert lacking == {one.id: owed_on_product(one, today) for one in products}
    assert sum(map(len, lacking.values())) > 10


@pytest.mark.parametrize("kind", [PrivacyAnnex, SecurityAnnex])
def test_an_annex_is_the_same_with_the_same_gaps(example, kind):
    annexes = example.scalars(select(kind).order_by(kind.id)).all()
    for annex in annexes:
        plain = annex_file(example, kind, annex.id)
        assert plain_fields_of(plain, kind) == fields_of(annex)
        assert annex_gaps(plain) == annex_gaps(annex)
        assert [one.id for one in versions_of(plain)] == [one.id for one in versions_of(annex)]
    assert len(annexes) > 5


def test_a_coordinator_reads_no_use_of_another_school(example, suppliers, today):
    school = example.scalars(select(School.id).order_by(School.id)).first()
    used = set(example.scalars(select(Use.product_id).where(Use.school_id == school, Use.not_over_on(today))))
    coordinator = Viewer("coördinator", RIGHTS[Role.SCHOOL_COORDINATOR], frozenset({school}))
    numbers, theirs = [one.id for one in suppliers], session_for(coordinator)
    found = list(lacking_files(theirs, numbers, today))
    assert {one.id for file in found for one in file.products if one.uses} == used
    whole = [use for number in numbers for product in whole_file(theirs, number).products for use in product.uses]
    assert {use.school_id for use in whole} == {school}
    assert {use.school.id for use in whole} == {school}


def test_the_long_question_is_made_into_a_statement_once(example, suppliers):
    hits = []

    def note(*call):
        hits.append(call[4].cache_hit)

    whole_file(example, suppliers[0].id)
    event.listen(db.engine, "before_cursor_execute", note)
    whole_file(example, suppliers[1].id)
    event.remove(db.engine, "before_cursor_execute", note)
    assert set(hits) == {CacheStats.CACHE_HIT}
    assert len(hits) <= 8
