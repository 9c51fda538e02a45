"""What is to be said of what was agreed with a supplier as a whole: is there an agreement, and about what?"""

from registry.dutch import enumeration, long_date
from registry.model import Agreement, Product
from registry.model.agreement_lists import AgreementStatus
from registry.model.supplier import PartyRole
from registry.queries.signals.signal import Found
from registry.queries.signals.supplier_file import SupplierFile


def agreement_ended(file: SupplierFile) -> Found:
    """Yield the last agreement with a bound supplier whose products are still in use, when none stands any more."""
    if (last := _ended(file)) is not None:
        day = f" op {long_date(last.last_day)}" if last.last_day else ""
        told = f"De overeenkomst met {file.supplier.name} is{day} afgelopen"
        yield last, f"{told}, maar scholen gebruiken {_names(file.used)} nog."


def agreement_missing(file: SupplierFile) -> Found:
    """Yield a bound supplier whose products are in use while there never was an agreement."""
    if file.used and not file.standing and file.is_bound and _ended(file) is None:
        supplier = file.supplier
        yield supplier, f"Er is geen overeenkomst met {supplier.name}, maar scholen gebruiken {_names(file.used)}."


def decision_missing(file: SupplierFile) -> Found:
    """Yield another recipient of which nobody wrote down why no agreement is needed."""
    supplier = file.supplier
    is_other = not file.is_bound and supplier.role is not PartyRole.OUT_OF_SCOPE
    if file.used and not file.standing and is_other:
        yield supplier, f"Er staat niet waarom met {supplier.name} geen overeenkomst nodig is."


def agreement_open(file: SupplierFile) -> Found:
    """Yield the agreement of a bound supplier in use that does not hold yet."""
    if file.used and file.standing and file.is_bound and not file.settled:
        first = file.standing[0]
        yield first, f"De overeenkomst met {file.supplier.name} geldt nog niet. De stand is: {first.status.label}."


def agreement_product_missing(file: SupplierFile) -> Found:
    """Yield the agreement that is not about all the products in use."""
    settled = file.settled
    if not settled or not file.is_bound or any(one.status is AgreementStatus.NOT_NEEDED for one in settled):
        return
    outside = [product for product in file.used if not any(one.covers(product.id) for one in settled)]
    if outside:
        yield settled[0], f"De overeenkomst gaat niet over {_names(outside)}."


def agreement_expired(file: SupplierFile) -> Found:
    """Yield an agreement that is called in force after its last day, unless that was told as one that ended."""
    told = _ended(file)
    for agreement in file.supplier.agreements:
        if is_expired(agreement, file) and agreement is not told:
            yield agreement, expired_sentence(agreement)


def is_expired(agreement: Agreement, file: SupplierFile) -> bool:
    """Return whether the agreement is called in force, but its last day lies before this one."""
    last = agreement.last_day
    return agreement.status is AgreementStatus.IN_FORCE and last is not None and last < file.on


def expired_sentence(agreement: Agreement) -> str:
    """Return that the last day is past."""
    return f"De einddatum was {long_date(agreement.last_day)}. Er geldt geen afspraak meer."  # type: ignore[arg-type]


def _ended(file: SupplierFile) -> Agreement | None:
    """The last agreement that held, where a bound supplier in use has none that stands."""
    if not file.used or file.standing or not file.is_bound:
        return None
    over = [agreement for agreement in file.supplier.agreements if agreement.status.was_in_force]
    return over[-1] if over else None


def _names(products: list[Product]) -> str:
    return enumeration([product.name for product in products])


AGREEMENTS_RULES = (agreement_ended, agreement_missing, decision_missing)
COVERAGE_RULES = (agreement_open, agreement_product_missing, agreement_expired)
