"""Many papers at once: a batch is read, then made one by one; what fails is told and stops nothing."""

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from typing import Any, TypeVar

from registry import dutch
from registry.documents.zips.streaming import zipped
from registry.errors import RegisterError
from registry.queries.together import together
from registry.services.paper.composing import Order, Paper
from registry.services.paper.making import MadePaper, draft, final, keep_finals
from registry.services.paper.reading import read_together
from registry.services.paper.templates import Templates

BATCH = 200  # more of them read what they share once; fewer take less memory
NOT_MADE = "niet-gemaakt.txt"
BROKEN = "Er ging iets mis in het register zelf. Vraag de beheerder om in het logboek te kijken."

Thing = TypeVar("Thing")
Compose = Callable[[Any, Order], Paper]


@dataclass(frozen=True)
class Asked:
    """One paper out of many: its order, what people call its record, and what tells two records of a name apart."""

    order: Order
    name: str
    mark: str = ""

    @property
    def title(self) -> str:
        """What the paper is called while it is not there."""
        return f"{self.order.kind.title} – {self.name}"


@dataclass(frozen=True)
class Outcome:
    """What became of one paper: it was made, or `failure` says in a sentence why not.

    `notes`: what to heed in it; `refusal`: why this draft cannot be made final.
    """

    asked: Asked
    made: MadePaper | None = None
    failure: str = ""
    notes: tuple[str, ...] = ()
    refusal: str = ""

    @property
    def file_name(self) -> str:
        """The name of the file among the others; only of a paper that was made."""
        assert self.made is not None
        stem = dutch.file_name(self.made.title)
        marked = f"{stem}-{dutch.file_name(self.asked.mark)}" if self.asked.mark else stem
        return marked + self.made.file_name.removeprefix(stem)


Files = Callable[[Outcome], Iterable[tuple[str, bytes]]]


def make_many(
    session: Any, asked: Iterable[Asked], compose: Compose, templates: Templates, final_at: datetime | None = None
) -> Iterator[Outcome]:
    """Yield what becomes of each paper asked for, in order: drafts, or with a moment final ones, which are kept.

    Between two papers the work may be stopped. No look at the database stays open while a paper is made or waits to
    be fetched. Final papers are kept a batch at a time, so what was stopped halfway may have been kept already.
    """
    for batch in _batches(asked):
        composed = _composed(session, batch, compose)
        yield from _finals(session, composed, templates, final_at) if final_at else outcomes_of(composed, templates)


def word_file(outcome: Outcome) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of the one file of a paper that was made."""
    if outcome.made is not None:
        yield outcome.file_name, outcome.made.content


def zip_of(outcomes: Iterable[Outcome], files: Files = word_file) -> Iterator[bytes]:
    """Yield a zip with the files of each paper that was made; a text in it tells what was not, and why."""
    return zipped(_members(outcomes, files))


def told(failed: Iterable[Outcome]) -> str:
    """Return a line per paper that was not made, with the reason."""
    return "".join(f"{one.asked.title}: {one.failure}\n" for one in failed)


def _members(outcomes: Iterable[Outcome], files: Files) -> Iterator[tuple[str, bytes]]:
    failed = []
    for one in outcomes:
        try:
            yield from files(one)
        except RegisterError as fault:
            failed.append(replace(one, failure=fault.sentence))
        if one.failure:
            failed.append(one)
    if failed:
        yield NOT_MADE, told(failed).replace("\n", "\r\n").encode("utf-8-sig")  # as Notepad reads it on any Windows


def _batches(things: Iterable[Thing]) -> Iterator[list[Thing]]:
    waiting = iter(things)
    while batch := list(islice(waiting, BATCH)):
        yield batch


def _composed(session: Any, batch: list[Asked], compose: Compose) -> list[tuple[Asked, Paper | str]]:
    """Each paper with its values, or why it cannot be there; the session forgets what it read for them."""
    with together(session):
        held = read_together(session, [one.order for one in batch])
        composed = [(one, _tried(lambda order: compose(session, order), one.order)) for one in batch]
        del held
        session.expunge_all()  # before the end of the look: what ends with it is made ready to be read again
        session.rollback()
    return composed


def outcomes_of(composed: Iterable[tuple[Asked, Paper | str]], templates: Templates) -> Iterator[Outcome]:
    """Yield the draft of each of these papers; a text stands for one that could not be composed, and says why."""
    for one, paper in composed:
        yield _outcome(one, paper, _made(paper, templates, draft))


def _finals(
    session: Any, composed: list[tuple[Asked, Paper | str]], templates: Templates, at: datetime
) -> Iterator[Outcome]:
    made = [(one, paper, _made(paper, templates, final)) for one, paper in composed]
    files = [(paper, file) for _, paper, file in made if isinstance(paper, Paper) and isinstance(file, MadePaper)]
    ready = [(paper, file) for paper, file in files if paper.order.kind.is_kept]
    if ready:
        keep_finals(session, ready, templates, at)
        session.expunge_all()
    for one, paper, file in made:
        yield _outcome(one, paper, file)


def _made(paper: Paper | str, templates: Templates, make: Callable[[Paper, Templates], MadePaper]) -> MadePaper | str:
    return paper if isinstance(paper, str) else _tried(lambda whole: make(whole, templates), paper)


def _outcome(one: Asked, paper: Paper | str, file: MadePaper | str) -> Outcome:
    if isinstance(paper, str) or isinstance(file, str):
        return Outcome(one, failure=str(file))
    return Outcome(one, file, notes=paper.notes, refusal=paper.refusal)


def _tried(verb: Callable[[Any], Thing], thing: Any) -> Thing | str:
    """What the verb makes of this, or the sentence on why it cannot."""
    try:
        return verb(thing)
    except RegisterError as fault:
        return fault.sentence
    except Exception:  # whatever it is, the other papers go on
        logging.getLogger(__name__).exception("a paper out of many failed")
        return BROKEN
