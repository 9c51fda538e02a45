"""The whole register as the rules look at it, read as plain values: no session keeps watch over a hundred thousand."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, func, or_

from registry.model import (
    Agreement,
    AgreementAnnex,
    AgreementFile,
    AgreementProduct,
    Choice,
    Measure,
    PrivacyAnnex,
    Product,
    School,
    SecurityAnnex,
    StoredFile,
    Supplier,
    Use,
)
from registry.queries.at_once import Part
from registry.queries.plain import PlainRecords
from registry.reference import facts

LISTS = (
    Supplier.contacts,
    Supplier.covenant_entries,
    Supplier.products,
    Supplier.agreements,
    Product.privacy_annexes,
    Product.security_annexes,
    PrivacyAnnex.purposes,
    PrivacyAnnex.data,
    PrivacyAnnex.denials,
    PrivacyAnnex.options,
    PrivacyAnnex.storage,
    PrivacyAnnex.retention,
    PrivacyAnnex.subprocessors,
    SecurityAnnex.access_roles,
    SecurityAnnex.measures,
    SecurityAnnex.certificates,
    Agreement.products,
    Agreement.annexes,
    Agreement.choices,
    Agreement.deviations,
    Agreement.files,
)
ONES = (
    Use.school,
    AgreementProduct.product,
    AgreementAnnex.privacy_annex,
    AgreementAnnex.security_annex,
    Choice.option,
)
SCHOOLS = Part(School, only=(School.name,))
MEASURES = Part(Measure, only=(Measure.security_annex_id, Measure.note))
OF_A_USE = (Use.product_id, Use.school_id, Use.since, Use.until, Use.purpose_plain, Use.legal_basis)
MARKS_OF_A_USE = (Use.in_guide, Use.bought_by_teacher)


def signal_suppliers(session: Any, on: date) -> list[Supplier]:
    """Return the suppliers in use by name, with all that the rules look at.

    Of the uses those that are not over, and of the measures those in whose note a leftover of a model may stand.
    """
    records = PlainRecords(session)
    suppliers = records.read(Supplier, order=(func.lower(Supplier.name),))
    records.read(Use, Use.not_over_on(on), only=(*OF_A_USE, *MARKS_OF_A_USE))
    records.lists(*LISTS, Product.uses, beside={SCHOOLS: (), MEASURES: (_has_a_sign(Measure.note),)})
    _name_files(records, suppliers)
    records.ones(*ONES)
    return [one for one in suppliers if one.retired_on is None or one.retired_on > on]


def _name_files(records: PlainRecords, suppliers: list[Supplier]) -> None:
    """Read the names of the files in which leftovers stand: of no other file is anything said."""
    files = [file for one in suppliers for agreement in one.agreements for file in agreement.files]
    if named := [file.file_id for file in files if file.leftovers]:
        records.read(StoredFile, StoredFile.id.in_(named), only=(StoredFile.name,))
        records.ones(AgreementFile.file)


def _has_a_sign(text: Any) -> ColumnElement[bool]:
    return or_(*(text.contains(mark.opens, autoescape=True) for mark in facts().leftover_marks.values()))
