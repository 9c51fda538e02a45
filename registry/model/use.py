"""A use: one school works with one product, from a day until a day. It drives every list that parents get."""

from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, ForeignKey, Index, and_, or_, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.errors import BrokenRule
from registry.model.base import Base, OfSchool, Record, Versioned, in_order
from registry.model.columns import code, day, line, number, prose

if TYPE_CHECKING:
    from registry.model.product import Product, ProductModule
    from registry.model.school import School

STILL_RUNNING = text("until IS NULL")


class Running:
    """What runs from a day until a day, or still runs."""

    __slots__ = ()

    if TYPE_CHECKING:  # whoever runs has these as columns
        since: Any
        until: Any

    def is_current(self, on: date) -> bool:
        """Return whether the school uses the product on this date; the last day counts."""
        return self.since <= on and (self.until is None or on <= self.until)

    def is_over(self, on: date) -> bool:
        """Return whether the last day lies before this date; a use that still has to start is not over."""
        return self.until is not None and self.until < on

    def overlaps(self, since: date, until: date | None) -> bool:
        """Return whether this use shares a day with the period given."""
        return (until is None or self.since <= until) and (self.until is None or since <= self.until)


class Use(Running, OfSchool, Versioned, Base):
    """A school's use of a product; it is ended, never deleted, because parents may ask years later (AVG 15)."""

    __tablename__ = "use"
    __table_args__ = (
        Index("uq_use_start", "school_id", "product_id", "since", unique=True),
        Index(
            "uq_use_running",
            "school_id",
            "product_id",
            unique=True,
            sqlite_where=STILL_RUNNING,
        ),
        in_order("since", "until", "since_then_until"),
    )

    product_id: Mapped[int] = mapped_column(ForeignKey("product.id"), index=True, doc="Product")
    since: Mapped[date] = day("In gebruik sinds")
    until: Mapped[date | None] = day("Laatste dag van gebruik")
    groups: Mapped[str] = line("Groepen of klassen", 200)
    purpose_plain: Mapped[str] = prose("Waarvoor, in gewone taal voor ouders", 1000)
    legal_basis: Mapped[str] = code("Grondslag", "legal_bases")
    in_guide: Mapped[bool] = mapped_column(default=True, doc="Staat in de schoolgids")
    guide_heading: Mapped[str] = code("Kopje in de schoolgids", "guide_headings")
    guide_order: Mapped[int] = number("Volgorde", 999, default=0)
    caretaker: Mapped[str] = line("Beheerder op school (functie)", 120)
    bought_by_teacher: Mapped[bool] = mapped_column(default=False, doc="Door een leraar zelf aangeschaft")
    note: Mapped[str] = prose("Notitie", 2000)

    school: Mapped["School"] = relationship(back_populates="uses")
    product: Mapped["Product"] = relationship(back_populates="uses")
    modules: Mapped[list["UseModule"]] = relationship(back_populates="use", cascade="all, delete-orphan")

    @classmethod
    def current_on(cls, on: date) -> ColumnElement[bool]:
        """Return in SQL what `is_current(on)` says of one use."""
        return and_(cls.since <= on, cls.not_over_on(on))

    @classmethod
    def not_over_on(cls, on: date) -> ColumnElement[bool]:
        """Return in SQL the opposite of what `is_over(on)` says of one use."""
        return or_(cls.until.is_(None), cls.until >= on)

    def end(self, on: date) -> None:
        """Make this the last day of use."""
        if on < self.since:
            raise BrokenRule("De laatste dag kan niet voor de eerste dag van het gebruik liggen.", field="until")
        self.until = on


class UseModule(Record, Base):
    """A module of the product that this school has opened."""

    __tablename__ = "use_module"
    __table_args__ = (Index("uq_use_module", "use_id", "module_id", unique=True),)
    belongs_to = ("use_id",)

    use_id: Mapped[int] = mapped_column(ForeignKey("use.id"))
    module_id: Mapped[int] = mapped_column(ForeignKey("product_module.id"), index=True, doc="Onderdeel")
    use: Mapped[Use] = relationship(back_populates="modules")
    module: Mapped["ProductModule"] = relationship()
