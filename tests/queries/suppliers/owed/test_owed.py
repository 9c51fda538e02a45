"""What a file as a whole still lacks: nothing when it is complete, and only while schools use the products."""

from datetime import date

from sqlalchemy import event, select

from registry.database import db
from registry.model import Supplier
from registry.queries.signals.some_files import lacking_files
from registry.queries.suppliers.owed import owed
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier
from registry.services.uses.uses import end_use
from tests.queries.suppliers.owed.file import TODAY, YESTERDAY, File


def test_a_complete_file_owes_nothing(file):
    assert file.owed == []


def test_a_supplier_without_a_use_only_has_to_be_looked_up(session):
    supplier = add_supplier(session, {"name": "Rekenwolk"})
    add_product(session, supplier.id, {"name": "Rekenrek"})
    assert [item.code for item in owed(supplier, TODAY)] == ["covenant_unchecked"]


def test_a_product_that_no_school_uses_any_more_owes_nothing(file):
    file.drop(file.privacy)
    end_use(file.session, file.use.id, YESTERDAY)
    assert file.owed == []


def test_a_product_that_a_school_is_going_to_use_counts(file):
    file.drop(file.security)
    file.set(file.use, since=date(2026, 8, 1))
    assert file.codes == ["security_annex_missing"]


def test_a_supplier_out_of_use_owes_nothing(session):
    assert owed(add_supplier(session, {"name": "Rekenwolk", "retired_on": TODAY}), TODAY) == []


def test_every_sentence_is_one_sentence_about_a_name(file):
    for row in (*file.privacy.storage, *file.privacy.retention, *file.privacy.data, *file.privacy.purposes):
        file.drop(row)
    file.drop(file.security)
    file.set(file.agreement, supplier_signed_on=None)
    sentences = [item.sentence for item in owed(file.supplier, TODAY)]
    assert len(sentences) == 6
    assert all(
        ("Letterboot" in sentence or "Lettervlieg" in sentence) and sentence[-1] == "." for sentence in sentences
    )


def test_after_loading_nothing_more_is_asked_of_the_database(session):
    for name in ("Lettervlieg", "Rekenwolk"):
        File(session, name)
    session.expire_all()
    suppliers = list(lacking_files(session, session.scalars(select(Supplier.id)).all(), TODAY))
    asked = []
    event.listen(db.engine, "before_cursor_execute", lambda *call: asked.append(call[2]))
    assert [owed(supplier, TODAY) for supplier in suppliers] == [[], []]
    assert asked == []
