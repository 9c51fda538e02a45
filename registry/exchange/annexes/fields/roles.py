"""The function or department to ask: from a label, a known name, or the words before an address."""

from registry.exchange.annexes.annex_reading import CERTAIN, LIKELY, SURE, Found, found
from registry.exchange.annexes.fields.reach import emails, phones
from registry.exchange.annexes.parts.entry import Entry
from registry.exchange.annexes.words.loading import phrases, word_list
from registry.exchange.annexes.words.matching import plain

_ROLES = phrases("contacts.roles")
_FUNCTIONS = phrases("contacts.functions")
_WAYS = frozenset(phrases("contacts.ways"))
_TURNS = frozenset(phrases("contacts.turns"))
_LEADS = frozenset(phrases("contacts.leads"))  # "Neem contact op met de"
_VERBS = frozenset(phrases("contacts.verbs"))
_SPEAKERS = frozenset(phrases("contacts.speakers"))
_LONGEST = 6  # words of a function or department


def role_of(entry: Entry) -> Found | None:
    """Return the role that an entry on contact names; None where it names none, or only a person."""
    if any(one.strip(".") in entry.text for one in phrases("prompts")):
        return None
    text = entry.text.strip(" .")
    labelled = word_list("labels")["role"].weight(plain(entry.label)) > 0
    reached = bool(emails(text) or phones(text))
    if labelled and _is_role_text(text) and not reached:
        return found(text, entry.page, entry.quotation, CERTAIN)
    return _before_address(entry, text) or _known(entry) or (_in_label(entry) if reached else None)


def _in_label(entry: Entry) -> Found | None:
    """A label that is the department itself: "Afdeling Scholenservice: scholen@…", not "Contactpersoon: …"."""
    said = _without_owner(_bare_role(entry.label))
    named = plain(said).strip() in word_list("labels")["role"].patterns
    if not said or named or len(said.split()) > _LONGEST or not _is_function(said):
        return None
    return found(said, entry.page, entry.quotation, SURE)


def _without_owner(said: str) -> str:
    """A function without whose it is, or the person before it: "Privacy officer van Wolkjes", "Jo van de helpdesk"."""
    for join in (" van de ", " van het ", " van onze ", " of our ", " from our "):
        person, joined, function = said.partition(join)
        if joined and _is_function(function) and not _is_function(person):
            return function
    for join in (" van ", " bij ", " of ", " at "):
        function, joined, owner = said.partition(join)
        if joined and owner[:1].isupper() and _is_function(function):
            return function
    return said


def _is_role_text(text: str) -> bool:
    return bool(text) and text[0] not in "<[{" and "…" not in text and len(text) <= 60


def _before_address(entry: Entry, text: str) -> Found | None:
    """The words before the address: "afdeling Verkoop, verkoop@…", or alone in a cell or line of their own."""
    reached = [*emails(text), *phones(text)]
    before = text[: min((at for one in reached if (at := text.find(one)) >= 0), default=len(text))]
    for piece in reversed(before.replace("\n", ",").replace(" | ", ",").replace(":", ",").replace("(", ",").split(",")):
        said = _without_owner(_bare_role(piece))
        if said and len(said.split()) <= _LONGEST and _is_role_text(said) and _is_function(said):
            known = next((role for role in _ROLES if plain(said).startswith(f" {role} ")), "")
            named = known and plain(said).strip() != known  # "Helpdesk Wolkjes": with the name of the product or not?
            return found(said, entry.page, entry.quotation, LIKELY if named else SURE)
    return None


def _bare_role(piece: str) -> str:
    """A piece of text without "neem contact op met onze" before it and "via e-mail" behind it."""
    piece = piece.rpartition(" terecht bij ")[2]
    words = piece.replace("?", " ").replace("!", " ").split()
    verbs = [at for at, word in enumerate(words) if at and word.lower() in _VERBS]
    words = words[: verbs[0]] if verbs and words[0].lower() not in _SPEAKERS else words
    turns = [at for at, word in enumerate(words[:-1]) if word.lower() in _TURNS]
    words = words[turns[-1] + 1 :] if turns else words
    while words and words[0].lower().strip(".") in _LEADS:
        words = words[1:]
    while words and words[-1].lower().strip(".:-–") in _WAYS:
        words = words[:-1]
    return " ".join(words).strip(" .-–)")


def _is_function(said: str) -> bool:
    words = plain(said).split()
    return any(word == one or (len(one) > 4 and word.endswith(one)) for word in words for one in _FUNCTIONS) or any(
        f" {role} " in plain(said) for role in _ROLES
    )


def _known(entry: Entry) -> Found | None:
    said = f"{entry.label} {entry.text}"
    for address in emails(said):
        said = said.replace(address, " ")
    lowered = said.lower()
    for role in _ROLES:
        at = lowered.find(role)
        if at >= 0 and f" {role} " in plain(lowered):
            return found(said[at : at + len(role)], entry.page, entry.quotation, LIKELY if len(lowered) > 200 else SURE)
    return None
