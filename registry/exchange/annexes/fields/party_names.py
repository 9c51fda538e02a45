"""The name of a party: out of a value, a party block or a sentence."""

from registry.exchange.annexes.fields.reach import emails, phones, web_addresses
from registry.exchange.annexes.parts.entry import Entry
from registry.exchange.annexes.words.loading import phrases, word_list
from registry.exchange.annexes.words.matching import plain
from registry.exchange.annexes.words.sentences import is_blank

_FORMS = phrases("supplier.forms")


_KINDS = phrases("supplier.kinds")
_CALLED = frozenset(phrases("supplier.called"))
_UPPER = ("AS", "SA")  # forms that are words as well
_JOINS = ("&", "+")  # within a name
_FEWEST_SAID = 3  # words of a sentence


def party_name(text: str) -> str | None:
    """The name at the start of a value that may go on with an address."""
    first = text.split("\n")[0].split("|")[0].strip()
    for cut in (" (", ";", " gevestigd", " te ", " kvk", " KvK", " located", " statutair", " – ", " - ", " at "):
        first = first.partition(cut)[0]
    pieces = first.split(",")
    name = pieces[0]
    if len(pieces) > 1 and pieces[1].strip().lower() in _FORMS:
        name = f"{pieces[0]}, {pieces[1].strip()}"
    name = without_kind(name.strip(" :“”\"'"))
    bad = (
        is_blank(name)
        or name[:1] in "<[{"
        or "…" in name
        or len(name) > 70
        or emails(name)
        or phones(name)
        or web_addresses(name)
        or _is_said(name)
    )
    return None if bad or len(name.split()) > 8 or not any(sign.isalpha() for sign in name) else name


def _is_said(name: str) -> bool:
    """Whether this is a piece of a sentence and no name: "wat de AVG daaronder verstaat"."""
    words = [word for word in name.split() if word[:1].isalpha()]
    small = sum(word.islower() for word in words)
    return len(words) >= _FEWEST_SAID and small * 2 > len(words) and not has_form(name)


def without_kind(name: str) -> str:
    """Return a name without the kind of legal person before it: "de naamloze vennootschap"."""
    for kind in _KINDS:
        if name.lower().startswith(f"{kind} "):
            return name[len(kind) :].strip(" ,:")
    return name


def is_labelled(entry: Entry, name: str) -> bool:
    """Return whether the label of an entry is one of this row of words/labels.toml."""
    return bool(entry.label) and word_list("labels")[name].weight(plain(entry.label)) > 0


def formed_names(text: str) -> list[str]:
    """Return the names in a text that end in a legal form: "Wolkenveld Hosting B.V."."""
    found: list[str] = []
    gathered: list[str] = []
    words = text.split()
    for word, behind in zip(words, [*words, ""][1:], strict=True):
        bare = word.strip("(,;:“”\"'")
        opened = word[:1] in '(“"' or not (bare[:1].isupper() or (gathered and bare in _JOINS))
        if opened:
            gathered = []
        if bare[:1].isupper() or (gathered and bare in _JOINS):
            gathered.append(bare.rstrip(")"))
            if len(gathered) == 1 and plain(bare).strip() in _CALLED:
                gathered = []  # "Hostingpartij X B.V."
            formed = gathered[-1:] and (gathered[-1].lower() in _FORMS or gathered[-1] in _UPPER)
            if len(gathered) > 1 and formed and behind.strip("(),;:").lower() not in _FORMS:
                found.append(" ".join(gathered).rstrip(",;:"))
                gathered = []
        if word.endswith((",", ";", ":")):
            gathered = []
    return list(dict.fromkeys(found))


def has_form(name: str) -> bool:
    """Return whether a name ends in a legal form."""
    return any(word.lower().strip(",") in _FORMS for word in name.split())


def has_form_in(text: str) -> bool:
    """Return whether a text holds a legal form."""
    return any(word.lower().strip(",;:()") in _FORMS or word.lower().strip(",;:") in _FORMS for word in text.split())


def name_behind(sentence: str, call: str) -> str | None:
    """Return the name behind words such as “een product van”; None where there is none."""
    at = sentence.lower().find(call)
    if at < 0:
        return None
    name = party_name(sentence[at + len(call) :].strip())
    if not name:
        return None
    kept: list[str] = []
    for word in name.split():
        if word.islower() and word not in ("de", "van", "der", "en", "voor", "het", "&"):
            break
        kept.append(word)
    return (
        " ".join(kept).strip(" .") + ("." if kept and kept[-1].upper() in ("B.V.", "N.V.") else "")
        if kept and kept[0][:1].isupper()
        else None
    )
