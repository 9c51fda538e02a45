"""Subprocessors: rows of a table, items of a list, or the statement that there are none."""

from registry.exchange.annexes.annex_reading import LIKELY, SURE, Findings, Found, found
from registry.exchange.annexes.fields.places import countries
from registry.exchange.annexes.fields.subprocessor_sentences import told_in_sentences
from registry.exchange.annexes.parts.entry import Entry, Part
from registry.exchange.annexes.parts.headings import sections_of, split_mark
from registry.exchange.annexes.parts.tables import column
from registry.exchange.annexes.words.loading import phrases
from registry.exchange.annexes.words.matching import plain
from registry.exchange.annexes.words.sentences import denies_at, is_blank, says_none, sentences

_LEGAL = phrases("subprocessors.legal")
_SPLITS = (" – ", " - ", " — ", ";", "\t", " | ")
_MAKE = phrases("subprocessors.make")


def read_subprocessors(part: Part, findings: Findings) -> None:
    """Find `subprocessors`."""
    entries = _filled(part.under("subprocessors"))
    rows = [one for entry in entries if len(entry.cells) > 1 and (one := _row(entry))]
    if not rows:
        listed = [entry for entry in entries if len(entry.cells) == 1]
        rows = [one for entry in listed for one in told_in_sentences(entry) or _told_in_lines(entry)]
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
    country = _country(_cell(cells, at_country)) if at_country is not None else None
    if country is None:
        within = cells if name.endswith(")") else [cell for cell in cells if cell != name]
        country = next((code for cell in reversed(within) if (code := _country(cell))), None)
    sure = SURE + 0.04 if entry.heads else SURE
    name = _bare_name(name.split("\n")[0].strip(" ,;"))
    return found({"name": name, "service": _tidy(service), "country": country}, entry.page, entry.quotation, sure)


def _bare_name(name: str) -> str:
    """A name without a country in brackets behind it."""
    before, bracket, inside = name.partition(" (")
    return before if bracket and inside.endswith(")") and countries(inside) else name


def _first_text(cells: list[str]) -> int:
    return next((at for at, cell in enumerate(cells) if len(cell.strip(" .")) > 2), 0)


def _cell(cells: list[str], at: int | None) -> str:
    return cells[at].strip() if at is not None and at < len(cells) else ""


def _country(text: str) -> str | None:
    found_countries = countries(text)
    return found_countries[0][0] if found_countries else None


def _tidy(text: str) -> str | None:
    bare = " ".join(text.split()).strip(" .,;:–-|")
    return None if is_blank(bare) else bare


def _lines(entry: Entry) -> list[str]:
    lines = [line for line in entry.text.split("\n") if line.strip()]
    several = entry.text.count("(") > 1 and ";" in entry.text
    return [piece for line in lines for piece in (line.split(";") if several else [line])]


def _told_in_lines(entry: Entry) -> list[Found]:
    return [one for line in _lines(entry) if (one := _line(entry, line))]


def _line(entry: Entry, line: str) -> Found | None:
    """A subprocessor told in one line: a name, and behind it in brackets or between dashes or commas the rest."""
    text = split_mark(line.strip(" •-–*"))[1]
    if says_none(text) and len(text) < 120 and not countries(text):
        return None
    if _sentence(text):
        return _told(entry, text)
    name, rest = _name_and_rest(text)
    if not name or not rest or not name[:1].isupper() or len(name) > 60 or len(name.split()) > 6:
        return None
    country = _country(rest)
    service = _service(rest)
    if country is None and service is None:
        return None
    return found(
        {"name": name, "service": service, "country": country},
        entry.page,
        entry.quotation,
        SURE if country and service else LIKELY,
    )


def _sentence(text: str) -> bool:
    return (
        len(text.split()) > 5
        and any(f" {verb} " in f" {text} " for verb in _MAKE)
        and not any(cut in text for cut in (" – ", " | ", "\t", ";"))
    )


def _told(entry: Entry, text: str) -> Found | None:
    """A subprocessor in a sentence: "Wolkenveld B.V. verzorgt de hosting, in Nederland"."""
    words = text.split()
    at = next((at for at, word in enumerate(words) if word in _MAKE), 0)
    name = " ".join(words[:at]).strip(" ,:")
    proper = (
        name
        and name[:1].isupper()
        and len(name.split()) <= 5
        and not name.lower().startswith(("wij", "we ", "de ", "het ", "onze", "voor", "our"))
    )
    if not proper or "(" in name:
        return _line_brackets(entry, text)
    rest = " ".join(words[at + 1 :])
    country = _country(rest)
    return found({"name": name, "service": _service(rest), "country": country}, entry.page, entry.quotation, LIKELY)


def _line_brackets(entry: Entry, text: str) -> Found | None:
    name, rest = _name_and_rest(text)
    if "(" not in text or not name[:1].isupper() or len(name.split()) > 5:
        return None
    return found(
        {"name": name, "service": _service(rest), "country": _country(rest)}, entry.page, entry.quotation, LIKELY
    )


def _name_and_rest(text: str) -> tuple[str, str]:
    if "(" in text:
        name, _bracket, rest = text.partition("(")
        if not any(cut in name for cut in (":", ",", " – ", " - ")):
            return name.strip(" ,:-–"), rest.replace(")", ", ")
    for cut in _SPLITS:
        if cut in text:
            name, _cut, rest = text.partition(cut)
            return name.strip(" ,:"), rest
    for cut in (":", ","):
        name, found_cut, rest = text.partition(cut)
        if (
            found_cut
            and plain(rest).split()[:1]
            and plain(rest).split()[0] not in {word.replace(".", "") for word in _LEGAL}
        ):
            return name.strip(), rest
        if found_cut and cut == ",":
            legal, second, rest = rest.partition(",")
            if second:
                return f"{name.strip()}, {legal.strip()}", rest
    return "", ""


def _service(rest: str) -> str | None:
    """What is left of the rest of a line without the country and place."""
    pieces = [rest.replace("(", ",").replace(")", ",")]
    for cut in (";", " – ", " - ", " — ", "\t", " | ", ",", ": "):
        pieces = [piece for whole in pieces for piece in whole.split(cut)]
    kept = [piece.strip(" .") for piece in pieces if piece.strip(" .") and not countries(piece)]
    if kept:
        return _tidy(kept[0])
    first = next((piece for piece in pieces if countries(piece)), "")
    before = first.split(" in ")[0].strip(" .")
    return _tidy(before) if before and not countries(before) else None


def _none(entry: Entry) -> bool:
    about = entry.quotation if not entry.label else entry.text
    first = next(iter(sentences(about)), "")
    for sentence in sentences(about):
        if says_none(sentence) and "subprocessors" in sections_of(sentence) and denies_at(sentence) >= 0:
            return True
    return says_none(first) and ("geen" in plain(first).split() or len(plain(first).split()) <= 12)


def _is_prompt(text: str) -> bool:
    return text[:1] in "<[{" or plain(text).strip() in {"naam", "name"}
