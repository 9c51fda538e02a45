"""Adds what happened to the example: notices, a breach that is closed, and stopping with a product under way."""

from collections.abc import Mapping
from datetime import UTC, datetime, time, timedelta
from typing import Any

from registry.demo.numbers import number_of
from registry.demo.reading import Reader, Written
from registry.dutch import moment_of, start_of
from registry.model import Breach, Closing, ClosingLine, Product, SubprocessorNotice, Supplier
from registry.services.cases.breaches import add_breach
from registry.services.cases.closings import edit_closing, edit_line, open_closing
from registry.services.cases.notices import add_notice

AT_FIRST = ("begun_on", "reason", "owner")  # what is filled in when a dossier is opened


def add_cases(session: Any, reader: Reader) -> None:
    """Add all of them."""
    written = reader.file("cases.toml")
    for notice in written["notice"]:
        _add_notice(session, reader, notice)
    _add_breach(session, reader, written["breach"])
    _add_closing(session, reader, written["closing"])


def _add_notice(session: Any, reader: Reader, written: Written) -> None:
    products = [number_of(session, Product, name) for name in written["products"]]
    fields = reader.fields(SubprocessorNotice, written)
    add_notice(session, number_of(session, Supplier, written["supplier"]), fields, products, reader.today)


def _add_breach(session: Any, reader: Reader, written: Written) -> None:
    moments = [name for name in written if name.endswith("_at")]
    fields = reader.fields(Breach, written, moments) | {name: _moment(reader, written, name) for name in moments}
    fields["product_id"] = number_of(session, Product, written["product"])
    evening = start_of(reader.today + timedelta(days=1)).astimezone(UTC)
    add_breach(session, number_of(session, Supplier, written["supplier"]), fields, evening)


def _moment(reader: Reader, written: Mapping[str, Any], name: str) -> datetime:
    day, at = written[name]
    return moment_of(datetime.combine(reader.day(day), time.fromisoformat(at)))


def _add_closing(session: Any, reader: Reader, written: Written) -> None:
    fields = reader.fields(Closing, written)
    begun = {name: fields.pop(name) for name in AT_FIRST}
    closing = open_closing(session, number_of(session, Product, written["product"]), begun, reader.today)
    edit_closing(session, closing.id, closing.version, fields, reader.today)
    done = reader.fields(ClosingLine, written["lines"])
    for line in closing.lines:
        edit_line(session, closing.id, line.id, line.version, done, line.use.until, reader.today)
