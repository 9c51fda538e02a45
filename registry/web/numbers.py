"""The number of a record as an address or a form holds it."""

import re

NUMBER = "[1-9][0-9]{0,8}"  # ASCII digits, at most what every database can hold
_WHOLE = re.compile(NUMBER)


def record_number(written: object) -> int | None:
    """Return the number; None for anything else, such as nothing or a number that no record can have."""
    text = str(written or "")
    return int(text) if _WHOLE.fullmatch(text) else None
