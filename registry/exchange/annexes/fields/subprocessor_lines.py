"""Subprocessors told in lines: a name, and behind it the service and country."""

from registry.exchange.annexes.annex_reading import LIKELY, SURE, Found, found
from registry.exchange.annexes.fields.party_names import formed_names
from registry.exchange.annexes.fields.places import countries
from registry.exchange.annexes.fields.towns import town_alone
from registry.exchange.annexes.parts.entry import Entry
from registry.exchange.annexes.parts.headings import split_mark
from registry.exchange.annexes.words.loading import phrases, word_list
from registry.exchange.annexes.words.matching import plain
from registry.exchange.annexes.words.sentences import is_blank, says_none

_MOST_SMALL = 2  # words without a capital in a name
_LONGEST_NAME = 5  # words of a party before a bracket
_LONGEST_TOWN = 3  # words
_SHORTEST_LEAD = 3
_LEADING = frozenset(phrases("subprocessors.lead"))
_LEGAL = phrases("subprocessors.legal")
_SPLITS = (" – ", " - ", " — ", ";", "\t", " | ")
_ELSEWHERE = phrases("subprocessors.elsewhere")
_MAKE = phrases("subprocessors.make")


def _lines(entry: Entry) -> list[str]:
    lines = [_without_lead(line) for line in entry.text.split("\n") if line.strip()]
    several = entry.text.count("(") > 1 and _outside_brackets(entry.text).count(";") > 0
    if not several:
        lines = [piece for line in lines for piece in _bracketed(line)]
    return [piece for line in lines for piece in (line.split(";") if several else [line])]


def _outside_brackets(text: str) -> str:
    """What of a text stands in no brackets."""
    first, *behind = text.split("(")
    return first + "".join(piece.partition(")")[2] for piece in behind)


def _without_lead(line: str) -> str:
    """A line without the words that lead to its parties: "X schakelt twee subverwerkers in: A B.V. (hosting)"."""
    lead, colon, rest = line.partition(": ")
    words = plain(lead).split()
    leads = len(words) >= _SHORTEST_LEAD and not _LEADING.isdisjoint(words) and words[-1] in (*_LEADING, "in")
    return rest if colon and leads and rest[:1].isupper() else line


def _bracketed(line: str) -> list[str]:
    """The parties of "A B.V. (hosting, NL), C B.V. (e-mail, NL) en D N.V. (opslag)"; any other line as it is."""
    bare = line.rstrip(" .")
    pieces = bare.removesuffix(")").replace(") en ", "),").replace(") and ", "),").split("),")
    pieces = [piece.strip(" ,").removeprefix("en ").removeprefix("and ") for piece in pieces]
    listed = len(pieces) > 1 and bare.endswith(")")
    named = all("(" in piece and len(piece.partition("(")[0].split()) <= _LONGEST_NAME for piece in pieces)
    return [f"{piece})" for piece in pieces] if listed and named else [line]


def told_in_lines(entry: Entry) -> list[Found]:
    """Return the subprocessors that the lines of an entry tell, one in each."""
    return [one for line in _lines(entry) if (one := _line(entry, line))]


def _line(entry: Entry, line: str) -> Found | None:
    """A subprocessor told in one line: a name, and behind it in brackets or between dashes or commas the rest."""
    text = split_mark(line.strip(" •-–*"))[1]
    if says_none(text) and len(text) < 120 and not countries(text):
        return None
    if plain(text).startswith(_ELSEWHERE):
        return None
    if _sentence(text):
        return _told(entry, text)
    name, rest = _name_and_rest(text)
    if not name or not rest or not name[:1].isupper() or len(name) > 60 or len(name.split()) > 6:
        return None
    if word_list("columns")["sub.name"].weight(plain(name)) and len(name.split()) == 1:
        return None  # "Bedrijf: …" names a part
    if sum(word.islower() for word in name.split()) > _MOST_SMALL:
        return None  # a sentence
    if (named := formed_names(name)) and not name.startswith(tuple(named)) and any(map(str.islower, name.split())):
        return None  # "Wij werken met X B.V.": a sentence
    name, town = _without_town(name)
    country = _country_of_town(town) or country_in(rest) or _country_of_town(rest)
    several = len(countries(text)) > 1  # that of its seat and that of its servers: which is meant?
    service = _service(rest)
    if country is None and service is None:
        return None
    return found(
        {"name": name, "service": service, "country": country},
        entry.page,
        entry.quotation,
        SURE if country and service and ". " not in service and not several else LIKELY,
    )


def _without_town(name: str) -> tuple[str, str]:
    """A name and the town behind it: "Wolkenveld B.V. te Delft"."""
    for join in (" te ", " uit ", " in ", " from "):
        before, joined, town = name.partition(join)
        if joined and town[:1].isupper() and len(town.split()) <= _LONGEST_TOWN:
            return before.strip(" ,"), town
    before, comma, place = name.rpartition(", ")
    return (before, place) if comma and (countries(place) or town_alone(place)) else (name, "")


def _country_of_town(town: str) -> str | None:
    told = town_alone(town) if town else None
    return country_in(town) or (told[0] if told else None)


def _sentence(text: str) -> bool:
    return (
        len(text.split()) > 5
        and any(f" {verb} " in f" {text} " for verb in _MAKE)
        and not any(cut in text for cut in (" – ", " | ", "\t", ";"))
    )


def _told(entry: Entry, text: str) -> Found | None:
    """A subprocessor in a sentence: "Wolkenveld B.V. verzorgt de hosting, in Nederland"."""
    words = text.split()
    at = next((at for at, word in enumerate(words) if word in _MAKE), 0)
    name = " ".join(words[:at]).strip(" ,:")
    proper = (
        name
        and name[:1].isupper()
        and len(name.split()) <= 5
        and not name.lower().startswith(("wij", "we ", "de ", "het ", "onze", "voor", "our"))
        and _LEADING.isdisjoint(plain(name).split())  # "Eén bedrijf helpt ons"
    )
    if not proper or "(" in name:
        return _line_brackets(entry, text)
    rest = " ".join(words[at + 1 :])
    country = country_in(rest)
    return found({"name": name, "service": _service(rest), "country": country}, entry.page, entry.quotation, LIKELY)


def _line_brackets(entry: Entry, text: str) -> Found | None:
    name, rest = _name_and_rest(text)
    if "(" not in text or not name[:1].isupper() or len(name.split()) > 5:
        return None
    return found(
        {"name": name, "service": _service(rest), "country": country_in(rest)}, entry.page, entry.quotation, LIKELY
    )


def _name_and_rest(text: str) -> tuple[str, str]:
    if "(" in text:
        name, _bracket, rest = text.partition("(")
        if not any(cut in name for cut in (":", ",", " – ", " - ")):
            return name.strip(" ,:-–"), rest.replace(")", ", ")
    for cut in _SPLITS:
        if cut in text:
            name, _cut, rest = text.partition(cut)
            return name.strip(" ,:"), rest
    for cut in (":", ","):
        name, found_cut, rest = text.partition(cut)
        if (
            found_cut
            and plain(rest).split()[:1]
            and plain(rest).split()[0] not in {word.replace(".", "") for word in _LEGAL}
        ):
            return name.strip(), rest
        if found_cut and cut == ",":
            legal, second, rest = rest.partition(",")
            if second:
                return f"{name.strip()}, {legal.strip()}", rest
    return "", ""


def _service(rest: str) -> str | None:
    """What is left of the rest of a line without the country and place."""
    pieces = [rest.replace("(", ",").replace(")", ",")]
    for cut in (";", " – ", " - ", " — ", "\t", " | ", ",", ": "):
        pieces = [piece for whole in pieces for piece in whole.split(cut)]
    kept = [piece.strip(" .") for piece in pieces if piece.strip(" .") and not countries(piece)]
    if kept:
        return tidy(kept[0])
    first = next((piece for piece in pieces if countries(piece)), "")
    before = first.split(" in ")[0].strip(" .")
    return tidy(before) if before and not countries(before) else None


def country_in(text: str) -> str | None:
    """Return the first country that a text names."""
    found_countries = countries(text)
    return found_countries[0][0] if found_countries else None


def tidy(text: str) -> str | None:
    """Return a text without blanks and signs around it; None where nothing is left."""
    bare = " ".join(text.split()).strip(" .,;:–-|")
    return None if is_blank(bare) else bare
