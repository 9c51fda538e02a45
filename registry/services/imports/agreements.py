"""Which agreement with a supplier a row means: the one that says the same, has the reference, or covers the product."""

from typing import Any

from registry.model import Agreement
from registry.model.agreement_lists import AgreementStatus
from registry.services.imports.plan import Claim, Target

ENDED = (AgreementStatus.SUPERSEDED, AgreementStatus.TERMINATED, AgreementStatus.REFUSED)
TOO_MANY = "Er zijn meer overeenkomsten met {}. Geef het kenmerk van de overeenkomst die u bedoelt."


class AgreementFinder:
    """Finds agreements for the rows of one file; rows that do not contradict each other are about one agreement."""

    def __init__(self) -> None:
        self._new: dict[str, list[tuple[Target, dict[str, Any], dict[str | None, dict[str, Any]]]]] = {}

    def find(self, supplier: Target, product: Target | None, said: dict[str, Any]) -> tuple[Target | None, str]:
        """Return the agreement that is meant, or why nobody can tell."""
        agreements = supplier.record.agreements if supplier.record is not None else []
        number = product.record.id if product is not None and product.record is not None else None
        equal = [one for one in agreements if _says(one, said) and (number is None or one.covers(number))]
        if equal:
            return _of(supplier, equal[-1]), ""
        if said.get("reference"):
            named = [one for one in agreements if one.reference == said["reference"]]
            if len(named) == 1:
                return _of(supplier, named[0]), ""
        live = [one for one in agreements if one.status not in ENDED and _may_be(one, said)]
        covering = [one for one in live if number is not None and one.covers(number)]
        meant = covering or live
        if len(meant) > 1:
            return None, TOO_MANY.format(supplier.name)
        return (_of(supplier, meant[0]) if meant else self._made(supplier, product, said)), ""

    def _made(self, supplier: Target, product: Target | None, said: dict[str, Any]) -> Target:
        made = self._new.setdefault(supplier.key, [])
        about = product.key if product is not None else None
        for target, values, products in made:
            # two rows that contradict each other about one product have to be mended, not made into two agreements
            if about in products or all(values.get(name, value) == value for name, value in said.items()):
                values.update(said)
                products[about] = said
                return target
        key = f"agreement:{supplier.key}/+{len(made) + 1}"
        target = Target("agreement", key, f"overeenkomst met {supplier.name}", None, {"supplier": supplier.key})
        made.append((target, dict(said), {about: said}))
        return target


def claim_product(claim: Claim, product: Target) -> None:
    """Say in the claim that the agreement covers this product, unless it does already."""
    agreement: Agreement | None = claim.target.record
    if agreement is None or product.record is None or not agreement.covers(product.record.id):
        claim.rows.setdefault("products", []).append({"product": product.key, "name": product.name})


def uncovered(agreement: Target, products: list[Target]) -> list[str]:
    """Return the products that the agreement covers in the register, and that are not among these."""
    named = {product.record for product in products}
    covered = agreement.record.products if agreement.record is not None and products else []
    return [row.product.name for row in covered if row.product not in named]


def _says(agreement: Agreement, said: dict[str, Any]) -> bool:
    return all(getattr(agreement, name) == value for name, value in said.items())


def _may_be(agreement: Agreement, said: dict[str, Any]) -> bool:
    """Whether it is not plainly another one: another reference."""
    reference = said.get("reference")
    return not (reference and agreement.reference and reference != agreement.reference)


def _of(supplier: Target, agreement: Agreement) -> Target:
    name = f"overeenkomst met {supplier.name}"
    return Target("agreement", f"agreement:{agreement.id}", name, agreement, {"supplier": supplier.key})
