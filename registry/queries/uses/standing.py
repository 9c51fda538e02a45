"""How a board stands with the supplier of a product: its role, the covenant, and the papers that cover the product."""

from dataclasses import dataclass
from datetime import date

from registry.model import Agreement, Product
from registry.model.supplier import CovenantStatus
from registry.reference import facts

AGREEMENT = "agreement"
LETTER = "letter"
UNSORTED = "unsorted"


@dataclass(frozen=True)
class Standing:
    """`papers`: the kinds of the papers in force that cover the product.

    "agreement", "letter", and "unsorted" for one of which nobody wrote down what it is.
    """

    is_processor: bool
    covenant: CovenantStatus | None
    papers: frozenset[str]


def standing_of(product: Product, on: date) -> Standing:
    """Return how the board stands with the supplier of this product on this day."""
    supplier = product.supplier
    covering = [one for one in supplier.agreements if one.is_in_force(on) and one.covers(product.id)]
    papers = frozenset(kind for one in covering if (kind := _kind(one)))
    return Standing(supplier.is_processor, supplier.covenant_status(on), papers)


def _kind(agreement: Agreement) -> str:
    arrangement = facts().arrangements.get(agreement.arrangement or _by_its_text(agreement))
    if arrangement is None:
        return UNSORTED
    if "processor" not in arrangement.roles:
        return ""
    if arrangement.needs_agreement:
        return "" if arrangement.needs_reason else AGREEMENT  # a reason beside it: not sorted out yet
    return LETTER


def _by_its_text(agreement: Agreement) -> str:
    """What the agreement is by the name of the text that it stands on."""
    model = facts().model_versions.get(agreement.model_version)
    return model.arrangement if model is not None else ""
