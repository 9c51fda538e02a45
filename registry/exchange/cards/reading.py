"""A supplier card as a file: read with all its faults in one Dutch sentence, and written with its hash."""

import hashlib
import json
from functools import cache
from importlib.resources import files
from typing import Any

from registry.errors import FileRefused
from registry.exchange.cards.faults import sentence_of
from registry.identifiers import holds_national_number

MOST_BYTES = 1_000_000
DEEPEST = 12
HASH = "hash"
Card = dict[str, Any]


@cache
def schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a card."""
    text = files("registry.exchange.cards").joinpath("card.schema.json").read_text(encoding="utf-8")
    return json.loads(text)  # type: ignore[no-any-return]


@cache
def _validator() -> Any:
    from jsonschema import Draft202012Validator, FormatChecker  # heavy, and asked for seldom: not at every start

    return Draft202012Validator(schema(), format_checker=FormatChecker(["date"]))


def read_card(content: bytes) -> Card:
    """Return what the card says; FileRefused with the first thing that is wrong with it.

    A card without a hash is unsigned, and is read; one with a wrong hash was changed on its way, and is refused.
    """
    card: Card = _json(content)
    for fault in _validator().iter_errors(card):  # the first ends it: a hostile card has half a million
        raise FileRefused(sentence_of(fault))
    for place, text in texts(card):
        if holds_national_number(text):
            raise FileRefused(f"Bij {place} staat een nummer dat een BSN kan zijn. Haal het weg en probeer opnieuw.")
    if HASH in card and card[HASH] != hash_of(card):
        raise FileRefused(
            "De controlecode (hash) past niet bij de kaart. De kaart is onderweg veranderd, of met de hand aangepast: "
            "haal dan de regel “hash” weg."
        )
    return card


def card_file(card: Card) -> bytes:
    """Return the card as a file that people can read, signed with its hash."""
    signed = {**card, HASH: hash_of(card)}
    return json.dumps(signed, ensure_ascii=False, indent=2).encode() + b"\n"


def hash_of(card: Card) -> str:
    """Return the hash of a card: SHA-256 over its canonical JSON without the hash itself.

    Canonical: keys in order, no blanks between parts, signs as UTF-8. For a card, with its texts and whole numbers,
    that is RFC 8785.
    """
    said = {key: value for key, value in card.items() if key != HASH}
    canonical = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"sha256:{hashlib.sha256(canonical.encode()).hexdigest()}"


def texts(value: Any, place: str = "") -> list[tuple[str, str]]:
    """Return every text of a card with the names that lead to it."""
    if isinstance(value, str):
        return [(place, value)]
    if isinstance(value, dict):
        return [one for key, inner in value.items() if key != HASH for one in texts(inner, f"{place} {key}".strip())]
    if isinstance(value, list):
        return [one for row, inner in enumerate(value, start=1) for one in texts(inner, f"{place} {row}")]
    return []


def _json(content: bytes) -> Any:
    if len(content) > MOST_BYTES:
        raise FileRefused("Deze kaart is te groot: hoogstens 1 MB.")
    try:
        text = content.decode("utf-8-sig")
        if text.count("{") + text.count("[") > 20_000 or _depth(text) > DEEPEST:
            raise FileRefused("Deze kaart is te groot of te diep genest.")
        found = json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
        json.dumps(found, ensure_ascii=False).encode()  # half a sign in an escape is no text
    except (ValueError, RecursionError) as fault:
        raise FileRefused("Dit is geen kaart: het bestand is geen geldige JSON in UTF-8.") from fault
    return found


def _depth(text: str) -> int:
    """How deep the brackets go at most; those inside texts count as well, which only makes it stricter."""
    depth = deepest = 0
    for sign in text:
        if sign in "{[":
            depth += 1
            deepest = max(deepest, depth)
        elif sign in "}]":
            depth -= 1
    return deepest


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a name stands there twice")
    return found


def _no_number(name: str) -> None:
    raise ValueError(name)
