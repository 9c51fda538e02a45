"""Subprocessors: rows of a table, items of a list, or the statement that there are none."""

from registry.exchange.annexes.annex_reading import LIKELY, SURE, Findings, Found, found
from registry.exchange.annexes.fields.places import countries
from registry.exchange.annexes.fields.subprocessor_labels import told_in_labels, turned
from registry.exchange.annexes.fields.subprocessor_lines import country_in, tidy, told_in_lines
from registry.exchange.annexes.fields.subprocessor_sentences import told_in_sentences
from registry.exchange.annexes.parts.entry import Entry, Part
from registry.exchange.annexes.parts.headings import sections_of
from registry.exchange.annexes.parts.tables import column
from registry.exchange.annexes.words.matching import plain
from registry.exchange.annexes.words.sentences import denies_at, is_blank, says_none, sentences


def read_subprocessors(part: Part, findings: Findings) -> None:
    """Find `subprocessors`."""
    entries = _filled(part.under("subprocessors"))
    entries = turned(entries)
    rows = [one for entry in entries if len(entry.cells) > 1 and (one := _row(entry))]
    if not rows:
        listed = [entry for entry in entries if len(entry.cells) == 1]
        rows = told_in_labels(listed)
        told = set() if not rows else {entry.label for entry in listed if entry.label}
        rows += [
            one
            for entry in listed
            if entry.label not in told
            for one in told_in_sentences(entry) or told_in_lines(entry)
        ]
        for entry in listed:
            if not rows and _none(entry):
                findings.stated_none("subprocessors", found(None, entry.page, entry.quotation, SURE + 0.04))
    findings.many("subprocessors", rows)
    for entry in entries:
        if not rows and len(entry.cells) > 1 and says_none(entry.cells[0].kept) and len(entry.cells[0].kept) < 60:
            findings.stated_none("subprocessors", found(None, entry.page, entry.quotation, SURE))


def _filled(entries: list[Entry]) -> list[Entry]:
    """The rows, with the name and country of the row above where a cell spans several rows."""
    filled: list[Entry] = []
    for entry in entries:
        above = filled[-1] if filled else None
        at = column(entry.heads, "sub.name") if entry.heads else None
        spans = above and above.table == entry.table and len(above.cells) == len(entry.cells) > 2
        if above and spans and at is not None and not entry.cells[at].kept and any(c.kept for c in entry.cells):
            cells = zip(entry.cells, above.cells, strict=True)
            entry = entry.with_cells(*(cell if cell.kept else upper for cell, upper in cells))
        filled.append(entry)
    return filled


def _row(entry: Entry) -> Found | None:
    cells = [cell.kept for cell in entry.cells]
    at_name, at_service = column(entry.heads, "sub.name"), column(entry.heads, "sub.service")
    at_country = column(entry.heads, "sub.country")
    at_name = _first_text(cells) if at_name is None else at_name
    if at_service == at_name:
        at_service = None
    name = _cell(cells, at_name)
    if not name or says_none(name) or is_blank(name) or _is_prompt(name):
        return None
    service = _cell(cells, at_service if at_service is not None or entry.heads else at_name + 1)
    country = country_in(_cell(cells, at_country)) if at_country is not None else None
    if country is None:
        within = cells if name.endswith(")") else [cell for cell in cells if cell != name]
        country = next((code for cell in reversed(within) if (code := country_in(cell))), None)
    several = at_country is not None and len(countries(_cell(cells, at_country))) > 1  # which of them is meant?
    sure = LIKELY if several else SURE + 0.04 if entry.heads else SURE
    name = _bare_name(name.split("\n")[0].strip(" ,;"))
    return found(
        {"name": name, "service": tidy(_bare_name(service)), "country": country}, entry.page, entry.quotation, sure
    )


def _bare_name(name: str) -> str:
    """A name without a country in brackets behind it."""
    before, bracket, inside = name.partition(" (")
    return before if bracket and inside.endswith(")") and countries(inside) else name


def _first_text(cells: list[str]) -> int:
    return next((at for at, cell in enumerate(cells) if len(cell.strip(" .")) > 2), 0)


def _cell(cells: list[str], at: int | None) -> str:
    return cells[at].strip() if at is not None and at < len(cells) else ""


def _none(entry: Entry) -> bool:
    about = entry.quotation if not entry.label else entry.text
    first = next(iter(sentences(about)), "")
    for sentence in sentences(about):
        if says_none(sentence) and "subprocessors" in sections_of(sentence) and denies_at(sentence) >= 0:
            return True
    return says_none(first) and ("geen" in plain(first).split() or len(plain(first).split()) <= 12)


def _is_prompt(text: str) -> bool:
    return text[:1] in "<[{" or plain(text).strip() in {"naam", "name"}
