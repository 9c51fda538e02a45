"""The register of processing (AVG 30) as sheets: the same values as the Word paper, in Kennisnet's columns."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from registry.documents import Gap
from registry.exchange.sheets.sheet import Cell, Sheet
from registry.services.paper import KINDS, Order, compose
from registry.services.paper.records.parties import the_board

OPEN = "nog niet ingevuld"
# https://aanpakibp.kennisnet.nl/register-van-verwerkingsactiviteiten/: the columns of tab G. The internal administrator
# stays empty: no personal data in the register, as firms that act as FG advise with Kennisnet's formats.
PROCESSORS = {
    "Verwerker": "leverancier",
    "Applicatie": "product",
    "Applicatiebeheerder intern": "",
    "Datalocatie": "locatie",
    "Datum verwerkersovereenkomst": "overeenkomst",
    "Rol": "rol",
    "Scholen": "scholen",
}
PROCESSING = {  # AVG 30(1)(b) to (g)
    "Applicatie": "product",
    "Doelen": "doelen",
    "Categorieën betrokkenen": "van_wie",
    "Categorieën persoonsgegevens": "gegevens",
    "Ontvangers": "ontvangers",
    "Doorgifte buiten de EER en waarborgen": "doorgifte",
    "Bewaartermijnen": "bewaren",
    "Beveiligingsmaatregelen": "beveiliging",
}
RECIPIENTS = {  # organisations that decide for themselves what they do with the data
    "Organisatie": "leverancier",
    "Product": "product",
    "Doelen": "doel",
    "Categorieën betrokkenen": "van_wie",
    "Categorieën persoonsgegevens": "gegevens",
    "Op grond van": "grond",
    "Scholen": "scholen",
}
CONTROLLER = {  # AVG 30(1)(a)
    "Verwerkingsverantwoordelijke": "naam",
    "Adres": "adres",
    "Postcode": "postcode",
    "Plaats": "plaats",
    "Privacyfunctie": "privacyfunctie",
    "FG": "fg",
    "Contact FG": "fg_contact",
}


def processing_sheets(session: Any, on: date) -> list[Sheet]:
    """Return the sheets of the register of processing on this day, as far as the session's viewer sees it.

    What the register does not know says so, as in the paper. BrokenRule while there is no board.
    """
    order = Order(KINDS["board-register"], the_board(session).id, on, on)
    values = compose(session, order).parts[0].values
    board, register = values["bestuur"], values["register"]
    controller = [(name, _cell(board.get(key))) for name, key in CONTROLLER.items()]
    return [
        Sheet("Verantwoordelijke", ("Gegeven", "Waarde"), [*controller, ("Stand op", on)]),
        Sheet("Verwerkers", tuple(PROCESSORS), _rows(register["verwerkers"], PROCESSORS)),
        Sheet("Verwerkingen", tuple(PROCESSING), _rows(register["verwerkingen"], PROCESSING)),
        Sheet("Ontvangers", tuple(RECIPIENTS), _rows(register["ontvangers"], RECIPIENTS)),
    ]


def _rows(records: Iterable[Mapping[str, Any]], columns: Mapping[str, str]) -> list[list[Cell]]:
    return [[_cell(record[key]) if key else None for key in columns.values()] for record in records]


def _cell(value: Any) -> Cell:
    return OPEN if isinstance(value, Gap) else str(value or "")
