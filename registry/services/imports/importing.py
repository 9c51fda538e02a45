"""The verbs of an import: offer a file, choose how it is read, look at what comes of it, take it over, let go of it."""

from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import select

from registry import text
from registry.access import viewer_of
from registry.database import change
from registry.errors import BrokenRule
from registry.exchange.tables.reading import read_tables
from registry.exchange.tables.table import Workbook
from registry.identifiers import holds_national_number
from registry.model import FileContent, Import, SavedMapping, StoredFile
from registry.model.imports import ImportKind, ImportState
from registry.model.stored_file import MOST_BYTES
from registry.queries.collecting import no_search_for_cycles
from registry.services.imports.choices import Choices
from registry.services.imports.keeping import MEDIA_TYPE, Blanked, packed, without_numbers
from registry.services.imports.plan import Action, Plan
from registry.services.imports.planning import plan_tables
from registry.services.imports.sealing import refuse_broken
from registry.services.imports.tables import chosen_tables, fingerprint, first_choice, kind_named
from registry.services.imports.words import skipped
from registry.services.imports.writing import Writer
from registry.services.records import fetch

DONE_ALREADY = "Deze lijst is al ingelezen."


def offer_import(session: Any, name: str, content: bytes, kind: str = "") -> Import:
    """Return the list, kept to be looked at; nothing of it is in the register yet.

    FileRefused for a file that is no list, BrokenRule for one that is too large or whose name holds a BSN.
    """
    name, workbook, blanked = read_upload(name, content)
    choices = first_choice(session, workbook, name, kind)
    kept = packed(workbook, blanked)
    if len(kept) > MOST_BYTES:
        raise BrokenRule("In dit bestand staat te veel om in één keer in te lezen.", field="file")
    with change(session, f"lijst aangeboden: {name}"):
        viewer = viewer_of(session)
        if choices.table >= 0 and not kind:
            choices = _as_before(session, choices, fingerprint(workbook.tables[choices.table]))
        one = Import(
            name=name,
            sha256=sha256(content).hexdigest(),
            kind=ImportKind(choices.kind),
            account_id=viewer.account,
            made_by=viewer.name,
            made_at=datetime.now(UTC),
            choices=choices.stored(),
            file=_stored(name, kept),
        )
        session.add(one)
    return one


def read_upload(name: str, content: bytes) -> tuple[str, Workbook, Blanked]:
    """Return the clean name of a file, its tables without what can be a BSN, and where that stood."""
    name = _clean_name(name)
    if len(content) > MOST_BYTES:
        raise BrokenRule("Dit is te groot. Een bestand mag hoogstens 25 MB zijn.", field="file")
    return (name, *without_numbers(read_tables(name, content)))


def choose(session: Any, number: int, choices: Choices, save_mapping: bool = False) -> Import:
    """Return the list with what was chosen for it; `save_mapping` keeps the columns for the next such list."""
    with change(session, "indeling van een lijst gekozen"):
        one = offered(session, number)
        one.kind = ImportKind(kind_named(choices.kind or one.kind.value).value)
        one.choices = choices.stored()
        one.version += 1
        if save_mapping and choices.columns is not None:
            _save_mapping(session, one, choices)
    return one


def offered(session: Any, number: int) -> Import:
    """Return a list that waits to be taken over; BrokenRule once it is done."""
    one = fetch(session, Import, number)
    if one.state is not ImportState.OFFERED:
        raise BrokenRule(DONE_ALREADY)
    return one


def preview(session: Any, number: int, on: date) -> Plan:
    """Return what this list comes to beside the register as it stands on this date; nothing is written."""
    one = offered(session, number)
    return plan_tables(session, chosen_tables(one), Choices.read(one.choices), on)


def run_import(session: Any, number: int, seal: str, skip: bool, on: date, now: datetime) -> Import:
    """Return the import after all of it was written, in one Change.

    BrokenRule where the plan is not the one that the seal was put on, where rows need attention and `skip` is False,
    where a rule refuses a row, and where there is nothing to do.
    """
    with change(session, "import") as running, no_search_for_cycles():
        one = offered(session, number)
        running.why = one.change_name
        plan = preview(session, number, on)
        refuse_broken(session, one, plan, seal, now)
        _refuse_unfinished(plan, skip)
        Writer(session).write(plan)
        session.flush()
        one.state, one.done_at, one.counts = ImportState.DONE, now, plan.counts
        one.choices = {**one.choices, "skipped": skipped(plan)}
        one.version += 1
        session.flush()
        one.change_number = running.number
    return one


def let_go(session: Any, number: int) -> None:
    """Remove a list that was never taken over, with all that was kept of it."""
    with change(session, "aangeboden lijst weggegooid"):
        one = offered(session, number)
        session.delete(one)
        session.delete(one.file)


def _refuse_unfinished(plan: Plan, skip: bool) -> None:
    waiting = len(plan.of(Action.ATTENTION))
    if waiting and not skip:
        rows = "1 rij vraagt" if waiting == 1 else f"{waiting} rijen vragen"
        raise BrokenRule(f"{rows} nog aandacht. Vink aan dat u ze overslaat, of los ze eerst op.", field="skip")
    if not plan.does_something:
        raise BrokenRule("Er is niets in te lezen: alles staat al zo in het register.")


def _as_before(session: Any, choices: Choices, mark: str) -> Choices:
    saved = session.scalar(select(SavedMapping).where(SavedMapping.fingerprint == mark))
    if saved is None:
        return choices
    columns = {int(index): field for index, field in saved.fields.items()}
    return replace(choices, kind=saved.kind.value, columns=columns)


def _save_mapping(session: Any, one: Import, choices: Choices) -> None:
    chosen = chosen_tables(one)
    mark = fingerprint(chosen.parts[0][0])
    saved = session.scalar(select(SavedMapping).where(SavedMapping.fingerprint == mark)) or SavedMapping(
        fingerprint=mark
    )
    saved.kind = one.kind
    saved.fields = {str(index): field for index, field in (choices.columns or {}).items()}
    session.add(saved)


def _clean_name(name: str) -> str:
    clean = text.line(name.replace("\\", "/").rpartition("/")[2], most=200)  # some browsers send the whole path
    if holds_national_number(clean):
        raise BrokenRule(
            "In de naam van het bestand staat een getal dat een BSN kan zijn. Geef het bestand een andere naam.",
            field="file",
        )
    return clean


def _stored(name: str, kept: bytes) -> StoredFile:
    return StoredFile(
        name=name,
        media_type=MEDIA_TYPE,
        size=len(kept),
        sha256=sha256(kept).hexdigest(),
        content=FileContent(content=kept),
    )
