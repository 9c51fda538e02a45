"""The number of an edition in a text, and what of the text is a date."""

import re

from registry.exchange.annexes.annex_reading import CERTAIN, LIKELY, Found, found
from registry.exchange.annexes.fields.dates import begins_date, dates, without_month
from registry.exchange.annexes.parts.entry import Entry
from registry.exchange.annexes.words.loading import phrases

_NUMBER = re.compile(
    r"(?<![\w.])[vV]?\.? ?(\d{4}-\d{1,2}(?![-\d])|\d{1,4}(?:\.\d{1,3}){0,3}[a-z]?)(?![\w.]*\d)"  # 2025-1, 4.2b
)
_OF_ANNEX = (  # "Versie beveiligingsbijlage 1.6", "Version of this leaflet: 2"
    r"(?: (?:van |of )?(?:deze |de |dit |this |the )?(?:privacy|beveiligings|security )?"
    r"(?:bijsluiter|bijlage|document|leaflet|annex)(?: is)?)?"
)
SAID_VERSION = re.compile(
    rf"(?<!\w)(?:versie(?:nummer)?|version|uitgave|editie|edition|v\.|v(?=\d)){_OF_ANNEX}(?: ?:)? ?[vV]?"
    r"(\d{4}-\d{1,2}(?![-\d])|\d{1,4}(?:\.\d{1,3}){0,3})(?!\w|\.\d)",
    re.IGNORECASE,
)
_DRAFTS = phrases("edition.drafts")


def version_in(entry: Entry, text: str) -> Found | None:
    """Return the number by which a text calls an edition, with "concept" before it where it says so; None for none."""
    said = _without_dates(text)
    match = _NUMBER.search(said) or SAID_VERSION.search(said)
    if match and not begins_date(said[match.start(1) :]):
        draft = next((word for word in said[: match.start()].split() if word.lower() in _DRAFTS), "")
        return found(
            f"{draft} {match[1]}".strip(), entry.page, entry.quotation, CERTAIN if len(said.split()) <= 6 else LIKELY
        )
    return None


def _without_dates(text: str) -> str:
    if not dates(text):
        return without_month(text)
    head = text
    for cut in (",", "(", " / ", " van ", " d.d. ", " – ", " - ", ";", "|", " of ", " dated ", " dd "):
        first = head.partition(cut)[0]
        if first.strip() and not dates(first):
            return first
    return ""
