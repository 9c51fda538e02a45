"""A reading as the JSON of `read-annex`: unknown is null, stated as none is an empty list."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from registry.exchange.annexes.annex_reading import LISTS, SINGLES, AnnexReading, Found

_ORDER = (
    "supplier",
    "products",
    "model_version",
    "purposes",
    "data_categories",
    "data_category_other",
    "denied",
    "data_subjects",
    "storage",
    "storage_inside_eea",
    "safeguards",
    "subprocessors",
    "retention",
    "contact",
    "breach",
    "biv",
    "certificates",
    "version",
    "date",
    "placeholders",
    "deviations",
)


def as_json(readings: Sequence[AnnexReading]) -> dict[str, Any]:
    """Return the readings of one file, ready for `json.dumps`.

    `found` says of each field where it stands and how sure it is; a field with parts or elements also has a line per
    part ("supplier.name") or element ("purposes[0]"), and is itself as sure as the least sure of them. A `page` is None
    where a Word file does not tell its pages; `knows_pages` is false then.
    """
    knows_pages = all(reading.knows_pages for reading in readings)
    return {"annexes": [_annex(reading) for reading in readings], "knows_pages": knows_pages}


def _annex(reading: AnnexReading) -> dict[str, Any]:
    values: dict[str, Any] = {name: _list(reading, name) for name in LISTS}
    for path in SINGLES:
        found = reading.single.get(path)
        _place(values, path, found.value if found else None)
    return {"kind": reading.kind, **{name: values[name] for name in _ORDER}, "found": _found(reading)}


def _list(reading: AnnexReading, name: str) -> list[Any] | None:
    found = reading.lists.get(name)
    return None if found is None else [dict(one.value) if isinstance(one.value, dict) else one.value for one in found]


def _place(values: dict[str, Any], path: str, value: Any) -> None:
    field, _dot, part = path.partition(".")
    if part:
        values.setdefault(field, {})[part] = value
    else:
        values[field] = value


def _found(reading: AnnexReading) -> dict[str, Any]:
    where = partial(_where, knows_pages=reading.knows_pages)
    told: dict[str, Any] = {}
    for name in LISTS:
        each = reading.lists.get(name) or (() if name not in reading.none else (reading.none[name],))
        if each:
            told[name] = where(each)
        if name not in reading.none:
            told |= {f"{name}[{at}]": where((one,)) for at, one in enumerate(each)}
    for field in dict.fromkeys(path.partition(".")[0] for path in SINGLES):
        paths = [path for path in SINGLES if path.partition(".")[0] == field and path in reading.single]
        if paths:
            told[field] = where([reading.single[path] for path in paths])
            told |= {path: where((reading.single[path],)) for path in paths}
    return told


def _where(found: Sequence[Found], knows_pages: bool) -> dict[str, Any]:
    page = found[0].page if knows_pages else None
    return {"page": page, "text": found[0].text, "certainty": min(one.certainty for one in found)}
