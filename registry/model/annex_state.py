"""What both kinds of annex share: a version is proposed, accepted, superseded; a fixed one is never overwritten."""

from datetime import date

from sqlalchemy import CheckConstraint, Index, text
from sqlalchemy.orm import Mapped

from registry.errors import BrokenRule
from registry.model.base import Versioned, in_order
from registry.model.columns import Listed, day, line, one_of


class AnnexStatus(Listed):
    """The life of one annex version."""

    PROPOSED = "proposed", "voorgesteld"
    ACCEPTED = "accepted", "geldt"
    SUPERSEDED = "superseded", "vervangen"
    WITHDRAWN = "withdrawn", "ingetrokken"


class AnnexVersion(Versioned):
    """A version of an annex with the days between which it holds."""

    edition: Mapped[str] = line("Versie", 40)
    dated: Mapped[date | None] = day("Datum van de bijlage")
    status: Mapped[AnnexStatus] = one_of(AnnexStatus, "Stand", AnnexStatus.PROPOSED)
    accepted_on: Mapped[date | None] = day("Geldt vanaf")
    superseded_on: Mapped[date | None] = day("Vervangen op")
    source: Mapped[str] = line("Bron of link")

    def holds_on(self, on: date) -> bool:
        """Return whether this version is the agreed one on this date."""
        began = self.accepted_on is not None and self.accepted_on <= on
        return began and (self.superseded_on is None or on < self.superseded_on)

    def refuse_if_fixed(self) -> None:
        """Raise BrokenRule unless the version is still a proposal."""
        if self.status is not AnnexStatus.PROPOSED:
            raise BrokenRule(
                f"Deze versie ligt vast (stand: {self.status.label}). Maak een nieuwe versie om iets te veranderen."
            )

    def accept(self, on: date) -> None:
        """Make this proposal the version that holds from this date."""
        self.refuse_if_fixed()
        self.status, self.accepted_on = AnnexStatus.ACCEPTED, on

    def supersede(self, on: date) -> None:
        """End this accepted version on this date."""
        if self.accepted_on is not None and on < self.accepted_on:
            raise BrokenRule("De nieuwe versie kan niet eerder gelden dan de versie die zij vervangt.", field="on")
        self.status, self.superseded_on = AnnexStatus.SUPERSEDED, on

    def withdraw(self) -> None:
        """Lay this proposal aside; it stays readable."""
        self.refuse_if_fixed()
        self.status = AnnexStatus.WITHDRAWN


def annex_rules(table: str) -> tuple[Index | CheckConstraint, ...]:
    """Return the database's rules for one kind of annex: one accepted version a product, dates in order."""
    accepted = text("status = 'accepted'")
    return (
        Index(f"uq_{table}_accepted", "product_id", unique=True, sqlite_where=accepted),
        CheckConstraint("(accepted_on IS NULL) = (status IN ('proposed', 'withdrawn'))", name="accepted_has_a_date"),
        CheckConstraint("(superseded_on IS NULL) = (status <> 'superseded')", name="superseded_has_a_date"),
        in_order("accepted_on", "superseded_on", "accepted_then_superseded"),
    )
