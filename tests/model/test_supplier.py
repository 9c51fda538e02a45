"""Where a supplier stands on a date."""

from datetime import date

from registry.model import CovenantEntry, Supplier, SupplierContact
from registry.model.supplier import ContactKind, CovenantStatus, PartyRole


def checked(status, on):
    return CovenantEntry(status=status, checked_on=on)


def test_a_supplier_that_nobody_looked_up_is_unknown_rather_than_outside_the_covenant():
    assert Supplier(name="Lettervlieg").covenant_status(date(2026, 8, 1)) is CovenantStatus.UNKNOWN


def test_the_newest_check_before_the_date_counts():
    supplier = Supplier(
        covenant_entries=[
            checked(CovenantStatus.PARTICIPANT, date(2024, 1, 1)),
            checked(CovenantStatus.NONE, date(2026, 1, 1)),
        ]
    )
    assert supplier.covenant_status(date(2025, 12, 31)) is CovenantStatus.PARTICIPANT
    assert supplier.covenant_status(date(2026, 1, 1)) is CovenantStatus.NONE


def test_only_a_processor_needs_an_agreement_under_article_28():
    assert [role for role in PartyRole if Supplier(role=role).is_processor] == [PartyRole.PROCESSOR]


def test_a_contact_is_found_by_what_it_is_for():
    supplier = Supplier(contacts=[SupplierContact(kind=ContactKind.PRIVACY, email="fg@lettervlieg.example")])
    assert supplier.contact_for(ContactKind.PRIVACY).email == "fg@lettervlieg.example"
    assert supplier.contact_for(ContactKind.DATA_BREACH) is None
