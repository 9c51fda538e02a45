"""Categories of personal data: those that are processed, what "overige" are, and those that are denied."""

from collections.abc import Iterable

from registry.exchange.annexes.annex_reading import LIKELY, SURE, UNSURE, Findings, Found, at_most, found
from registry.exchange.annexes.fields.boxes import State
from registry.exchange.annexes.fields.category_codes import (
    FIRST,
    SEVENTH,
    category_codes,
    number_of,
    refined,
    structured_code,
)
from registry.exchange.annexes.fields.category_doubts import is_bare, is_doubtful, is_whole_model
from registry.exchange.annexes.fields.choosing import Option, chosen, options
from registry.exchange.annexes.fields.code_lists import chosen_text, listed_codes
from registry.exchange.annexes.fields.denials import denials, denied_list
from registry.exchange.annexes.fields.other_data import continued_text, other_at, other_data, parted
from registry.exchange.annexes.paper.block import Rich, Run
from registry.exchange.annexes.parts.entry import Entry, Part
from registry.exchange.annexes.parts.headings import split_mark
from registry.exchange.annexes.words.loading import phrases, word_list
from registry.exchange.annexes.words.matching import plain
from registry.exchange.annexes.words.sentences import clauses, denies_at, is_no, sentences

_LOOSE = frozenset({"general", "services"})
_PROCESSED = phrases("categories.processed")
_FEWEST = 2  # data that a line on the data names
_LONGEST_LIST = 60  # words in one line that still is a list of data


def read_categories(part: Part, findings: Findings) -> None:
    """Find `data_categories`, `data_category_other` and `denied`."""
    read = [line for entry in part.under("data") or _loose_on_data(part) for line in parted(entry)]
    all_options = options(read)
    denied: list[Found] = [one for entry in part.under("denied") for one in denied_list(entry)]
    listed = _named_codes(read)
    picked = [] if listed else chosen(all_options)
    proposed = listed
    whole = is_whole_model(picked)
    offered = {structured_code(option)[0] for option in all_options} if picked else set()
    denied += [one for option, _certainty in picked if _is_none(option) for one in _answered_no(option)]
    for option, certainty in picked:
        if _is_none(option):
            continue
        other = other_data(option)
        if other:
            other, sure = continued_text(other, option.entry, read)
            findings.one("data_category_other", found(other, option.entry.page, option.quotation, min(certainty, sure)))
        told = _narrowed(_proposed(option, certainty), option, offered)
        proposed += [at_most(one, UNSURE) for one in told] if whole or certainty <= UNSURE else told
    denied += [one for option in all_options if option.state is State.NO for one in _answered_no(option)]
    denied += [one for entry in part.entries if not entry.is_title for one in denials(entry)]
    if is_bare(picked) and is_doubtful(proposed, denied):
        proposed = [at_most(one, UNSURE) for one in proposed]
    findings.many("data_categories", _without_parents(_not_denied(proposed, denied)))
    findings.many("denied", denied)


def _loose_on_data(part: Part) -> list[Entry]:
    """The lines of an annex without a section on data that tell which data are processed."""
    return [
        entry.with_cells(Rich((Run(split_mark(entry.text)[1]),)))
        for entry in part.entries
        if not entry.is_title
        and entry.sections <= _LOOSE
        and len(entry.cells) == 1
        and any(one in entry.words for one in _PROCESSED)
        and sum(bool(category_codes(clause)) for clause in clauses(entry.text)) >= _FEWEST
    ]


def _named_codes(entries: list[Entry]) -> list[Found]:
    """The categories that a line names by their numbers only: "Van toepassing: 1.1, 2, 7b en 14"."""
    if any(entry.has_box or len(entry.cells) > 1 for entry in entries):
        return []
    return [
        found(code, entry.page, entry.quotation, SURE)
        for entry in entries
        for sentence in sentences(chosen_text(entry.cells[0]))
        if denies_at(sentence) < 0
        for code in listed_codes(sentence, _ordered())
    ]


def _proposed(option: Option, certainty: float) -> list[Found]:
    entry = option.entry
    boxed = option.state in (State.TICKED, State.YES)
    structured = boxed or len(option.cells) > 1 or number_of(option) or _is_explained(option.text)
    if structured and not _subject_row(option):
        return [
            found(code, entry.page, option.quotation, min(certainty if boxed else SURE, sure))
            for code, sure in refined(option)
        ]
    owner = category_codes(entry.label)[:1] if "data" in entry.sections and entry.label else []
    if owner in (["4"], ["11"]) and len(sentences(option.text)) == 1 and denies_at(option.text) < 0:
        return [found(owner[0], entry.page, option.quotation, SURE)]  # "Persoonsgegevens leerkrachten | naam, e-mail"
    return [one for sentence in sentences(option.text) for one in _listed(sentence, entry, certainty)]


def _narrowed(proposed: list[Found], option: Option, offered: set[str]) -> list[Found]:
    """The first part of "Contactgegevens: naam, e-mail" for the whole, where the others are options by themselves."""
    named = {code for clause in clauses(option.text) for code in category_codes(clause)} & set(FIRST)
    if [one.value for one in proposed] != ["1"] or named != {"1.1"} or not offered & (set(FIRST) - named):
        return proposed
    return [found("1.1", option.entry.page, option.quotation, SURE)]


def _is_explained(text: str) -> bool:
    """Whether a line is one category with its explanation in brackets: "Contactgegevens (beperkt: naam, e-mail)"."""
    head, bracket, rest = text.strip(" .").partition(" (")
    return bool(bracket and rest.endswith(")") and "," not in head and ":" not in head) and (
        len(category_codes(head)) == 1
    )


def _subject_row(option: Option) -> bool:
    """Whether the first cell tells whose data follow."""
    words = plain(option.label)
    pupils = word_list("data_subjects")["pupil"].weight(words) > 0
    return pupils and len(words.split()) <= 2 and len(option.cells) > 1


def _listed(sentence: str, entry: Entry, certainty: float) -> list[Found]:
    """The categories that a sentence or list of words names."""
    if (other := other_at(sentence)) >= 0 and denies_at(sentence) < 0:
        before = _listed(sentence[:other], entry, certainty) if other else []
        return [*before, found("12", entry.page, entry.quotation, SURE)]
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
    names = [code for clause in clauses(listed) for code in category_codes(clause)] or codes
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


def _is_none(option: Option) -> bool:
    """Whether a row tells that there are no such data: "Ouders | geen"."""
    return option.state is State.BARE and len(option.cells) > 1 and is_no(option.cells[1].kept)


def _answered_no(option: Option) -> list[Found]:
    return [found(code, option.entry.page, option.quotation, LIKELY) for code, _sure in refined(option)]


def _not_denied(proposed: Iterable[Found], denied: list[Found]) -> list[Found]:
    gone = {one.value for one in denied if one.certainty >= SURE}
    return [one for one in proposed if one.value not in gone or one.certainty > SURE + 0.02]


def _without_parents(proposed: list[Found]) -> list[Found]:
    codes = {one.value for one in proposed}
    drop = {"1"} if codes & set(FIRST) else set()
    drop |= {"7"} if codes & set(SEVENTH) else set()
    order = [*_ordered()]
    return sorted((one for one in proposed if one.value not in drop), key=lambda one: order.index(str(one.value)))


def _ordered() -> list[str]:
    return ["1", *FIRST, *map(str, range(2, 8)), *SEVENTH, *map(str, range(8, 15))]
