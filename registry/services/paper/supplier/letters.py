"""What all letters to a supplier share: to whom, before when an answer is asked, and who may not get one."""

from dataclasses import dataclass, field
from typing import Any

from registry import dutch
from registry.calendar import TIME_TO_ANSWER
from registry.errors import BrokenRule
from registry.model import Supplier
from registry.model.supplier import ContactKind
from registry.services.paper.composing import Order, Paper, Part
from registry.services.paper.known import Facts, Value, Values, gap, known
from registry.services.paper.records.parties import board_values, supplier_values, the_board

CONTACTS = (ContactKind.PRIVACY, ContactKind.GENERAL)


@dataclass(frozen=True)
class Letter:
    """A letter that somebody ordered, to this supplier; `facts` gathers the reference facts that it uses."""

    session: Any
    order: Order
    supplier: Supplier
    facts: Facts = field(default_factory=Facts)

    def paper(self, values: Values, notes: tuple[str, ...] = (), reference: str = "", **letter: Any) -> Paper:
        """Return the paper with these groups of values; `letter` is what goes into the group "brief"."""
        kind, on = self.order.kind, self.order.on
        shared = {
            "bestuur": board_values(the_board(self.session)),
            "leverancier": supplier_values(self.supplier, on, self.facts),
            "brief": {
                "geadresseerde": _addressee(self.supplier, self.facts),
                "kenmerk": reference,
                "antwoord_voor": dutch.long_date(self.order.made_on + TIME_TO_ANSWER),
                **letter,
            },
        }
        part = Part(kind.title, kind.template, shared | values)
        return Paper(self.order, f"{kind.title} – {self.supplier.name}", (part,), self.facts, notes=notes)


def refuse_unless_processor(supplier: Supplier) -> None:
    """Raise BrokenRule for who does not work on behalf of the board: this paper would not be true of it."""
    if not supplier.is_processor:
        raise BrokenRule(f"Dit stuk is voor een verwerker. De rol van {supplier.name} is: {supplier.role.label}.")


def _addressee(supplier: Supplier, facts: Facts) -> list[Value]:
    """The lines of the address; by mail where only a mail address is known."""
    contact = next(filter(None, map(supplier.contact_for, CONTACTS)), None)
    whom = [f"t.a.v. {contact.function}"] if contact and contact.function else []
    by_mail = contact is not None and bool(contact.email) and not (supplier.address and supplier.city)
    if contact is not None and by_mail:
        return [supplier.name, *whom, f"per e-mail: {contact.email}"]
    return [supplier.name, *whom, known(supplier, Supplier.address), *_city(supplier, facts)]


def _city(supplier: Supplier, facts: Facts) -> list[Value]:
    country = [facts.label("countries", supplier.country)] if supplier.country not in ("", "NL") else []
    if supplier.postcode and supplier.city:
        return [f"{supplier.postcode} {supplier.city}", *country]
    lacking = Supplier.city if supplier.postcode else Supplier.postcode
    return [*([supplier.city] if supplier.city else []), gap(supplier, lacking), *country]
