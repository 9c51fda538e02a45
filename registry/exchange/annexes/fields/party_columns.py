"""The supplier in a table that sets both parties side by side: a column for the school, one for the Verwerker."""

from registry.exchange.annexes.annex_reading import LIKELY, SURE, Findings, found
from registry.exchange.annexes.fields.party_names import has_form, party_name
from registry.exchange.annexes.fields.reach import kvk_numbers, web_addresses
from registry.exchange.annexes.parts.entry import Entry, Part
from registry.exchange.annexes.words.loading import phrases, word_list
from registry.exchange.annexes.words.matching import plain

_DEFINED = phrases("supplier.defined")
_BOARD = phrases("supplier.board")
_NAMES = ("naam", "name", "organisatie", "organisation", "naam organisatie", "naam en rechtsvorm", "bedrijfsnaam")


def read_party_columns(part: Part, findings: Findings) -> bool:
    """Find the supplier in the column under "Verwerker"; tell whether there was such a column with a name in it."""
    columns: dict[int, int] = {}
    signed = {entry.table for entry in part.entries if len(entry.cells) > 1 and _is_signed(entry)}
    for entry in part.entries:
        if len(entry.cells) < 2 or entry.table in signed:
            continue
        texts = [cell.kept for cell in entry.cells]
        at = _supplier_column(entry.heads) if entry.heads else _supplier_column(texts)
        if at is not None:
            columns[entry.table] = at
        if entry.table in columns and columns[entry.table] < len(texts):
            _take(entry, texts, columns[entry.table], findings)
    return bool(columns) and "supplier.name" in findings.single


def _is_signed(entry: Entry) -> bool:
    """Whether a row is of the block in which people sign: the name in it is that of who signs."""
    words = plain(entry.text)
    return any(one in words for one in (" handtekening ", " signature ", " plaats en datum ", " place and date "))


def _supplier_column(texts: tuple[str, ...] | list[str]) -> int | None:
    """Which of the heads is the supplier, where another is the school."""
    roles = [_role(text) for text in texts]
    return roles.index("supplier") if roles.count("supplier") == 1 and "board" in roles else None


def _role(text: str) -> str:
    words = plain(text).strip()
    if len(words.split()) > 4:
        return ""
    if any(f" {name} " in f" {words} " for name in _BOARD):
        return "board"
    return "supplier" if any(f" {name} " in f" {words} " for name in _DEFINED) else ""


def _take(entry: Entry, texts: list[str], at: int, findings: Findings) -> None:
    label = texts[0] if at else ""
    for line in texts[at].split("\n"):
        before, colon, value = line.partition(":")
        own = before if colon and not before.lower().startswith("http") else label
        words = plain(own)
        said = value.strip() if own is before else line.strip()
        if words.strip() in _NAMES and (name := party_name(said)):
            sure = SURE if has_form(name) else LIKELY
            findings.one("supplier.name", found(name, entry.page, entry.quotation, sure))
        if word_list("labels")["supplier.kvk"].weight(words):
            for number in kvk_numbers(said, labelled=True):
                findings.one("supplier.kvk", found(number, entry.page, entry.quotation, SURE))
        if word_list("labels")["supplier.website"].weight(words):
            for site in web_addresses(said)[:1]:
                findings.one("supplier.website", found(site, entry.page, entry.quotation, SURE))
