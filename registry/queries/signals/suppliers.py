"""What is to be said of a supplier itself: the covenant, and whom to call about a data breach."""

from registry.model import Product
from registry.model.supplier import ContactKind
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


def breach_contact_missing(file: SupplierFile) -> Found:
    """Yield a processor with a product of which nobody knows whom to call about a data breach."""
    supplier = file.supplier
    if supplier.is_processor and not all(_can_be_reached(product, file) for product in file.used):
        yield supplier, f"Het meldpunt voor datalekken van {supplier.name} ontbreekt."


def _can_be_reached(product: Product, file: SupplierFile) -> bool:
    contact, annex = file.supplier.contact_for(ContactKind.DATA_BREACH), product.security_annex_on(file.on)
    at_supplier = contact is not None and bool(contact.email or contact.phone)
    return at_supplier or (annex is not None and bool(annex.breach_email or annex.breach_phone))


SUPPLIER_RULES = (covenant_unchecked, breach_contact_missing)
