"""Loads the example board through the services, as somebody at the screens would enter it: one change per record."""

from datetime import date
from typing import Any

from registry.demo.agreements import add_agreements
from registry.demo.asking import add_practice, add_requests
from registry.demo.cases import add_cases
from registry.demo.papers import add_papers
from registry.demo.products import add_products
from registry.demo.reading import Reader, Written
from registry.demo.rounds import add_rounds
from registry.demo.signals import silence_signals
from registry.demo.suppliers import add_supplier
from registry.demo.uses import add_uses
from registry.model import CustomField, ParentsPage, School, SchoolBoard, Statement
from registry.services.board import board, custom_fields, statements
from registry.services.parents.parents_page import set_parents_page
from registry.services.uses import schools


def load(session: Any, today: date | None = None) -> None:
    """Load the example board as it would look on this day; does nothing in a register that has a board."""
    if session.get(SchoolBoard, 1) is not None:
        return
    reader = Reader(today or date.today())
    own = reader.file("board.toml")
    for field in own["custom_field"]:
        custom_fields.add_custom_field(session, reader.fields(CustomField, field))
    _add_suppliers(session, reader)
    for written in reader.folder("schools"):
        _add_school(session, reader, written)
    _add_statements(session, reader, own, None)
    silence_signals(session, reader, own)
    add_rounds(session, reader.today)
    add_practice(session, reader)
    add_requests(session, reader)
    add_cases(session, reader)
    add_papers(session, reader)
    # Last: a register with a board has the whole example, whatever stopped an earlier start halfway.
    board.set_up_board(session, reader.fields(SchoolBoard, own["board"]))


def _add_suppliers(session: Any, reader: Reader) -> None:
    suppliers = [(written, add_supplier(session, reader, written)) for written in reader.folder("suppliers")]
    for written, supplier in suppliers:  # all suppliers first: a product names its maker and its distributors
        add_products(session, reader, supplier, written)
        add_agreements(session, reader, supplier, written)


def _add_school(session: Any, reader: Reader, written: Written) -> None:
    school = schools.add_school(session, reader.fields(School, written["school"])).id
    add_uses(session, reader, school, written["use"])
    if page := written.get("parents_page"):
        set_parents_page(session, school, 0, reader.fields(ParentsPage, page), reader.today)
    _add_statements(session, reader, written, school)


def _add_statements(session: Any, reader: Reader, written: Written, school: int | None) -> None:
    for statement in written.get("statement", ()):
        fields = reader.fields(Statement, statement)
        statements.add_statement(session, fields | {"school_id": school})
