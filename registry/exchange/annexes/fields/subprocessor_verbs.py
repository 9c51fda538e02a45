"""What a party does by the verb behind its name, and the country that a sentence after it tells of it."""

from dataclasses import replace

from registry.exchange.annexes.annex_reading import LIKELY, Found
from registry.exchange.annexes.fields.places import countries
from registry.exchange.annexes.words.loading import phrases
from registry.exchange.annexes.words.matching import plain

_LIGHT = frozenset(phrases("subprocessors.light"))  # say no more than that it is done: "verzorgt de hosting"
_TELLING = frozenset(phrases("subprocessors.telling"))
_SEATS = phrases("subprocessors.seats")  # " en staat in Finland"
_FOR_US = phrases("subprocessors.for_us")
_WHO = ("die ", "dat ", "welke ", "which ", "that ", "who ")
_ARTICLES = phrases("articles")
_ONE, _ALL = phrases("subprocessors.the_one"), phrases("subprocessors.them_all")
_FURTHEST, _LONGEST = 4, 8  # words up to the verb, and of what is done


def done_by(behind: str) -> str | None:
    """Return what the words behind a name say that the party does: "levert de servers", of "verzorgt …" the object."""
    words = _without_brackets(behind).split()
    at = next((at for at, word in enumerate(words[:_FURTHEST]) if word in _LIGHT | _TELLING), None)
    if at is None or (at and not countries(" ".join(words[:at]))):
        return None
    said = _until_seat(" ".join(words[at + 1 :]))
    kept = [words[at], *said.split()] if words[at] in _TELLING else _object(said)
    return " ".join(kept) if kept and len(kept) <= _LONGEST and said else None


def told_of(behind: str) -> str | None:
    """Return what a clause behind a name tells of the party: "X B.V., die de servers beheert"."""
    said = behind.strip(" ,")
    clause = next((said.removeprefix(one) for one in _WHO if said.startswith(one)), "")
    kept = _until_seat(clause).split()
    return " ".join(kept) if 1 < len(kept) <= _LONGEST else None


def _until_seat(text: str) -> str:
    """A text up to where it goes on with the seat of the party, or with something else."""
    said = f" {text} "
    for stop in (",", ";", ". ", *_SEATS):
        said = f"{said.partition(stop)[0]} "
    return _until_country(said).strip(" .")


def _until_country(text: str) -> str:
    """A text without "in" or "vanuit" and a country behind it."""
    for join in (" in ", " vanuit ", " uit ", " from "):
        before, joined, behind = text.partition(join)
        if joined and countries(behind):
            return before
    return text


def _object(said: str) -> list[str]:
    """What is done, without an article and without "voor ons"."""
    for one in _FOR_US:
        said = f" {said} ".replace(one, " ")
    words = said.split()
    return words[1:] if words and words[0].lower() in _ARTICLES else words


def _without_brackets(text: str) -> str:
    before, bracket, inside = text.partition("(")
    return f"{before} {inside.partition(')')[2]}" if bracket else text


def with_country(told: list[Found], sentence: str) -> list[Found]:
    """Return the parties with the country that a sentence after them tells: "Dat bedrijf zit in Nederland"."""
    words, named = plain(sentence), countries(sentence)
    every, one = words.startswith(_ALL), words.startswith(_ONE)
    if len(named) != 1 or not told or not (every or one):
        return told
    first = 0 if every else len(told) - 1
    return [_in_country(one, named[0][0]) if at >= first else one for at, one in enumerate(told)]


def _in_country(one: Found, code: str) -> Found:
    if not isinstance(one.value, dict) or one.value["country"]:
        return one
    return replace(one, value=one.value | {"country": code}, certainty=min(one.certainty, LIKELY))
