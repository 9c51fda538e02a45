"""The versions of a product's annex, by the table of its kind, in the order in which they were entered."""

from collections.abc import Sequence

from registry.model import PrivacyAnnex, Product, SecurityAnnex

ANNEX_KINDS: dict[str, type[PrivacyAnnex | SecurityAnnex]] = {
    "privacy_annex": PrivacyAnnex,
    "security_annex": SecurityAnnex,
}


def annexes_of(product: Product, table: str) -> Sequence[PrivacyAnnex | SecurityAnnex]:
    """Return the versions of this product's annex of the kind with this table."""
    return product.privacy_annexes if ANNEX_KINDS[table] is PrivacyAnnex else product.security_annexes
