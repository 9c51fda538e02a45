"""Whose a certificate is, by the words around it."""

import re

from registry.exchange.annexes.fields.dates import first_date
from registry.exchange.annexes.fields.party_names import formed_names, has_form
from registry.exchange.annexes.parts.entry import Part
from registry.exchange.annexes.words.loading import phrases
from registry.exchange.annexes.words.matching import plain
from registry.exchange.annexes.words.sentences import sentences

NAME = re.compile(
    r"(?<!\w)(?:(?:NEN[- ]?(?:EN[- ]?)?)?ISO(?:[/ -]?IEC)?[ -]?\d{4,5}(?:[-:]\d{1,4})?(?::\d{4})?"
    r"|NEN[ -]?7510(?:-\d)?(?::\d{4})?|SOC ?[123](?: [Tt]ype ?(?:II|I|2|1))?|ISAE ?3\d{3}(?: [Tt]ype ?(?:II|I|2|1))?"
    r"|PCI[ -]DSS|CSA STAR|Cyber Essentials(?: Plus)?|TISAX|BSI C5|Privacy Verified)"
)
_IN_A_ROW = re.compile(rf"(?:,|;|&|en |and |{NAME.pattern})\s*")
_HOLDER_WORDS = phrases("certificates.holder_words")
_SELF = frozenset(phrases("certificates.self"))
_CALLED = frozenset(phrases("supplier.called"))
_STOPS = phrases("certificates.stops")


def leads(part: Part, supplier: str | None) -> dict[int, str]:
    """Return by the id of an entry the holder that the line above its list names: "X B.V. beschikt over:"."""
    found: dict[int, str] = {}
    lead: str | None = None
    for entry in part.entries:
        text = entry.text.strip()
        if text.endswith(":") and "certification" in entry.sections:
            last = sentences(text)[-1]
            lead = holder_of(last, " :", supplier) or (supplier if _opens_self(last) else None)
        elif entry.is_title or not (entry.is_item or NAME.match(text)):
            lead = None
        elif lead:
            found[id(entry)] = lead
    return found


def in_full(holder: str, supplier: str | None) -> str:
    """Return a holder; the supplier in full where it is called "Verwerker" or by the first words of its name."""
    words = plain(holder).strip()
    own = plain(supplier or "")
    if supplier and (words in _SELF or (own.startswith(f" {words} ") and not has_form(holder))):
        return supplier
    return holder


def is_self(holder: str) -> bool:
    """Return whether a word such as "Verwerker" stands for the supplier."""
    return plain(holder).strip() in _SELF


def _opens_self(sentence: str) -> bool:
    return any(plain(sentence).startswith(f" {word} ") for word in _SELF)


def _only_party(sentence: str) -> str | None:
    """The one party that a sentence names with its legal form."""
    names = formed_names(sentence)
    return names[0] if len(names) == 1 else None


def holder_of(sentence: str, name: str, supplier: str | None) -> str | None:
    """Return whose a certificate is: that behind "op naam van", before "is gecertificeerd" or in brackets, or None."""
    said = _said_holder(sentence, name, supplier) or _only_party(sentence)
    return said and in_full(said, supplier)


def _said_holder(sentence: str, name: str, supplier: str | None) -> str | None:
    if said := _named_holder(sentence):
        return said
    before = sentence.partition(name)[0].strip()
    for verb in (" is ", " heeft ", " beschikt ", " has ", " holds "):
        if verb in f"{before} ":
            who = f"{before} ".partition(verb)[0].strip()
            if plain(who).strip() in phrases("certificates.self"):
                return supplier
            if who[:1].isupper() and len(who.split()) <= 6:
                return _proper(who)
    if plain(before).split()[:1] in (["wij"], ["we"]):
        return supplier
    behind = _without_others(sentence.partition(name)[2].lstrip(" ,-–"))
    inside = behind[1:].partition(")")[0].split(",")[0].strip() if behind.startswith("(") else ""
    return inside if inside[:1].isupper() and not first_date(inside) and len(inside.split()) <= 5 else None


def _without_others(behind: str) -> str:
    """What follows a certificate behind the others that stand in a row with it: "ISO 27001 en ISO 27018 (X)"."""
    rest = behind
    while match := _IN_A_ROW.match(rest):
        rest = rest[match.end() :].lstrip()
    return rest if rest.startswith("(") else behind


def _named_holder(sentence: str) -> str | None:
    lowered = sentence.lower()
    for word in _HOLDER_WORDS:
        at = lowered.find(word)
        while at >= 0:
            said = _until_stop(sentence[at + len(word) :])
            known = said.lower() in ("iso", "nen") or NAME.search(said) or first_date(said)
            if said[:1].isupper() and not known:
                return said
            at = lowered.find(word, at + 1)
    return None


def _proper(who: str) -> str | None:
    """The name at the end of "Ons datacenter Serverduin"."""
    words = who.split()
    small = max(
        (at for at, word in enumerate(words) if word.islower() and word not in ("de", "van", "der")), default=-1
    )
    name = words[small + 1 :]
    while name and name[0].islower():
        name = name[1:]
    while name and plain(name[0]).strip() in _CALLED:
        name = name[1:]
    return " ".join(name).rstrip(" ,;:") or None


def _until_stop(text: str) -> str:
    said = text
    for stop in _STOPS:
        at = said.find(stop)
        while at >= 0 and stop == "." and said[at - 1 : at + 3].strip(".").upper() in ("B.V", "N.V", "V"):
            at = said.find(stop, at + 1)
        if stop == "." and said.replace(" ", "").upper().endswith(("B.V.", "N.V.", "INC.", "LTD.")):
            continue
        said = (
            said[:at]
            if at >= 0 and not (stop == "." and said[max(at - 1, 0) : at + 3].upper() in ("B.V.", "N.V."))
            else said
        )
    return said.strip(" '“”\"")
