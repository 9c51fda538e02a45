"""Who the supplier is: its name, KvK number and website; from labels, else from the party block of the agreement."""

from itertools import takewhile

from registry.exchange.annexes.annex_reading import CERTAIN, LIKELY, SURE, UNSURE, Findings, found
from registry.exchange.annexes.fields.party_block import read_party_block
from registry.exchange.annexes.fields.party_names import formed_names, has_form, is_labelled, name_behind, party_name
from registry.exchange.annexes.fields.reach import kvk_numbers, web_addresses
from registry.exchange.annexes.parts.entry import Entry, Part, PartKind
from registry.exchange.annexes.words.loading import phrases
from registry.exchange.annexes.words.matching import plain
from registry.exchange.annexes.words.sentences import sentences

_DEFINED = phrases("supplier.defined")
_BOARD = phrases("supplier.board")
_TRADES = phrases("supplier.trades")  # before the legal name, behind that by which it trades
_NOT_SUPPLIER = {
    "contact",
    "subprocessors",
    "data_breaches",
    "access",
    "measures",
    "certification",
    "deviations",
    "retention",
    "data",
    "purposes",
    "storage",
}


def read_supplier(part: Part, findings: Findings) -> None:
    """Find `supplier.name`, `supplier.kvk` and `supplier.website` in one part."""
    for entry in part.entries:
        if entry.is_title or len(entry.cells) > 1:
            continue
        if part.kind is not PartKind.BODY and not (entry.sections & _NOT_SUPPLIER):
            _labelled(entry, findings)
        if part.kind is PartKind.BODY and is_labelled(entry, "supplier.name") and not _is_board(entry.text):
            _labelled(entry, findings)
    read_party_block(part, findings)
    _in_sentence(part, findings)
    _only_name(part, findings)
    _only_number(part, findings)
    _only_site(part, findings)


def _labelled(entry: Entry, findings: Findings) -> None:
    legal = next((said for call in _TRADES if (said := name_behind(entry.text, call))), None)
    if is_labelled(entry, "supplier.name") and (name := legal or party_name(entry.text)):
        findings.one(
            "supplier.name",
            found(
                name,
                entry.page,
                entry.quotation,
                CERTAIN if " naam " in plain(entry.label) or "name" in plain(entry.label) else SURE,
            ),
        )
        for number in kvk_numbers(entry.text):
            findings.one("supplier.kvk", found(number, entry.page, entry.quotation, CERTAIN))
        _website(entry, findings, SURE)
    if is_labelled(entry, "supplier.kvk"):
        for number in kvk_numbers(entry.text, labelled=True):
            findings.one("supplier.kvk", found(number, entry.page, entry.quotation, CERTAIN))
    if is_labelled(entry, "supplier.website"):
        _website(entry, findings, CERTAIN)


def _website(entry: Entry, findings: Findings, certainty: float) -> None:
    sites = web_addresses(entry.text)
    if sites:
        findings.one(
            "supplier.website", found(sites[0], entry.page, entry.quotation, certainty if len(sites) == 1 else LIKELY)
        )


def _is_board(text: str) -> bool:
    return any(word in text.lower() for word in _BOARD)


def _in_sentence(part: Part, findings: Findings) -> None:
    """A sentence that tells who makes the product: "Lettervos is een product van Vossenhol B.V."."""
    if "supplier.name" in findings.single:
        return
    for entry in part.entries[: 3 if part.kind is PartKind.BODY else None]:
        if entry.sections & (_NOT_SUPPLIER - {"contact"}) or len(entry.cells) > 1:
            continue
        for sentence in sentences(entry.quotation):
            name = next((said for call in _MAKERS if (said := name_behind(sentence, call))), None) or _opens(sentence)
            if name and "supplier.name" not in findings.single:
                findings.one(
                    "supplier.name", found(name, entry.page, entry.quotation, SURE if has_form(name) else LIKELY)
                )
                _website(entry, findings, SURE)
            elif (own := _registered(sentence)) and "supplier.name" not in findings.single:
                findings.one("supplier.name", found(own, entry.page, entry.quotation, LIKELY))


_MAKERS = phrases("supplier.makers")
_NEAR, _WITH_ADDRESS = 30, 90  # characters from a name to its number
_BEFORE_NAMES = ("Stichting", "Vereniging", "Coöperatie")  # a board may be called so too
_LONGEST_NAME = 5  # words
_SPEAKS = frozenset(phrases("supplier.speaks"))


def _opens(sentence: str) -> str | None:
    """The party that speaks of itself at the start of a sentence: "Wij, X B.V. uit …", "X B.V. (KvK 12345678) …"."""
    names = formed_names(sentence)
    if not names:
        return None
    before, _name, behind = sentence.partition(names[0])
    reach = _NEAR if _is_board(sentence) or len(names) > 1 else _WITH_ADDRESS
    speaks = plain(before).strip() in _SPEAKS or (not before.strip() and kvk_numbers(behind[:reach]))
    return names[0] if speaks else None


def _registered(sentence: str) -> str | None:
    """The foundation or such that opens a sentence on its number: "Stichting X is gevestigd in …, KvK 12345678"."""
    first, *words = sentence.split()
    if first not in _BEFORE_NAMES or not kvk_numbers(sentence) or _is_board(sentence) or "BRIN" in sentence:
        return None
    name = list(takewhile(lambda word: word[:1].isupper() and word[-1:] not in ",(", words[:_LONGEST_NAME]))
    return " ".join((first, *name)) if name else None


def _only_name(part: Part, findings: Findings) -> None:
    """The one party with a legal form in an annex, outside what is about others."""
    if "supplier.name" in findings.single or part.kind is PartKind.BODY:
        return
    entries = [entry for entry in part.entries if not entry.sections & _NOT_SUPPLIER]
    names = {name: entry for entry in entries for name in formed_names(entry.quotation)}
    if len(names) == 1:
        name, entry = next(iter(names.items()))
        sure = SURE if kvk_numbers(entry.quotation) else LIKELY
        findings.one("supplier.name", found(name, entry.page, entry.quotation, sure))


def _only_site(part: Part, findings: Findings) -> None:
    """The one web address in an annex, outside what is about others."""
    entries = [entry for entry in part.entries if not entry.sections & _NOT_SUPPLIER]
    sites = {site: entry for entry in entries for site in web_addresses(entry.quotation)}
    if "supplier.website" not in findings.single and part.kind is not PartKind.BODY and len(sites) == 1:
        site, entry = next(iter(sites.items()))
        findings.one("supplier.website", found(site, entry.page, entry.quotation, LIKELY))


def _only_number(part: Part, findings: Findings) -> None:
    """The one KvK number in an annex is that of the supplier: the board does not stand in it."""
    if "supplier.kvk" in findings.single or (part.kind is PartKind.BODY and "supplier.name" not in findings.single):
        return
    numbers = {number: entry for entry in part.entries for number in kvk_numbers(entry.quotation)}
    if len(numbers) == 1:
        number, entry = next(iter(numbers.items()))
        board = any(word in entry.quotation.lower() for word in _BOARD)
        findings.one("supplier.kvk", found(number, entry.page, entry.quotation, UNSURE if board else SURE))
