"""The supplier in the opening of an agreement: the party that is called Verwerker."""

from dataclasses import replace

from registry.exchange.annexes.annex_reading import CERTAIN, LIKELY, SURE, Findings, found
from registry.exchange.annexes.fields.party_columns import read_party_columns
from registry.exchange.annexes.fields.party_names import has_form, has_form_in, is_labelled, party_name, without_kind
from registry.exchange.annexes.fields.reach import emails, kvk_numbers, web_addresses
from registry.exchange.annexes.paper.block import Rich, Run
from registry.exchange.annexes.parts.entry import Entry, Part
from registry.exchange.annexes.words.loading import phrases
from registry.exchange.annexes.words.matching import plain

_DEFINED = phrases("supplier.defined")
_BOARD = phrases("supplier.board")
_JOINS = (", en ", "; en ", ", and ", "; and ", " en de ", " en het ")
_CALLS = phrases("supplier.calls")
_PARTIES = frozenset(phrases("supplier.parties"))
_LONGEST_BLOCK = 10  # lines of what is told of one party
_LONGEST_RANK = 3  # words before the colon


def read_party_block(part: Part, findings: Findings) -> None:
    """Find the supplier in the party that is called Verwerker: "…, hierna te noemen: Verwerker"."""
    if "supplier.name" in findings.single and findings.single["supplier.name"].certainty >= CERTAIN:
        return
    if read_party_columns(part, findings):
        return
    gathered: list[Entry] = []
    opening = [entry for entry in part.entries[:60] if not entry.is_title]
    marks = {entry.text.partition(" ")[0] for entry in opening}
    for entry in opening:
        entry, rest = _cut(_unmarked(entry, marks))
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


def _unmarked(entry: Entry, marks: set[str]) -> Entry:
    """A party without its letter, where another has the letter before that: "A. …" and "B. Wolkjes B.V."."""
    first, _blank, rest = entry.text.partition(" ")
    lettered = len(first) == 2 and first[0].isalpha() and first[1] in ".)" and len(entry.cells) == 1
    if not lettered or f"{chr(ord(first[0]) - 1)}{first[1]}" not in marks:
        return entry
    return entry.with_cells(Rich((Run(rest.strip()),)))


def _cut(entry: Entry) -> tuple[Entry, Entry | None]:
    """An entry up to the end of the first definition in it, and what follows: a sentence may name both parties."""
    text = entry.quotation
    called = min((at for call in _CALLS if (at := text.lower().find(call)) >= 0), default=-1)
    end = min((at for join in _JOINS if (at := text.find(join, called)) >= 0), default=-1)
    if called < 0 or end < 0:
        return entry, None
    first, rest = (Rich((Run(piece),)) for piece in (text[:end], text[end:].lstrip(" ,;.")))
    return replace(entry, cells=(first,), label=""), replace(entry, cells=(rest,), label="")


def _defines(text: str, names: tuple[str, ...]) -> bool:
    lowered = text.lower()
    for call in _CALLS:
        at = lowered.find(call)
        if at >= 0:
            words = plain(lowered[at : at + 90])
            return any(f" {name} " in words for name in names)
    return _in_brackets(text.rstrip(" .;,").removesuffix(" en").removesuffix(" and").rstrip(" .;,"), names)


def _in_brackets(text: str, names: tuple[str, ...]) -> bool:
    """Whether a party ends in its role alone in brackets: "Wolkjes B.V. te Delft (Verwerker)"."""
    before, bracket, role = text.rpartition("(")
    inside = plain(role).strip().removeprefix("de ").removeprefix("the ").strip()
    return bool(bracket and before.strip() and role.endswith(")")) and inside in names


def _take_block(gathered: list[Entry], text: str, findings: Findings) -> None:
    entry, name = _named(gathered)
    if name:
        findings.one("supplier.name", found(name, entry.page, entry.quotation, SURE if has_form(name) else LIKELY))
    told = [(number, one) for one in gathered for number in kvk_numbers(one.quotation)]
    parted = [] if told else kvk_numbers(text)  # the number in the line below the word
    for number in parted:
        findings.one("supplier.kvk", found(number, entry.page, text, LIKELY))
    for number, one in told:
        sure = SURE if len(gathered) <= _LONGEST_BLOCK else LIKELY  # further down it may be another's
        findings.one("supplier.kvk", found(number, one.page, one.quotation, sure))
    for site in web_addresses(text)[:1]:
        if not emails(text) or site not in emails(text)[0]:
            findings.one("supplier.website", found(site, entry.page, text, LIKELY))


def _named(gathered: list[Entry]) -> tuple[Entry, str]:
    for entry in gathered:
        names = is_labelled(entry, "supplier.name") or plain(entry.label).strip() in ("naam", "name")
        if names and (name := party_name(entry.text)):
            return entry, name
    entry = next((entry for entry in reversed(gathered) if has_form_in(entry.quotation)), gathered[-1])
    text = _without_rank(entry.quotation.strip().lstrip("0123456789.)(-–• ").strip())
    text = (
        without_kind(text.removeprefix("en ").removeprefix("and "))
        .removeprefix("de ")
        .removeprefix("het ")
        .removeprefix("II. ")
        .removeprefix("b. ")
        .strip()
    )
    return entry, party_name(text) or ""


def _without_rank(text: str) -> str:
    """A party without what tells which of the two it is: "Partij 2: de naamloze vennootschap Wolkjes N.V."."""
    rank, colon, party = text.partition(":")
    words = plain(rank).split()
    ranked = colon and len(words) <= _LONGEST_RANK and not _PARTIES.isdisjoint(words)
    return party.strip() if ranked else text
