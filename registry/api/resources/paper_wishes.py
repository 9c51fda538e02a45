"""Which paper somebody asks of the API, read from the JSON that was sent."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from registry.api.problems import Fault, Refused
from registry.api.shapes.kinds import Kind, WrongValue, day, number
from registry.database import db
from registry.services.paper import KINDS, Order, PaperKind, the_board

ASKED = {"agreement": "overeenkomst", "since": "vanaf", "blocks": "onderdelen", "beside": "met"}
NUMBER = number(least=1)
WHOLE = {"type": "integer", "minimum": 1, "maximum": NUMBER.schema()["maximum"]}
DATE = {"type": "string", "format": "date"}


def _kind(value: Any) -> PaperKind:
    if not isinstance(value, str) or value not in KINDS:
        raise WrongValue(f"Kies uit: {', '.join(KINDS)}.")
    return KINDS[value]


def _blocks(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise WrongValue("Dit moet een lijst van onderdelen zijn.")
    return tuple(value)


def _truth(value: Any) -> bool:
    if not isinstance(value, bool):
        raise WrongValue("Dit moet true of false zijn.")
    return value


def _kinds_told() -> str:
    return "; ".join(f"{code}: {kind.title}" for code, kind in KINDS.items())


FIELDS = {
    "soort": Kind(lambda: {"type": "string", "enum": list(KINDS), "description": _kinds_told()}, _kind),
    "nummer": Kind(
        lambda: {**WHOLE, "description": "Het nummer van de school, leverancier, bijsluiter of het product."},
        NUMBER.read,
    ),
    "op": Kind(lambda: {**DATE, "description": "De dag waarvan het document de stand vertelt; zonder: vandaag."}, day),
    "definitief": Kind(lambda: {"type": "boolean", "description": "Zonder: een concept."}, _truth),
    "overeenkomst": Kind(lambda: {**WHOLE, "description": "Over welke overeenkomst het gaat."}, NUMBER.read),
    "met": Kind(lambda: {**WHOLE, "description": "De versie om mee te vergelijken; zonder: de vorige."}, NUMBER.read),
    "vanaf": Kind(lambda: {**DATE, "description": "De eerste dag van de periode."}, day),
    "onderdelen": Kind(
        lambda: {"type": "array", "items": {"type": "string"}, "description": "Welke onderdelen het krijgt."}, _blocks
    ),
}


@dataclass(frozen=True)
class Wish:
    """What was asked for: the order of a paper, and whether it is to be final."""

    order: Order
    is_final: bool


def wish_in(told: dict[str, Any]) -> Wish:
    """Return what was asked for; Refused with all that is wrong."""
    read: dict[str, Any] = {}
    faults = [Fault("body", "soort", "Dit is nodig.", "ontbreekt")] if "soort" not in told else []
    for name, value in told.items():
        try:
            read[name] = _known(name).read(value)
        except WrongValue as fault:
            faults.append(Fault("body", name if name in FIELDS else "", str(fault)))
    faults = faults or _astray(read)
    if faults:
        raise Refused(400, "Niet alles wat u stuurde klopt.", faults)
    kind = read["soort"]
    subject = the_board(db.session).id if kind.subject == "school_board" else read["nummer"]
    chosen = {key: read.get(name) for key, name in ASKED.items()}
    order = Order(kind, subject, read.get("op") or date.today(), date.today(), **chosen)
    return Wish(order, read.get("definitief", False))


def _known(name: str) -> Kind:
    if name not in FIELDS:
        raise WrongValue("Dit veld bestaat hier niet.")
    return FIELDS[name]


def _astray(read: dict[str, Any]) -> list[Fault]:
    """What does not go with the kind of paper that was asked for."""
    kind: PaperKind = read["soort"]
    faults = [
        Fault("body", name, "Dit hoort niet bij dit document.")
        for key, name in ASKED.items()
        if name in read and key not in kind.asks
    ]
    if strange := set(read.get("onderdelen", ())) - {code for code, _ in kind.blocks}:
        known = ", ".join(code for code, _ in kind.blocks)
        faults += [Fault("body", "onderdelen", f"Kies uit: {known}.") for _ in list(strange)[:1] if known]
    if (kind.subject == "school_board") is ("nummer" in read):
        told = "Dit document gaat over het bestuur; stuur geen nummer." if "nummer" in read else "Dit is nodig."
        faults.append(Fault("body", "nummer", told))
    return faults
