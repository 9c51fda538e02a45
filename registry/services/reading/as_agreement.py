"""A read paper as the agreement itself: whose it may be, and what it proposes for the fields of an agreement."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from registry.errors import FileRefused
from registry.model import ReadPaper, Supplier
from registry.model.agreement_lists import AgreementStatus
from registry.queries.agreements.arrangement_groups import PARTICIPANT_MODEL
from registry.queries.reading.whose import suppliers_in_text, suppliers_like
from registry.reference import facts

DAYS = ("starts_on", "ends_on")


@dataclass(frozen=True)
class Proposed:
    """What a paper proposes: the sort of arrangement ("" for unknown), fields of the agreement, and by field its words.

    `supplier` is the name that the paper gives, "" for none.
    """

    supplier: str = ""
    arrangement: str = ""
    fields: Mapping[str, Any] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)


def proposed_agreement(paper: ReadPaper) -> Proposed:
    """Return what the text of this paper proposes; it arrived, so that is how the agreement stands."""
    told = _told(paper)
    days = {name: date.fromisoformat(told[name]) for name in DAYS if name in told}
    code = _model(told.get("model_version"))
    fields = {**days, **({"model_version": code} if code else {}), "status": AgreementStatus.RECEIVED}
    supplier = str(told.get("supplier", {}).get("name") or "")
    return Proposed(
        supplier, _arrangement(code), fields, {name: told["found"][name] for name in fields if name in told}
    )


def parties(session: Any, paper: ReadPaper) -> list[Supplier]:
    """Return the suppliers that this agreement may be with, the surest first."""
    return list(dict.fromkeys([*suppliers_like(session, _told(paper)), *suppliers_in_text(session, paper.pages)]))


def _told(paper: ReadPaper) -> dict[str, Any]:
    from registry.exchange.annexes.agreement import read_agreement  # heavy, and asked for seldom: not at every start

    try:
        return read_agreement(paper.file.content.content)
    except FileRefused:  # what was read once is there with its text all the same
        return {"found": {}}


def _model(said: str | None) -> str:
    models = facts().model_versions.items()
    return next((code for code, one in models if said and said in (code, one.covenant_version)), "")


def _arrangement(model: str) -> str:
    if model and facts().model_versions[model].covenant_version:
        return PARTICIPANT_MODEL
    return model if model in facts().arrangements else ""
