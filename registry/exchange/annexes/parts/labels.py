"""What a line with a label is of, and the text behind the label."""

from registry.exchange.annexes.paper.block import Rich, Run
from registry.exchange.annexes.parts.headings import split_mark
from registry.exchange.annexes.words.loading import phrases
from registry.exchange.annexes.words.matching import plain

_FORMS = phrases("sectioning.forms")


def is_party(label: str) -> bool:
    """Return whether a label is the name of a party with its legal form, a country in brackets behind it or not."""
    return plain(label.partition(" (")[0]).rstrip().endswith(_FORMS)


def belongs(own: frozenset[str], around: frozenset[str], value: str) -> bool:
    """Return whether a line that seems to be of another section is of the one around it.

    Whom to call about a breach; the kind of data before its term; "Algemeen:" before an address.
    """
    if own == {"contact"} and "data_breaches" in around:
        return True
    if "retention" in around and own <= {"data", "contact", "subjects", "general"}:
        return any(sign.isdigit() for sign in value) and "@" not in value
    return own <= {"general", "services"} and "contact" in around


def is_numbered(text: str) -> bool:
    """Return whether a line begins with the letter or number of a part of the model: "C. Doeleinden: …"."""
    mark = split_mark(text)[0]
    return len(mark) == 1 and mark.isupper()


def rest_of(rich: Rich, start: int) -> Rich:
    """Return the text from a place in what still stands, with its marks."""
    runs: list[Run] = []
    passed, leading = 0, True
    for run in rich.runs:
        if run.struck:
            runs += [run] if passed >= start else []
            continue
        text = run.text.lstrip() if leading else run.text
        leading = leading and not text
        if passed + len(text) > start:
            runs.append(Run(text[max(start - passed, 0) :], run.bold, run.struck))
        passed += len(text)
    return Rich(tuple(runs))
