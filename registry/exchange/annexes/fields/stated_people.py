"""The people that a clause or sentence on data names."""

from registry.exchange.annexes.annex_reading import LIKELY, SURE, Found, found
from registry.exchange.annexes.parts.entry import Entry
from registry.exchange.annexes.words.loading import all_said, best, phrases
from registry.exchange.annexes.words.matching import plain
from registry.exchange.annexes.words.sentences import clauses, denies_at, sentences

_ABOUT = phrases("subjects.about")
_SMALL = frozenset(phrases("subjects.small"))
_ARE_SUBJECTS = (" zijn de betrokkenen", " zijn betrokkenen", " are the data subjects")
_NAMED = 3  # words that name one group of people


def stated_people(entry: Entry) -> list[Found]:
    """Return the people that a sentence on the data names: "De gegevens gaan over leerlingen", "Van de leerling: …"."""
    proposed = []
    for sentence in sentences(entry.quotation) if len(entry.cells) == 1 else []:
        lowered = f" {sentence.lower()}"
        starts = [at + len(one) for one in _ABOUT if (at := lowered.find(one)) >= 0]
        who, colon, _what = sentence.partition(":")
        if starts and denies_at(sentence) < 0:
            whom = sentence[min(starts) - 1 :].strip()
        elif colon and only_people(who):
            whom = who
        else:
            whom = _whose(sentence) if denies_at(sentence) < 0 else ""
        proposed += [
            found(code, entry.page, entry.quotation, SURE if only_people(whom) else LIKELY)
            for clause in clauses(whom.replace("/", ", "))
            for code in people_in(clause)
        ]
    return proposed


def _whose(sentence: str) -> str:
    """The people at the end of a sentence on data, or those that it calls so: "naam en groep van leerlingen"."""
    for call in _ARE_SUBJECTS:
        who, called, _rest = sentence.lower().partition(call)
        if called:
            return who
    what, owned, who = sentence.rpartition(" van ")
    of_data = bool(all_said("data_categories", plain(what))) and not all_said("data_subjects", plain(what))
    told = owned and of_data and only_people(who.rstrip(" ."))
    return who if told else ""


def only_people(text: str) -> bool:
    """Return whether hardly any word of a text does not name people: "Van de leerling", "leerlingen en docenten"."""
    pieces = [plain(piece) for piece in clauses(text.replace("/", ", "))]
    bare = [" ".join(word for word in piece.split() if word not in _SMALL) for piece in pieces]
    return bool(bare) and all(all_said("data_subjects", f" {one} ") and len(one.split()) <= _NAMED for one in bare)


def people_in(clause: str) -> list[str]:
    """Return the codes of the people that a clause names; of "ouders van leerlingen" that of the parents."""
    code, _weight, _second = best("data_subjects", plain(clause))
    codes = all_said("data_subjects", plain(clause))
    if "leerling" in clause.lower() and len(codes) > 1 and "van leerling" in clause.lower():
        codes = [one for one in codes if one != "pupil"]  # "ouders van leerlingen"
    if " of pupils" in clause.lower() or " of students" in clause.lower():
        codes = [one for one in codes if one != "pupil"] or codes
    return codes or ([code] if code else [])
