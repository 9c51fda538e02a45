"""Subprocessors told with a label for each part: "Naam: …", "Dienst: …", "Land: …"; also as a table on its side."""

from dataclasses import replace

from registry.exchange.annexes.annex_reading import SURE, Found, found
from registry.exchange.annexes.fields.places import countries
from registry.exchange.annexes.fields.subprocessor_lines import country_in, tidy
from registry.exchange.annexes.paper.block import Rich, Run
from registry.exchange.annexes.parts.entry import Entry
from registry.exchange.annexes.words.loading import word_list
from registry.exchange.annexes.words.matching import plain
from registry.exchange.annexes.words.sentences import is_blank, says_none

_PARTS = ("sub.name", "sub.country", "sub.service", "sub.data")
_FEWEST = 2  # labels that make a party


def told_in_labels(entries: list[Entry]) -> list[Found]:
    """Return the parties of which each part stands behind a label of its own, a name first."""
    parties: list[dict[str, Entry]] = []
    for entry in map(_with_label, entries):
        code = _part(entry.label) if entry.label else ""
        if code == "sub.name":
            parties.append({})
        if code and parties:
            parties[-1].setdefault(code, entry)
    return [one for party in parties if len(party) >= _FEWEST and (one := _party(party))]


def _with_label(entry: Entry) -> Entry:
    """An entry whose text begins with the name of a part, "Bedrijf: X B.V.", with that as its label."""
    label, colon, value = entry.text.partition(": ")
    named = colon and not entry.label and len(entry.cells) == 1 and len(label.split()) <= 3 and _part(label)
    return replace(entry, label=label, cells=(_rich(value.strip()),)) if named else entry


def _part(label: str) -> str:
    """The part that a label names; "" for none or a long label."""
    words = plain(label)
    weights = {code: word_list("columns")[code].weight(words) for code in _PARTS}
    best = max(weights, key=lambda code: weights[code])
    return best if weights[best] and len(words.split()) <= 5 else ""


def _party(party: dict[str, Entry]) -> Found | None:
    entry = party["sub.name"]
    name = entry.text.split("\n")[0].strip(" ,;.") if not entry.text.endswith(("B.V.", "N.V.")) else entry.text.strip()
    if not name or is_blank(name) or says_none(name) or name[:1] in "<[{…" or len(name) > 70:
        return None
    service = party.get("sub.service")
    where = party.get("sub.country")
    country = country_in(where.text) if where else None
    bare = name.partition(" (")[0] if countries(name.partition(" (")[2]) else name
    value = {"name": bare, "service": tidy(service.text) if service else None, "country": country}
    return found(value, entry.page, " – ".join(one.quotation for one in party.values()), SURE)


def turned(entries: list[Entry]) -> list[Entry]:
    """Return the entries with a table on its side set upright: its first column names the parts, each next a party."""
    tables: dict[int, list[Entry]] = {}
    for entry in entries:
        if len(entry.cells) > 2:
            tables.setdefault(entry.table, []).append(entry)
    upright: list[Entry] = []
    done = {number for number, rows in tables.items() if _lies(rows)}
    for number in done:
        upright += _set_upright(tables[number])
    return [entry for entry in entries if len(entry.cells) <= 2 or entry.table not in done] + upright


def _rows(rows: list[Entry]) -> list[list[Rich]]:
    heads = rows[0].heads
    first = [[_rich(head) for head in heads]] if heads else []
    return first + [list(row.cells) for row in rows]


def _lies(rows: list[Entry]) -> bool:
    every = _rows(rows)
    codes = [_part(cells[0].kept) for cells in every]
    return len(codes) > 1 and codes[0] == "sub.name" and all(codes) and len(set(codes)) == len(codes)


def _set_upright(rows: list[Entry]) -> list[Entry]:
    every = _rows(rows)
    heads = tuple(cells[0].kept for cells in every)
    width = min(len(cells) for cells in every)
    return [
        Entry(tuple(cells[at] for cells in every), rows[0].page, rows[0].sections, "", heads, rows[0].table)
        for at in range(1, width)
    ]


def _rich(text: str) -> Rich:
    return Rich((Run(text),))
