"""Which fields a column can fill, by its heading and by what stands in its cells."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from registry.exchange.lists.catalogue import is_product, is_supplier, products_in
from registry.exchange.lists.fields import fields, headings, plain
from registry.exchange.tables.table import Table

_NEAR = 85  # of 100: "produkt" still is one, "school" and "schoolgids" are not the same
_GROUPS = (
    "leverancier",
    "verwerker",
    "product",
    "applicatie",
    "overeenkomst",
    "contract",
    "verwerkersovereenkomst",
    "school",
)
_NO_HEADING = re.compile(r"(?:Kolom [0-9]{1,4})?")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A field that a column could fill, why, and how sure that is."""

    field: str
    reason: str
    certainty: float


@lru_cache(maxsize=2000)
def by_heading(heading: str) -> tuple[Candidate, ...]:
    """Return the fields that a heading may name: as it stands, without what is in brackets, or nearly so spelled."""
    if len(heading) > 120:
        return ()
    name = plain(heading)
    bare = plain(re.sub(r"\([^()]{0,100}\)", " ", heading))
    tries = ((name, 0.95), (bare, 0.9), (bare.removesuffix(" ja nee"), 0.9), (_without_group(bare), 0.8))
    for tried, certainty in tries:
        if tried in headings():
            codes = headings()[tried]
            return tuple(Candidate(code, *_why(code, heading, certainty - 0.01 * n)) for n, code in enumerate(codes))
    return _near(bare)


def _why(code: str, heading: str, certainty: float) -> tuple[str, float]:
    if heading == fields()[code].label:
        return "de kop is de naam van het veld", 1.0
    return f"de kop “{heading}” betekent “{fields()[code].label}”", round(certainty, 2)


def _without_group(name: str) -> str:
    first, _, rest = name.partition(" ")
    return rest if first in _GROUPS else name


def _near(name: str) -> tuple[Candidate, ...]:
    if len(name) < 5:
        return ()
    from rapidfuzz import fuzz, process  # heavy, and asked for seldom: not at every start

    near = process.extractOne(name, headings().keys(), scorer=fuzz.token_sort_ratio, score_cutoff=_NEAR)
    if not near:
        return ()
    spelled, score, _ = near
    reason = f"de kop lijkt op “{spelled}”"
    return tuple(
        Candidate(code, reason, round(0.85 * score / 100 - 0.01 * n, 2)) for n, code in enumerate(headings()[spelled])
    )


_SHAPES: tuple[tuple[re.Pattern[str], tuple[str, ...], str], ...] = (
    (re.compile(r"[0-9]{8}"), ("supplier.kvk", "board.kvk"), "hier staan nummers van 8 cijfers"),
    (re.compile(r"(?:https?://|www\.)[^ ]{3,300}"), ("supplier.website", "school.website"), "hier staan webadressen"),
    (re.compile(r"[^@ ]{1,64}@[^@ ]{3,190}"), ("contact.email",), "hier staan e-mailadressen"),
    (re.compile(r"[0-9]{2}[A-Za-z]{2}(?:[0-9]{2})?"), ("school.site_code", "use.schools"), "hier staan BRIN-nummers"),
    (re.compile(r"[1-9][0-9]{3} ?[A-Z]{2}"), ("school.postcode", "supplier.postcode"), "hier staan postcodes"),
)


def by_contents(table: Table, index: int) -> tuple[Candidate, ...]:
    """Return the fields that the cells of a column point to; under a heading that we do not know only names count."""
    cells = [row.cells[index] for row in table.rows[:100]]
    filled = [str(cell).strip() for cell in cells if cell is not None and not isinstance(cell, bool)]
    if not filled:
        return ()
    names = _by_names(filled)
    if names or not _NO_HEADING.fullmatch(table.headings[index]):
        return names
    for shape, codes, reason in _SHAPES:
        if _share(filled, lambda cell, shape=shape: bool(shape.fullmatch(cell))) >= 0.8:  # type: ignore[misc]
            return tuple(Candidate(code, reason, 0.6) for code in codes)
    return ()


def _by_names(filled: list[str]) -> tuple[Candidate, ...]:
    least = 0.4 if len(filled) > 2 else 1.0
    if _share(filled, lambda cell: any(map(is_product, products_in(cell)))) >= least:
        return (Candidate("product.name", "hier staan producten die wij kennen", 0.7),)
    if _share(filled, is_supplier) >= least:
        return (Candidate("supplier.name", "hier staan leveranciers die wij kennen", 0.7),)
    return ()


def _share(cells: list[str], holds: Callable[[str], bool]) -> float:
    return sum(map(holds, cells)) / len(cells)
