"""What stands on the form of an agreement when it opens: what is stored, or a proposal for a new one."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import inspect

from registry.model import Agreement, PrivacyAnnex, Product, SecurityAnnex, Supplier
from registry.model.agreement_lists import AgreementStatus, ConclusionMode
from registry.model.annex_state import AnnexStatus
from registry.queries.agreements.arrangement_groups import ArrangementGroup, group_of, is_none_needed, proposed_model
from registry.reference import facts
from registry.reference.agreements import Arrangement
from registry.web.agreements.agreement_parts import CHOICE, annex_key, covered_values

MODES = {"letter_or_mail": ConclusionMode.LETTER, "terms_clause": ConclusionMode.EMBEDDED_IN_TERMS}
CARRIED_OVER = (
    *("arrangement", "conclusion_mode", "channel", "renewal", "notice_months", "deletion_term"),
    *("main_contract", "main_contract_on", "reason", "legal_ground"),
)


def stored_values(agreement: Agreement) -> dict[str, Any]:
    """Return all that is stored of this agreement."""
    own = {column.key: getattr(agreement, column.key) for column in inspect(Agreement).column_attrs}
    return own | covered_values(agreement) | {"deviations": agreement.deviations}


def starting_values(supplier: Supplier, arrangement: Arrangement | None) -> dict[str, Any]:
    """Return a proposal for a new agreement of this sort, about all products of the supplier that are in use."""
    if arrangement is None:
        return {}
    in_use = [product for product in supplier.products if product.retired_on is None]
    return {
        "arrangement": arrangement.code,
        "status": AgreementStatus.NOT_NEEDED if is_none_needed(arrangement) else AgreementStatus.WANTED,
        "model_version": proposed_model(arrangement),
        "conclusion_mode": MODES.get(arrangement.code, ConclusionMode.UNKNOWN),
        "reason": arrangement.reason,
        "products": [product.id for product in in_use],
        "annexes": _annexes(arrangement, in_use),
    }


def replacing_values(old: Agreement) -> dict[str, Any]:
    """Return a proposal for what takes the place of this agreement: its sort and products, with today's annexes."""
    arrangement = facts().arrangements.get(old.arrangement)
    in_use = [row.product for row in old.products if row.product.retired_on is None]
    carried = {name: getattr(old, name) for name in CARRIED_OVER}
    fresh = starting_values(old.supplier, arrangement) | carried | {"replaces_id": old.id}
    ticked = _annexes(arrangement, in_use)
    choices = {option.id: old.choice_on(option) for product in in_use for option in _options(product, ticked)}
    chosen = {f"{CHOICE}{number}": "yes" if yes else "no" for number, yes in choices.items() if yes is not None}
    return fresh | chosen | {"products": [product.id for product in in_use], "annexes": ticked}


def _annexes(arrangement: Arrangement | None, products: Iterable[Product]) -> list[str]:
    if arrangement is None or group_of(arrangement) is not ArrangementGroup.AGREEMENT:
        return []
    versions = [versions for one in products for versions in (one.privacy_annexes, one.security_annexes)]
    current = (_current(each) for each in versions)  # type: ignore[arg-type]
    return [annex_key(annex) for annex in current if annex is not None]


def _current(versions: list[PrivacyAnnex | SecurityAnnex]) -> PrivacyAnnex | SecurityAnnex | None:
    """The accepted version; else the newest proposal."""
    for status in (AnnexStatus.ACCEPTED, AnnexStatus.PROPOSED):
        if of_status := [annex for annex in versions if annex.status is status]:
            return of_status[-1]
    return None


def _options(product: Product, ticked: list[str]) -> list[Any]:
    return [option for annex in product.privacy_annexes if annex_key(annex) in ticked for option in annex.options]
