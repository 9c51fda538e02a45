"""The board's register of processing (AVG 30), with the columns of Kennisnet's tab G."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from sqlalchemy.orm import selectinload
from sqlalchemy.orm.interfaces import LoaderOption

from registry import dutch
from registry.model import PrivacyAnnex, Product, SchoolBoard, Use
from registry.queries.board.board_numbers import current_uses
from registry.queries.uses.school_list import row_reads
from registry.queries.uses.school_rows import is_recipient, row_of
from registry.services.paper.board.processing import processing_values, processor_values
from registry.services.paper.composing import Order, Paper, Part
from registry.services.paper.known import Facts, Values, known
from registry.services.paper.records.parties import board_values, the_board
from registry.services.paper.records.schools import notes_on_proposals, recipient_values


def board_register(session: Any, order: Order) -> Paper:
    """Return the register of all that the schools use on this day."""
    board, used = the_board(session), Facts()
    by_product = groupby(current_uses(session, order.on, *_reads()), key=lambda use: use.product_id)
    products = [list(uses) for _, uses in by_product]
    rows = [row_of(uses[0], order.on) for uses in products]
    used.used.update((fact, None) for row in rows for fact in row.facts)
    values = {"bestuur": _controller(board), "register": _register(products, order, used)}
    return Paper(
        order,
        f"{order.kind.title} {board.name}",
        (Part(order.kind.title, order.kind.template, values),),
        used,
        notes=notes_on_proposals(rows),
    )


def _reads() -> list[LoaderOption]:
    product = selectinload(Use.product)
    annex = product.selectinload(Product.privacy_annexes)
    said = [annex.selectinload(part) for part in (PrivacyAnnex.purposes, PrivacyAnnex.retention)]
    return [*row_reads(), *said, product.selectinload(Product.security_annexes)]


def _controller(board: SchoolBoard) -> Values:
    return board_values(board) | {
        "privacyfunctie": board.privacy_function,
        "fg": ", ".join(filter(None, [board.dpo_name, board.dpo_function])),
        "fg_contact": known(board, SchoolBoard.dpo_email),
    }


def _register(products: Sequence[list[Use]], order: Order, used: Facts) -> Values:
    processors = [uses for uses in products if not is_recipient(uses[0])]
    recipients = [uses for uses in products if is_recipient(uses[0])]
    return {
        "leeg": not products,
        "verwerkers": [processor_values(uses, order.on, used) for uses in processors],
        "verwerkingen": [processing_values(uses, order.on, used) for uses in processors],
        "ontvangers": [_recipient(uses, order) for uses in recipients],
    }


def _recipient(uses: list[Use], order: Order) -> Values:
    schools = dutch.count(len({use.school_id for use in uses}), "school", "scholen")
    return recipient_values(row_of(uses[0], order.on)) | {"scholen": schools}
