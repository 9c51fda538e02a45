"""Where data are stored: countries and places, inside the EEA or not, and the safeguards where not."""

from registry.exchange.annexes import bounds
from registry.exchange.annexes.annex_reading import CERTAIN, LIKELY, SURE, UNSURE, Findings, Found, found
from registry.exchange.annexes.fields.boxes import State, split_boxes
from registry.exchange.annexes.fields.choosing import Option, chosen, options
from registry.exchange.annexes.fields.eea_answers import inside_eea
from registry.exchange.annexes.fields.places import countries, country_of, eea, place_of, stated_countries
from registry.exchange.annexes.fields.storage_places import places_in, stored_at
from registry.exchange.annexes.paper.block import OPEN, TICKED
from registry.exchange.annexes.parts.entry import Entry, Part
from registry.exchange.annexes.parts.tables import column
from registry.exchange.annexes.words.loading import all_said, word_list
from registry.exchange.annexes.words.matching import plain
from registry.exchange.annexes.words.sentences import denies_at, says_none, sentences

_HALF = bounds.QUOTATION // 2 - 2  # signs of each of two places


def read_storage(part: Part, findings: Findings) -> None:
    """Find `storage`, `storage_inside_eea` and `safeguards`."""
    entries = part.under("storage")
    stored = [one for entry in entries for one in _stored(entry)]
    stored = _joined(entries) or stored
    findings.many("storage", _fullest(stored))
    for entry in entries:
        findings.one("storage_inside_eea", _inside(entry))
    _derive(findings)
    _safeguards([*entries, *part.under("subprocessors")], findings)


def _stored(entry: Entry) -> list[Found]:
    if len(entry.cells) > 1:
        return _stored_row(entry)
    words = plain(entry.quotation)
    if word_list("labels")["safeguards"].weight(plain(entry.label)) or _about_hosting_only(entry):
        return []
    text = entry.text
    if entry.has_box:
        text = "\n".join([_before_boxes(text), *(one for state, one in split_boxes(text)[1] if state is State.TICKED)])
    return [one for sentence in sentences(text) for one in places_in(entry, sentence, words)]


def _before_boxes(text: str) -> str:
    """The whole sentences of a line that stand before the first box: "Datacenter: Zwolle. EER: ☒ binnen ☐ buiten"."""
    before = text[: min(at for box in (TICKED, OPEN) if (at := text.find(box)) >= 0)]
    return f"{before.rpartition('. ')[0]}." if ". " in before else ""


def _about_hosting_only(entry: Entry) -> bool:
    return "vestiging" in entry.label.lower() or "postadres" in entry.label.lower()


def _stored_row(entry: Entry) -> list[Found]:
    country, town = column(entry.heads, "sub.country"), _town_column(entry.heads)
    said = [cell.kept for cell in entry.cells]
    if country is not None and country < len(said):
        code = country_of(said[country])
        if code:
            name = said[town] if town is not None and town != country and town < len(said) else ""
            return [stored_at(entry, code, name.strip() or place_of(said[country], code), SURE)]
    codes = [code for text in said for code in stated_countries(text)]
    return [stored_at(entry, code, place_of(entry.text, code), SURE) for code in dict.fromkeys(codes)]


def _town_column(heads: tuple[str, ...]) -> int | None:
    word = word_list("labels")["place"]
    exact = [at for at, head in enumerate(heads) if word.weight(plain(head)) and " land " not in plain(head)]
    return exact[0] if exact else None


def _joined(entries: list[Entry]) -> list[Found]:
    """Storage told as two lines, one with the place and one with the country."""
    towns = [
        entry for entry in entries if entry.label and _is_label(entry, "place") and not _is_label(entry, "country")
    ]
    lands = [
        entry for entry in entries if entry.label and _is_label(entry, "country") and not _is_label(entry, "place")
    ]
    if len(towns) != 1 or len(lands) != 1 or countries(towns[0].text):
        return []
    code = country_of(lands[0].text)
    return [stored_at(lands[0], code, towns[0].text.strip(" ."), SURE)] if code and len(towns[0].text) < 40 else []


def _is_label(entry: Entry, name: str) -> bool:
    return word_list("labels")[name].weight(plain(entry.label)) > 0


def _fullest(stored: list[Found]) -> list[Found]:
    """Each country once without a place at most, and not at all where it has places."""
    with_place = {one.value["country"] for one in stored if isinstance(one.value, dict) and one.value["place"]}
    return [
        one
        for one in stored
        if isinstance(one.value, dict) and (one.value["place"] or one.value["country"] not in with_place)
    ]


def _inside(entry: Entry) -> Found | None:
    for sentence in sentences(entry.quotation.replace(" | ", ": ")):
        answer = inside_eea(sentence)
        if answer is not None:
            value, sure = answer
            return found(value, entry.page, entry.quotation, sure)
    return None


def _derive(findings: Findings) -> None:
    """Where no sentence tells, the countries do."""
    stored = findings.lists.get("storage", ())
    if "storage_inside_eea" in findings.single or not stored:
        return
    codes = {one.value["country"] for one in stored if isinstance(one.value, dict)}
    inside = codes <= eea()
    where = next(one for one in stored if isinstance(one.value, dict) and (one.value["country"] in eea()) is inside)
    findings.one("storage_inside_eea", found(inside, where.page, where.text, LIKELY if inside else SURE))


def doubt_inside(findings: Findings) -> None:
    """Make it less sure that data stay inside the EEA where a subprocessor is outside it, and tell both places."""
    inside = findings.single.get("storage_inside_eea")
    outside = [
        one
        for one in findings.lists.get("subprocessors", ())
        if isinstance(one.value, dict) and one.value["country"] and one.value["country"] not in eea()
    ]
    if inside and inside.value and outside:
        both = f"{inside.text[:_HALF]} … {outside[0].text[:_HALF]}"
        certainty = min(inside.certainty, LIKELY)
        findings.single["storage_inside_eea"] = found(True, inside.page, both, certainty)


def _chosen_text(option: Option) -> str:
    """What a choice says: of "☐ Nee ☒ Ja, op grond van SCC" all that stands behind the tick."""
    boxed = split_boxes(option.entry.text)[1] if len(option.entry.cells) == 1 else []
    ticked = [label for state, label in boxed if state is State.TICKED]
    return ticked[0] if option.state is State.YES and len(ticked) == 1 else option.text


def _safeguards(entries: list[Entry], findings: Findings) -> None:
    proposed: list[Found] = []
    for option, certainty in chosen(options(entries)):
        for sentence in sentences(_chosen_text(option)):
            codes = all_said("safeguards", plain(sentence))
            if codes and denies_at(sentence) < 0:
                conditional = any(one in plain(sentence) for one in (" indien ", " mocht ", " if ", " zonder "))
                sure = UNSURE if conditional else CERTAIN if certainty >= SURE else SURE
                proposed += [found(code, option.entry.page, option.quotation, sure) for code in codes]
    findings.many("safeguards", proposed)
    for entry in entries:
        if (
            word_list("labels")["safeguards"].weight(plain(entry.label))
            and says_none(entry.text)
            and len(entry.text) < 80
        ):
            findings.stated_none("safeguards", found(None, entry.page, entry.quotation, SURE))
