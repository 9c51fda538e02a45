"""A whole import in one go, for who chose everything beforehand: on the command line there is no page in between."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from registry.database import change
from registry.model import Import
from registry.services.imports.choices import Choices
from registry.services.imports.importing import choose, offer_import, preview, read_upload, run_import
from registry.services.imports.planning import plan_tables
from registry.services.imports.sealing import seal
from registry.services.imports.tables import chosen_from, chosen_tables, first_choice
from registry.services.imports.telling import as_plain

Chooser = Callable[[Choices], Choices]


def look_at(session: Any, name: str, content: bytes, kind: str, chooser: Chooser, on: date) -> dict[str, Any]:
    """Return as plain values what this file would come to; nothing is written, not even that somebody looked.

    `chooser` gives the choices out of what is proposed; `kind` is "" for what the list seems to be.
    """
    name, workbook, blanked = read_upload(name, content)
    choices = chooser(first_choice(session, workbook, name, kind))
    tables = chosen_from(workbook, blanked, choices)
    return as_plain(session, tables, plan_tables(session, tables, choices, on))


def import_at_once(
    session: Any, name: str, content: bytes, kind: str, chooser: Chooser, skip: bool, now: datetime
) -> dict[str, Any]:
    """Return what was done, with the number of the import; where it is refused, nothing of the file stays behind."""
    with change(session, "import"):
        one = offer_chosen(session, name, content, kind, chooser)
        plan = preview(session, one.id, now.date())
        told = as_plain(session, chosen_tables(one), plan)
        run_import(session, one.id, seal(session, one, plan, now), skip, now.date(), now)
    return told | {"import": one.id}


def offer_chosen(session: Any, name: str, content: bytes, kind: str, chooser: Chooser) -> Import:
    """Return the list, kept to be looked at with these choices; nothing of it is in the register yet."""
    with change(session, "lijst aangeboden"):
        one = offer_import(session, name, content, kind)
        session.flush()
        choose(session, one.id, chooser(Choices.read(one.choices)))
    return one


def told_with_seal(session: Any, one: Import, now: datetime) -> dict[str, Any]:
    """Return the plan of a list that waits as plain values, with the `seal` by which it is confirmed."""
    plan = preview(session, one.id, now.date())
    return as_plain(session, chosen_tables(one), plan) | {"seal": seal(session, one, plan, now)}
