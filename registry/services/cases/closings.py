"""Stopping with a product: open its dossier, keep what was asked and got, and finish it."""

from datetime import date
from typing import Any

from sqlalchemy import select

from registry.calendar import add_years, school_year_end
from registry.database import change
from registry.dutch import long_date, short_date
from registry.errors import AlreadyExists, BrokenRule
from registry.model import Closing, ClosingFile, ClosingLine, Product, Use
from registry.services.agreements.files import file_to_keep
from registry.services.past import refuse_days_to_come
from registry.services.records import Fields, assign, edit, fetch
from registry.services.uses.uses import end_use


def open_closing(session: Any, product_number: int, fields: Fields, today: date) -> Closing:
    """Return the new dossier, with a line for every school that uses the product; no use ends by it."""
    with change(session, "dossier geopend: stoppen met een product"):
        product = fetch(session, Product, product_number)
        _refuse_second(session, product)
        closing = Closing(product=product)
        assign(closing, fields)
        _check(closing, today)
        closing.lines = [_line(use) for use in product.uses if not use.is_over(closing.begun_on)]
        session.add(closing)
    return closing


def edit_closing(session: Any, number: int, seen: int, fields: Fields, today: date) -> Closing:
    """Return the dossier with these fields."""
    with change(session, "dossier van stoppen gewijzigd"):
        closing = fetch(session, Closing, number)
        with session.no_autoflush:
            edit(session, closing, seen, fields)
            _check(closing, today)
            if closing.done_on is None:
                _refuse_second(session, closing.product, closing.id)
    return closing


def add_line(session: Any, number: int, use_number: int) -> ClosingLine:
    """Return the line of a school that was not in the dossier yet; the line itself when it is there already."""
    with change(session, "school in het dossier van stoppen gezet"):
        closing, use = fetch(session, Closing, number), fetch(session, Use, use_number)
        if use.product_id != closing.product_id:
            raise BrokenRule("Dit gebruik is van een ander product.")
        known = next((line for line in closing.lines if line.use_id == use.id), None)
        if known is None:
            known = _line(use)
            closing.lines.append(known)
    return known


def edit_line(
    session: Any, number: int, line_number: int, seen: int, fields: Fields, until: date | None, today: date
) -> ClosingLine:
    """Return the line with these fields; a last day that is given becomes the last day of the school's use."""
    with change(session, "school stopt met een product"):
        line = closing_line(session, number, line_number)
        with session.no_autoflush:
            edit(session, line, seen, fields)
            refuse_days_to_come(line, today)
            _end(session, line.use, until, today)
    return line


def attach_statement(session: Any, number: int, name: str, content: bytes) -> ClosingFile:
    """Return the file as part of the dossier; BrokenRule, at "file", for one that may not be kept or is there."""
    stored = file_to_keep(name, content)
    with change(session, f"bestand “{stored.name}” in het dossier van stoppen gezet"):
        closing = fetch(session, Closing, number)
        if same := next((one.file for one in closing.files if one.file.sha256 == stored.sha256), None):
            raise BrokenRule(f"Ditzelfde bestand staat er al, als “{same.name}”.", field="file")
        attached = ClosingFile(file=stored)
        closing.files.append(attached)
    return attached


def closing_line(session: Any, number: int, line_number: int) -> ClosingLine:
    """Return this line of this dossier; NotFound when the viewer may not see it or it is of another dossier."""
    line = fetch(session, ClosingLine, line_number)
    return line if line.closing_id == number else fetch(session, ClosingLine, 0)


def _line(use: Use) -> ClosingLine:
    return ClosingLine(use=use, school_id=use.school_id)


def _end(session: Any, use: Use, until: date | None, today: date) -> None:
    if until == use.until:
        return
    if until is None:
        raise BrokenRule("De school heeft al een laatste dag. Hier kunt u hem verzetten, niet weghalen.", field="until")
    if until > (latest := add_years(school_year_end(today), 1)):
        sentence = (
            f"Dat is te ver weg. Vul een dag in tot en met {long_date(latest)}, het einde van volgend schooljaar."
        )
        raise BrokenRule(sentence, field="until")
    end_use(session, use.id, until)


def _refuse_second(session: Any, product: Product, number: int = 0) -> None:
    running = select(Closing).where(Closing.product_id == product.id, Closing.done_on.is_(None), Closing.id != number)
    with session.no_autoflush:
        other = session.scalar(running)
    if other is not None:
        since = short_date(other.begun_on)
        sentence = f"Voor {product.name} loopt al een dossier, sinds {since}. Werk daarin verder."
        raise AlreadyExists(sentence, field="done_on" if number else "product_id")


def _check(closing: Closing, today: date) -> None:
    if closing.begun_on is None:
        raise BrokenRule("Vul in op welke dag u begint met stoppen.", field="begun_on")
    refuse_days_to_come(closing, today)
    asked, due = closing.requested_on, closing.due_on
    if asked and due and due < asked:
        raise BrokenRule("De verklaring kan niet beloofd zijn voor de dag waarop u haar vroeg.", field="due_on")
    if closing.deleted_on and closing.received_on is None:
        raise BrokenRule("Vul in op welke dag u de verklaring kreeg.", field="received_on")
    if closing.done_on is not None:
        _check_done(closing, closing.done_on)


def _check_done(closing: Closing, done_on: date) -> None:
    if done_on < closing.begun_on:
        raise BrokenRule("Het dossier kan niet klaar zijn voordat het begon.", field="done_on")
    running = [line.use.school.name for line in closing.lines if line.use.until is None or line.use.until > done_on]
    if running:
        raise BrokenRule(f"Op {running[0]} loopt het gebruik dan nog. Vul eerst de laatste dag in.", field="done_on")
    lacking = closing.received_on is None or closing.statement_is_too_early
    if lacking and not closing.note:
        sentence = "Er is geen verklaring van na de laatste dag van gebruik. Schrijf in de notitie waarom u toch stopt."
        raise BrokenRule(sentence, field="note")
