"""The two parties of an agreement, as papers name them."""

from datetime import date
from typing import Any

from registry.documents import Gap
from registry.errors import BrokenRule
from registry.model import SchoolBoard, Supplier
from registry.model.board import NumberKind
from registry.services.paper.known import Facts, Values, gap, known, written

NUMBERS = {
    NumberKind.KVK: SchoolBoard.kvk,
    NumberKind.BOARD_NUMBER: SchoolBoard.board_number,
    NumberKind.RIO: SchoolBoard.rio,
}


def the_board(session: Any) -> SchoolBoard:
    """Return the board of this register; BrokenRule on its first day, when nothing is known of it."""
    board: SchoolBoard | None = session.get(SchoolBoard, 1)
    if board is None:
        raise BrokenRule("Vul eerst de gegevens van het bestuur in. Die staan in elk document.")
    return board


def board_values(board: SchoolBoard) -> Values:
    """Return the board as a party."""
    return {
        "naam": known(board, SchoolBoard.name),
        "rechtsvorm": known(board, SchoolBoard.legal_form),
        "nummer": board.number or gap(board, NUMBERS[board.number_kind]),
        "nummersoort": board.number_kind.label,
        "adres": known(board, SchoolBoard.address),
        "postcode": known(board, SchoolBoard.postcode),
        "plaats": known(board, SchoolBoard.city),
        "website": board.website,
        "ondertekenaar_naam": known(board, SchoolBoard.signatory_name),
        "ondertekenaar_functie": known(board, SchoolBoard.signatory_function),
        "fg_naam": board.dpo_name,
        "fg_contact": known(board, SchoolBoard.dpo_email),
        "privacycontact": known(board, SchoolBoard.privacy_email),
    }


def supplier_values(supplier: Supplier, on: date, facts: Facts) -> Values:
    """Return the supplier as a party, with its place in the covenant as it was known on this date."""
    entry = supplier.covenant_on(on)
    return {
        "naam": known(supplier, Supplier.name),
        "rechtsvorm": supplier.legal_form,
        "kvk": _kvk(supplier, facts),
        "adres": known(supplier, Supplier.address),
        "postcode": known(supplier, Supplier.postcode),
        "plaats": known(supplier, Supplier.city),
        "land": facts.label("countries", supplier.country) or gap(supplier, Supplier.country),
        "website": supplier.website,
        "rol": supplier.role.label,
        "ondertekenaar_naam": known(supplier, Supplier.signatory_name),
        "ondertekenaar_functie": known(supplier, Supplier.signatory_function),
        "covenant": supplier.covenant_status(on).label,
        "covenant_datum": written(entry.checked_on) if entry else "",
    }


def _kvk(supplier: Supplier, facts: Facts) -> str | Gap:
    if supplier.kvk or supplier.country in ("", "NL"):
        return known(supplier, Supplier.kvk)
    return f"niet van toepassing (gevestigd in {facts.label('countries', supplier.country)})"
