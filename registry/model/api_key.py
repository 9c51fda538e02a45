"""A key with which another system asks and writes through the API: for one purpose, until a day, for some schools."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.model.base import Base, Record, in_order
from registry.model.columns import Day, Listed, day, line, one_of
from registry.model.school import School

SECRET = {"secret": True}  # the history tells that it was set, never what it is
UNRECORDED = {"unrecorded": True}


class KeyScope(Listed):
    """What a key may do; registry/access.py says which rights that are."""

    READ = "read", "lezen"
    WRITE = "write", "lezen en schrijven"
    IMPORT = "import", "lezen, schrijven en lijsten inlezen"


class ApiKey(Record, Base):
    """One key. The key itself is shown once and not kept: only its hash, and the few signs by which people know it.

    Without `schools` it is of all schools. A revoked key never comes back.
    """

    __tablename__ = "api_key"
    __table_args__ = (
        CheckConstraint("purpose <> ''", name="has_a_purpose"),
        in_order("begins_on", "ends_on", "begins_then_ends"),
        Index("uq_api_key_prefix", "prefix", unique=True),
    )

    purpose: Mapped[str] = line("Waarvoor is de sleutel", 80)
    scope: Mapped[KeyScope] = one_of(KeyScope, "Wat mag de sleutel", KeyScope.READ)
    prefix: Mapped[str] = line("Begin van de sleutel", 8)
    secret_hash: Mapped[str] = line("Sleutel", 64, info=SECRET)
    begins_on: Mapped[date] = day("Werkt vanaf")
    ends_on: Mapped[date] = day("Werkt tot en met")
    revoked_on: Mapped[date | None] = day("Ingetrokken op")
    last_used_on: Mapped[date | None] = mapped_column(Day, doc="Laatst gebruikt op", info=UNRECORDED)

    schools: Mapped[list["ApiKeySchool"]] = relationship(cascade="all, delete-orphan", order_by="ApiKeySchool.id")

    def works_on(self, on: date) -> bool:
        """Return whether the key opens the register on this day; a revoked one does not from the moment it is."""
        return self.revoked_on is None and self.begins_on <= on <= self.ends_on


class ApiKeySchool(Record, Base):
    """A school that a key is for."""

    __tablename__ = "api_key_school"
    __table_args__ = (Index("uq_api_key_school", "key_id", "school_id", unique=True),)
    belongs_to = ("key_id",)

    key_id: Mapped[int] = mapped_column(ForeignKey("api_key.id"))
    school_id: Mapped[int] = mapped_column(ForeignKey("school.id"), index=True, doc="School")
    school: Mapped[School] = relationship()
