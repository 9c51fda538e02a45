"""A read paper beside the agreements of its supplier: which those are, and where the paper says something else."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from registry.model import Agreement, ReadPaper
from registry.reference import facts

TOLD = {"article": "topic", "difference": "difference", "reason": "reason"}  # of a deviation: as read, as stored


def agreements_of(paper: ReadPaper, place: int, on: date) -> list[Agreement]:
    """Return the agreements with whoever the taken-over annexes are of: those that hold, or else that did not end."""
    suppliers = {one.annex.product.supplier for one in paper.taken_from(place) if one.annex}
    every = [agreement for supplier in suppliers for agreement in supplier.agreements]
    holding = [one for one in every if one.is_in_force(on)]
    return sorted(holding or [one for one in every if not one.ended_on], key=lambda one: -one.id)


def model_said(read: Mapping[str, Any]) -> str:
    """Return the model that the paper names, as people call it; "" for none."""
    said = read.get("model_version") or ""
    known = [one.label for code, one in facts().model_versions.items() if said in (code, one.covenant_version)]
    return (known[0] if known else said) if said else ""


def models_that_differ(agreements: Sequence[Agreement], read: Mapping[str, Any]) -> list[tuple[Agreement, str]]:
    """Return the agreements of which the register names another model than the paper does, and that model."""
    said = model_said(read)
    told = [(one, facts().model_versions[one.model_version].label) for one in agreements if one.model_version]
    return [(one, label) for one, label in told if said and label != said]


def new_deviations(agreement: Agreement, read: Mapping[str, Any]) -> list[dict[str, str]]:
    """Return the fields of each deviation that was found and does not stand with the agreement yet; risk unknown."""
    present = {_same(row.topic, row.difference) for row in agreement.deviations}
    found = {_same(row["topic"], row["difference"]): row for row in map(_fields, read.get("deviations") or ())}
    return [row for about, row in found.items() if about not in present]


def _fields(told: Any) -> dict[str, str]:
    row = told if isinstance(told, Mapping) else {"difference": told}
    return {field: str(row.get(name) or "") for name, field in TOLD.items()}


def _same(topic: str, difference: str) -> tuple[str, str]:
    return " ".join(topic.casefold().split()), " ".join(difference.casefold().split())
