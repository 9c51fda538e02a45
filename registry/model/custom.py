"""A board's own fields on suppliers and agreements, for what only this board keeps."""

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.model.base import Base, Record, Versioned
from registry.model.columns import Listed, line, one_of, prose


class CustomSubject(Listed):
    """Where an own field stands."""

    SUPPLIER = "supplier", "leverancier"
    AGREEMENT = "agreement", "overeenkomst"


class CustomField(Versioned, Base):
    """An own field: its name and where it stands. A retired one keeps its values."""

    __tablename__ = "custom_field"
    __table_args__ = (Index("uq_custom_field", "subject", "label", unique=True),)

    subject: Mapped[CustomSubject] = one_of(CustomSubject, "Staat bij")
    label: Mapped[str] = line("Naam van het veld", 100)
    help: Mapped[str] = line("Uitleg bij het veld", 300)
    retired: Mapped[bool] = mapped_column(default=False, doc="Niet meer in gebruik")


class CustomValue(Record, Base):
    """What one supplier or one agreement has in an own field."""

    __tablename__ = "custom_value"
    __table_args__ = (
        CheckConstraint("(supplier_id IS NULL) <> (agreement_id IS NULL)", name="one_subject"),
        Index("uq_custom_value_supplier", "field_id", "supplier_id", unique=True),
        Index("uq_custom_value_agreement", "field_id", "agreement_id", unique=True),
    )
    belongs_to = ("supplier_id", "agreement_id")

    field_id: Mapped[int] = mapped_column(ForeignKey("custom_field.id"), doc="Veld")
    supplier_id: Mapped[int | None] = mapped_column(ForeignKey("supplier.id"), index=True)
    agreement_id: Mapped[int | None] = mapped_column(ForeignKey("agreement.id"), index=True)
    value: Mapped[str] = prose("Waarde", 1000)
    field: Mapped[CustomField] = relationship()
