"""What is to be said of a supplier itself: the covenant, and whom to call about a data breach."""

from registry.dutch import long_date
from registry.model import Agreement, CovenantEntry, Product
from registry.model.supplier import ContactKind, CovenantStatus
from registry.queries.signals.signal import Found
from registry.queries.signals.supplier_file import SupplierFile

OUTSIDE_THE_COVENANT = ("photo", "other")  # no digital learning resource, so nobody needs to look it up


def covenant_unchecked(file: SupplierFile) -> Found:
    """Yield a processor of which nobody looked up whether it takes part in the covenant."""
    supplier = file.supplier
    kinds = {product.kind for product in supplier.products}
    is_outside = bool(kinds) and kinds.issubset(OUTSIDE_THE_COVENANT)
    if supplier.is_processor and supplier.covenant_on(file.on) is None and not is_outside:
        yield supplier, f"Er is nog niet nagegaan of {supplier.name} aan het privacyconvenant meedoet."


def covenant_left(file: SupplierFile) -> Found:
    """Yield a processor that was a participant and is none any more, until an agreement starts after that was seen."""
    known = [entry for entry in file.supplier.covenant_entries if entry.checked_on <= file.on]
    was = [place for place, entry in enumerate(known) if entry.status is CovenantStatus.PARTICIPANT]
    if not file.supplier.is_processor or not was or known[was[-1]] is known[-1]:
        return
    last, seen = known[was[-1]], known[was[-1] + 1]
    if seen.status is CovenantStatus.UNKNOWN or any(_starts_after(one, seen) for one in file.settled):
        return
    told = f"{file.supplier.name} was deelnemer aan het convenant (nagegaan op {long_date(last.checked_on)})"
    yield file.supplier, f"{told}. Sinds {long_date(seen.checked_on)} staat er: {known[-1].status.label}."


def _starts_after(agreement: Agreement, seen: CovenantEntry) -> bool:
    return agreement.starts_on is not None and agreement.starts_on >= seen.checked_on


def breach_contact_missing(file: SupplierFile) -> Found:
    """Yield a processor with a product of which nobody knows whom to call about a data breach."""
    supplier = file.supplier
    if supplier.is_processor and not all(_can_be_reached(product, file) for product in file.used):
        yield supplier, f"Het meldpunt voor datalekken van {supplier.name} ontbreekt."


def _can_be_reached(product: Product, file: SupplierFile) -> bool:
    contact, annex = file.supplier.contact_for(ContactKind.DATA_BREACH), product.security_annex_on(file.on)
    at_supplier = contact is not None and bool(contact.email or contact.phone)
    return at_supplier or (annex is not None and bool(annex.breach_email or annex.breach_phone))


SUPPLIER_RULES = (covenant_unchecked, covenant_left, breach_contact_missing)
