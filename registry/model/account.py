"""Who works with the register: an account with one role and, for some roles, its own schools."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry import identifiers
from registry.model.base import Base, Record, Versioned
from registry.model.columns import Listed, day, identified, line, one_of
from registry.model.school import School

IS_KNOWN = text("provider_subject <> ''")
UNRECORDED = {"unrecorded": True}  # repeats another field, or counts
SECRET = {"secret": True}  # the history tells that it changed, never what it was or is


class Role(Listed):
    """What somebody does in the register; registry/access.py says what each may."""

    ADMINISTRATOR = "administrator", "beheerder"
    PRIVACY_OFFICER = "privacy_officer", "privacy officer"
    SCHOOL_COORDINATOR = "school_coordinator", "schoolcoördinator"
    SIGNATORY = "signatory", "ondertekenaar"
    DPO = "dpo", "FG of lezer"


# The others judge by what all schools do: half a view would let them retire what another school still uses.
OF_SCHOOLS = {Role.SCHOOL_COORDINATOR, Role.DPO}


class Account(Versioned, Base):
    """Somebody who may sign in, with a password or through the board's own sign-in service.

    `name` is what the history shows, preferably a function. Without `schools` an account is of all
    schools, but that of a school coordinator of none.
    `provider_subject` is who they are at that service: its address and their number there.
    """

    __tablename__ = "account"
    __table_args__ = (
        CheckConstraint("name <> ''", name="has_a_name"),
        Index("uq_account_email_key", "email_key", unique=True),
        Index(
            "uq_account_provider_subject",
            "provider_subject",
            unique=True,
            sqlite_where=IS_KNOWN,
        ),
    )

    name: Mapped[str] = line("Naam of functie", 120)
    email: Mapped[str] = identified("E-mailadres", identifiers.email_address)
    email_key: Mapped[str] = mapped_column(doc="E-mailadres in kleine letters", info=UNRECORDED)
    role: Mapped[Role] = one_of(Role, "Rol")
    is_active: Mapped[bool] = mapped_column(default=True, doc="Mag aanmelden")
    password_hash: Mapped[str] = line("Wachtwoord", 200, info=SECRET)
    totp_secret: Mapped[str] = line("Sleutel van de tweede stap", 200, info=SECRET)
    totp_since: Mapped[date | None] = day("Tweede stap sinds")
    totp_step: Mapped[int] = mapped_column(default=0, doc="Laatst gebruikte code", info=UNRECORDED)
    provider_subject: Mapped[str] = line("Nummer bij de aanmelddienst", 400, info=SECRET)

    schools: Mapped[list["AccountSchool"]] = relationship(back_populates="account", cascade="all, delete-orphan")
    recovery_codes: Mapped[list["RecoveryCode"]] = relationship(
        back_populates="account", cascade="all, delete-orphan", order_by="RecoveryCode.id"
    )

    @property
    def school_ids(self) -> frozenset[int] | None:
        """The numbers of the schools of this account; None for all schools."""
        chosen = frozenset(row.school_id for row in self.schools)
        return chosen if chosen or self.role is Role.SCHOOL_COORDINATOR else None

    @property
    def has_second_factor(self) -> bool:
        """Whether signing in asks for a code."""
        return self.totp_since is not None


class AccountSchool(Record, Base):
    """A school of an account; no record of that school itself, so it is not narrowed to what a viewer sees."""

    __tablename__ = "account_school"
    __table_args__ = (Index("uq_account_school", "account_id", "school_id", unique=True),)
    belongs_to = ("account_id",)

    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    school_id: Mapped[int] = mapped_column(ForeignKey("school.id"), index=True, doc="School")

    account: Mapped[Account] = relationship(back_populates="schools")
    school: Mapped[School] = relationship()


class RecoveryCode(Record, Base):
    """A code on paper that stands in for the second step, once; taken away when it is used."""

    __tablename__ = "recovery_code"
    belongs_to = ("account_id",)

    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    code_hash: Mapped[str] = line("Herstelcode", 64, info=SECRET)

    account: Mapped[Account] = relationship(back_populates="recovery_codes")
