"""The products that an annex is about, from its labels or else its title."""

from dataclasses import replace

from registry.exchange.annexes.annex_reading import CERTAIN, LIKELY, SURE, Findings, Found, found
from registry.exchange.annexes.fields.product_sentences import columned_products, told_products
from registry.exchange.annexes.fields.reach import web_addresses
from registry.exchange.annexes.paper.block import Rich, Run
from registry.exchange.annexes.parts.entry import Entry, Part
from registry.exchange.annexes.parts.headings import is_only_sections
from registry.exchange.annexes.words.loading import phrases, word_list
from registry.exchange.annexes.words.matching import plain
from registry.exchange.annexes.words.sentences import is_blank

_ELSEWHERE = {
    "subprocessors",
    "retention",
    "data",
    "purposes",
    "access",
    "measures",
    "deviations",
    "data_breaches",
    "storage",
    "denied",
    "weak_spots",
    "subjects",
}
_TITLE = frozenset(phrases("products.title"))
_KINDS = frozenset(phrases("products.kinds"))
_BARE_NAMES = ("naam", "name", "titel", "title")
_LONGEST_LABEL = 8  # words: a longer one is a sentence
_ALSO_NAMES = frozenset(("toetsen", "leermiddelen", "onderwijs", "basisonderwijs"))  # and words of many titles
_CUTS = ("\n", ";", ", ", " / ", " & ", " | ", "•")


def read_products(part: Part, findings: Findings) -> None:
    """Find `products` that an annex names by a label or in a sentence; what its title says tells `titled_products`."""
    proposed = []
    for entry in part.entries:
        if entry.is_title or len(entry.cells) > 1 or entry.sections & _ELSEWHERE:
            continue
        entry = _with_bare_name(entry)
        if _labels_product(entry):
            proposed += [found(name, entry.page, entry.quotation, _how_sure(entry, name)) for name in _names(entry)]
    named = [one for one in proposed if one.certainty >= CERTAIN] or proposed
    findings.many("products", named or columned_products(part) or told_products(part))


def _with_bare_name(entry: Entry) -> Entry:
    """A line "Naam: Wolkjes" with its label, which names nothing by itself."""
    label, colon, value = entry.text.partition(": ")
    if entry.label or not colon or plain(label).strip() not in _BARE_NAMES:
        return entry
    return replace(entry, label=label, cells=(Rich((Run(value.strip()),)),))


def _labels_product(entry: Entry) -> bool:
    """Whether an entry has the label of a product, or stands as "Naam" under a heading about the product."""
    words = plain(entry.label)
    if not entry.label or len(words.split()) > _LONGEST_LABEL:
        return False
    under = words.strip() in _BARE_NAMES and bool(set(plain(entry.heading).split()) & _KINDS)
    return under or word_list("labels")["products"].weight(words) > 0


def _how_sure(entry: Entry, name: str) -> float:
    """A name such as "Klasplein en Ouderapp" may be that of two."""
    _first, join, second = name.partition(" en ")
    return LIKELY if join and second[:1].isupper() else CERTAIN if _is_named(entry) else SURE


def titled_products(part: Part, supplier: str) -> list[Found]:
    """Return the products in the title of an annex; less surely where it may be the supplier that it names."""
    names = _of_title(part.title) or _of_title(part.title.rpartition("\n")[2])
    return [_titled(part, name, supplier) for name in names]


def _titled(part: Part, name: str, supplier: str) -> Found:
    """A name in a title: less sure where it may be longer, or that of two or of the supplier."""
    behind = part.title.partition(name)[2]
    last = behind.strip()
    if behind[:1] == " " and last[:1].isupper() and last.lower() in _ALSO_NAMES:
        return found(f"{name} {last}", part.page, part.title, LIKELY)
    doubtful = " en " in part.title or _is_of(name, supplier)
    return found(name, part.page, part.title, LIKELY if doubtful else SURE)


def _is_of(name: str, supplier: str) -> bool:
    return plain(name) in plain(supplier)


def _is_named(entry: Entry) -> bool:
    return any(
        word in plain(entry.label)
        for word in (" naam ", " product ", " producten ", " productnaam ", " name ", " products ", " applicatie ")
    )


def _names(entry: Entry) -> list[str]:
    pieces = [entry.text]
    for cut in _CUTS:
        pieces = [piece for whole in pieces for piece in whole.split(cut)]
    several = len(pieces) > 1 or any(
        one in plain(entry.label) for one in (" producten ", " products ", " diensten ", " productnamen ")
    )
    if several or any(_are_akin(piece) for piece in pieces):
        pieces = [piece for whole in pieces for piece in whole.replace(" and ", " en ").split(" en ")]
    names = [_without_version(piece).strip(" .:•-–“”\"'") for piece in pieces]
    return [name for name in names if _is_name(name)]


def _without_version(piece: str) -> str:
    """A name without what it is, or its version, in brackets: "Wolkjes (rekenspel)", "Wolkjes (versie 7)"."""
    name, bracket, inside = piece.partition(" (")
    told = inside[:1].islower() or plain(inside).startswith((" versie ", " version ", " v"))
    return name if bracket and name.strip() and told and not inside.startswith(("voorheen", "formerly")) else piece


def _are_akin(piece: str) -> bool:
    """Whether "Wolkjes Rekenen en Wolkjes Taal" are two: both begin with the same word."""
    first, join, second = piece.partition(" en ")
    return bool(join) and first.split()[:1] == second.split()[:1]


def _is_name(name: str) -> bool:
    if (
        is_blank(name)
        or not any(sign.isalpha() for sign in name)
        or name[:1] in "<[{"
        or "…" in name
        or ". " in name
        or web_addresses(name)
    ):
        return False
    return (
        len(name) <= 60
        and len(name.split()) <= 7
        and (name[:1].isupper() or name[:1].isdigit() or any(sign.isupper() for sign in name))
    )


def _of_title(title: str) -> list[str]:
    """What a title names beside the kind of annex: "Bijlage 1: Privacybijsluiter RekenRups"."""
    words = (
        title.replace(":", " ")
        .replace("–", " ")
        .replace(" - ", " ")
        .replace("(", " ")
        .replace(")", " ")
        .replace("|", " ")
        .replace(",", " ")
        .split()
    )
    kept: list[str] = []
    for word, behind in zip(words, [*words, ""][1:], strict=True):
        bare = plain(word).strip()
        if word in ("De", "Het", "The") and not kept and word != words[0] and behind[:1].isupper():
            kept.append(word)  # of the name: "Privacybijsluiter Het Leesbos"
            continue
        if kept and bare in ("en", "and"):
            kept.append("&")
        elif bare and bare not in _TITLE and not bare.replace(" ", "").isdigit() and not is_only_sections(word):
            kept.append(word)
    names = [name.strip() for name in " ".join(kept).split("&")]
    return [
        name
        for name in names
        if _is_name(name) and len(name.split()) <= 4 and not any(word.islower() for word in name.split()[:1])
    ]
