"""Deviations from the model: the rows or lines of annex 3, what the agreement tells of them, or that there are none."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from registry.exchange.annexes.annex_reading import LIKELY, SURE, Findings, Found, found
from registry.exchange.annexes.paper.block import Rich, Run
from registry.exchange.annexes.parts.entry import Entry
from registry.exchange.annexes.parts.headings import split_mark
from registry.exchange.annexes.parts.tables import column
from registry.exchange.annexes.words.loading import phrases, word_list
from registry.exchange.annexes.words.matching import plain
from registry.exchange.annexes.words.sentences import denies_at, is_blank, says_none, sentences

_PARTS = ("article", "difference", "reason")
_ARTICLES = ("artikel", "art.", "art", "bepaling", "article", "clause")
_LONGEST_LABEL, _LONGEST_ARTICLE = 3, 5  # words
_FROM_MODEL = phrases("deviations.from_model")


def read_deviations(entries: list[Entry], findings: Findings) -> None:
    """Find `deviations` in the entries of annex 3 or of a section on deviations."""
    rows = [one for entry in entries if len(entry.cells) > 1 and (one := _row(entry))]
    lines = [one for entry in entries if len(entry.cells) == 1 and (one := _line(entry))]
    findings.many("deviations", rows or list(_told_in_labels(entries)) or lines)
    for entry in entries:
        first = entry.cells[0].kept if entry.cells else ""
        if says_none(first) and len(first) < 200:
            findings.stated_none("deviations", found(None, entry.page, entry.quotation, SURE + 0.03))


def deviations_told(entries: Iterable[Entry]) -> list[Entry]:
    """Return the lines of an agreement that tell of deviations: "In afwijking van het model: artikel 7 …"."""
    told: list[Entry] = []
    leads = False
    for entry in entries:
        said = sentences(entry.text)
        at = next((at for at, one in enumerate(said) if _leads(one)), None)
        rest = said if leads and at is None else said[at + 1 :] if at is not None else []
        line = replace(entry, label="" if at is not None else entry.label, cells=(Rich((Run(". ".join(rest)),)),))
        leads = len(entry.cells) == 1 and (bool(_line(line)) if rest else at is not None)
        told += [line] if leads and rest else []
    return told


def _leads(sentence: str) -> bool:
    """Whether a sentence tells that the agreement differs from the model."""
    return denies_at(sentence) < 0 and any(one in plain(sentence) for one in _FROM_MODEL)


def _told_in_labels(entries: list[Entry]) -> Iterator[Found]:
    """Deviations of which each part stands behind a label: "Artikel: 7 lid 3", "Wijziging: …", "Reden: …"."""
    gathered: list[dict[str, Entry]] = []
    for entry in entries:
        label, _colon, value = entry.quotation.partition(":")
        part = _part(label) if value.strip() and len(entry.cells) == 1 else ""
        if _is_article(entry):
            part, value = "article", split_mark(entry.text)[1]
        if part and (not gathered or part == "article" or part in gathered[-1]):
            gathered.append({})
        if part:
            gathered[-1][part] = entry.with_cells(Rich((Run(value.strip(" .")),)))
    for parts in gathered:
        if "article" in parts and "difference" in parts:
            told = {name: parts[name].text if name in parts else None for name in _PARTS}
            whole = " … ".join(one.quotation for one in parts.values())
            yield found(told, parts["article"].page, whole, SURE)


def _is_article(entry: Entry) -> bool:
    """Whether a line names an article and no more: "Artikel 7 lid 3"."""
    words = split_mark(entry.text)[1].split()
    named = len(entry.cells) == 1 and words and words[0].lower() in _ARTICLES and any(map(str.isdigit, entry.text))
    return bool(named) and ":" not in entry.quotation and len(words) <= _LONGEST_ARTICLE


def _part(label: str) -> str:
    """The part of a deviation that a label names by itself; "" for none, and for "Artikel 7 lid 3"."""
    words = plain(label)
    if len(words.split()) > _LONGEST_LABEL or any(sign.isdigit() for sign in label):
        return ""
    weights = {part: word_list("columns")[f"dev.{part}"].weight(words) for part in _PARTS}
    best = max(weights, key=lambda part: weights[part])
    return best if weights[best] else ""


def _row(entry: Entry) -> Found | None:
    cells = [cell.kept.strip() for cell in entry.cells]
    at = {name: column(entry.heads, f"dev.{name}") for name in _PARTS}
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
    if not text.lower().startswith(_ARTICLES):
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
