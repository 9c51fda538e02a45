"""Certificates: which, whose they are, and until when."""

import re

from registry.exchange.annexes.annex_reading import LIKELY, SURE, Findings, Found, found
from registry.exchange.annexes.fields.dates import first_date
from registry.exchange.annexes.parts.entry import Entry, Part
from registry.exchange.annexes.parts.tables import column
from registry.exchange.annexes.words.loading import phrases
from registry.exchange.annexes.words.matching import plain
from registry.exchange.annexes.words.sentences import denies_at, is_blank, says_none, sentences

_NAME = re.compile(
    r"(?<!\w)(?:(?:NEN[- ]?(?:EN[- ]?)?)?ISO(?:[/ -]?IEC)?[ -]?\d{4,5}(?:[-:]\d{1,4})?(?::\d{4})?"
    r"|NEN[ -]?7510(?:-\d)?(?::\d{4})?|SOC ?[123](?: [Tt]ype ?(?:II|I|2|1))?|ISAE ?3\d{3}(?: [Tt]ype ?(?:II|I|2|1))?"
    r"|PCI[ -]DSS|CSA STAR|Cyber Essentials(?: Plus)?|TISAX|BSI C5)"
)
_NOT_YET = phrases("certificates.not_yet")
_CERTIFIED = phrases("certificates.certified")
_HOLDER_WORDS = phrases("certificates.holder_words")
_STOPS = phrases("certificates.stops")


def read_certificates(part: Part, findings: Findings, supplier: str | None) -> None:
    """Find `certificates`; a supplier that speaks of itself as "wij" is the holder."""
    entries = [entry for entry in part.entries if not entry.is_title]
    rows = [one for entry in entries for one in _of_entry(entry, supplier)]
    findings.many("certificates", _fullest(rows))
    if not rows:
        for entry in part.under("certification"):
            for sentence in sentences(entry.quotation):
                about = any(one in plain(sentence) for one in _CERTIFIED[:8])
                if about and says_none(sentence) and denies_at(sentence) >= 0:
                    findings.stated_none("certificates", found(None, entry.page, entry.quotation, SURE))


def _of_entry(entry: Entry, supplier: str | None) -> list[Found]:
    if len(entry.cells) > 1 and entry.heads and column(entry.heads, "cert.name") is not None:
        return _of_row(entry)
    wanted = bool(entry.sections & {"certification"})
    told = []
    for sentence in sentences(entry.quotation):
        words = plain(sentence)
        names = _names(sentence)
        denied = denies_at(sentence) >= 0 or any(one in words for one in _NOT_YET)
        if names and not denied and (wanted or any(one in words for one in _CERTIFIED)):
            certified = any(one in words for one in _CERTIFIED)
            told += [_said(entry, sentence, name, supplier, SURE if certified or wanted else LIKELY) for name in names]
    return told


def _names(text: str) -> list[str]:
    return list(dict.fromkeys(" ".join(name.split()) for name in _NAME.findall(text)))


def _of_row(entry: Entry) -> list[Found]:
    cells = [cell.kept.strip() for cell in entry.cells]
    at = {code: column(entry.heads, f"cert.{code}") for code in ("name", "holder", "end")}
    name = _cell(cells, at["name"])
    holder, end = _cell(cells, at["holder"]), _cell(cells, at["end"])
    if (
        is_blank(name)
        or says_none(name)
        or not (_NAME.search(name) or (at["holder"] is not None and at["end"] is not None))
    ):
        return []
    if at["holder"] == at["name"]:
        holder = ""
    value = {
        "name": name,
        "holder": None if is_blank(holder) else holder.partition(" (")[0],
        "end": first_date(end) or first_date(entry.text),
    }
    return [found(value, entry.page, entry.quotation, SURE + 0.05)]


def _cell(cells: list[str], at: int | None) -> str:
    return cells[at] if at is not None and at < len(cells) else ""


def _said(entry: Entry, sentence: str, name: str, supplier: str | None, sure: float) -> Found:
    holder = _holder(sentence, name, supplier)
    value = {"name": name, "holder": holder, "end": first_date(sentence)}
    return found(value, entry.page, entry.quotation, sure if holder else min(sure, SURE))


def _holder(sentence: str, name: str, supplier: str | None) -> str | None:
    """Whose a certificate is: the name behind "op naam van", the one that "is gecertificeerd", or that in brackets."""
    if said := _named_holder(sentence):
        return said
    before = sentence.partition(name)[0].strip()
    for verb in (" is ", " heeft ", " beschikt ", " has ", " holds "):
        if verb in f"{before} ":
            who = f"{before} ".partition(verb)[0].strip()
            if plain(who).strip() in phrases("certificates.self"):
                return supplier
            if who[:1].isupper() and len(who.split()) <= 6:
                return _proper(who)
    if plain(before).split()[:1] in (["wij"], ["we"]):
        return supplier
    behind = sentence.partition(name)[2].lstrip(" ,-–")
    inside = behind[1:].partition(")")[0].split(",")[0].strip() if behind.startswith("(") else ""
    return inside if inside[:1].isupper() and not first_date(inside) and len(inside.split()) <= 5 else None


def _named_holder(sentence: str) -> str | None:
    lowered = sentence.lower()
    for word in _HOLDER_WORDS:
        at = lowered.find(word)
        while at >= 0:
            said = _until_stop(sentence[at + len(word) :])
            known = said.lower() in ("iso", "nen") or _NAME.search(said) or first_date(said)
            if said[:1].isupper() and not known:
                return said
            at = lowered.find(word, at + 1)
    return None


def _proper(who: str) -> str | None:
    """The name at the end of "Ons datacenter Serverduin"."""
    words = who.split()
    small = max(
        (at for at, word in enumerate(words) if word.islower() and word not in ("de", "van", "der")), default=-1
    )
    name = words[small + 1 :]
    while name and name[0].lower() in ("ons", "onze", "de", "het", "our", "the"):
        name = name[1:]
    return " ".join(name) or None


def _until_stop(text: str) -> str:
    said = text
    for stop in _STOPS:
        at = said.find(stop)
        while at >= 0 and stop == "." and said[at - 1 : at + 3].strip(".").upper() in ("B.V", "N.V", "V"):
            at = said.find(stop, at + 1)
        if stop == "." and said.replace(" ", "").upper().endswith(("B.V.", "N.V.", "INC.", "LTD.")):
            continue
        said = (
            said[:at]
            if at >= 0 and not (stop == "." and said[max(at - 1, 0) : at + 3].upper() in ("B.V.", "N.V."))
            else said
        )
    return said.strip(" '“”\"")


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
