"""Countries and places in text: the ISO code, and the town that stands with it."""

import unicodedata
from functools import cache
from itertools import takewhile

from babel import Locale

from registry.exchange.annexes.fields.party_names import has_form
from registry.exchange.annexes.words.loading import phrases
from registry.exchange.annexes.words.matching import plain
from registry.exchange.annexes.words.sentences import denies_at
from registry.reference import load

_OTHER_NAMES = {
    "verenigde staten": "US",
    "vs": "US",
    "usa": "US",
    "us": "US",
    "united states of america": "US",
    "u s": "US",
    "amerika": "US",
    "verenigd koninkrijk": "GB",
    "uk": "GB",
    "engeland": "GB",
    "great britain": "GB",
    "groot brittannie": "GB",
    "the netherlands": "NL",
    "holland": "NL",
    "republic of ireland": "IE",
    "tsjechie": "CZ",
    "zuid korea": "KR",
    "rusland": "RU",
}
_ALSO_FORMS = frozenset({"AG", "SE", "SA", "AS", "CO", "AB"})  # codes of countries that are legal forms as well
_NO_COUNTRY = {"jersey", "man", "georgia"}  # also words or places of something else


@cache
def country_names() -> dict[str, str]:
    """Return the ISO code by each plain name of a country, in Dutch and English."""
    dutch = {country.label: country.code for country in load().countries.values()}
    english = {name: code for code, name in Locale("en").territories.items() if code in set(dutch.values())}
    names = {plain(name).strip(): code for name, code in (*english.items(), *dutch.items())}
    return {name: code for name, code in (names | _OTHER_NAMES).items() if name not in _NO_COUNTRY}


@cache
def eea() -> frozenset[str]:
    """Return the codes of the countries in the European Economic Area."""
    return frozenset(country.code for country in load().countries.values() if country.eea)


def countries(text: str) -> list[tuple[str, int]]:
    """Return the countries named in a text, each with the place of its name in the `plain` words."""
    words, found = plain(text), []
    capitals = {word.strip("().,;:/") for word in text.replace("/", " ").split() if word.isupper() or "." in word}
    for name, code in country_names().items():
        at = words.find(f" {name} ")
        if at >= 0 and (
            len(name) > 3
            or {name.upper(), ".".join(name.replace(" ", "").upper())} & capitals
            or (name == "u s" and "U.S" in text)
        ):
            found.append((code, at))
    for code in set(country_names().values()) & capitals:  # a bare "NL"
        if code not in _ALSO_FORMS or not _ends_names(text, code):
            found.append((code, words.find(f" {code.lower()} ")))
    first: dict[str, int] = {}
    for code, at in sorted(found, key=lambda one: one[1]):
        first.setdefault(code, at)
    return list(first.items())


def _ends_names(text: str, code: str) -> bool:
    """Whether a code is but the legal form of a party each time: "Alpenwolk AG", not "Stockholm (SE)"."""
    listed = text.replace("/", " ").split()
    before = [listed[at - 1] if at else "" for at, word in enumerate(listed) if word.strip(".,;:") == code]
    return bool(before) and all(one[:1].isupper() and one[-1].isalnum() for one in before)


def stated_countries(text: str) -> list[str]:
    """Return the countries that a sentence names, without those that come after a denial."""
    denied = denies_at(text)
    return [code for code, at in countries(text) if denied < 0 or at < denied]


def country_of(text: str) -> str | None:
    """Return the one country that a cell names; None for none or several."""
    found = countries(text)
    return found[0][0] if len(found) == 1 else None


def place_of(text: str, code: str) -> str | None:
    """Return the town that stands with a country: "Groningen, Nederland", "Duitsland (Frankfurt)"."""
    name = _name_in(text, code)
    if not name:
        return None
    before, _name, behind = text.partition(name)
    if behind.lstrip().startswith("("):
        inside = behind.lstrip()[1:].partition(")")[0]
        if code == "US" and _town(inside.replace(",", " ")) and inside.count(",") == 1:
            return inside.strip()  # with the state: "Columbus, Ohio"
        if town := _town(inside.split(",")[0]):
            return town
    if behind.lstrip().startswith(",") and (towns := _towns_behind(behind.lstrip(" ,"))):
        return towns
    if before.rstrip().endswith(("(", ",")) or before.rstrip().endswith((" in", "-", "–", "/", "|")):
        return _town(_last_capitals(before.rstrip(" (,-–/|").removesuffix(" in").rstrip(" ,")))
    if behind.lstrip(" ,").startswith(("te ", "in ")):
        return _town(behind.lstrip(" ,")[3:].split(",")[0].split(" en ")[0].split("(")[0])
    if behind.lstrip().startswith((",", ":", "-", "–", "|", "/")):
        return _town(behind.lstrip(" ,:-–|/").split(",")[0].split("(")[0].split(" en ")[0].split(";")[0])
    return None


def _towns_behind(behind: str) -> str | None:
    """The towns in what follows a country: "…, in Delft en in Almere" gives "Delft en Almere"."""
    if not behind.startswith(("te ", "in ")):
        return None
    said = (
        behind[3:]
        .partition(",")[0]
        .partition("(")[0]
        .partition(". ")[0]
        .replace(" en in ", " en ")
        .replace(" en te ", " en ")
    )
    towns = [_town(one) or "" for one in said.split(" en ")]
    return " en ".join(takewhile(bool, towns)) or None


def _name_in(text: str, code: str) -> str:
    lowered = _bare(text)
    for name, known in sorted(country_names().items(), key=lambda one: -len(one[0])):
        if known == code and len(name) > 3 and name in lowered:
            at = lowered.find(name)
            return text[at : at + len(name)]
    return next(
        (
            word.strip("().,;:")
            for word in text.split()
            if word.strip("().,;:") == code
            or (plain(word).strip() in {n for n, c in country_names().items() if c == code} and word.isupper())
        ),
        "",
    )


def _bare(text: str) -> str:
    """A text in small letters without accents, sign by sign as long as it was."""
    return "".join(unicodedata.normalize("NFKD", sign)[:1] for sign in text).lower().replace("-", " ")


def _last_capitals(text: str) -> str:
    found: list[str] = []
    for word in reversed(text.split()):
        if (not word[:1].isupper() and not (found and word in {"aan", "den", "de", "am", "op"})) or (
            found and word.endswith((".", ":", ";", ","))
        ):
            break
        found.append(word)
    return " ".join(reversed(found)).strip("(,.:;")


def _town(text: str) -> str | None:
    words_of = text.strip(" .,:;()|").split()
    while len(words_of) > 1 and plain(words_of[0]).strip() in _NOT_TOWNS:
        words_of = words_of[1:]
    bare = " ".join(words_of)
    if (
        not bare
        or not bare[0].isupper()
        or len(bare) > 40
        or len(bare.split()) > 4
        or any(sign.isdigit() for sign in bare)
    ):
        return None
    if has_form(bare) or has_form(f"{bare}."):
        return None  # a company
    words = plain(bare).strip()
    if words in country_names() or words in _NOT_TOWNS or words.split()[0] in _NOT_TOWNS:
        return None
    return bare


def is_no_town(word: str) -> bool:
    """Return whether a word with a capital is known to be no town: "Azure", "Europa"."""
    return plain(word).strip() in _NOT_TOWNS


_NOT_TOWNS = frozenset(phrases("places.not_towns"))
