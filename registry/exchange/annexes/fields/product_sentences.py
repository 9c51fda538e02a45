"""The products that sentences name: "Wolkjes is een product van …", "voor de volgende producten: …"."""

from collections.abc import Iterable, Iterator

from registry.exchange.annexes.annex_reading import LIKELY, SURE, Found, found
from registry.exchange.annexes.fields.party_names import has_form
from registry.exchange.annexes.fields.reach import emails, web_addresses
from registry.exchange.annexes.parts.entry import Entry, Part
from registry.exchange.annexes.words.loading import phrases
from registry.exchange.annexes.words.matching import plain
from registry.exchange.annexes.words.sentences import sentences

_MAKERS = phrases("supplier.makers")
_CALLS, _ABOUT, _LISTS = phrases("products.calls"), phrases("products.about"), phrases("products.lists")
_NO_PRODUCT = frozenset(phrases("products.no_product"))
_OPENING = 10  # entries in which an annex or agreement tells what it is about
_LONGEST = 6  # words of a name
_SMALL = {"&", "+", "voor", "van", "en", "de", "het", "in", "op", "for", "and"}


def told_products(part: Part) -> list[Found]:
    """Return the products that the first lines of a part name; those of a list or of "is een product van" surely."""
    listed = list(_listed(part.entries))
    if listed:
        return listed
    opening = [entry for entry in part.entries[:_OPENING] if len(entry.cells) == 1]
    told = [one for entry in opening for one in _made(entry)] or [one for entry in opening for one in _called(entry)]
    first: dict[str, Found] = {}
    for one in told:
        first.setdefault(str(one.value).casefold(), one)
    return list(first.values())[:1]


def _listed(entries: Iterable[Entry]) -> Iterator[Found]:
    """The items below a line such as "Deze bijsluiter geldt voor de volgende producten:"."""
    listing = False
    for entry in entries:
        if entry.text.rstrip().endswith(":") and any(one in entry.words for one in _LISTS):
            listing = True
        elif listing and entry.is_item and not entry.is_title:
            name = entry.text.partition(" (")[0].partition(": ")[0].strip(" .;,")
            if name and len(name.split()) <= _LONGEST:
                yield found(name, entry.page, entry.quotation, SURE)
        else:
            listing = False


def _made(entry: Entry) -> Iterator[Found]:
    for sentence in sentences(entry.quotation):
        for verb in (" is ", " wordt ", " are ", " zijn "):
            name, said, rest = sentence.partition(verb)
            proper = name[:1].isupper() and len(name.split()) <= _LONGEST and not has_form(name)
            if said and proper and any(f"{rest}".lower().startswith(call) for call in _MAKERS):
                yield found(name.strip(" “”\"'"), entry.page, entry.quotation, SURE)


def _called(entry: Entry) -> Iterator[Found]:
    """The name behind "het product" or "deze bijsluiter gaat over"."""
    asked = "product" in plain(entry.heading) and entry.heading.endswith("?")
    for sentence in sentences(entry.quotation):
        lowered = f" {sentence.lower()}"
        starts = [at + len(call) for call in (*_ABOUT, *_CALLS) if (at := lowered.find(f" {call}")) >= 0]
        if asked and lowered.startswith(" over "):
            starts.append(len("over "))
        for start in starts:
            if name := _name_at(sentence[start:]):
                yield found(name, entry.page, entry.quotation, LIKELY)


def _name_at(text: str) -> str:
    """The capitals at the start of a text: "Wolkjes Rekenen levert" gives "Wolkjes Rekenen"."""
    kept: list[str] = []
    for word in text.split()[: _LONGEST + 1]:
        bare = word.strip("“”\"'(").rstrip(".,;:)")
        if not bare or not (bare[0].isupper() or bare[0].isdigit() or (kept and bare in _SMALL)):
            break
        kept.append(bare)
        if word[-1] in ".,;:)":
            break
    while kept and kept[-1] in _SMALL:
        kept.pop()
    name = " ".join(kept)
    no_name = has_form(name) or emails(name) or web_addresses(name) or name.isdigit()
    return "" if no_name or plain(name).strip() in _NO_PRODUCT else name
