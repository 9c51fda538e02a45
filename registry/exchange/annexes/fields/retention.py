"""Retention: which data are kept for how long, as the paper says it."""

from registry.exchange.annexes.annex_reading import LIKELY, SURE, Findings, Found, found
from registry.exchange.annexes.fields.terms import (
    NUMBERS,
    bare_term,
    before_term,
    has_number,
    is_term,
    parted_lines,
    term_start,
    without_rest,
)
from registry.exchange.annexes.parts.entry import Entry, Part
from registry.exchange.annexes.parts.headings import split_mark
from registry.exchange.annexes.parts.tables import column
from registry.exchange.annexes.words.loading import phrases, word_list
from registry.exchange.annexes.words.matching import plain
from registry.exchange.annexes.words.sentences import is_blank, is_no, sentences

_VERBS = frozenset(phrases("retention.verbs"))
_ENDS = phrases("retention.ends")
_SPEAKERS = frozenset(phrases("retention.speakers"))
_NOT_BEFORE = frozenset(phrases("retention.not_before"))
_EVERYTHING = frozenset(("alle gegevens", "alle persoonsgegevens", "alles", "all data", "all personal data"))
_BEFORE_DATA = frozenset(("de", "het", "the", "all", "alle", "wij", "we", "dan", "uw"))
_BETWEEN = ((", en ", ", ", " en "), (", and ", ", ", " and "), (", en ",), (", ",), (" en ",), (" and ",))
_CONDITIONS = [[one] for one in ("als", "wanneer", "indien", "when", "if", "na", "after")]
_MOST_DATA = 4  # words that name data before a period


def read_retention(part: Part, findings: Findings) -> None:
    """Find `retention`."""
    entries = part.under("retention")
    rows = [one for entry in entries if len(entry.cells) > 1 and (one := _row(entry))]
    lines = [one for entry in entries if len(entry.cells) == 1 for one in _lines(entry)]
    findings.many("retention", [*rows, *lines])


def _row(entry: Entry) -> Found | None:
    cells = [cell.kept for cell in entry.cells]
    at_term, at_data = column(entry.heads, "ret.term"), column(entry.heads, "ret.data")
    if at_term is None:
        at_term = next((at for at, cell in enumerate(cells) if at and is_term(cell)), None)
    if at_term is None or at_term >= len(cells) or is_blank(cells[at_term]) or is_no(cells[at_term]):
        return None
    if at_data is None or at_data == at_term:
        at_data = 1 if len(cells) > 2 and len(cells[0].strip(" .")) <= 3 and at_term != 1 else 0
    sure = SURE + 0.03 if is_term(cells[at_term]) else LIKELY
    return _found(entry, cells[at_data] if at_data < len(cells) else "", cells[at_term], sure)


def _lines(entry: Entry) -> list[Found]:
    if entry.label and entry.sections & {"retention"} and _names_retention(entry.label) and is_term(entry.text):
        _inner, colon, rest = entry.text.partition(":")
        if not colon or not is_term(rest):
            whole = entry.text.strip().rstrip(".")
            if len(sentences(entry.text)) == 1 and len(whole.split()) <= 14 and not _tells_more(whole):
                return [_labelled(entry, whole)]
    found_terms = []
    told = sentences(entry.text if _names_retention(entry.label) else entry.quotation)
    for sentence in (piece for one in told for piece in parted_lines(one)):
        data, colon, term = sentence.partition(":")
        dashed = [cut for cut in (" – ", " - ", "\t") if cut in sentence]
        if colon and is_term(term) and plain(data).strip() in _EVERYTHING:
            found_terms.append(_found(entry, "", term, LIKELY))  # "Alle gegevens: 1 jaar" is of no kind of its own
        elif colon and is_term(term) and not is_term(data):
            found_terms.append(
                _found(entry, _about(data) if _names_retention(data) else split_mark(data)[1], term, SURE)
            )
        elif dashed and is_term(sentence.partition(dashed[0])[2]) and not is_term(sentence.partition(dashed[0])[0]):
            data, _cut, term = sentence.partition(dashed[0])
            found_terms.append(_found(entry, split_mark(data.strip(" •-"))[1], term, SURE))
        elif is_term(sentence):
            found_terms += [_running(entry, piece) for piece in _periods(sentence)]
    return found_terms


def _tells_more(text: str) -> bool:
    """Whether a text is a sentence, or has several periods."""
    return bool(set(plain(text).split()) & _VERBS) or len(_periods(text)) > 1


def _labelled(entry: Entry, whole: str) -> Found:
    """The period behind a label; words before the period are the data it is of: "toetsresultaten 2 jaar"."""
    data = before_term(whole).strip(" ,:–-")
    parted = data and len(data.split()) <= _MOST_DATA and is_term(whole[term_start(whole) :])
    if not parted or plain(data).split()[-1] in _NOT_BEFORE:
        return _found(entry, _about(entry.label), without_rest(whole), SURE)
    return _found(entry, _subject(data), without_rest(whole[term_start(whole) :]), LIKELY)


def _periods(sentence: str) -> list[str]:
    """A sentence cut at the commas and "en" between which each piece has a subject and a period of its own."""
    for cuts in _BETWEEN:
        pieces = [sentence]
        for cut in cuts:
            pieces = [piece for whole in pieces for piece in whole.split(cut)]
        if len(pieces) > 1 and all(_is_period(piece) for piece in pieces):
            return pieces if all(_subject(before_term(piece)) for piece in pieces) else [sentence]
    return [sentence]


def _is_period(piece: str) -> bool:
    """Whether a piece of a sentence tells a period of its own, in numbers or behind the data that it is of."""
    return piece[:1].isalpha() and is_term(piece) and (has_number(piece) or term_start(piece) > 0)


def _names_retention(label: str) -> bool:
    return word_list("sections")["retention"].weight(plain(label)) > 0


def _about(label: str) -> str:
    """What a label such as "Bewaartermijn back-ups" says beside the word for retention."""
    if label.rstrip().endswith("?"):
        return ""
    words = [
        word
        for word in label.split()
        if not _names_retention(word)
        and word.lower()
        not in (
            "van",
            "de",
            "het",
            "of",
            "the",
            "en",
            "persoonsgegevens",
            "gegevens",
            "data",
            "period",
            "term",
            "termijn",
            "personal",
            "periode",
            "voor",
            "for",
        )
    ]
    return " ".join(words)


def _running(entry: Entry, sentence: str) -> Found:
    """A term in a sentence: what stands before the period is the data, the period and what follows the term."""
    start = term_start(sentence)
    term = without_rest(sentence[start:].strip(" ."))
    for end in _ENDS:
        if term.endswith(end):
            term = term.removesuffix(end)
    if term.lower().startswith(("na ", "after ")) and len(term.split()) == 3:
        term = term.partition(" ")[2]  # "worden na 30 dagen verwijderd"
    first, _blank, rest = term.partition(" ")
    if first.lower() in ("for", "binnen", "within") and (
        rest[:1].isdigit() or NUMBERS.intersection(plain(rest).split()[:1])
    ):
        term = rest
    return _found(entry, _subject(sentence[:start]), term, LIKELY)


def _subject(before: str) -> str:
    words = before.strip(" ,").split()
    kept: list[str] = []
    for at, word in enumerate(words):
        if plain(word).strip() in _VERBS:
            if plain(" ".join(kept)).strip() in _SPEAKERS:
                kept = words[at + 1 :]  # "Wij bewaren leerresultaten"
                while kept and plain(kept[0]).strip() in _BEFORE_DATA:
                    kept = kept[1:]
            break
        kept.append(word)
    text = " ".join(kept)
    generic = {
        "de gegevens",
        "gegevens",
        "de persoonsgegevens",
        "persoonsgegevens",
        "wij",
        "we",
        "data",
        "the data",
        "personal data",
        "alle gegevens",
        "deze gegevens",
        "all data",
        "the personal data",
        "alle persoonsgegevens",
        "alles",
        "everything",
    }
    told = plain(text).strip()
    unnamed = told in generic or told.split()[:1] in _CONDITIONS or (_names_retention(text) and not _about(text))
    return "" if unnamed or len(kept) > 8 else text


def _found(entry: Entry, data: str, term: str, sure: float) -> Found:
    if plain(data).split()[:1] in (["zie"], ["see"], ["conform"], ["volgens"]):
        data, sure = "", LIKELY
    value = {"data": " ".join(data.split()).strip(" .:•-–") or None, "term": bare_term(term.strip(" .:"))}
    return found(value, entry.page, entry.quotation, sure)
