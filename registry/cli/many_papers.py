"""What `generate PAPER --all` does: every paper in a folder, or all of them in one zip, with a bar that counts them."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from registry import dutch
from registry.cli.files import folder, write_files, zip_file
from registry.cli.papers import finals, tell, templates, wants_pdf
from registry.cli.running import open_register
from registry.cli.subjects import all_subjects
from registry.cli.wishes import Wish
from registry.documents.pdf import pdf
from registry.documents.zips.streaming import apart
from registry.errors import BrokenRule, NoPdf
from registry.services.paper import Asked, MadePaper, Outcome, compose, make_many, word_file, zip_of

STOPPED = "Gestopt. Er is geen bestand geschreven."
STOPPED_FINAL = f"{STOPPED} Wat al definitief was gemaakt, staat in het register."


def write_all(wish: Wish) -> None:
    """Write the paper of every record that is meant; exit with 1 when some could not be made."""
    target = zip_file(wish.out) if wish.is_zip else folder(wish.out)
    with open_register(wish.instance) as session:
        subjects = all_subjects(session, wish)
        asked = [Asked(wish.order(one.number, one.agreement), one.name, one.mark) for one in subjects]
        run = Run(wish, session, asked)
        try:
            run.into_zip(target) if wish.is_zip else run.into_folder(target)
        except KeyboardInterrupt:
            click.echo(STOPPED_FINAL if wish.final else STOPPED, err=True)
            sys.exit(130)
    if run.failed:
        sys.exit(1)


class Run:
    """One run over many papers: how many were made, and which were not."""

    def __init__(self, wish: Wish, session: Any, asked: list[Asked]) -> None:
        self.wish, self.session, self.asked = wish, session, asked
        self.made, self.failed = 0, list[Outcome]()
        self.with_pdf = wants_pdf(wish)

    def into_zip(self, target: Path) -> None:
        """Write all papers into one zip, as they are made."""
        at = datetime.now(UTC) if self.wish.final else None
        outcomes = make_many(self.session, self.asked, compose, templates(self.session, self.wish), at)
        write_files([(target, self._refusing_nothing(zip_of(self._counted(outcomes), self._files)))])
        number = dutch.count(self.made, "document", "documenten")
        click.echo(f"Geschreven: {target} ({number}, {'definitief' if self.wish.final else 'concept'})")
        self._tell_failures()

    def into_folder(self, target: Path) -> None:
        """Write each paper into a file of its own; final ones all or none."""
        outcomes = self._all_final() if self.wish.final else self._drafts()
        written: list[tuple[Path, Outcome]] = []
        write_files(self._refusing_nothing(self._placed(target, self._counted(outcomes), written)))
        for path, one in written:
            if path.suffix == ".docx" and one.made is not None:
                tell(self.session, self.wish, path, one.made, [*one.notes, one.refusal])
            else:
                click.echo(f"Geschreven: {path}")
        self._tell_failures()

    def _drafts(self) -> Iterator[Outcome]:
        return make_many(self.session, self.asked, compose, templates(self.session, self.wish))

    def _all_final(self) -> Iterator[Outcome]:
        papers = [compose(self.session, one.order) for one in self.asked]
        made = finals(self.session, self.wish, papers)
        for one, paper, file in zip(self.asked, papers, made, strict=True):
            yield Outcome(one, file, notes=paper.notes)

    def _placed(
        self, target: Path, outcomes: Iterable[Outcome], written: list[tuple[Path, Outcome]]
    ) -> Iterator[tuple[Path, list[bytes]]]:
        taken: set[str] = set()
        for one in outcomes:
            for name, content in self._files(one):
                path = target / apart(name.replace(_state_of(one.made), ""), taken)
                written.append((path, _without_bytes(one)))
                yield path, [content]

    def _files(self, one: Outcome) -> Iterator[tuple[str, bytes]]:
        for name, content in word_file(one):
            yield name, content
            if self.with_pdf:
                try:
                    yield str(Path(name).with_suffix(".pdf")), pdf(content)
                except NoPdf as fault:
                    self.failed.append(Outcome(one.asked, failure=fault.sentence))

    def _counted(self, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
        for one in _with_bar(outcomes, len(self.asked)):
            self.made += one.made is not None
            self.failed += [one] if one.failure else []
            yield one

    def _refusing_nothing(self, pieces: Iterable[Any]) -> Iterator[Any]:
        """The same pieces; BrokenRule at the end when no paper could be made at all."""
        yield from pieces
        if not self.made:
            first = self.failed[0]
            raise BrokenRule(f"Geen enkel document kon worden gemaakt. {first.asked.title}: {first.failure}")

    def _tell_failures(self) -> None:
        for one in self.failed:
            click.echo(f"Niet gemaakt: {one.asked.title}: {one.failure}", err=True)


def _with_bar(outcomes: Iterable[Outcome], number: int) -> Iterator[Outcome]:
    """The same outcomes, with a bar on standard error where a person looks at it."""
    if not sys.stderr.isatty():
        yield from outcomes
        return
    with click.progressbar(outcomes, length=number, label="Documenten", show_pos=True, file=sys.stderr) as bar:
        yield from bar


def _state_of(made: MadePaper | None) -> str:
    """The words behind the title in the name of a draft; in a folder a file keeps its name from draft to draft."""
    return "" if made is None else made.file_name.removeprefix(dutch.file_name(made.title)).removesuffix(".docx")


def _without_bytes(one: Outcome) -> Outcome:
    return one if one.made is None else replace(one, made=replace(one.made, content=b""))
