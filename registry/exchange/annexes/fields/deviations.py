"""Deviations from the model: the rows of annex 3, or the statement that there are none."""

from registry.exchange.annexes.annex_reading import LIKELY, SURE, Findings, Found, found
from registry.exchange.annexes.parts.entry import Entry
from registry.exchange.annexes.parts.headings import split_mark
from registry.exchange.annexes.parts.tables import column
from registry.exchange.annexes.words.sentences import is_blank, says_none


def read_deviations(entries: list[Entry], findings: Findings) -> None:
    """Find `deviations` in the entries of annex 3 or of a section on deviations."""
    rows = [one for entry in entries if len(entry.cells) > 1 and (one := _row(entry))]
    lines = [one for entry in entries if len(entry.cells) == 1 and (one := _line(entry))]
    findings.many("deviations", rows or lines)
    for entry in entries:
        first = entry.cells[0].kept if entry.cells else ""
        if says_none(first) and len(first) < 200:
            findings.stated_none("deviations", found(None, entry.page, entry.quotation, SURE + 0.03))


def _row(entry: Entry) -> Found | None:
    cells = [cell.kept.strip() for cell in entry.cells]
    at = {name: column(entry.heads, f"dev.{name}") for name in ("article", "difference", "reason")}
    if not entry.heads:
        start = 1 if len(cells) > 2 and len(cells[0].strip(" .")) <= 3 else 0
        at = {"article": start, "difference": start + 1, "reason": start + 2}
    value = {name: _cell(cells, place) for name, place in at.items()}
    if value["difference"] == value["article"]:
        value["article"] = None
    if not value["difference"] or (says_none(str(value["difference"])) and len(str(value["difference"])) < 25):
        return None
    return found(value, entry.page, entry.quotation, SURE + 0.04 if entry.heads else SURE)


def _cell(cells: list[str], at: int | None) -> str | None:
    text = " ".join(cells[at].split()) if at is not None and at < len(cells) else ""
    return None if is_blank(text) else text


def _line(entry: Entry) -> Found | None:
    """A deviation told in one line: "Artikel 7.2: audits alleen … Reden: …"."""
    text = split_mark(entry.quotation.strip(" •-–"))[1]
    if not text.lower().startswith(("artikel", "art.", "bepaling", "article", "clause", "art ")):
        return None
    article, _colon, rest = text.partition(":")
    if not rest.strip():
        article, _dash, rest = text.partition(" – ")
    deviation, reason = rest.strip(), None
    for word in ("Reden:", "reden:", "Toelichting:", "Reason:", "reason:", "Motivatie:", "Motivering:"):
        if word in deviation:
            deviation, _word, because = deviation.partition(word)
            reason = because.strip(" .") or None
            break
    if not deviation.strip():
        return None
    return found(
        {"article": article.strip(), "difference": deviation.strip(" .("), "reason": reason},
        entry.page,
        entry.quotation,
        LIKELY,
    )
