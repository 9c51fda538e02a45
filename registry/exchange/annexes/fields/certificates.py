"""Certificates: which, whose they are, and until when."""

from registry.exchange.annexes.annex_reading import LIKELY, SURE, Findings, Found, found
from registry.exchange.annexes.fields.dates import dates, first_date
from registry.exchange.annexes.fields.holders import NAME, holder_of, in_full, is_self, leads
from registry.exchange.annexes.fields.party_names import formed_names
from registry.exchange.annexes.parts.entry import Entry, Part, PartKind
from registry.exchange.annexes.parts.headings import sections_of
from registry.exchange.annexes.parts.tables import column
from registry.exchange.annexes.words.loading import phrases
from registry.exchange.annexes.words.matching import plain
from registry.exchange.annexes.words.sentences import denies_at, is_blank, says_none, sentences

_NOT_YET = phrases("certificates.not_yet")
_CERTIFIED = phrases("certificates.certified")
_NONE = phrases("certificates.none")
_BY_NORM = phrases("certificates.by_norm")
_LONGEST_LIST = 9  # words that only list certificates: a longer sentence tells more than was understood


def read_certificates(part: Part, findings: Findings, supplier: str | None) -> None:
    """Find `certificates`; a supplier that speaks of itself as "wij" is the holder."""
    entries = [entry for entry in part.entries if not entry.is_title]
    lead = leads(part, supplier)
    rows = [one for entry in entries for one in _of_entry(entry, supplier, lead.get(id(entry)))]
    findings.many("certificates", _fullest(rows))
    if not rows:
        _stated_none(part, findings, supplier)


def _stated_none(part: Part, findings: Findings, supplier: str | None) -> None:
    """Take up that there are none: in a section on certificates, else in words that leave no doubt."""
    for entry in part.entries:
        under, loose = "certification" in entry.sections, part.kind is PartKind.SECURITY and not entry.sections
        for sentence in sentences(entry.quotation) if (under or loose) and not entry.is_title else ():
            words = plain(sentence)
            about = any(one in words for one in (_CERTIFIED[:8] if under else _NONE)) and " nodig " not in words
            of_other = not set(formed_names(sentence)) <= {supplier}
            if about and not of_other and says_none(sentence) and denies_at(sentence) >= 0:
                findings.stated_none("certificates", found(None, entry.page, entry.quotation, SURE))


def _of_entry(entry: Entry, supplier: str | None, lead: str | None) -> list[Found]:
    if len(entry.cells) > 1 and entry.heads and column(entry.heads, "cert.name") is not None:
        return _of_row(entry, supplier)
    wanted = bool(entry.sections & {"certification"})
    told = []
    for sentence in sentences(_said_text(entry)):
        words = plain(sentence)
        names = _names(sentence)
        if not names or denies_at(sentence) >= 0:
            continue
        bare = _without_certified(words)
        denied = any(one in bare for one in _NOT_YET)
        if not denied and (wanted or any(one in words for one in _CERTIFIED)):
            certified = any(one in words for one in _CERTIFIED)
            sure = SURE if certified or wanted else LIKELY
            told += [
                _said(entry, _about_one(sentence, name, names), name, holder_of(sentence, name, supplier) or lead, sure)
                for name in names
            ]
    return told


def _without_certified(words: str) -> str:
    """The words without "gecertificeerd volgens", which says more than "volgens" alone."""
    for certified in _BY_NORM:
        words = words.replace(certified, " ")
    return words


def _about_one(sentence: str, name: str, names: list[str]) -> str:
    """A sentence up to the next certificate, where each has its own end: "ISO 27001 tot 1-1-2027, NEN 7510"."""
    starts = sorted(sentence.find(one) for one in names)
    ends = [*starts[1:], len(sentence)]
    own = {start: sentence[start:end] for start, end in zip(starts, ends, strict=True)}
    only_last = not any(first_date(own[start]) for start in starts[:-1])
    return sentence if only_last else own[sentence.find(name)]


def _said_text(entry: Entry) -> str:
    """What an entry says, without a label that only tells that it is about certificates."""
    about = sections_of(entry.label) == {"certification"} and not NAME.search(entry.label)
    return entry.text if about else entry.quotation


def _names(text: str) -> list[str]:
    return list(dict.fromkeys(" ".join(name.split()) for name in NAME.findall(text)))


def _of_row(entry: Entry, supplier: str | None) -> list[Found]:
    cells = [cell.kept.strip() for cell in entry.cells]
    at = {code: column(entry.heads, f"cert.{code}") for code in ("name", "holder", "end")}
    name = _cell(cells, at["name"])
    holder, end = _cell(cells, at["holder"]), _cell(cells, at["end"])
    if (
        is_blank(name)
        or says_none(name)
        or any(one in plain(name) for one in _NOT_YET)
        or not (NAME.search(name) or (at["holder"] is not None and at["end"] is not None and name[:1].isupper()))
    ):
        return []
    if at["holder"] == at["name"]:
        holder = ""
    value = {
        "name": name,
        "holder": None if is_blank(holder) else in_full(holder.partition(" (")[0], supplier),
        "end": first_date(end) or first_date(entry.text),
    }
    sure = LIKELY if is_self(holder) and supplier is None else SURE + 0.05
    return [found(value, entry.page, entry.quotation, sure)]


def _cell(cells: list[str], at: int | None) -> str:
    return cells[at] if at is not None and at < len(cells) else ""


def _said(entry: Entry, sentence: str, name: str, holder: str | None, sure: float) -> Found:
    sure = LIKELY if holder is None and len(sentence.split()) > _LONGEST_LIST else sure
    end = first_date(sentence)
    days = set(dates(entry.text))
    if end is None and days:  # in another sentence: of this one only where there is one of each
        alone = len(days) == 1 and len(_names(entry.text)) == 1
        end, sure = (days.pop() if alone else None), LIKELY
    value = {"name": name, "holder": holder, "end": end}
    return found(value, entry.page, entry.quotation, sure if holder else min(sure, SURE))


def _fullest(rows: list[Found]) -> list[Found]:
    """Each certificate of each holder once, the mention that tells most."""
    kept: dict[str, Found] = {}
    for one in rows:
        value = one.value if isinstance(one.value, dict) else {}
        key = plain(str(value.get("name")).split(":")[0]) + plain(str(value.get("holder") or ""))
        same = kept.get(key)
        if same is None or sum(map(bool, value.values())) > sum(
            map(bool, same.value.values() if isinstance(same.value, dict) else ())
        ):
            kept[key] = one
    bare = {
        plain(str(one.value["name"]).split(":")[0])
        for one in kept.values()
        if isinstance(one.value, dict) and one.value["holder"]
    }
    return [
        one
        for one in kept.values()
        if isinstance(one.value, dict)
        and (one.value["holder"] or plain(str(one.value["name"]).split(":")[0]) not in bare)
    ]
