"""What `generate` does: find the record, make its paper, put the file in its place, tell what is still open."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click
from sqlalchemy import select

from registry import dutch, identifiers
from registry.access import BUILT_IN
from registry.cli.files import folder, word_file, write_files
from registry.cli.running import ready_app
from registry.database import db, session_for
from registry.documents import Gap
from registry.errors import BrokenRule, GapsRemain, NotFound
from registry.model import School
from registry.paths import Instance
from registry.queries.places import place_of
from registry.queries.supplier_names import supplier_named
from registry.services.paper import KINDS, MadePaper, Order, Paper, Templates, compose, draft, finished


@dataclass(frozen=True)
class Wish:
    """What is asked of every paper: where it goes, on which day it tells the state, and whether it is final."""

    instance: Instance
    out: Path
    on: date
    final: bool

    @classmethod
    def of(cls, instance: Instance, out: str, day: str | None, final: bool) -> "Wish":
        """Return the wish as it was typed; BrokenRule for a date that does not exist."""
        try:
            return cls(instance, Path(out), date.fromisoformat(day) if day else date.today(), final)
        except ValueError as fault:
            raise BrokenRule(f"De datum “{day}” bestaat niet. Schrijf bijvoorbeeld 2026-08-01.") from fault

    def order(self, kind: str, subject_id: int) -> Order:
        """Return the order of this kind of paper about this record."""
        return Order(KINDS[kind], subject_id, self.on, date.today())


def write_agreement(wish: Wish, name: str) -> None:
    """Write the agreement with the supplier of this name, with all its annexes."""
    target = word_file(wish.out)
    with _register(wish) as session:
        supplier = supplier_named(session, name)
        paper = compose(session, wish.order("agreement-complete", supplier.id))
        _write(session, wish, {target: paper})


def write_school_guide(wish: Wish, kind: str, code: str) -> None:
    """Write the list of the school with this site code."""
    target, site_code = word_file(wish.out), identifiers.site_code(code)
    with _register(wish) as session:
        school = session.scalar(select(School).where(School.site_code == site_code))
        if school is None:
            raise NotFound(f"Er is geen school met vestigingscode {site_code} in het register.")
        _write(session, wish, {target: compose(session, wish.order(kind, school.id))})


def write_school_guides(wish: Wish, kind: str) -> None:
    """Write the list of every school that is open on the day, each in a file of its own."""
    target = folder(wish.out)
    with _register(wish) as session:
        schools = [one for one in session.scalars(select(School).order_by(School.name)) if one.is_open(wish.on)]
        if not schools:
            raise NotFound("Er staat op deze dag geen school in het register.")
        papers = {school: compose(session, wish.order(kind, school.id)) for school in schools}
        _write(session, wish, {target / _own_name(school, paper): paper for school, paper in papers.items()})


@contextmanager
def _register(wish: Wish) -> Iterator[Any]:
    app = ready_app(wish.instance)
    with app.app_context():
        try:
            yield session_for(BUILT_IN)
        finally:
            db.session.remove()
            db.engine.dispose()


def _own_name(school: School, paper: Paper) -> str:
    """The title, and what tells two schools of one name apart."""
    return f"{dutch.file_name(paper.title)}-{school.site_code or school.id}.docx"


def _write(session: Any, wish: Wish, papers: Mapping[Path, Paper]) -> None:
    templates = Templates(wish.instance.agreement_templates)
    make = _finals if wish.final else _drafts
    made = dict(zip(papers, make(session, papers.values(), templates), strict=True))
    write_files({path: one.content for path, one in made.items()})
    for path, one in made.items():
        click.echo(f"Geschreven: {path} ({'definitief' if wish.final else 'concept'})")
        for note in filter(None, [*papers[path].notes, papers[path].refusal]):
            click.echo(f"Let op: {note}")
        if one.gaps:
            click.echo(f"Hierin {_still_missing(one.gaps)}:")
        for gap in one.gaps:
            click.echo(f"- {_told(session, gap)}")


def _drafts(session: Any, papers: Iterable[Paper], templates: Templates) -> list[MadePaper]:
    return [draft(paper, templates) for paper in papers]


def _finals(session: Any, papers: Iterable[Paper], templates: Templates) -> list[MadePaper]:
    try:
        return finished(session, list(papers), templates, datetime.now(UTC))
    except GapsRemain as fault:
        missing = dutch.enumeration([_told(session, gap) for gap in fault.gaps if isinstance(gap, Gap)])
        raise GapsRemain(f"{fault.sentence} Dat is: {missing}.", fault.gaps) from fault


def _still_missing(gaps: tuple[Gap, ...]) -> str:
    return f"{'ontbreekt' if len(gaps) == 1 else 'ontbreken'} nog {dutch.count(len(gaps), 'gegeven', 'gegevens')}"


def _told(session: Any, gap: Gap) -> str:
    return f"{gap.label} ({place_of(session, gap.where).name})"
