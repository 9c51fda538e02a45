"""What the form of an agreement offers of its supplier: products, annex versions, choices on optional processing."""

from collections.abc import Collection, Iterable
from typing import Any

from wtforms import RadioField, SelectMultipleField
from wtforms.fields.choices import SelectChoice
from wtforms.widgets import CheckboxInput, ListWidget

from registry.model import Agreement, AgreementAnnex, PrivacyAnnex, Product, SecurityAnnex, Supplier
from registry.model.annex_state import AnnexStatus
from registry.queries.agreements.agreement_words import annex_name

CHOICE = "choice_"
OPEN = "open"
CHOICES = [SelectChoice("yes", "ja"), SelectChoice("no", "nee"), SelectChoice(OPEN, "nog niet gekozen")]
STANDING = (AnnexStatus.PROPOSED, AnnexStatus.ACCEPTED)


class Boxes(SelectMultipleField):
    """Boxes to tick; the form says which ones once its supplier is known."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()

    def __init__(self, label: str, **kwargs: Any) -> None:
        super().__init__(label, choices=[], **kwargs)


def product_choices(supplier: Supplier, kept: Collection[int]) -> list[SelectChoice]:
    """Return the products of this supplier that are in use, and those that the agreement covers already."""
    offered = (product for product in supplier.products if product.retired_on is None or product.id in kept)
    return [SelectChoice(product.id, product.name) for product in offered]


def annex_choices(supplier: Supplier, kept: Collection[str]) -> list[SelectChoice]:
    """Return by product the annex versions that stand, and those that belong to the agreement already."""
    return [
        SelectChoice(annex_key(annex), f"{annex_name(annex)} ({annex.status.label})", optgroup=product.name)
        for product in supplier.products
        for annex in versions_of(product)
        if annex.status in STANDING or annex_key(annex) in kept
    ]


def versions_of(product: Product) -> list[PrivacyAnnex | SecurityAnnex]:
    """Return all annex versions of this product."""
    return [*product.privacy_annexes, *product.security_annexes]


def annex_key(annex: PrivacyAnnex | SecurityAnnex) -> str:
    """Return the value of an annex version's box, such as "p12" or "s7"."""
    return f"{'p' if isinstance(annex, PrivacyAnnex) else 's'}{annex.id}"


def annex_row(key: str) -> dict[str, Any]:
    """Return the row of an agreement for a ticked box."""
    return {"privacy_annex_id" if key[0] == "p" else "security_annex_id": int(key[1:])}


def covered_values(agreement: Agreement) -> dict[str, Any]:
    """Return what is ticked and chosen on the form of this agreement."""
    chosen = {f"{CHOICE}{row.option_id}": "yes" if row.chosen else "no" for row in agreement.choices}
    return {
        "products": [row.product_id for row in agreement.products],
        "annexes": [_key_of_row(row) for row in agreement.annexes],
        **chosen,
    }


def option_fields(supplier: Supplier, kept: Collection[str] = ()) -> dict[str, RadioField]:
    """Return a field for every optional processing in an annex that the form offers."""
    return {
        f"{CHOICE}{option.id}": RadioField(f"{product.name}: {option.description}", choices=CHOICES, default=OPEN)
        for product in supplier.products
        for annex in product.privacy_annexes
        if annex.status in STANDING or annex_key(annex) in kept
        for option in annex.options
    }


def choice_rows(fields: Iterable[Any]) -> list[dict[str, Any]]:
    """Return the rows of what was chosen; what is not chosen yet has none."""
    return [
        {"option_id": int(field.name.removeprefix(CHOICE)), "chosen": field.data == "yes"}
        for field in fields
        if field.data != OPEN
    ]


def _key_of_row(row: AgreementAnnex) -> str:
    return f"p{row.privacy_annex_id}" if row.privacy_annex_id else f"s{row.security_annex_id}"
