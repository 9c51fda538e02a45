"""Categories of personal data: those that are processed, what "overige" are, and those that are denied."""

from collections.abc import Iterable

from registry.exchange.annexes.annex_reading import LIKELY, SURE, UNSURE, Findings, Found, found
from registry.exchange.annexes.fields.choosing import Option, State, chosen, options
from registry.exchange.annexes.words.sentences import clauses, denies_at, sentences
from registry.exchange.annexes.parts.entry import Entry, Part
from registry.exchange.annexes.parts.headings import split_mark
from registry.exchange.annexes.words.loading import best, word_list
from registry.exchange.annexes.words.matching import plain

CODES = set(word_list("data_categories"))
_FIRST, _SEVENTH = ("1.1", "1.2", "1.3"), ("7a", "7b", "7c", "7d", "7e", "7f")
# Firm enough to count as denied wherever in an annex a sentence says so.
_FIRM = {"13", "5", "6", "10", "14", "3", "7e", "9"}
_LONGEST_LIST = 60  # words in one line that still is a list of data


def read_categories(part: Part, findings: Findings) -> None:
    """Find `data_categories`, `data_category_other` and `denied`."""
    read = part.under("data")
    all_options = options(read)
    proposed: list[Found] = []
    denied: list[Found] = [one for entry in part.under("denied") for one in _denied_list(entry)]
    picked = [(option, certainty) for option, certainty in chosen(all_options)]
    whole = _is_whole_model(picked)
    for option, certainty in picked:
        other = _other(option)
        if other:
            findings.one("data_category_other", found(other, option.entry.page, option.quotation, min(certainty, SURE)))
        proposed += _proposed(option, UNSURE if whole else certainty)
    denied += [one for option in all_options if option.state is State.NO for one in _answered_no(option)]
    denied += [one for entry in part.entries if not entry.is_title for one in _denials(entry)]
    findings.many("data_categories", _without_parents(_not_denied(proposed, denied)))
    findings.many("denied", denied)


def category_codes(text: str) -> list[str]:
    """Return the codes of all categories that a clause names; that of parents or staff alone where it is about them."""
    words = plain(text)
    named = [code for code, word in word_list("data_categories").items() if word.weight(words) and code != "12"]
    for owner in ("4", "11"):
        if owner in named:
            return [owner]
    if "1" in named and set(named) & set(_FIRST):
        named.remove("1")
    return [code for code in named if not (code == "7" and set(named) & set(_SEVENTH))]


def structured_code(option: Option) -> tuple[str, float]:
    """Return the code that a row or ticked line names by number or by its first words, and how sure that is."""
    number = _number(option)
    label = option.label.split(":")[0].split("(")[0].split("\n")[0]
    code, weight, second = best("data_categories", plain(split_mark(label)[1]))
    whole, whole_weight, _second = best("data_categories", plain(split_mark(option.text)[1]))
    code, weight = (code, weight) if weight else (whole, whole_weight)
    if number:
        agrees = not code or code == number or code[0] == number[0] or bool(set(category_codes(option.text)) & {number})
        return number, SURE + 0.05 if agrees else LIKELY
    if code in ("7", "1") and option.context and not weight:
        return code, LIKELY
    return code, (SURE + 0.03 if weight > second else SURE) if code else 0.0


def _number(option: Option) -> str:
    for text in (option.cells[0].kept if option.cells else "", option.text):
        mark = split_mark(text)[0] or text.strip(" .)")
        bare = mark.lower().rstrip(".")
        if bare in CODES:
            return bare
    sub = split_mark(option.text)[0].lower()
    parent = split_mark(option.context)[0] if option.context else ""
    if parent == "7" and len(sub) == 1 and f"7{sub}" in CODES:
        return f"7{sub}"
    return ""


def _proposed(option: Option, certainty: float) -> list[Found]:
    entry = option.entry
    boxed = option.state in (State.TICKED, State.YES)
    structured = boxed or len(option.cells) > 1 or _number(option)
    if structured and not _subject_row(option):
        return [
            found(code, entry.page, option.quotation, min(certainty if boxed else SURE, sure))
            for code, sure in _refined(option)
        ]
    return [one for sentence in sentences(option.text) for one in _listed(sentence, entry, certainty)]


def _refined(option: Option) -> list[tuple[str, float]]:
    """The code of an option, brought down to the parts of it that its explanation names."""
    code, sure = structured_code(option)
    if option.context and code in ("", "4", "5"):
        code = _part_of_context(option, code) or code
    if not code:
        return []
    named = [one for clause in clauses(option.text.replace(" | ", ", ")) for one in _all_codes(clause)]
    if code == "1":
        parts = [one for one in _FIRST if one in named]
        return [(one, min(sure, SURE)) for one in parts] or [(code, sure)]
    if code == "7":
        parts = [one for one in _SEVENTH if one in named]
        return (
            [(one, min(sure, SURE)) for one in parts]
            if 0 < len(parts) < len(_SEVENTH)
            else [(code, min(sure, LIKELY if parts else sure))]
        )
    return [(code, sure)]


def _part_of_context(option: Option, code: str) -> str:
    above = best("data_categories", plain(split_mark(option.context)[1]))[0]
    return "7e" if above == "7" and code == "5" else code if code else above


def _all_codes(text: str) -> list[str]:
    words = plain(text)
    return [code for code, word in word_list("data_categories").items() if word.weight(words)]


def _subject_row(option: Option) -> bool:
    """Whether the first cell tells whose data follow."""
    words = plain(option.label)
    pupils = word_list("data_subjects")["pupil"].weight(words) > 0
    return pupils and len(words.split()) <= 2 and len(option.cells) > 1


def _listed(sentence: str, entry: Entry, certainty: float) -> list[Found]:
    """The categories that a sentence or list of words names."""
    at = denies_at(sentence)
    length = len(plain(sentence).split())
    if at == 0 or (at > 0 and not category_codes(plain(sentence)[:at])):
        return []
    said = sentence if at < 0 else plain(sentence)[:at]
    owner, colon, rest = said.partition(":")
    codes = category_codes(owner) if colon else []
    if colon and codes[:1] in (["4"], ["11"]):
        return [found(codes[0], entry.page, entry.quotation, SURE)]
    sure = SURE if length <= _LONGEST_LIST and at < 0 else LIKELY
    listed = rest if colon and rest.strip() else said
    if _of_owner(listed):
        listed = _of_owner(listed)
    names = [code for clause in clauses(listed) for code in category_codes(clause)]
    return [found(code, entry.page, entry.quotation, max(sure, certainty) if sure >= SURE else sure) for code in names]


def _of_owner(text: str) -> str:
    """A text that gives names and such of one group only ("naam en e-mailadres van ouders"), as that group."""
    for join in (
        " van ouders",
        " van de ouders",
        " van docenten",
        " van leerkrachten",
        " of parents",
        " of teachers",
        " van leraren",
        " van medewerkers",
        " van ouders/verzorgers",
    ):
        if text.lower().rstrip(" .").endswith(join) and "," not in text:
            return join.strip()
    return ""


def _other(option: Option) -> str:
    """What the free text of category 12 says."""
    code, _sure = structured_code(option)
    if code != "12":
        return ""
    text = option.text
    for word in ("te weten", "namelijk", "namely", "overige gegevens:", "other data:", "zijnde"):
        at = text.lower().find(word)
        if at >= 0 and text[at + len(word) :].strip(" :.…|)_("):
            return text[at + len(word) :].strip(" :.…|_").replace(" | ", ", ").strip()
    last = option.cells[-1].kept if len(option.cells) > 1 else text.partition(":")[2]
    return (
        last.strip(" .…")
        if last.strip(" .…") and "overig" not in last.lower() and "te weten" not in last.lower()
        else ""
    )


def _answered_no(option: Option) -> list[Found]:
    return [found(code, option.entry.page, option.quotation, LIKELY) for code, _sure in _refined(option)]


def _denied_list(entry: Entry) -> list[Found]:
    return [
        found(code, entry.page, entry.quotation, SURE)
        for clause in clauses(entry.text)
        for code in category_codes(clause)
        if not entry.has_box
    ]


def _denials(entry: Entry) -> list[Found]:
    """What the sentences of an entry deny."""
    if (entry.has_box and len(entry.text) < 200) or entry.sections & {
        "subprocessors",
        "measures",
        "certification",
        "weak_spots",
        "deviations",
        "retention",
        "access",
        "data_breaches",
    }:
        return []
    in_data = bool(entry.sections & {"data", "denied", "services", "general", "purposes"})
    denied: list[Found] = []
    for sentence in sentences(f"{entry.label}: {entry.text}" if entry.label else entry.text):
        at = denies_at(sentence)
        if at < 0:
            continue
        codes = _denied_codes(sentence, at)
        denied += [
            found(code, entry.page, entry.quotation, SURE if in_data or code in _FIRM else LIKELY)
            for code in codes
            if in_data or code in _FIRM
        ]
    return denied


def _denied_codes(sentence: str, at: int) -> list[str]:
    words = plain(sentence)
    behind = words[at:]
    for end in (" maar ", " wel ", " alleen ", " tenzij ", " but ", " only ", " behalve ", " except ", " uitsluitend "):
        behind = behind.partition(end)[0] if end in behind[5:] else behind
    codes = _named(behind)
    passive = behind.split()[:1] in (["niet"], ["not"], ["nooit"], ["never"])
    if passive and not codes:
        codes = _named(words[:at])
    return codes


def _named(words: str) -> list[str]:
    codes = [
        code
        for code, word in word_list("data_categories").items()
        if word.weight(words) and code not in ("12", "4", "11", "1", "1.1", "8")
    ]
    if "7e" in codes and "5" in codes and "medische gegevens" not in words:
        codes.remove("5")
    return [code for code in codes if not (code == "7" and set(codes) & set(_SEVENTH))]


def _not_denied(proposed: Iterable[Found], denied: list[Found]) -> list[Found]:
    gone = {one.value for one in denied if one.certainty >= SURE}
    return [one for one in proposed if one.value not in gone or one.certainty > SURE + 0.02]


def _without_parents(proposed: list[Found]) -> list[Found]:
    codes = {one.value for one in proposed}
    drop = {"1"} if codes & set(_FIRST) else set()
    drop |= {"7"} if codes & set(_SEVENTH) else set()
    order = [*_ordered()]
    return sorted((one for one in proposed if one.value not in drop), key=lambda one: order.index(str(one.value)))


def _ordered() -> list[str]:
    return ["1", *_FIRST, *map(str, range(2, 8)), *_SEVENTH, *map(str, range(8, 15))]


def _is_whole_model(picked: list[tuple[Option, float]]) -> bool:
    """Whether nothing was chosen at all: the list of the model, as it is printed."""
    bare = [option for option, certainty in picked if certainty <= LIKELY and option.state is State.BARE]
    codes = {structured_code(option)[0] for option in bare if _number(option)}
    return len({code.rstrip("abcdef").split(".")[0] for code in codes}) >= 13
