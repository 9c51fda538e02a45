"""What was left open in a Word file or PDF, to be remembered with the file."""

from registry.errors import FileRefused
from registry.identifiers import holds_national_number

_MOST = 40  # marks that are remembered; an empty model has some twenty


def open_places(name: str, content: bytes) -> str:
    """Return the marks that were left in a file, one a line; "" for none, and for a file without text to read.

    A scan, picture or mail is kept as it is: that it cannot be read is no fault of it.
    """
    from registry.exchange.annexes.reading import leftovers  # heavy, and asked for seldom: not at every start

    try:
        left = list(dict.fromkeys(mark for mark, _page in leftovers(name, content)))
    except FileRefused:
        return ""
    kept = [mark for mark in left if not holds_national_number(mark)]
    more = len(kept) - _MOST
    return "\n".join([*kept[:_MOST], *([f"en nog {more} andere"] if more > 0 else [])])
