"""Questions on stopping with a product: which dossiers there are, how far they are, and who is not in one."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from registry.dutch import long_date
from registry.errors import NotFound
from registry.model import Closing, ClosingFile, ClosingLine, Product, Use


def all_closings(session: Any) -> Sequence[Closing]:
    """Return the dossiers, those that are not finished first, the newest before older ones."""
    names = joinedload(Closing.product).joinedload(Product.supplier)
    lines = selectinload(Closing.lines).joinedload(ClosingLine.use)
    found = session.scalars(select(Closing).options(names, lines))
    return sorted(found, key=lambda one: (one.done_on is not None, -one.begun_on.toordinal(), -one.id))


def products_to_close(session: Any) -> list[Product]:
    """Return the products that some school uses or used, by name."""
    used = select(Product).where(Product.id.in_(select(Use.product_id))).options(joinedload(Product.supplier))
    return sorted(session.scalars(used), key=lambda one: (one.name.casefold(), one.supplier.name.casefold()))


def uses_outside(session: Any, closing: Closing) -> list[Use]:
    """Return the uses of the product that are not in the dossier, by school and day."""
    inside = {line.use_id for line in closing.lines}
    found = session.scalars(select(Use).where(Use.product_id == closing.product_id).options(joinedload(Use.school)))
    return sorted(
        (use for use in found if use.id not in inside), key=lambda use: (use.school.name.casefold(), use.since)
    )


def file_in(session: Any, number: int, file_number: int) -> ClosingFile:
    """Return this file of this dossier; NotFound when it is not there."""
    wanted = select(ClosingFile).where(ClosingFile.closing_id == number, ClosingFile.file_id == file_number)
    found = session.scalar(wanted.options(joinedload(ClosingFile.file)))
    if found is None:
        raise NotFound
    return found  # type: ignore[no-any-return]


def statement_words(closing: Closing, on: date) -> str:
    """Return how far the statement of deletion is on this date, in a sentence."""
    if closing.has_statement(on):
        return f"Gekregen op {long_date(closing.received_on)}."  # type: ignore[arg-type]
    if not closing.statement_is_asked(on) or closing.expected_on is None:
        return "Nog niet gevraagd."
    promised = "beloofd" if closing.due_on else "gevraagd"
    return f"Nog niet gekregen; {promised} voor {long_date(closing.expected_on)}."
