"""The open points of all suppliers, by what kind of thing is missing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select

from registry.model import Supplier
from registry.queries.board.overview import not_yet
from registry.queries.suppliers.owed import Owed, owed, owed_reads

KINDS = {
    "Afspraken": (
        "agreement_missing",
        "agreement_open",
        "agreement_ended",
        "agreement_product_missing",
        "decision_missing",
        "reason_missing",
        "choice_missing",
    ),
    "Gegevens van de overeenkomst": (
        "arrangement_unknown",
        "start_unknown",
        "conclusion_unknown",
        "supplier_signature_missing",
        "board_signature_missing",
    ),
    "Privacybijsluiters": (
        "privacy_annex_missing",
        "privacy_annex_proposed",
        "purposes_missing",
        "data_missing",
        "retention_missing",
        "storage_missing",
        "subprocessors_missing",
        "subprocessor_country_missing",
    ),
    "Doorgifte buiten de EER": ("safeguard_missing",),
    "Beveiliging en datalekken": (
        "security_annex_missing",
        "security_annex_proposed",
        "certificate_ended",
        "breach_contact_missing",
    ),
    "DPIA": ("dpia_missing",),
    "Convenant": ("covenant_unchecked",),
}
OTHER = "Overig"


@dataclass(frozen=True)
class OpenPoints:
    """The open points of one kind, each with its supplier; `kind` is its Dutch name."""

    kind: str
    points: tuple[tuple[Supplier, Owed], ...]

    @property
    def suppliers(self) -> list[str]:
        """The suppliers that they are about, each once."""
        return list(dict.fromkeys(supplier.name for supplier, _ in self.points))


def open_points(session: Any, on: date) -> list[OpenPoints]:
    """Return what is open on this day by kind, only kinds of which there is something."""
    suppliers = select(Supplier).where(not_yet(Supplier.retired_on, on)).order_by(func.lower(Supplier.name))
    everyone = session.scalars(suppliers.options(*owed_reads()))
    found = [(supplier, item) for supplier in everyone for item in owed(supplier, on)]
    kinds = {code: kind for kind, codes in KINDS.items() for code in codes}
    return [one for kind in (*KINDS, OTHER) if (one := _of_kind(kind, found, kinds)).points]


def _of_kind(kind: str, found: Iterable[tuple[Supplier, Owed]], kinds: dict[str, str]) -> OpenPoints:
    return OpenPoints(kind, tuple(pair for pair in found if kinds.get(pair[1].code, OTHER) == kind))
