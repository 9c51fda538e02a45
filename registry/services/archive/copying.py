"""Copies the register straight into another, empty database, of the same kind or another."""

from functools import partial

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from registry.database import migrating
from registry.database.restoring import restoring
from registry.errors import BrokenRule
from registry.paths import Instance
from registry.services.archive.contents import LEFT_OUT, rows, tables
from registry.services.archive.loading import load
from registry.services.archive.snapshot import snapshot


def copy_register(source: Engine, instance: Instance, target: Engine) -> dict[str, int]:
    """Return how many rows of each table were copied, after all of them stand in `target`, an empty database.

    The same goes along as in an archive. BrokenRule when the target cannot be reached or is not empty; then nothing in
    it has changed but that it may have its tables.
    """
    try:
        migrating.upgrade(target)
    except SQLAlchemyError as fault:
        raise BrokenRule("De andere database is niet te bereiken, of laat geen tabellen maken.") from fault
    with snapshot(source, instance.root) as from_here, restoring(target, LEFT_OUT) as to_there:
        return load(to_there, tables(), partial(rows, from_here))
