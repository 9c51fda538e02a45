"""Which category of data a text means, by number or by words."""

from registry.exchange.annexes.annex_reading import LIKELY, SURE
from registry.exchange.annexes.fields.choosing import Option
from registry.exchange.annexes.parts.headings import split_mark
from registry.exchange.annexes.words.loading import all_said, best, phrases, word_list
from registry.exchange.annexes.words.matching import plain
from registry.exchange.annexes.words.sentences import clauses

_DEFINITIONS = phrases("categories.definitions")
_PARTS = phrases("categories.parts")
_OWNED = (" van ", " of ", " over ")
CODES = set(word_list("data_categories"))


FIRST = ("1.1", "1.2", "1.3")


SEVENTH = ("7a", "7b", "7c", "7d", "7e", "7f")


def category_codes(text: str) -> list[str]:
    """Return the codes of all categories that a clause names; that of parents or staff alone where it is about them."""
    words = plain(text)
    named = [code for code, word in word_list("data_categories").items() if word.weight(words) and code != "12"]
    for owner in ("4", "11"):
        if owner in named:
            return [owner]
    if "1" in named and set(named) & set(FIRST):
        named.remove("1")
    return [code for code in named if not (code == "7" and set(named) & set(SEVENTH))]


def structured_code(option: Option) -> tuple[str, float]:
    """Return the code that a row or ticked line names by number or by its first words, and how sure that is."""
    number = number_of(option)
    label = option.label.split(":")[0].split("(")[0].split("\n")[0]
    code, weight, second = best("data_categories", plain(split_mark(label)[1]))
    whole, whole_weight, _second = best("data_categories", plain(split_mark(option.text)[1]))
    code, weight = (code, weight) if weight else (whole, whole_weight)
    if not number and (owner := owner_of(option.label)):
        return owner, SURE
    if number:
        agrees = not code or _main(code) == _main(number) or number in category_codes(option.text)
        if (
            not agrees
            and weight
            and not set(category_codes(option.text)) & {one for one in CODES if _main(one) == _main(number)}
        ):
            return code, SURE if number in CODES else LIKELY  # a list with numbers of its own: its words tell
        return number, SURE + 0.05 if agrees else LIKELY
    if code in ("7", "1") and option.context and not weight:
        return code, LIKELY
    return code, (SURE + 0.03 if weight > second else SURE) if code else 0.0


def _main(code: str) -> str:
    """The number of the main category of a code: "7b" gives "7"."""
    return code.rstrip("abcdef").partition(".")[0]


def owner_of(text: str) -> str:
    """Return the category of parents or staff where a text is of theirs only: "Naam en e-mailadres van de docent"."""
    words = plain(text)
    named = category_codes(text)
    if named in (["4"], ["11"]) and _names_data(words) and not word_list("data_subjects")["pupil"].weight(words):
        return named[0]  # "E-mailadres leerkracht"
    for join in _OWNED:
        _what, owned, whose = words.rpartition(join)
        told = all_said("data_categories", f" {whose}") if owned else []
        if told and set(told) <= {"4", "11"} and not word_list("data_subjects")["pupil"].weight(f" {whose}"):
            return told[0]
    return ""


def _names_data(words: str) -> bool:
    """Whether words name data that somebody is reached by or called."""
    return any(word_list("data_categories")[code].weight(words) for code in ("1", *FIRST))


def number_of(option: Option) -> str:
    """Return the number of a category by which an option begins; '' for none."""
    for text in (option.cells[0].kept if option.cells else "", option.text):
        mark = split_mark(text)[0] or text.strip(" .)")
        bare = mark.lower().rstrip(".")
        if bare in CODES:
            return bare
    sub = (split_mark(option.text)[0] or option.text).lower()
    parent = (
        split_mark(option.context)[0] or best("data_categories", plain(option.context))[0] if option.context else ""
    )
    if parent == "7" and len(sub) == 1 and f"7{sub}" in CODES:
        return f"7{sub}"
    return ""


def refined(option: Option) -> list[tuple[str, float]]:
    """The code of an option, brought down to the parts of it that its explanation names."""
    code, sure = structured_code(option)
    if option.context and code in ("", "4", "5"):
        code = _part_of_context(option, code) or code
    if not code:
        return []
    if any(one in plain(option.text) for one in _DEFINITIONS):
        return [(code, sure)]
    printed = _prints_parts(option)
    if code in ("1", "7") and not printed and number_of(option) == code:
        return [(code, sure)]
    named = [one for clause in clauses(option.text.replace(" | ", ", ")) for one in _all_codes(clause)]
    if code in ("1", "7") and not printed:  # what is of the main category is said, not which parts of it
        return [(code, min(sure, LIKELY if set(named) & {*FIRST, *SEVENTH} else sure))]
    if code == "1":
        parts = [one for one in FIRST if one in named]
        return [(one, min(sure, SURE)) for one in parts] or [(code, sure)]
    if code == "7":
        parts = [one for one in SEVENTH if one in named]
        return (
            [(one, LIKELY) for one in parts]
            if 0 < len(parts) < len(SEVENTH)
            else [(code, min(sure, LIKELY if parts else sure))]
        )
    return [(code, sure)]


def _prints_parts(option: Option) -> bool:
    """Whether the explanation of a main category names its parts as the model prints them, by number or by name."""
    words = plain(option.text)
    numbered = any(f" {one.replace('.', ' ')} " in words for one in (*FIRST, *SEVENTH))
    return numbered or any(one in words for one in _PARTS)


def _part_of_context(option: Option, code: str) -> str:
    above = best("data_categories", plain(split_mark(option.context)[1]))[0]
    return "7e" if above == "7" and code == "5" else code if code else above


def _all_codes(text: str) -> list[str]:
    words = plain(text)
    return [code for code, word in word_list("data_categories").items() if word.weight(words)]
