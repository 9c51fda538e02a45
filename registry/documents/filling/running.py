"""What the code of a template calls while a paper is made; all that it knows of one paper is in its `Run`."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache

from registry.documents.filling.gaps import Gap
from registry.documents.filling.values import WrongValueError
from registry.documents.filling.writing import Spot, escaped
from registry.documents.reading import bounds
from registry.dutch import long_date, yes_no
from registry.errors import TemplateRefused

FULL = 512  # pieces that wait before they are packed; more costs memory, fewer costs time
NO_GROUP: dict[str, object] = {}
MISSING = object()

_GROUP_PRINTED = "Het sjabloon drukt een groep velden af waar één veld moet staan."
_DOES_NOT_FIT = "Het sjabloon kan niet worden ingevuld: een opdracht erin past niet bij het veld."
_ENDLESS = "Het sjabloon herhaalt te veel: het document wordt te groot."
_NEVER_EQUAL = object()  # a gap in a comparison

_COMPARED: dict[str, Callable[[object, object], bool]] = {
    "lt": lambda left, right: left < right,  # type: ignore[operator]
    "lteq": lambda left, right: left <= right,  # type: ignore[operator]
    "gt": lambda left, right: left > right,  # type: ignore[operator]
    "gteq": lambda left, right: left >= right,  # type: ignore[operator]
}

written_date = lru_cache(maxsize=4096)(long_date)  # a paper has few days, each many times


def group(value: object) -> dict[str, object]:
    """`value` when names can be looked up in it; otherwise a group without names."""
    return value if type(value) is dict else NO_GROUP


class Run:
    """One paper while it is made: its pieces of XML that wait to be packed, its gaps, and what it has done so far."""

    def __init__(self) -> None:
        self.feed: Callable[[bytes], None]  # where the pieces go; set for each part
        self.out: list[bytes] = []
        self.gaps: dict[Gap, None] = {}
        self.is_long = False  # whether a text may be too long; or it was the template's own, so the values must tell
        self._steps = 0
        self._written = 0
        self._picture = 1000

    def flush(self) -> None:
        """Passes on the pieces that wait."""
        chunk = b"".join(self.out)
        self._written += len(chunk)
        if self._written > bounds.MOST_WRITTEN:
            raise TemplateRefused(_ENDLESS)
        if len(chunk) > bounds.LONGEST_TEXT and max(map(len, self.out)) > bounds.LONGEST_TEXT:
            self.is_long = True
        self.out.clear()
        self.feed(chunk)

    def odd(self, value: object, spot: Spot) -> bytes:
        """The XML of a value that is no ordinary line of text."""
        kind = type(value)
        if kind is str:
            return spot.text(value)  # type: ignore[arg-type]
        if kind is bool:
            return yes_no(bool(value)).encode()
        if kind is int and value.bit_length() < 10_000:  # type: ignore[attr-defined]
            return str(value).encode()
        if kind is date:
            return written_date(value).encode()
        if kind is Gap:
            self.gaps[value] = None  # type: ignore[index]
            return spot.marked(value.label)  # type: ignore[attr-defined]
        if kind in (dict, list):
            raise TemplateRefused(_GROUP_PRINTED)
        raise WrongValueError

    def joined(self, values: object, spot: Spot, between: str) -> bytes:
        """The XML of the items of a list with `between` in between."""
        return spot.text(between).join([self.odd(value, spot) for value in self.items(values, 1)])

    def true(self, value: object) -> bool:
        """Whether a condition on a value holds; a gap is true, and found."""
        if type(value) is Gap:
            self.gaps[value] = None
            return True
        if type(value) in (str, int, bool, list, dict):
            return bool(value)
        if type(value) is date:
            return True
        raise WrongValueError

    def compared(self, left: object, operator: str, right: object) -> bool:
        """Whether a comparison holds; a gap is equal to nothing."""
        if operator in ("in", "notin"):
            return self._holds(right, left) == (operator == "in")
        left, right = self._plain(left), self._plain(right)
        if _NEVER_EQUAL in (left, right):
            return operator == "ne"
        if operator in ("eq", "ne"):
            return (left == right) == (operator == "eq")
        if (type(left) is str) != (type(right) is str):
            raise TemplateRefused(_DOES_NOT_FIT)
        return _COMPARED[operator](left, right)

    def _holds(self, whole: object, value: object) -> bool:
        value = self._plain(value)
        if type(whole) is list:
            return any(self._plain(item) == value for item in self.items(whole, 1)) and value is not _NEVER_EQUAL
        if type(value) is str and type(whole) in (str, dict):
            return value in whole  # type: ignore[operator]
        raise TemplateRefused(_DOES_NOT_FIT)

    def _plain(self, value: object) -> object:
        if type(value) in (str, int, bool):
            return value
        if type(value) is date:
            return written_date(value)
        if type(value) is Gap:
            self.gaps[value] = None
            return _NEVER_EQUAL
        if type(value) in (list, dict):
            raise TemplateRefused(_DOES_NOT_FIT)
        raise WrongValueError

    def items(self, value: object, weight: int) -> list[object]:
        """The items that a loop walks through, each of which costs `weight` steps."""
        if type(value) is not list:
            raise TemplateRefused(_DOES_NOT_FIT)
        self._steps += (len(value) + 1) * weight
        if self._steps > bounds.MOST_STEPS:
            raise TemplateRefused(_ENDLESS)
        return value

    def first(self, value: object) -> object:
        """The first item of a list that has one."""
        return self._item(value, 0)

    def last(self, value: object) -> object:
        """The last item of a list that has one."""
        return self._item(value, -1)

    def _item(self, value: object, place: int) -> object:
        if type(value) is not list or not value:
            raise TemplateRefused(_DOES_NOT_FIT)
        return value[place]

    def length(self, value: object) -> int:
        """The number of items, names or characters."""
        if type(value) in (list, dict, str):
            return len(value)  # type: ignore[arg-type]
        raise TemplateRefused(_DOES_NOT_FIT)

    def known(self, value: object, name: str) -> object:
        """A value that the template first asks after by `is defined`."""
        if value is MISSING:
            raise KeyError(name)
        return value

    def next_number(self) -> bytes:
        """The number of the next picture."""
        self._picture += 1
        return b"%d" % self._picture


def namespace() -> dict[str, object]:
    """The names that the code of a template knows from the start."""
    return {
        "__builtins__": {"dict": dict, "enumerate": enumerate, "len": len, "str": str, "bool": bool},
        "escaped": escaped,
        "group": group,
        "NO_GROUP": NO_GROUP,
        "MISSING": MISSING,
        "FULL": FULL,
    }
