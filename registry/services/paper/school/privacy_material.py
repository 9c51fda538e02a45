"""What the privacy section of one school is made from."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from registry import dutch
from registry.documents import Gap
from registry.model import PrivacyAnnex, Product, SchoolBoard, Statement
from registry.model.statement import StatementKind
from registry.queries.annexes.annex_words import annex_for
from registry.queries.board.statements import in_use
from registry.queries.uses.school_list import SchoolList, school_list
from registry.queries.uses.school_rows import Line
from registry.queries.uses.use_lines import UseLine
from registry.services.paper.composing import Order
from registry.services.paper.known import Facts, gap
from registry.services.paper.records.parties import the_board
from registry.services.paper.records.schools import facts_of_list


@dataclass(frozen=True)
class PrivacyMaterial:
    """The school with its uses of this day, their annexes, its board, and its privacy regulation."""

    on: date
    board: SchoolBoard
    found: SchoolList
    used: Facts
    regulation: Statement | None

    @classmethod
    def of(cls, session: Any, order: Order) -> "PrivacyMaterial":
        """Return what this order is about; NotFound for no such school."""
        board = the_board(session)
        found = school_list(session, order.subject_id, order.on, everything=True)
        regulation = in_use(session, StatementKind.PRIVACY_REGULATION, found.school.id, order.on)
        return cls(order.on, board, found, facts_of_list(found), regulation)

    @property
    def products(self) -> list[Line]:
        """The uses of products with their rows; organisations that decide for themselves are not among them."""
        return [line for group in self.found.groups for line in group.lines]

    def of_kind(self, kind: str) -> list[Line]:
        """Return the uses of products of this kind."""
        return [line for line in self.products if line.use.product.kind == kind]

    @property
    def annexes(self) -> list[tuple[UseLine, PrivacyAnnex]]:
        """The uses whose product has a privacy annex that says which data it is about."""
        found = [(use, annex_for(use.product, self.on)) for use, _ in self.products]
        return [(use, annex) for use, annex in found if annex is not None and annex.data]

    @property
    def basis(self) -> str:
        """On how many of the products this rests, where not all of them have told."""
        told, all_of_them = len(self.annexes), len(self.products)
        if told == all_of_them:
            return ""
        return (
            f"Dit volgt uit de privacybijsluiters van {told} van de {dutch.count(all_of_them, 'product', 'producten')}."
        )

    def unknown(self, label: str) -> Gap:
        """Return the gap that is there while no product has told; only for a school that uses products."""
        product = self.products[0].use.product
        return gap(product, Product.privacy_annexes, label)
