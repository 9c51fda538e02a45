"""Who the supplier is: its name, KvK number and website; from labels, else from the party block of the agreement."""

from dataclasses import replace

from registry.exchange.annexes.annex_reading import CERTAIN, LIKELY, SURE, UNSURE, Findings, found
from registry.exchange.annexes.fields.party_names import formed_names, has_form, has_form_in, name_behind, party_name
from registry.exchange.annexes.fields.reach import emails, kvk_numbers, web_addresses
from registry.exchange.annexes.paper.block import Rich, Run
from registry.exchange.annexes.parts.entry import Entry, Part, PartKind
from registry.exchange.annexes.words.loading import phrases, word_list
from registry.exchange.annexes.words.matching import plain
from registry.exchange.annexes.words.sentences import sentences

_DEFINED = phrases("supplier.defined")
_BOARD = phrases("supplier.board")
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
        if part.kind is PartKind.BODY and _labels(entry, "supplier.name") and not _is_board(entry.text):
            _labelled(entry, findings)
    _party_block(part, findings)
    _in_sentence(part, findings)
    _only_number(part, findings)


def _labelled(entry: Entry, findings: Findings) -> None:
    if _labels(entry, "supplier.name") and (name := party_name(entry.text)):
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
    if _labels(entry, "supplier.kvk"):
        for number in kvk_numbers(entry.text, labelled=True):
            findings.one("supplier.kvk", found(number, entry.page, entry.quotation, CERTAIN))
    if _labels(entry, "supplier.website"):
        _website(entry, findings, CERTAIN)


def _labels(entry: Entry, name: str) -> bool:
    return bool(entry.label) and word_list("labels")[name].weight(plain(entry.label)) > 0


def _website(entry: Entry, findings: Findings, certainty: float) -> None:
    sites = web_addresses(entry.text)
    if sites:
        findings.one(
            "supplier.website", found(sites[0], entry.page, entry.quotation, certainty if len(sites) == 1 else LIKELY)
        )


def _is_board(text: str) -> bool:
    return any(word in text.lower() for word in _BOARD)


def _party_block(part: Part, findings: Findings) -> None:
    """The party that is called Verwerker: "…, hierna te noemen: Verwerker"."""
    if "supplier.name" in findings.single and findings.single["supplier.name"].certainty >= CERTAIN:
        return
    gathered: list[Entry] = []
    for entry in part.entries[:60]:
        if entry.is_title:
            continue
        entry, rest = _cut(entry)
        while rest is not None:
            gathered.append(entry)
            if _defines(entry.quotation, _DEFINED) and not _defines(entry.quotation, _BOARD):
                _take_block(gathered, " ".join(one.quotation for one in gathered), findings)
                return
            gathered = []
            entry, rest = _cut(rest)
        gathered.append(entry)
        text = " ".join(one.quotation for one in gathered)
        if _defines(entry.quotation, _DEFINED) and not _defines(entry.quotation, _BOARD):
            _take_block(gathered, text, findings)
            return
        if _defines(entry.quotation, _BOARD):
            gathered = []


def _cut(entry: Entry) -> tuple[Entry, Entry | None]:
    """An entry up to the end of the first definition in it, and what follows: a sentence may name both parties."""
    text = entry.quotation
    called = min((at for call in _CALLS if (at := text.lower().find(call)) >= 0), default=-1)
    end = min((at for join in _JOINS if (at := text.find(join, called)) >= 0), default=-1)
    if called < 0 or end < 0:
        return entry, None
    first, rest = (Rich((Run(piece),)) for piece in (text[:end], text[end:].lstrip(" ,;.")))
    return replace(entry, cells=(first,), label=""), replace(entry, cells=(rest,), label="")


_JOINS = (", en ", "; en ", ", and ", "; and ", " en de ", " en het ")
_CALLS = phrases("supplier.calls")


def _defines(text: str, names: tuple[str, ...]) -> bool:
    lowered = text.lower()
    for call in _CALLS:
        at = lowered.find(call)
        if at >= 0:
            words = plain(lowered[at : at + 90])
            return any(f" {name} " in words for name in names)
    return False


def _take_block(gathered: list[Entry], text: str, findings: Findings) -> None:
    entry, name = _named(gathered)
    if name:
        findings.one("supplier.name", found(name, entry.page, entry.quotation, SURE if has_form(name) else LIKELY))
    for number in kvk_numbers(text):
        findings.one("supplier.kvk", found(number, entry.page, text, SURE))
    for site in web_addresses(text)[:1]:
        if not emails(text) or site not in emails(text)[0]:
            findings.one("supplier.website", found(site, entry.page, text, LIKELY))


def _named(gathered: list[Entry]) -> tuple[Entry, str]:
    for entry in gathered:
        names = _labels(entry, "supplier.name") or plain(entry.label).strip() in ("naam", "name")
        if names and (name := party_name(entry.text)):
            return entry, name
    entry = next((entry for entry in reversed(gathered) if has_form_in(entry.quotation)), gathered[-1])
    text = entry.quotation.strip().lstrip("0123456789.)(-–• ").strip()
    text = (
        text.removeprefix("en ")
        .removeprefix("and ")
        .removeprefix("de ")
        .removeprefix("het ")
        .removeprefix("II. ")
        .removeprefix("b. ")
        .strip()
    )
    return entry, party_name(text) or ""


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


_MAKERS = phrases("supplier.makers")


def _opens(sentence: str) -> str | None:
    """The party that speaks of itself at the start of a sentence: "Wij, X B.V. uit …", "X B.V. (KvK 12345678) …"."""
    names = formed_names(sentence)
    if not names:
        return None
    before, _name, behind = sentence.partition(names[0])
    speaks = plain(before).strip() in ("wij", "we") or (not before.strip() and kvk_numbers(behind[:30]))
    return names[0] if speaks else None


def _only_number(part: Part, findings: Findings) -> None:
    """The one KvK number in an annex is that of the supplier: the board does not stand in it."""
    if "supplier.kvk" in findings.single or (part.kind is PartKind.BODY and "supplier.name" not in findings.single):
        return
    numbers = {number: entry for entry in part.entries for number in kvk_numbers(entry.quotation)}
    if len(numbers) == 1:
        number, entry = next(iter(numbers.items()))
        board = any(word in entry.quotation.lower() for word in _BOARD)
        findings.one("supplier.kvk", found(number, entry.page, entry.quotation, UNSURE if board else SURE))
