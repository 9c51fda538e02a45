"""The JSON of a request: read once, strictly, so that it can be read in one way only."""

import json
from typing import Any

from flask import request

from registry.api.problems import Refused

JSON = "application/json"


def sent(may_be_empty: bool = False) -> dict[str, Any]:
    """Return the object that was sent; Refused for another kind of content and for what is not clean JSON."""
    content = request.get_data()
    if may_be_empty and not content:
        return {}
    if request.mimetype != JSON:
        raise Refused(415)
    try:
        read = json.loads(
            content.decode("utf-8"),
            object_pairs_hook=_once,
            parse_constant=_no_number,
            parse_int=_whole,
        )
    except UnicodeDecodeError:
        raise Refused(400, "De inhoud is geen UTF-8.") from None
    except RecursionError:
        raise Refused(400, "De inhoud is te diep genest.") from None
    except ValueError:
        raise Refused(400, "De inhoud is geen JSON.") from None
    if not isinstance(read, dict):
        raise Refused(400, "De inhoud moet een JSON-object zijn.")
    return read


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    read = dict(pairs)
    if len(read) < len(pairs):
        raise Refused(400, "In de inhoud staat dezelfde naam twee keer. Stuur elke naam één keer.")
    return read


def _no_number(written: str) -> None:
    raise Refused(400, f"{written} is geen JSON.")


def _whole(written: str) -> int | float:
    # No database holds more than ten digits, and reading a very long number takes long.
    return int(written) if len(written) <= 18 else float("inf")
