"""Purposes: those that were chosen, from list LT or list SLI by the words of the paper."""

from registry.exchange.annexes.annex_reading import LIKELY, SURE, UNSURE, Findings, Found, at_most, found
from registry.exchange.annexes.fields.boxes import State
from registry.exchange.annexes.fields.choosing import Option, chosen, options
from registry.exchange.annexes.fields.code_lists import chosen_text, inner_codes, listed_codes
from registry.exchange.annexes.fields.purpose_lists import list_of, lists_of
from registry.exchange.annexes.parts.entry import Entry, Part
from registry.exchange.annexes.parts.headings import split_mark
from registry.exchange.annexes.words.loading import best, word_list
from registry.exchange.annexes.words.matching import plain
from registry.exchange.annexes.words.sentences import clauses, denies_at, sentences

_CODES = {"LT": set(word_list("purposes_lt")), "SLI": set(word_list("purposes_sli"))}
_JOINS = (" van ", " of ")
_ALONE = 5  # words of a clause that may share the end of the next
_SHORT_ITEM = 10  # words of a line that may name two purposes
_WHOLE_LIST = 12  # purposes: who has that many without a mark printed the list of the model
_LONGEST_ITEM = 28  # words in one line that still names one purpose


def read_purposes(part: Part, findings: Findings) -> None:
    """Find `purposes`."""
    entries = part.under("purposes")
    main = list_of(part, entries)
    lists = lists_of(entries, main)
    found_purposes: list[Found] = _named_codes(entries, main) or _of_options(entries, lists, main)
    order = [*_CODES_IN_ORDER]
    findings.many("purposes", sorted(found_purposes, key=lambda one: order.index(str(one.value))))


def _of_options(entries: list[Entry], lists: dict[int, str], main: str) -> list[Found]:
    """The purposes that were picked; none of them surely where nothing tells which were, or where hardly one is not."""
    told: list[Found] = []
    picked = _picked(entries)
    for option, certainty in picked:
        proposed = _purposes(option, lists.get(id(option.entry), main), certainty)
        told += [at_most(one, UNSURE) for one in proposed] if certainty <= UNSURE else proposed
    bare = all(option.state is State.BARE and certainty < SURE for option, certainty in picked)
    printed = bare and len({one.value for one in told}) >= _WHOLE_LIST
    return [at_most(one, UNSURE) for one in told] if printed else told


_CODES_IN_ORDER = [*word_list("purposes_lt"), *word_list("purposes_sli")]


def _named_codes(entries: list[Entry], main: str) -> list[Found]:
    """The purposes that a line names by their letters only: "Van toepassing zijn a, a1, c en e"."""
    if any(entry.has_box or len(entry.cells) > 1 for entry in entries):
        return []
    told = []
    for entry in entries:
        words = f" {entry.quotation} "
        name = next((one for one in _CODES if f" {one} " in words), main)
        letters = [code.partition("-")[2] for code in _CODES_IN_ORDER if code.startswith(f"{name}-")]
        for sentence in sentences(chosen_text(entry.cells[0])):
            codes = listed_codes(sentence, letters) if denies_at(sentence) < 0 else []
            sure = UNSURE if len(codes) == len(letters) else SURE  # the whole list: nothing was chosen
            told += [found(f"{name}-{code}", entry.page, entry.quotation, sure) for code in codes]
    return told


def _picked(entries: list[Entry]) -> list[tuple[Option, float]]:
    every = options(entries)
    picked = chosen(every)
    if len(every) >= 14 and all(option.state is State.BARE for option in every) and len(picked) == len(every):
        return [(option, UNSURE) for option, _certainty in picked]  # the list as the model prints it
    return picked


def _purposes(option: Option, name: str, certainty: float) -> list[Found]:
    entry = option.entry
    mark, text = split_mark(option.text)
    letters = {code.partition("-")[2] for code in _CODES[name]}
    explicit = _explicit(option.text) or [f"{name}-{code}" for code in inner_codes(option.text, mark, letters)]
    if explicit:
        return [found(code, entry.page, option.quotation, max(certainty, SURE)) for code in explicit]
    bare = f"{name}-{option.text.strip(' .)').lower()}"
    if bare in _CODES[name] and option.state is not State.BARE:
        return [found(bare, entry.page, option.quotation, max(certainty, SURE))]
    if len(option.cells) > 1 and not mark:
        mark = option.cells[0].kept.strip(" .)") if len(option.cells[0].kept) <= 4 else ""
    single = (
        option.state in (State.TICKED, State.YES)
        or mark
        or entry.is_item
        or len(option.cells) > 1
        or option.entry.has_box
    )
    if single and len(plain(text).split()) <= _LONGEST_ITEM:
        one = _single(option, mark, text, name, certainty)
        return [one, *_besides(option, mark, text, name, one)] if one else []
    return _running(option, name)


def _besides(option: Option, mark: str, text: str, name: str, first: Found) -> list[Found]:
    """What else a short line in own words names, less surely: "opslag en terugkoppeling van resultaten"."""
    lettered = f"{name}-{mark.lower().replace('.', '')}" in _CODES[name]
    if lettered or option.state is not State.BARE or len(option.cells) > 1 or len(text.split()) > _SHORT_ITEM:
        return []
    told = {one.value: one for one in _running(option, name) if one.certainty >= LIKELY and one.value != first.value}
    return [found(one.value, one.page, one.text, LIKELY) for one in told.values()]


def _single(option: Option, mark: str, text: str, name: str, certainty: float) -> Found | None:
    picked_from_all = certainty == UNSURE  # the list of the model, as it is printed
    label = option.label if len(option.cells) > 1 else text
    table = f"purposes_{name.lower()}"
    code, weight, second = best(table, plain(label))
    if not weight:
        code, weight, second = best(table, plain(text))
    lettered = f"{name}-{mark.lower().replace('.', '')}"
    marked = lettered in _CODES[name]
    if not weight:
        return found(lettered, option.entry.page, option.quotation, LIKELY) if marked else None
    if marked and lettered != code and word_list(table)[lettered].weight(plain(text)):
        code = lettered
    ticked = option.state in (State.TICKED, State.YES)
    sure = weight > second or (marked and lettered == code)
    certainty = (
        max(certainty, SURE) if sure and (ticked or option.entry.is_item or mark) else LIKELY if sure else UNSURE
    )
    if sure and option.state is State.BARE and picked_from_all:
        certainty = UNSURE
    return found(code, option.entry.page, option.quotation, certainty)


def _running(option: Option, name: str) -> list[Found]:
    proposed = []
    for sentence in sentences(option.text):
        if denies_at(sentence) >= 0:
            continue
        for clause in _groups(sentence, f"purposes_{name.lower()}"):
            code, weight, second = best(f"purposes_{name.lower()}", plain(clause))
            if weight:
                certainty = SURE if weight >= 3 and weight > second + 1 else LIKELY if weight > second else UNSURE
                proposed.append(found(code, option.entry.page, option.quotation, certainty))
    return proposed


def _groups(sentence: str, table: str) -> list[str]:
    """The clauses of a sentence; a clause of one word goes with the one before it."""
    groups: list[str] = []
    for clause in _shared_ends(clauses(sentence), table):
        if groups and len(clause.split()) <= 1 and not best(table, plain(clause))[0]:
            groups[-1] = f"{groups[-1]} {clause}"
        else:
            groups.append(clause)
    return groups


def _shared_ends(pieces: list[str], table: str) -> list[str]:
    """The clauses of a sentence, each with the end that it shares: "de opslag en de analyse van de resultaten"."""
    ended: list[str] = []
    for at, piece in enumerate(pieces):
        behind = pieces[at + 1] if at + 1 < len(pieces) else ""
        end = next((f"{join}{rest}" for join in _JOINS if (rest := behind.partition(join)[2])), "")
        alone = len(piece.split()) <= _ALONE and not any(join in piece for join in _JOINS)
        short = end and alone and best(table, plain(f"{piece}{end}"))[0] and not best(table, plain(piece))[0]
        ended.append(f"{piece}{end}" if short else piece)
    return ended


def _explicit(text: str) -> list[str]:
    """The codes that a text names as such: "LT-a1"."""
    words = (
        text.replace("–", "-")
        .replace("‑", "-")
        .replace(",", " ")
        .replace(";", " ")
        .replace("(", " ")
        .replace(")", " ")
        .split()
    )
    known = _CODES["LT"] | _CODES["SLI"]
    by_key = {code.casefold(): code for code in known}
    return [by_key[word.strip(".:").casefold()] for word in words if word.strip(".:").casefold() in by_key]
