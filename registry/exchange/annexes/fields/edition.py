"""What the supplier calls this edition of its annex, and its date."""

import re

from registry.exchange.annexes.annex_reading import CERTAIN, LIKELY, SURE, UNSURE, Findings, Found, found
from registry.exchange.annexes.fields.dates import begins_date, dates, first_date, month_of
from registry.exchange.annexes.fields.edition_numbers import SAID_VERSION, version_in
from registry.exchange.annexes.fields.reach import phones
from registry.exchange.annexes.paper.block import Block
from registry.exchange.annexes.parts.entry import Entry, Part
from registry.exchange.annexes.parts.headings import split_mark
from registry.exchange.annexes.words.loading import phrases, word_list
from registry.exchange.annexes.words.matching import plain

_OWN_NUMBER = re.compile(r"(?<![\d.])[1-4]\.0(?![\d.])")
_ANNEX_NUMBER = re.compile(r"(?<!\w)(?:bijlage|annex) \d+$", re.IGNORECASE)  # "versie bijlage 2": which is it?
_NAMED = re.compile(r"(?:privacy)?(?:bijsluiter|leaflet) (\d+\.\d+)(?![.\d])", re.IGNORECASE)  # "Bijsluiter 3.1, mei"
_OPENING, _LONGEST_OPENING = 4, 120
_LONGEST_TOLD = 20  # words of a sentence that tells of the edition
_FOOTER_CUTS = (" - ", " – ", " | ", " • ", " · ")
_OF_MODEL = phrases("edition.of_model")
_OF_ALL = phrases("edition.of_all")
_OF_THIS = phrases("edition.of_this")
_CHANGED = phrases("edition.changed")
_SAYS_CHANGED = tuple(one for one in _CHANGED if len(one) > 3)  # not "dd" amid a sentence


def read_edition(part: Part, frames: tuple[Block, ...], findings: Findings) -> None:
    """Find `version` and `date`."""
    for entry in part.entries:
        if (
            entry.sections
            & {"certification", "deviations", "subprocessors", "retention", "data_breaches", "measures", "weak_spots"}
            and "version" not in entry.sections
        ) and not _is_edition_label(entry):
            continue
        _labelled(entry, findings)
    for entry in part.entries:
        if _tells_edition(entry):
            _in_text(entry.text, entry.page, SURE, findings)
            findings.one("date", _date(entry, entry.text, SURE) if not _about_model(entry.text) else None)
    for entry in part.under("version"):
        _in_section(entry, findings)
    _in_text(part.title, part.page, SURE, findings)
    for block in part.blocks[:_OPENING]:  # a line below the title
        if not block.is_row and len(block.text) <= _LONGEST_OPENING:
            _in_text(block.text, block.page, SURE, findings)
    for block in (*frames, *_last_line(part)):
        _in_text(block.text, block.page, SURE, findings)


def _last_line(part: Part) -> tuple[Block, ...]:
    """The last line of an annex of one page, where its footer stands: that of a PDF is known by several pages only."""
    last = part.blocks[-1:]
    parted = any(cut in block.text for block in last for cut in _FOOTER_CUTS)
    return last if parted and not last[0].is_row and len(last[0].text) <= _LONGEST_OPENING else ()


def shared_edition(parts: list[Part], findings: Findings) -> None:
    """Find `version` and `date` that a line tells for all annexes of a file: "Versie 2.0 (both annexes)"."""
    for part in parts:
        for entry in part.entries:
            if any(one in entry.words for one in _OF_ALL):
                _in_text(entry.quotation, entry.page, SURE, findings)


def _is_edition_label(entry: Entry) -> bool:
    label = plain(entry.label)
    return "aanpassing" in label or "updated" in label or label.strip().startswith(("versie", "version"))


def _tells_edition(entry: Entry) -> bool:
    """Whether a line, or the heading itself, is about the edition: "Laatst gewijzigd op …, versie 1.4"."""
    words = plain(split_mark(entry.text)[1])
    starts = words.strip().startswith(("versie", "version", *_CHANGED))
    about = any(f" {_word} {digit}" in words for _word in ("versie", "version") for digit in "0123456789") and any(
        one in words for one in _OF_THIS
    )
    changed = any(f" {one}" in words for one in _SAYS_CHANGED) and len(dates(entry.text)) == 1 and "iso" not in words
    short = len(words.split()) <= _LONGEST_TOLD
    if len(entry.cells) == 1 and short and _NAMED.match(entry.text):
        return True
    return len(entry.cells) == 1 and ((starts and len(words.split()) <= 12) or (short and (about or changed)))


def _labelled(entry: Entry, findings: Findings) -> None:
    words, text = plain(entry.label), entry.text
    if not entry.label or _about_model(f"{entry.label} {text}"):
        return
    named = word_list("labels")
    as_version = named["version"].weight(words) > 0 or " versie " in words or " version " in words
    if as_version:
        findings.one("version", version_in(entry, text))
        findings.one("date", _date(entry, text, CERTAIN))
    if named["date"].weight(words) and named["version"].excluded != ():
        certainty = (
            CERTAIN
            if any(
                one in words
                for one in (
                    " aanpassing ",
                    " versie ",
                    " updated ",
                    " gewijzigd ",
                    " wijziging ",
                    " aangepast ",
                    " change ",
                    " modified ",
                )
            )
            or "version" in entry.sections
            else SURE
        )
        findings.one("date", _date(entry, text, certainty))
        _in_text(text, entry.page, SURE, findings)


def _in_section(entry: Entry, findings: Findings) -> None:
    text = entry.quotation
    if len(entry.cells) > 1:
        _history_row(entry, findings)
        return
    if _about_model(text):
        return
    _in_text(text, entry.page, SURE, findings)
    if "version" not in findings.single and not phones(entry.text):
        findings.one("version", version_in(entry, entry.text))
    findings.one("date", _date(entry, text, SURE))


def _history_row(entry: Entry, findings: Findings) -> None:
    """A row of a table of versions: the last in time is the one that counts."""
    heads = [plain(head) for head in entry.heads]
    at = next((number for number, head in enumerate(heads) if "versie" in head or "version" in head), None)
    text = entry.cells[at].kept if at is not None and at < len(entry.cells) else entry.cells[0].kept
    day, version = first_date(entry.text), version_in(entry, text)
    known = findings.single.get("date")
    if day and version and (known is None or str(known.value) <= day):
        findings.single["date"] = found(day, entry.page, entry.quotation, SURE)
        findings.single["version"] = version


def _in_text(text: str, page: int, certainty: float, findings: Findings) -> None:
    """A version and date in running text, a title or a footer: "Versie 2.1, 1 maart 2024"."""
    match = next((one for one in SAID_VERSION.finditer(text) if not begins_date(text[one.start(1) :])), None)
    if match is None and (named := _NAMED.match(text)) and len(dates(text)) == 1:
        findings.one("version", found(named[1], page, text, LIKELY))
        findings.one("date", found(dates(text)[0], page, text, certainty))
    if (
        match
        and not _about_model(_unnumbered(text[: match.start()][-60:]))
        and not _about_model(text[match.end() : match.end() + 12])
    ):
        of_annex = _ANNEX_NUMBER.search(match[0])
        findings.one("version", found(match[1], page, text, UNSURE if of_annex else certainty))
        days = dates(text)
        if len(days) == 1:
            findings.one("date", found(days[0], page, text, certainty))


def _unnumbered(before: str) -> str:
    """What stands before a version behind the last number: in "model 4.0 – versie 1.6" the model has its own."""
    numbers = [match.end() for match in _OWN_NUMBER.finditer(before)]
    return before[numbers[-1] :] if numbers else before


def _date(entry: Entry, text: str, certainty: float) -> Found | None:
    days = dates(text)
    if days:
        return found(
            days[0] if len(days) == 1 else max(days),
            entry.page,
            entry.quotation,
            certainty if len(days) == 1 else UNSURE,
        )
    month = month_of(text)
    return found(month, entry.page, entry.quotation, UNSURE) if month and len(text.split()) <= 6 else None


def _about_model(text: str) -> bool:
    return any(one in plain(text) for one in _OF_MODEL)
