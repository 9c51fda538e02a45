"""The description that goes along: every table and column in Dutch, for who reads the archive without this register."""

import json
from typing import Any

from sqlalchemy import Column, Table

from registry.queries.history.kinds import label_in, word_of
from registry.services.archive.contents import LEFT_OUT, kinds_of, tables
from registry.services.archive.kinds import Kind
from registry.services.archive.manifest import FORMAT, table_member

WORDS = {"id": "Nummer", "version": "Hoe vaak bewaard"}
OWN_FOLDERS = {
    "instance/reference": "eigen referentiegegevens van het bestuur",
    "instance/agreement_templates": "eigen Word-sjablonen uit de map van het bestuur",
    "instance/cards": "kaarten van leveranciers uit de map van het bestuur",
}


def description(revision: str) -> bytes:
    """Return the bytes of schema.json for the tables of this revision: {"tables": {name: {"columns": […]}}, …}."""
    told = {
        "format": FORMAT,
        "schema": revision,
        "kinds": {kind.value: kind.meaning for kind in Kind},
        "folders": {"files": "de inhoud van elk bestand, één keer, onder zijn SHA-256", **OWN_FOLDERS},
        "tables": {table.name: _table(table) for table in tables()},
        "left_out": LEFT_OUT,
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def _table(table: Table) -> dict[str, Any]:
    columns = [_column(table.name, column, kinds_of(table)[column.name]) for column in table.columns]
    return {"label": word_of(table.name), "member": table_member(table.name), "columns": columns}


def _column(table: str, column: Column[Any], kind: Kind) -> dict[str, Any]:
    label = WORDS.get(column.name) or label_in(table, column.name)
    told = {"name": column.name, "kind": kind.value, "label": label, "required": not column.nullable}
    refers = [key.target_fullname for key in column.foreign_keys]
    return told | ({"refers_to": refers[0]} if refers else {})
