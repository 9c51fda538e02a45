"""Subprocessors told in sentences, by their legal form: "Voor de hosting gebruiken wij Wolkenveld B.V. (Nederland)"."""

from itertools import takewhile

from registry.exchange.annexes.annex_reading import LIKELY, SURE, Found, found
from registry.exchange.annexes.fields.party_names import formed_names
from registry.exchange.annexes.fields.places import countries
from registry.exchange.annexes.fields.subprocessor_verbs import done_by, told_of, with_country
from registry.exchange.annexes.fields.towns import town_alone
from registry.exchange.annexes.parts.entry import Entry
from registry.exchange.annexes.parts.headings import sections_of
from registry.exchange.annexes.words.loading import phrases
from registry.exchange.annexes.words.matching import plain
from registry.exchange.annexes.words.sentences import denies_at, sentences

_TASKS = phrases("subprocessors.tasks")
_ENDS = phrases("subprocessors.ends")
_ARTICLES = phrases("articles")
_LEADS, _LEADING = frozenset(phrases("subprocessors.leads")), frozenset(phrases("subprocessors.lead"))
_VAGUE = phrases("subprocessors.vague")
_BETWEEN = phrases("subprocessors.between")
_HANDED = frozenset(phrases("subprocessors.handed"))
_LONGEST_TASK, _LONGEST_LEAD = 6, 6  # words of what is left to a party, and from the verb up to its name
_NO_TASK = frozenset(phrases("subprocessors.no_task"))
_PARTIES = [[one] for one in phrases("subprocessors.parties")]
_FOR = ("voor", "for")
_SHORTEST = 6  # words of a text that is a sentence


def told_in_sentences(entry: Entry) -> list[Found]:
    """Return the subprocessors that sentences tell; none where the entry lists them with dashes or brackets only."""
    if tasks := [one for sentence in sentences(entry.quotation) if (one := _for_task(entry, sentence))]:
        return tasks
    if len(entry.text.split()) < _SHORTEST or any(cut in entry.text for cut in (" – ", " - ", " | ", "\t", "\n")):
        return []
    told: list[Found] = []
    for sentence in sentences(entry.text):
        if denies_at(sentence) < 0:
            here = [one for piece, name in _pieces(sentence) if (one := _told(entry, piece, name))]
            told = [*told, *here] if here else with_country(told, sentence)
    return told


def _for_task(entry: Entry, sentence: str) -> Found | None:
    """A party behind what it is for and a colon: "Voor hosting: Wolkenveld B.V. (Nederland)"."""
    task, _colon, said = sentence.partition(":")
    first, _blank, service = task.partition(" ")
    names, named = formed_names(said), countries(said)
    if first.lower() not in _FOR or len(names) != 1 or not 0 < len(service.split()) <= _LONGEST_TASK:
        return None
    value = {"name": names[0], "service": " ".join(_bare(service.split())), "country": named[0][0] if named else None}
    return found(value, entry.page, entry.quotation, SURE if len(named) == 1 else LIKELY)


def _pieces(sentence: str) -> list[tuple[str, str]]:
    """Each name with its own part of a sentence; a sentence with one name as a whole."""
    names = formed_names(sentence)
    if not names:
        return [(sentence, name) for name in [_bare_name(sentence)] if name]
    if len(names) == 1:
        return [(sentence, names[0])]
    starts = [sentence.find(name) for name in names]
    ends = [*starts[1:], len(sentence)]
    return [(_own(sentence[start:end]), name) for start, end, name in zip(starts, ends, names, strict=True)]


def _bare_name(sentence: str) -> str:
    """A name without a legal form behind "gebruiken wij" or "met", with a country in brackets behind it."""
    words = sentence.split()
    for at, word in enumerate(words[1:], start=1):
        if word[:1].isupper() and words[at - 1].lower() in _LEADS:
            name = list(takewhile(lambda one: one[:1].isupper(), words[at:]))
            behind = words[at + len(name) :]
            if behind and behind[0].startswith("(") and countries(" ".join(behind)):
                return " ".join(name)
    return ""


def _own(piece: str) -> str:
    """A part of a sentence without the word that leads to the next name."""
    bare = piece.rstrip(" ,.;")
    for lead in _BETWEEN:
        bare = bare.removesuffix(lead)
    return bare.rstrip(" ,")


def _told(entry: Entry, sentence: str, name: str) -> Found | None:
    before, _name, behind = sentence.partition(name)
    service = done_by(behind) or _handed(before) or _service(before, behind) or _bracketed(before, behind)
    clause = None if service else told_of(behind)
    called = before.split()[-1:] and before.split()[-1].lower() in _LEADS
    if not service and not (called and formed_names(name)):
        return None
    named = countries(f"{before} {behind}")
    town = None if named else town_alone(f"{before} {behind}")
    vague = any(one in plain(behind) for one in _VAGUE)
    country = named[0][0] if len(named) == 1 else town[0] if town else None
    value = {"name": name, "service": service or clause, "country": country}
    clear = service and len(named) == 1 and not vague and formed_names(name)
    return found(value, entry.page, entry.quotation, SURE if clear else LIKELY)


def _bracketed(before: str, behind: str) -> str | None:
    """What a party does by the brackets behind it: "Subverwerker is Wolkenveld B.V. (hosting, Nederland)"."""
    leads = bool(sections_of(before) & {"subprocessors"}) or not _LEADING.isdisjoint(plain(before).split())
    called = leads and behind.lstrip().startswith("(")
    pieces = behind.lstrip()[1:].partition(")")[0].split(",") if called else []
    return next((piece.strip() for piece in pieces if piece.strip() and not countries(piece)), None)


def _handed(before: str) -> str | None:
    """What is left to a party: "Onze hosting is in handen van"."""
    words = before.split()
    at = next((at for at, word in enumerate(words) if at and word.lower() in _HANDED), 0)
    task = " ".join(words[:at]) if len(words) - at <= _LONGEST_LEAD else ""
    if plain(words[0] if words else "").strip() in _NO_TASK or plain(task).split()[-1:] in _PARTIES:
        return None
    kept = task.split()
    kept = _bare(kept)
    proper = kept and len(kept) <= _LONGEST_TASK and not any(sign in task for sign in ",.:;(")
    return " ".join(kept) if proper else None


def _bare(words: list[str]) -> list[str]:
    """Words without an article before them, but for that of a verb: "het versturen van e-mail"."""
    while (
        words
        and words[0].lower() in _ARTICLES
        and not (words[0].lower() == "het" and words[1:2] and words[1].endswith("en"))
    ):
        words = words[1:]
    return words


def _service(before: str, behind: str) -> str | None:
    """What a party does: the words behind "voor" or "verzorgt", up to a verb or place."""
    for text in (_without_brackets(behind), before):
        words = text.split()
        at = next((at for at, word in enumerate(words) if word.lower().strip(",") in _TASKS), None)
        if at is None:
            continue
        rest = f" {' '.join(words[at + 1 :])} "
        for end in _ENDS:
            rest = f"{rest.partition(end)[0]} "
        kept = rest.strip(" .,;:").split()
        kept = _bare(kept)
        if kept and len(kept) <= 8 and not countries(" ".join(kept)):
            return " ".join(kept)
    return None


def _without_brackets(text: str) -> str:
    before, bracket, inside = text.partition("(")
    return f"{before} {inside.partition(')')[2]}" if bracket else text
