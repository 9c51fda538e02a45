"""The products that sentences name: "Wolkjes is een product van …", "voor de volgende producten: …"."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from registry.exchange.annexes.annex_reading import LIKELY, SURE, Found, found
from registry.exchange.annexes.fields.party_names import has_form
from registry.exchange.annexes.fields.reach import emails, web_addresses
from registry.exchange.annexes.parts.entry import Entry, Part
from registry.exchange.annexes.parts.headings import split_mark
from registry.exchange.annexes.parts.tables import is_label
from registry.exchange.annexes.words.loading import phrases
from registry.exchange.annexes.words.matching import plain
from registry.exchange.annexes.words.sentences import sentences

_MAKERS = phrases("supplier.makers")
_CALLS, _ABOUT, _LISTS = phrases("products.calls"), phrases("products.about"), phrases("products.lists")
_NO_PRODUCT = frozenset(phrases("products.no_product"))
_KINDS, _NONE = frozenset(phrases("products.kinds")), frozenset(phrases("products.none"))
_VERBS = phrases("products.verbs")
_COLUMNS = ("product", "producten", "productnaam", "naam product", "naam van het product", "product name", "applicatie")
_FEWEST_COLUMNS = 3  # of a table without a head of its own: two are labels and values
_FREE = frozenset({"general", "services"})
_NO_START = frozenset(("de", "het", "een", "dit", "deze", "dat", "wij", "the", "this", "these", "we", "er", "onze"))
_SHORT_NAME = 3  # words of a name with which a sentence opens
_OPENING = 10  # entries in which an annex or agreement tells what it is about
_LONGEST = 6  # words of a name
_SMALL = {"&", "+", "voor", "van", "en", "de", "het", "in", "op", "for", "and"}


def told_products(part: Part) -> list[Found]:
    """Return the products that the first lines of a part name; those of a list or of "is een product van" surely."""
    listed = list(_listed(part.entries))
    if listed:
        return listed
    opening = [entry for entry in part.entries[:_OPENING] if len(entry.cells) == 1]
    told = (
        [one for entry in opening for one in _made(entry)]
        or _below_label(part.entries[:_OPENING])
        or _asked_after(part.entries[:_OPENING])
        or [one for entry in opening for one in _called(entry)]
        or [one for entry in opening for one in _described(entry)]
    )
    first: dict[str, Found] = {}
    for one in told:
        first.setdefault(str(one.value).casefold(), one)
    return list(first.values())[:1]


def _listed(entries: Iterable[Entry]) -> Iterator[Found]:
    """The items below a line such as "Deze bijsluiter geldt voor de volgende producten:"."""
    listing = False
    for entry in entries:
        if entry.text.rstrip().endswith(":") and _introduces(entry.words):
            listing = True
        elif listing and entry.is_item and not entry.is_title:
            name = entry.text.partition(" (")[0].partition(": ")[0].strip(" .;,")
            if name and len(name.split()) <= _LONGEST:
                yield found(name, entry.page, entry.quotation, SURE)
        else:
            listing = False


def _introduces(words: str) -> bool:
    """Whether a line leads to a list of products: "voor de volgende digitale producten"."""
    if any(one in words for one in _LISTS):
        return True
    listed = words.split()
    starts = [at for at, word in enumerate(listed) if word in ("volgende", "following")]
    return any(word in _KINDS for at in starts for word in listed[at + 1 : at + 4])


def columned_products(part: Part) -> list[Found]:
    """Return the products that a column "Product" of a table names, before any section on data begins."""
    told, columns = [], dict[int, int]()
    for entry in part.entries:
        if not entry.sections <= _FREE or (len(entry.cells) < _FEWEST_COLUMNS and not entry.heads) or not entry.table:
            continue
        texts = [cell.kept for cell in entry.cells]
        heads = entry.heads if entry.heads else texts if entry.table not in columns else ()
        at = next((at for at, head in enumerate(heads) if plain(head).strip() in _COLUMNS), None)
        if at is not None:
            columns[entry.table] = at
        elif entry.table not in columns:
            columns[entry.table] = -1  # its first row heads no products
        at = columns[entry.table]
        if 0 <= at < len(texts) and (entry.heads or not heads) and (name := _in_cell(texts[at])):
            told.append(found(name, entry.page, entry.quotation, SURE))
    return told


def _in_cell(text: str) -> str:
    """The name in a cell: short, and not the mark or version of something."""
    name = text.partition("\n")[0].partition(" (")[0].strip(" .;,")
    proper = name[:1].isupper() and len(name.split()) <= _LONGEST and any(sign.islower() for sign in name)
    return name if proper and not has_form(name) and not web_addresses(name) else ""


def _below_label(entries: Sequence[Entry]) -> list[Found]:
    """The name in the line below one that says "Product" and no more."""
    return [
        found(name, entry.page, f"{above.text}: {entry.text}", SURE)
        for above, entry in pairwise(entries)
        if len(above.cells) == len(entry.cells) == 1 and not above.label and not entry.label
        if plain(split_mark(above.text)[1]).strip() in _COLUMNS and (name := _in_cell(_bare(entry.text)))
        if plain(name).strip() not in _NO_PRODUCT and not is_label(name)
    ]


def _bare(text: str) -> str:
    """The name in a line that goes on with what it is, or has "Naam" before it."""
    first, colon, rest = text.partition(": ")
    return rest if colon and plain(first).strip() in ("naam", "name") else first


def _asked_after(entries: Iterable[Entry]) -> list[Found]:
    """The name in a heading "Wat is Wolkjes?" or "Over Wolkjes", where the line below begins with it."""
    told, asked = [], ""
    for entry in entries:
        first = entry.text.split("?")[0].split()
        if entry.is_title:
            asked = " ".join(first[-_LONGEST:]) if first else ""
        elif asked and (name := _opens(entry.text)) and asked.endswith(f" {name}"):
            told.append(found(name, entry.page, f"{asked}? {entry.quotation}", SURE))
    return told


def _opens(text: str) -> str:
    """The name with which a text opens, up to a verb that tells what it is: "Wolkjes is een …"."""
    starts = [(at, verb) for verb in _VERBS if (at := text.find(f" {verb}")) > 0]
    if not starts:
        return ""
    at, verb = min(starts)
    name = text[:at].strip(" “”\"'")
    said = plain(text[at + len(verb) :]).split()[:6]
    proper = _name_at(name) == name and len(name.split()) <= _SHORT_NAME
    return name if proper and name and not set(said) & _NONE and plain(name).split()[0] not in _NO_START else ""


def _described(entry: Entry) -> Iterator[Found]:
    """The name with which a sentence on what something is begins; less surely: it may be the supplier."""
    if not entry.label and not entry.is_title and (name := _opens(entry.text)):
        yield found(name, entry.page, entry.quotation, LIKELY)


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
            name = _name_at(sentence[start:])
            if name and plain(name).split()[0] not in _NONE:  # "bijsluiter van Uitgeverij X" names the supplier
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
