"""The board's register of processing (AVG 30), with the columns of Kennisnet's tab G."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from registry import dutch
from registry.model import SchoolBoard, Use
from registry.queries.board.board_numbers import current_uses
from registry.queries.uses.school_rows import ListRow, row_of
from registry.queries.uses.use_lines import line_of
from registry.services.paper.board.processing import processing_values, processor_values
from registry.services.paper.composing import Order, Paper, Part
from registry.services.paper.known import Facts, Values, known
from registry.services.paper.records.parties import board_values, the_board
from registry.services.paper.records.schools import notes_on_proposals, recipient_values

Used = tuple[list[Use], ListRow]
"""The uses of one product at all schools, and what the first of them tells."""


def board_register(session: Any, order: Order) -> Paper:
    """Return the register of all that the schools use on this day."""
    board, used = the_board(session), Facts()
    by_product = groupby(current_uses(session, order.on), key=lambda use: use.product_id)
    products = [_used(list(uses), order) for _, uses in by_product]
    rows = [row for _, row in products]
    used.used.update((fact, None) for row in rows for fact in row.facts)
    values = {"bestuur": _controller(board), "register": _register(products, order, used)}
    return Paper(
        order,
        f"{order.kind.title} {board.name}",
        (Part(order.kind.title, order.kind.template, values),),
        used,
        notes=notes_on_proposals(rows),
    )


def _used(uses: list[Use], order: Order) -> Used:
    return uses, row_of(line_of(uses[0]), order.on)


def _controller(board: SchoolBoard) -> Values:
    return board_values(board) | {
        "privacyfunctie": board.privacy_function,
        "fg": ", ".join(filter(None, [board.dpo_name, board.dpo_function])),
        "fg_contact": known(board, SchoolBoard.dpo_email),
    }


def _register(products: Sequence[Used], order: Order, used: Facts) -> Values:
    processors = [one for one in products if not one[1].is_recipient]
    recipients = [one for one in products if one[1].is_recipient]
    return {
        "leeg": not products,
        "verwerkers": [processor_values(uses, row, order.on, used) for uses, row in processors],
        "verwerkingen": [processing_values(uses[0].product, row, order.on, used) for uses, row in processors],
        "ontvangers": [_recipient(uses, row) for uses, row in recipients],
    }


def _recipient(uses: list[Use], row: ListRow) -> Values:
    schools = dutch.count(len({use.school_id for use in uses}), "school", "scholen")
    return recipient_values(row) | {"scholen": schools}
