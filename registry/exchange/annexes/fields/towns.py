"""Towns that are known by name, with the country of each."""

from functools import cache

from registry.exchange.annexes.fields.places import countries
from registry.exchange.annexes.words.loading import word_list
from registry.exchange.annexes.words.matching import plain
from registry.exchange.annexes.words.sentences import denies_at


def town_alone(text: str) -> tuple[str, str] | None:
    """Return the country and name of the one well-known town in a text that names no country; else None."""
    said = towns_alone(text)
    return said[0] if len(said) == 1 else None


def towns_alone(text: str) -> list[tuple[str, str]]:
    """Return the country and name of each well-known town in a text that names no country, where all are in one."""
    said = towns_of_several(text)
    return said if len({code for code, _town in said}) == 1 else []


def towns_of_several(text: str) -> list[tuple[str, str]]:
    """Return the country and name of each well-known town in a text that names no country."""
    if countries(text) or denies_at(text) >= 0:
        return []
    words = plain(text)
    said = [(code, town) for code, towns in _towns().items() for town in towns if f" {plain(town).strip()} " in words]
    return sorted(said, key=lambda one: words.find(f" {plain(one[1]).strip()} "))


def known_towns(text: str, code: str) -> list[str]:
    """Return the well-known towns of a country in a text, in the order of the text, up to a denial."""
    words, denied = plain(text), denies_at(text)
    places = {town: words.find(f" {plain(town).strip()} ") for town in _towns().get(code, ())}
    said = {town: at for town, at in places.items() if at >= 0 and (denied < 0 or at < denied)}
    return sorted(said, key=lambda town: said[town])


@cache
def _towns() -> dict[str, tuple[str, ...]]:
    return {code: word.patterns for code, word in word_list("towns").items()}
