"""Loads every table: the shipped files, and over them what a board keeps in its own reference folder."""

from functools import partial
from pathlib import Path
from typing import Any

from registry.errors import BadReferenceFile
from registry.reference.contents import Reference
from registry.reference.definition import DEFINITIONS, Definition
from registry.reference.linking import check_links
from registry.reference.reading import Row, read_rows
from registry.reference.shaping import built, shaped
from registry.reference.table import Table


def load(overlay: Path | None = None) -> Reference:
    """Return the facts of the trade, with a board's own files in `overlay` lying over the shipped ones.

    A row with a known code replaces the columns that it names, a row with a new code comes at the end; nothing can be
    taken away, only retired. A folder that is not there is an empty one. Any fault in it is BadReferenceFile, in a
    sentence that names file and row. Without own files a table is read when somebody asks for it: what ships is sound.
    """
    own = _own_files(overlay) if overlay and overlay.is_dir() else {}
    tables = {definition.name: _table(definition, own.get(definition.file.name)) for definition in DEFINITIONS}
    if own:
        check_links(tables)
    return Reference(**tables)


def _own_files(overlay: Path) -> dict[str, Path]:
    known = sorted(definition.file.name for definition in DEFINITIONS)
    tables = {definition.name for definition in DEFINITIONS}
    files = {path.name: path for path in sorted(overlay.iterdir())}
    for name, path in files.items():
        looks_like_ours = path.suffix.lower() in (".toml", ".csv") or name.partition(".")[0].lower() in tables
        if looks_like_ours and name not in known:
            raise BadReferenceFile(f"{name}: zo heet geen referentiebestand. Bekend zijn: {', '.join(known)}.")
    return files


def _table(definition: Definition, own: Path | None) -> Table[Any]:
    return Table(definition.dutch, partial(_facts, definition, own))


def _facts(definition: Definition, own: Path | None) -> dict[str, Any]:
    rows = _rows(definition, definition.file)
    own_rows = _rows(definition, own) if own else {}
    for code, row in own_rows.items():
        under = rows[code].values if code in rows else {}
        rows[code] = Row(row.where, under | row.values)
    return {code: built(definition, row) for code, row in rows.items()}


def _rows(definition: Definition, path: Path) -> dict[str, Row]:
    return {code: shaped(definition, row) for code, row in read_rows(path).items()}
