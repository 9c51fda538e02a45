"""The section that a label, a head or a row names by itself."""

from itertools import takewhile

from registry.exchange.annexes.paper.block import Rich
from registry.exchange.annexes.parts.headings import is_only_sections, sections_of, split_mark, without_brackets
from registry.exchange.annexes.parts.tables import column
from registry.exchange.annexes.words.loading import all_said, phrases
from registry.exchange.annexes.words.matching import plain
from registry.exchange.annexes.words.sentences import is_no

_LONGEST_LEAD = 5  # words of a label in bold
_LONGEST_QUESTION = 7  # words of a label that asks
_QUESTIONS = phrases("sectioning.questions")


def own_section(label: str) -> frozenset[str]:
    """Return the section that a label names by itself."""
    sections = sections_of(label)
    return sections if sections and (is_only_sections(label) or _asks(label)) else frozenset()


def _asks(label: str) -> bool:
    """Whether a label is put as a question: "Waar de gegevens staan", "Bij wie u terechtkunt"."""
    words = plain(label).split()
    return 1 < len(words) <= _LONGEST_QUESTION and plain(label).startswith(_QUESTIONS)


def of_people(label: str, value: str) -> frozenset[str]:
    """Return the section of a row that has the data of one group: "Gegevens leerlingen | naam, groep"."""
    told = sections_of(label) == {"data"} and all_said("data_subjects", plain(label)) and not is_no(value)
    return frozenset({"data"}) if told and len(value.split()) > 1 else frozenset()


def section_of_heads(heads: tuple[str, ...]) -> frozenset[str]:
    """Return the section that the heads of a table name together, or one of them by itself."""
    if all(column(heads, code) is not None for code in ("sub.name", "sub.service", "sub.country")):
        return frozenset({"subprocessors"})
    for head in heads:
        if own := own_section(without_brackets(head)):
            return own
    return frozenset()


def bold_lead(rich: Rich) -> str:
    """Return the bold words with a full stop with which a line opens, if of a section: "**6. Versie.** 3.0"."""
    bold = "".join(run.text for run in takewhile(lambda run: run.bold or not run.text.strip(), rich.runs)).strip()
    mark, name = split_mark(bold)
    led = bold.endswith(".") and rich.kept.startswith(bold) and len(rich.kept) > len(bold)
    named = led and len(name.split()) <= _LONGEST_LEAD and bool(own_section(name.rstrip(" .")))
    return bold if named and (mark or name[:1].isupper()) else ""
