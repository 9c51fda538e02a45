"""What a reader proposes: each value with the page, the words in which it was found, and how sure it is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from registry.exchange.annexes import bounds

Scalar = str | int | bool | None
Value = Scalar | Mapping[str, Scalar]

# How sure a value is, from 0 to 1. A screen may offer all values from SURE on to be confirmed at once.
CERTAIN, SURE, LIKELY, UNSURE = 0.98, 0.9, 0.75, 0.5

TEXTS = ("supplier.name", "supplier.kvk", "supplier.website", "model_version", "data_category_other", "version", "date")
NESTED = ("contact.email", "contact.phone", "contact.role", "breach.email", "breach.phone", "breach.hours")
LEVELS = ("biv.B", "biv.I", "biv.V")
SINGLES = (*TEXTS, *NESTED, *LEVELS, "storage_inside_eea")
LISTS = (
    "products",
    "purposes",
    "data_categories",
    "denied",
    "data_subjects",
    "storage",
    "safeguards",
    "subprocessors",
    "retention",
    "certificates",
    "placeholders",
    "deviations",
)


@dataclass(frozen=True, slots=True)
class Found:
    """A value, the page and words in which it was found, and how sure it is (0 to 1, sure from 0.9 on).

    The value is None where the place was found but no value of the asked kind stands there ("binnen één werkdag" is
    no number of hours).
    """

    value: Value
    page: int
    text: str
    certainty: float


@dataclass(frozen=True, slots=True)
class AnnexReading:
    """What one annex says. `kind` is "privacy" or "security".

    `single` holds the values that there is one of, by path ("supplier.name", "biv.B"); `lists` those that there may be
    more of, by field. What is not there was not found. An empty list was stated as none, and `none` tells where.
    `knows_pages` is False for a Word file that does not tell its pages: no page is told of anything then.
    """

    kind: str
    single: Mapping[str, Found] = field(default_factory=dict)
    lists: Mapping[str, tuple[Found, ...]] = field(default_factory=dict)
    none: Mapping[str, Found] = field(default_factory=dict)
    knows_pages: bool = True


@dataclass(slots=True)
class Findings:
    """What is gathered while an annex is read."""

    single: dict[str, Found] = field(default_factory=dict)
    lists: dict[str, tuple[Found, ...]] = field(default_factory=dict)
    none: dict[str, Found] = field(default_factory=dict)

    def one(self, path: str, found: Found | None) -> None:
        """Take up a single value; the one that is more sure stays."""
        if found and (path not in self.single or found.certainty > self.single[path].certainty):
            self.single[path] = found

    def many(self, name: str, found: Iterable[Found]) -> None:
        """Take up the values of a list, each once."""
        kept: dict[str, Found] = {}
        for one in found:
            key = repr(one.value)
            if key not in kept or one.certainty > kept[key].certainty:
                kept[key] = one
        if kept:
            self.lists[name] = tuple(kept.values())

    def stated_none(self, name: str, where: Found) -> None:
        """Take up that a list is stated to be empty, unless values were found for it."""
        if not self.lists.get(name):
            self.lists[name] = ()
            self.none[name] = where


def found(value: Value, page: int, text: str, certainty: float) -> Found:
    """Return a value with its place; the quotation is cut to what is shown."""
    words = " ".join(text.split())
    short = words if len(words) <= bounds.QUOTATION else f"{words[: bounds.QUOTATION - 1]}…"
    return Found(value, page, short, round(certainty, 2))


def at_most(one: Found, certainty: float) -> Found:
    """Return a value no more sure than this."""
    return one if one.certainty <= certainty else replace(one, certainty=certainty)
