"""Which version of an annex belongs to a paper, and what the paper says about that choice."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from registry.model import Agreement, PrivacyAnnex, Product, SecurityAnnex
from registry.model.annex_state import AnnexStatus
from registry.services.paper.known import Value, gap

Annex = PrivacyAnnex | SecurityAnnex
AnnexKind = type[PrivacyAnnex] | type[SecurityAnnex]
TITLES: dict[AnnexKind, str] = {
    PrivacyAnnex: "Bijlage 1 – Privacybijsluiter",
    SecurityAnnex: "Bijlage 2 – Beveiligingsbijlage",
}
LISTS: dict[AnnexKind, Any] = {PrivacyAnnex: Product.privacy_annexes, SecurityAnnex: Product.security_annexes}


@dataclass(frozen=True)
class ChosenAnnex:
    """The version of one kind of annex that a paper takes of one product; None while there is none."""

    kind: AnnexKind
    product: Product
    version: Annex | None
    is_agreed: bool = False

    @property
    def title(self) -> str:
        """What the annex is called in the paper."""
        edition = f", versie {self.version.edition}" if self.version and self.version.edition else ""
        return f"{TITLES[self.kind]} {self.product.name}{edition}"

    @property
    def named(self) -> Value:
        """The title; a gap while there is no version."""
        return self.title if self.version else gap(self.product, LISTS[self.kind], self.title)

    @property
    def note(self) -> str:
        """Why this version, in a sentence, where that is not a matter of course."""
        if self.version is None or self.is_agreed:
            return ""
        if self.version.status is AnnexStatus.PROPOSED:
            return f"{self.title}: dit is een voorstel. Het bestuur heeft deze versie nog niet geaccepteerd."
        return f"{self.title}: dit is de versie die nu geldt. Bij de overeenkomst is geen versie gekozen."


def choose_annex(kind: AnnexKind, product: Product, agreement: Agreement | None, on: date) -> ChosenAnnex:
    """Return the agreement's own version, else the one accepted on this date, else the newest proposal."""
    versions: list[Annex] = list(getattr(product, LISTS[kind].key))
    agreed = {id(row.privacy_annex or row.security_annex) for row in (agreement.annexes if agreement else [])}
    own = [version for version in versions if id(version) in agreed]
    accepted = [version for version in versions if version.holds_on(on)]
    proposed = [version for version in versions if version.status is AnnexStatus.PROPOSED]
    found = next((some[-1] for some in (own, accepted, proposed) if some), None)
    return ChosenAnnex(kind, product, found, bool(own))


def choose_annexes(products: Iterable[Product], agreement: Agreement | None, on: date) -> list[ChosenAnnex]:
    """Return annexes 1 of all products and then annexes 2, as they are bound behind the agreement."""
    products = list(products)
    return [choose_annex(kind, product, agreement, on) for kind in LISTS for product in products]
