"""The school board: the controller in whose name every agreement is made. An instance has exactly one."""

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped

from registry import identifiers
from registry.colours import accent_colour
from registry.model.base import Base, Versioned
from registry.model.columns import Listed, identified, line, one_of


class NumberKind(Listed):
    """Which number stands in the party block of an agreement (model 4.0 takes any of the three)."""

    KVK = "kvk", "KvK-nummer"
    BOARD_NUMBER = "board_number", "bestuursnummer"
    RIO = "rio", "RIO-nummer"


class SchoolBoard(Versioned, Base):
    """The board of this register, with the people's functions that papers need."""

    __tablename__ = "school_board"
    __table_args__ = (CheckConstraint("id = 1", name="only_one"),)

    name: Mapped[str] = line("Naam van het bestuur", 200)
    legal_form: Mapped[str] = line("Rechtsvorm", 60)
    number_kind: Mapped[NumberKind] = one_of(NumberKind, "Soort nummer in de overeenkomst", NumberKind.KVK)
    kvk: Mapped[str] = identified("KvK-nummer", identifiers.kvk_number, 8)
    board_number: Mapped[str] = identified("Bestuursnummer", identifiers.board_number, 5)
    rio: Mapped[str] = identified("RIO-nummer", identifiers.rio_board, 7)
    address: Mapped[str] = line("Adres", 200)
    postcode: Mapped[str] = identified("Postcode", identifiers.postcode, 7)
    city: Mapped[str] = line("Plaats", 100)
    website: Mapped[str] = identified("Website", identifiers.web_address)
    signatory_name: Mapped[str] = line("Naam van wie tekent", 120)
    signatory_function: Mapped[str] = line("Functie van wie tekent", 120)
    dpo_name: Mapped[str] = line("Naam van de FG", 120)
    dpo_function: Mapped[str] = line("Functie of organisatie van de FG", 120)
    dpo_email: Mapped[str] = identified("E-mailadres van de FG", identifiers.email_address)
    privacy_function: Mapped[str] = line("Functie voor vragen over privacy", 120)
    privacy_email: Mapped[str] = identified("E-mailadres voor vragen over privacy", identifiers.email_address)
    breach_function: Mapped[str] = line("Functie van het meldpunt datalekken", 120)
    breach_email: Mapped[str] = identified("E-mailadres van het meldpunt datalekken", identifiers.email_address)
    breach_phone: Mapped[str] = identified("Telefoon van het meldpunt datalekken", identifiers.phone_number, 40)
    accent: Mapped[str] = identified("Kleur van de schermen", accent_colour, 7)

    @property
    def number(self) -> str:
        """The number that stands in the party block; empty while it is unknown."""
        return getattr(self, self.number_kind.value)  # type: ignore[no-any-return]
