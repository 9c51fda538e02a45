"""The countries and towns that a sentence on storage names, each town with the country that it is in."""

from collections.abc import Iterable
from itertools import pairwise

from registry.exchange.annexes.annex_reading import LIKELY, SURE, Found, found
from registry.exchange.annexes.fields.eea_answers import OUTSIDE
from registry.exchange.annexes.fields.party_names import has_form_in
from registry.exchange.annexes.fields.places import country_names, is_no_town, place_of, stated_countries
from registry.exchange.annexes.fields.towns import known_towns, towns_alone, towns_of_several
from registry.exchange.annexes.parts.entry import Entry
from registry.exchange.annexes.words.loading import all_said, phrases
from registry.exchange.annexes.words.matching import plain
from registry.exchange.annexes.words.sentences import denies_at

_TOWN = 3  # words of the name of a town
_SHORT, _LONG = 12, 30  # words of a sentence about nothing else, and of one that tells more
_OFFICE, _STORED = phrases("storage.office"), phrases("storage.stored")


def places_in(entry: Entry, sentence: str, around: str) -> list[Found]:
    """Return the places of storage that a sentence of an entry names; `around` are all words of the entry."""
    words = plain(sentence)
    if any(one in words for one in _OFFICE) and not any(one in words for one in _STORED):
        return []  # where the supplier sits, not where data are
    codes = stated_countries(sentence)
    if not codes:
        if towns := towns_alone(sentence):
            return _towns(entry, sentence, towns)
        return [stored_at(entry, code, town, LIKELY) for code, town in towns_of_several(sentence)]
    told = _told(sentence, codes)
    sure = _how_sure(sentence, words, around, told)
    bare = [stored_at(entry, code, None, sure) for code in codes if not told[code]]
    return [*bare, *(stored_at(entry, code, town, sure) for code in codes for town in told[code])]


def stored_at(entry: Entry, code: str, town: str | None, sure: float) -> Found:
    """Return a place of storage as it is proposed."""
    return found({"country": code, "place": town}, entry.page, entry.quotation, sure)


def _told(sentence: str, codes: list[str]) -> dict[str, list[str]]:
    """The towns of each country: those that stand with its name, and the known ones of it elsewhere in the sentence."""
    known = {code: known_towns(sentence, code) for code in codes}
    told = {}
    for code in codes:
        others = {town for other in codes if other != code for town in known[other]}
        beside = [town for town in _several(place_of(sentence, code)) if town not in others]
        told[code] = _each_once([*beside, *known[code]])
    return told


def _each_once(towns: Iterable[str]) -> list[str]:
    """Towns without one that is but a piece of another: "Frankfurt" beside "Frankfurt am Main"."""
    listed = list(dict.fromkeys(towns))
    return [one for one in listed if not any(one != other and plain(one) in plain(other) for other in listed)]


def _several(town: str | None) -> list[str]:
    """One town, or each of several: "Arnhem en Almere"."""
    towns = [one.strip() for one in (town or "").replace(" and ", " en ").replace(" & ", " en ").split(" en ")]
    several = len(towns) > 1 and all(one[:1].isupper() for one in towns)
    return towns if several else [town] if town else []


def _how_sure(sentence: str, words: str, around: str, told: dict[str, list[str]]) -> float:
    """Less sure where a sentence is long, or tells of parties, of safeguards or of a town that no country was given."""
    outside = any(one in words for one in OUTSIDE) and " buiten nederland" not in around
    doubtful = len(words.split()) > _LONG or outside or bool(all_said("safeguards", words))
    by_party = has_form_in(sentence)
    return LIKELY if doubtful or by_party or _left_over(sentence, told) else SURE


def _left_over(sentence: str, told: dict[str, list[str]]) -> bool:
    """Whether a town without country stands in a sentence of which a country has no town: "in Bentelo, Nederland"."""
    if all(told.values()):
        return False
    given = {word for towns in told.values() for town in towns for word in plain(town).split()}
    listed = sentence.split()
    for before, word in pairwise(listed):
        bare = word.strip(".,;:()")
        named = before.lower().strip("(") in ("te", "in") and bare[:1].isupper() and not bare.isupper()
        if named and plain(bare).strip() not in given and not is_no_town(bare):
            return not any(plain(bare).strip() in name.split() for name in country_names())
    return False


def _towns(entry: Entry, sentence: str, towns: list[tuple[str, str]]) -> list[Found]:
    """The known towns, and less surely those that stand beside it in a list of names: "Meppel en Groningen"."""
    names = [one.strip(" .") for one in sentence.replace(" en ", ", ").replace(" and ", ", ").split(", ")]
    listed = len(names) > 1 and all(one[:1].isupper() and len(one.split()) <= _TOWN for one in names)
    sure = SURE if len(sentence.split()) <= _SHORT and denies_at(sentence) < 0 else LIKELY
    known = {town for _code, town in towns}
    others = [stored_at(entry, towns[0][0], one, LIKELY) for one in names if one not in known] if listed else []
    return [*(stored_at(entry, code, town, sure) for code, town in towns), *others]
