"""Words of a list that no field knows: a person says once what each means, and every row with it goes along."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Enum

from registry.exchange.lists.entry import Entry, Problem
from registry.exchange.lists.fields import fields, plain
from registry.model.agreement_lists import AgreementStatus
from registry.reference import active, facts
from registry.services.imports.asking import LEAVE, ask
from registry.services.imports.fields import KINDS, RENAMED
from registry.services.imports.plan import Option, Question

MOST_OPTIONS = 25  # of more, such as the countries, nobody finds the one that is meant
NEEDS_MORE = (AgreementStatus.SUPERSEDED, AgreementStatus.TERMINATED)  # these ask for a day of which the list is silent
Asked = dict[int, list[Question]]


def answered_words(entries: Sequence[Entry], answers: Mapping[str, str]) -> tuple[list[Entry], Asked]:
    """Return the entries with what was answered to their unknown words, and the questions by the place of the entry."""
    asked: Asked = {}
    told = list(entries)
    for place, entry in enumerate(entries):
        unknown = [problem for problem in entry.problems if problem.word and _options(problem.fills)]
        if unknown:
            asked[place] = [_question(problem, answers) for problem in unknown]
            told[place] = _answered(entry, unknown, asked[place])
    return told, asked


def _question(problem: Problem, answers: Mapping[str, str]) -> Question:
    where = f" in de kolom {problem.column}" if problem.column else ""
    sentence = f"Wat betekent “{problem.word}”{where}? ({fields()[problem.fills].label})"
    options = [*_options(problem.fills), Option(LEAVE, "Neem dit woord niet over")]
    return ask(answers, f"word {problem.fills} {plain(problem.word) or problem.word}", sentence, options)


def _answered(entry: Entry, unknown: list[Problem], questions: list[Question]) -> Entry:
    values, remarks = dict(entry.values), list(entry.remarks)
    for problem, question in zip(unknown, questions, strict=True):
        if question.answer == LEAVE:
            remarks.append(Problem(problem.column, f"“{problem.word}” is niet overgenomen"))
        elif question.answer:
            values[problem.fills] = question.answer
    known = tuple(problem for problem in entry.problems if problem not in unknown)
    return replace(entry, values=values, problems=known, remarks=tuple(remarks))


def _options(field: str) -> tuple[Option, ...]:
    """What the field can hold; nothing where that is no short list."""
    prefix, _, name = field.partition(".")
    if prefix not in KINDS:
        return ()
    attributes: Any = KINDS[prefix].__mapper__.column_attrs
    column = attributes[RENAMED.get(field, name)].columns[0]
    if isinstance(column.type, Enum):
        members: Any = column.type.enum_class
        found = [Option(one.value, one.label) for one in members if one not in NEEDS_MORE]
    else:
        table = column.info.get("table", "")
        found = [Option(one.code, one.label) for one in active(getattr(facts(), table))] if table else []
    return tuple(found) if len(found) <= MOST_OPTIONS else ()
