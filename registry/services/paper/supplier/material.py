"""What all papers about one supplier on one day are made from, and the parts that follow from it."""

from typing import Any

from registry import dutch
from registry.documents import Gap
from registry.errors import BrokenRule
from registry.model import Agreement, PrivacyAnnex, SecurityAnnex, Supplier
from registry.model.paper_template import OFFICIAL_MODEL
from registry.services.paper.composing import Order, Part
from registry.services.paper.kinds import KINDS
from registry.services.paper.known import Facts, Value, Values, gap
from registry.services.paper.records.agreement import (
    agreement_to_write,
    agreement_values,
    covered_products,
    deviation_values,
)
from registry.services.paper.records.annexes import ChosenAnnex, choose_annexes
from registry.services.paper.records.parties import board_values, supplier_values, the_board
from registry.services.paper.records.privacy_annex import privacy_annex_values
from registry.services.paper.records.products import product_values, still_to_choose
from registry.services.paper.records.security_annex import security_annex_values

OWN_TEXT = "Verwerkersovereenkomst (eigen tekst)"
DEVIATIONS = "Bijlage 3 – Afwijkingen"


class SupplierMaterial:
    """What all papers about one supplier on one day are made from."""

    def __init__(self, session: Any, order: Order, supplier: Supplier) -> None:
        self.order, self.supplier, self.facts = order, supplier, Facts()
        self.board = the_board(session)
        self.agreement = agreement_to_write(supplier, order.on, order.agreement)
        self.products = covered_products(supplier, self.agreement)
        self.annexes = choose_annexes(self.products, self.agreement, order.on)
        self.parties = {
            "bestuur": board_values(self.board),
            "leverancier": supplier_values(supplier, order.on, self.facts),
        }

    def agreement_part(self, title: str = OWN_TEXT) -> Part:
        """Return the agreement without its annexes, from the template of the kind that was ordered."""
        terms = agreement_values(self.supplier, self.agreement, self._named_annexes(), self.facts)
        values = {
            "overeenkomst": terms | {"producten": self._named_products(), "eigen_tekst": self._is_own_text},
            "producten": [product_values(product, self.facts) for product in self.products] or [self._no_product()],
        }
        return Part(title, self.order.kind.template, self.parties | values)

    def annex_part(self, chosen: ChosenAnnex) -> Part:
        """Return one annex 1 or 2."""
        if isinstance(chosen.version, PrivacyAnnex):
            values: Values = {"bijsluiter": privacy_annex_values(chosen.version, self.agreement, self.facts)}
            return Part(chosen.title, KINDS["annex-1"].template, self.parties | values)
        if isinstance(chosen.version, SecurityAnnex):
            values = {"beveiliging": security_annex_values(chosen.version, self.board, self.facts)}
            return Part(chosen.title, KINDS["annex-2"].template, self.parties | values)
        raise BrokenRule(f"{chosen.title} staat nog niet in het register. Vul die eerst in bij het product.")

    def deviations_part(self) -> Part:
        """Return annex 3."""
        return Part(
            DEVIATIONS, KINDS["annex-3"].template, self.parties | {"afwijkingen": deviation_values(self.agreement)}
        )

    def all_parts(self) -> list[Part]:
        """Return the agreement with every annex that there is."""
        annexes = [self.annex_part(chosen) for chosen in self.annexes if chosen.version]
        deviations = [self.deviations_part()] if self.has_deviations else []
        return [self.agreement_part(), *annexes, *deviations]

    @property
    def _is_own_text(self) -> bool:
        return self.order.kind.template != OFFICIAL_MODEL

    @property
    def has_deviations(self) -> bool:
        """Whether there is something to say in annex 3."""
        return self.agreement is not None and bool(self.agreement.deviations)

    def _named_annexes(self) -> list[Value]:
        return [*(chosen.named for chosen in self.annexes), *([DEVIATIONS] if self.has_deviations else [])]

    def _named_products(self) -> Value:
        return dutch.enumeration([product.name for product in self.products]) or self._products_missing()

    def _no_product(self) -> Values:
        return still_to_choose(self._products_missing())

    def _products_missing(self) -> Gap:
        lacking: Agreement | Supplier = self.agreement or self.supplier
        return gap(lacking, type(lacking).products, "Producten")
