"""An agreement between the board and a supplier, also when it is a letter, or a reasoned "none needed"."""

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.model.agreement_lists import AgreementStatus, Channel, ConclusionMode, FileKind, Renewal, Risk
from registry.model.base import Base, Record, Versioned, in_order
from registry.model.columns import code, day, line, number, one_of, prose
from registry.model.stored_file import StoredFile

if TYPE_CHECKING:
    from registry.model.privacy_annex import AnnexOption, PrivacyAnnex
    from registry.model.product import Product
    from registry.model.security_annex import SecurityAnnex
    from registry.model.supplier import Supplier


class Agreement(Versioned, Base):
    """What was agreed, how, when, for which products; an old model is a finding, not an end."""

    __tablename__ = "agreement"
    __table_args__ = (
        in_order("starts_on", "ends_on", "starts_then_ends"),
        in_order("starts_on", "ended_on", "starts_then_ended"),
        CheckConstraint("status <> 'not_needed' OR reason <> ''", name="not_needed_has_a_reason"),
        CheckConstraint("notice_months >= 0 AND notice_months <= 60", name="notice_months"),
        CheckConstraint("replaces_id <> id", name="replaces_another"),
        Index("ix_agreement_status", "status"),
    )

    supplier_id: Mapped[int] = mapped_column(ForeignKey("supplier.id"), index=True, doc="Leverancier")
    arrangement: Mapped[str] = code("Soort afspraak", "arrangements")
    model_version: Mapped[str] = code("Model", "model_versions")
    status: Mapped[AgreementStatus] = one_of(AgreementStatus, "Stand", AgreementStatus.WANTED)
    conclusion_mode: Mapped[ConclusionMode] = one_of(ConclusionMode, "Hoe gesloten", ConclusionMode.UNKNOWN)
    channel: Mapped[Channel] = one_of(Channel, "Waarlangs", Channel.UNKNOWN)
    reference: Mapped[str] = line("Kenmerk", 120)
    main_contract: Mapped[str] = line("Onderliggende overeenkomst", 200)
    main_contract_on: Mapped[date | None] = day("Datum onderliggende overeenkomst")
    board_signed_on: Mapped[date | None] = day("Getekend door het bestuur op", is_past=True)
    board_signer: Mapped[str] = line("Wie tekende voor het bestuur", 120)
    supplier_signed_on: Mapped[date | None] = day("Getekend door de leverancier op", is_past=True)
    supplier_signer: Mapped[str] = line("Wie tekende voor de leverancier", 120)
    starts_on: Mapped[date | None] = day("Gaat in op")
    ends_on: Mapped[date | None] = day("Loopt tot en met")
    renewal: Mapped[Renewal] = one_of(Renewal, "Verlenging", Renewal.UNKNOWN)
    notice_months: Mapped[int | None] = number("Opzegtermijn (maanden)", 60)
    deletion_term: Mapped[str] = line("Gegevens weg na het einde binnen", 200)
    ended_on: Mapped[date | None] = day("Geëindigd op")
    end_reason: Mapped[str] = prose("Reden van het einde", 1000)
    review_on: Mapped[date | None] = day("Opnieuw bekijken op")
    reason: Mapped[str] = prose("Waarom geen verwerkersovereenkomst nodig is", 2000)
    legal_ground: Mapped[str] = line("Wetsartikel", 200)
    decided_by: Mapped[str] = line("Besloten door (functie)", 120)
    decided_on: Mapped[date | None] = day("Besloten op", is_past=True)
    offer_from: Mapped[str] = line("Overgenomen aanbod van bestuur", 200)
    offer_on: Mapped[date | None] = day("Aanbod overgenomen op", is_past=True)
    note: Mapped[str] = prose("Notitie")
    replaces_id: Mapped[int | None] = mapped_column(ForeignKey("agreement.id"), index=True, doc="Vervangt")

    supplier: Mapped["Supplier"] = relationship(back_populates="agreements")
    replaces: Mapped["Agreement | None"] = relationship(remote_side="Agreement.id")
    products: Mapped[list["AgreementProduct"]] = relationship(cascade="all, delete-orphan")
    annexes: Mapped[list["AgreementAnnex"]] = relationship(cascade="all, delete-orphan", order_by="AgreementAnnex.id")
    choices: Mapped[list["Choice"]] = relationship(cascade="all, delete-orphan")
    deviations: Mapped[list["Deviation"]] = relationship(cascade="all, delete-orphan", order_by="Deviation.id")
    files: Mapped[list["AgreementFile"]] = relationship(cascade="all, delete-orphan", order_by="AgreementFile.id")

    @property
    def last_day(self) -> date | None:
        """The last day on which it holds; None while it runs on."""
        return self.ended_on or (self.ends_on if self.renewal is Renewal.NONE else None)

    def is_in_force(self, on: date) -> bool:
        """Return whether the agreement holds on this date; an ended one still did before its end.

        One whose first day nobody wrote down counts as begun.
        """
        begun = self.starts_on is None or self.starts_on <= on
        return self.status.was_in_force and begun and (self.last_day is None or on <= self.last_day)

    def is_settled(self, on: date) -> bool:
        """Return whether it holds on this date, or it was decided that none is needed."""
        return self.status is AgreementStatus.NOT_NEEDED or self.is_in_force(on)

    @property
    def is_signed_by_both(self) -> bool:
        """Whether both parties' signing dates are known."""
        return self.board_signed_on is not None and self.supplier_signed_on is not None

    def covers(self, product_id: int) -> bool:
        """Return whether the agreement is about this product."""
        return any(covered.product_id == product_id for covered in self.products)

    def choice_on(self, option: "AnnexOption") -> bool | None:
        """Return what the board chose on an optional processing; None while it has not chosen.

        A choice goes on in a newer version of the annex that says the same, until the board chooses anew.
        """
        own = [choice for choice in self.choices if choice.option_id == option.id]
        before = [choice for choice in self.choices if choice.option.goes_on_as(option)]
        newest = max(own or before, key=lambda choice: choice.option_id, default=None)
        return newest.chosen if newest is not None else None


class AgreementProduct(Record, Base):
    """A product that the agreement covers."""

    __tablename__ = "agreement_product"
    __table_args__ = (Index("uq_agreement_product", "agreement_id", "product_id", unique=True),)
    belongs_to = ("agreement_id",)

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"))
    product_id: Mapped[int] = mapped_column(ForeignKey("product.id"), index=True, doc="Product")
    product: Mapped["Product"] = relationship()


class AgreementAnnex(Record, Base):
    """An annex version that belongs to the agreement: a privacy annex or a security annex."""

    __tablename__ = "agreement_annex"
    __table_args__ = (
        CheckConstraint("(privacy_annex_id IS NULL) <> (security_annex_id IS NULL)", name="one_annex"),
        Index("uq_agreement_annex_privacy", "agreement_id", "privacy_annex_id", unique=True),
        Index("uq_agreement_annex_security", "agreement_id", "security_annex_id", unique=True),
    )
    belongs_to = ("agreement_id",)

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"))
    privacy_annex_id: Mapped[int | None] = mapped_column(ForeignKey("privacy_annex.id"), index=True)
    security_annex_id: Mapped[int | None] = mapped_column(ForeignKey("security_annex.id"), index=True)
    privacy_annex: Mapped["PrivacyAnnex | None"] = relationship()
    security_annex: Mapped["SecurityAnnex | None"] = relationship()


class Choice(Record, Base):
    """The board's yes or no to one optional processing."""

    __tablename__ = "choice"
    __table_args__ = (Index("uq_choice", "agreement_id", "option_id", unique=True),)
    belongs_to = ("agreement_id",)

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"))
    option_id: Mapped[int] = mapped_column(ForeignKey("annex_option.id"), index=True, doc="Keuze")
    chosen: Mapped[bool] = mapped_column(doc="Gekozen")
    option: Mapped["AnnexOption"] = relationship()


class Deviation(Record, Base):
    """A difference from the model: what, how risky, and what the board decided (annex 3)."""

    __tablename__ = "deviation"
    belongs_to = ("agreement_id",)

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    topic: Mapped[str] = line("Onderwerp of artikel", 200)
    difference: Mapped[str] = prose("Afwijking", 3000)
    reason: Mapped[str] = prose("Reden", 2000)
    risk: Mapped[Risk] = one_of(Risk, "Risico", Risk.UNKNOWN)
    decision: Mapped[str] = prose("Besluit", 1000)
    decided_by: Mapped[str] = line("Besloten door (functie)", 120)
    decided_on: Mapped[date | None] = day("Besloten op", is_past=True)


class AgreementFile(Record, Base):
    """A file that belongs to the agreement, such as the signed copy."""

    __tablename__ = "agreement_file"
    __table_args__ = (Index("uq_agreement_file", "agreement_id", "file_id", unique=True),)
    belongs_to = ("agreement_id",)

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"))
    file_id: Mapped[int] = mapped_column(ForeignKey("stored_file.id"), index=True)
    kind: Mapped[FileKind] = one_of(FileKind, "Soort bestand", FileKind.SIGNED)
    leftovers: Mapped[str] = prose("Open plekken in het bestand")  # as they were read when it was filed, one a line
    file: Mapped[StoredFile] = relationship()
