"""Whether a register has begun here: a mark in its folder, so that a lost SQLite file is not taken for a first day."""

from datetime import date
from pathlib import Path

from sqlalchemy import Engine

from registry.dutch import long_date
from registry.errors import BrokenRule
from registry.paths import Instance

_MARK = (
    "In deze map is op {day} een register begonnen; zolang dit bestand er staat, begint het register niet leeg opnieuw "
    "als de database weg is.\n"
)


def file_of(engine: Engine) -> Path | None:
    """Return the SQLite file of this engine; None for a server or a database in memory. Connects to nothing."""
    name = engine.url.database
    return Path(name) if engine.dialect.name == "sqlite" and name and name != ":memory:" else None


def is_there(engine: Engine) -> bool:
    """Return whether there is a database: for SQLite a file that is not empty, while a server answers for itself."""
    place = file_of(engine)
    return place is None or (place.exists() and place.stat().st_size > 0)


def refuse_lost(engine: Engine, instance: Instance) -> None:
    """Raise BrokenRule where a register has begun and its file is gone or empty."""
    if instance.begun.exists() and not is_there(engine):
        raise BrokenRule(
            f"Het bestand van het register is weg: {file_of(engine)}. Zet een back-up terug met “restore”, of begin "
            "echt een nieuw, leeg register met “run --new”."
        )


def refuse_none(engine: Engine) -> None:
    """Raise BrokenRule where there is no database: what is asked of it would be answered by an empty one."""
    if not is_there(engine):
        raise BrokenRule(
            f"Hier staat geen register: {file_of(engine)} is er niet, of het is leeg. Kijk of de map klopt."
        )


def begin_anew(engine: Engine, instance: Instance) -> None:
    """Take the mark away, so that a new register may begin; BrokenRule where there is a database."""
    if is_there(engine):
        raise BrokenRule("Hier is de database er al; er is niets veranderd. Start het register zonder --new.")
    instance.begun.unlink(missing_ok=True)


def mark_begun(engine: Engine, instance: Instance, day: date) -> None:
    """Leave the mark in the instance folder, once; a server needs none."""
    if file_of(engine) is not None and not instance.begun.exists():
        instance.begun.write_text(_MARK.format(day=long_date(day)), encoding="utf-8")
