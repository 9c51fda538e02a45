"""What stands behind the question mark: filters, and which page of a list; each once, and nothing else."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any
from urllib.parse import unquote_to_bytes, urlencode

from flask import request
from werkzeug.wrappers import Response

from registry import text
from registry.api.answers import as_json, unless_known
from registry.api.operations import Filter
from registry.api.problems import Fault, Refused, shown_name
from registry.api.shapes.kinds import Schema, WrongValue, day, number
from registry.errors import InvalidText
from registry.model.columns import Listed

SIZES = (10, 25, 50, 100)
USUAL_SIZE = 50
MOST_PAGES = 100_000
Found = tuple[Sequence[Any], int]


def asked(filters: Iterable[Filter]) -> dict[str, Any]:
    """Return what is asked for by the name of each filter; Refused with all that is wrong."""
    _refuse_unreadable()
    known, read, faults = {one.name: one for one in filters}, {}, []
    for name, values in request.args.lists():
        try:
            read[name] = _one(known.get(name), values)
        except WrongValue as fault:
            faults.append(Fault("query", shown_name(name), str(fault)))
    if faults:
        raise Refused(400, "De vraag in het adres klopt niet.", faults)
    return read


def _refuse_unreadable() -> None:
    try:
        unquote_to_bytes(request.query_string).decode("utf-8")
    except UnicodeDecodeError:
        fault = Fault("query", "", "Het adres is geen UTF-8.")
        raise Refused(400, "De vraag in het adres klopt niet.", [fault]) from None


def _one(known: Filter | None, values: list[str]) -> Any:
    if known is None:
        raise WrongValue("Deze vraag bestaat hier niet.")
    if len(values) > 1:
        raise WrongValue("Deze vraag staat er twee keer.")
    return known.read(values[0])


def page(filters: Sequence[Filter], find: Callable[[dict[str, Any], int, int], Found], show: Any) -> Response:
    """Return the page of a list that is asked for, with links to the others; beyond the last one it is empty."""
    wanted = asked((*filters, *PAGING))
    here, size = wanted.pop("pagina", 1), wanted.pop("perPagina", USUAL_SIZE)
    found, total = find(wanted, (here - 1) * size, size)
    last = max(1, -(-total // size))
    content = {"totaal": total, "pagina": here, "perPagina": size, "resultaten": [show(one) for one in found]}
    answer = unless_known(as_json(content))
    pages = {"first": 1, "prev": here - 1, "next": here + 1, "last": last}
    answer.headers["Link"] = ", ".join(_link(rel, at) for rel, at in pages.items() if 1 <= at <= last)
    return answer


def _link(rel: str, at: int) -> str:
    kept = [(name, value) for name, value in request.args.items() if name != "pagina"]
    return f'<{request.path}?{urlencode([*kept, ("pagina", at)])}>; rel="{rel}"'


def page_schema(item: str) -> Schema:
    """Return the schema of a page of these items."""
    numbers = {"totaal": 0, "pagina": 1, "perPagina": 1}
    properties: Schema = {name: {"type": "integer", "minimum": least} for name, least in numbers.items()}
    properties["resultaten"] = {"type": "array", "items": {"$ref": f"#/components/schemas/{item}"}}
    return {"type": "object", "properties": properties, "required": list(properties)}


def words(name: str, told: str) -> Filter:
    """Return a filter of words to look for."""

    def read(written: str) -> str:
        try:
            return text.line(written, most=200)
        except InvalidText as fault:
            raise WrongValue(fault.sentence) from fault

    return Filter(name, told, lambda: {"type": "string", "maxLength": 200}, read)


def record(name: str, told: str) -> Filter:
    """Return a filter by the number of a record."""
    return _whole(name, told, 1, number().schema()["maximum"])


def yes(name: str, told: str) -> Filter:
    """Return a filter that is true or false."""

    def read(written: str) -> bool:
        if written not in ("true", "false"):
            raise WrongValue("Dit moet true of false zijn.")
        return written == "true"

    return Filter(name, told, lambda: {"type": "boolean"}, read)


def on_day(name: str, told: str) -> Filter:
    """Return a filter by a date."""
    return Filter(name, told, lambda: {"type": "string", "format": "date"}, day)


def member(name: str, told: str, members: type[Listed]) -> Filter:
    """Return a filter by a member of a closed list."""
    values = {one.value: one for one in members}

    def read(written: str) -> Listed:
        if written not in values:
            raise WrongValue(f"Kies uit: {', '.join(values)}.")
        return values[written]

    return Filter(name, told, lambda: {"type": "string", "enum": list(values)}, read)


def _whole(name: str, told: str, least: int, most: int) -> Filter:
    def read(written: str) -> int:
        is_number = written.isascii() and written.isdigit() and written[0] != "0" and len(written) <= len(str(most))
        if not is_number or not least <= int(written) <= most:
            raise WrongValue(f"Dit moet een heel getal van {least} tot en met {most} zijn.")
        return int(written)

    return Filter(name, told, lambda: {"type": "integer", "minimum": least, "maximum": most}, read)


def _size(written: str) -> int:
    if written not in map(str, SIZES):
        raise WrongValue(f"Kies uit: {', '.join(map(str, SIZES))}.")
    return int(written)


PAGING = (
    _whole("pagina", "Welke pagina; zonder: de eerste.", 1, MOST_PAGES),
    Filter(
        "perPagina",
        f"Hoeveel er op een pagina staan; zonder: {USUAL_SIZE}.",
        lambda: {"type": "integer", "enum": list(SIZES)},
        _size,
    ),
)
