"""What `generate` does: find the record, make its paper, put the file in its place, tell what is still open."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from registry import dutch
from registry.cli.files import word_file, write_files
from registry.cli.running import open_register
from registry.cli.subjects import refuse_unclear, the_subject
from registry.cli.wishes import Wish
from registry.documents import Gap
from registry.documents.pdf import NOT_FOUND, office, pdf
from registry.errors import GapsRemain, NoPdf
from registry.paths import Instance
from registry.queries.papers.places import places_of
from registry.services.paper import MadePaper, Paper, PaperKind, Templates, compose, draft, finished


def write_paper(instance: Instance, kind: PaperKind, typed: dict[str, Any]) -> None:
    """Write the paper of one record, or with --all of every record, as it was typed."""
    from registry.cli.many_papers import write_all

    wish = Wish.of(instance, kind, typed)
    refuse_unclear(wish)
    write_all(wish) if typed.get("every") else _write_one(wish)


def _write_one(wish: Wish) -> None:
    target = word_file(wish.out)
    with open_register(wish.instance) as session:
        paper = compose(session, wish.order(the_subject(session, wish)))
        made = finals(session, wish, [paper])[0] if wish.final else draft(paper, templates(session, wish))
        beside = _pdf_beside(wish, made)
        write_files((path, [content]) for path, content in {target: made.content, **beside}.items())
        tell(session, wish, target, made, [*paper.notes, paper.refusal])
        for path in beside:
            click.echo(f"Geschreven: {path}")


def templates(session: Any, wish: Wish) -> Templates:
    """Return the templates of this board."""
    return Templates.of(wish.instance.agreement_templates, session)


def finals(session: Any, wish: Wish, papers: list[Paper]) -> list[MadePaper]:
    """Return these papers, final and kept; all or none, and GapsRemain names what is missing and where."""
    try:
        return finished(session, papers, templates(session, wish), datetime.now(UTC))
    except GapsRemain as fault:
        missing = dutch.enumeration(_told(session, [gap for gap in fault.gaps if isinstance(gap, Gap)]))
        raise GapsRemain(f"{fault.sentence} Dat is: {missing}.", fault.gaps) from fault


def tell(session: Any, wish: Wish, path: Path, made: MadePaper, notes: list[str]) -> None:
    """Say what was written, what is to be heeded in it, and what is still open."""
    click.echo(f"Geschreven: {path} ({'definitief' if wish.final else 'concept'})")
    for note in filter(None, notes):
        click.echo(f"Let op: {note}")
    if made.gaps:
        number = dutch.count(len(made.gaps), "gegeven", "gegevens")
        click.echo(f"Hierin {'ontbreekt' if len(made.gaps) == 1 else 'ontbreken'} nog {number}:")
    for told in _told(session, made.gaps):
        click.echo(f"- {told}")


def wants_pdf(wish: Wish) -> bool:
    """Return whether a PDF is asked for and can be made; say so where it cannot, the Word file comes all the same."""
    if wish.pdf and office() is None:
        click.echo(NOT_FOUND, err=True)
    return wish.pdf and office() is not None


def _pdf_beside(wish: Wish, made: MadePaper) -> dict[Path, bytes]:
    try:
        return {wish.out.with_suffix(".pdf"): pdf(made.content)} if wants_pdf(wish) else {}
    except NoPdf as fault:
        click.echo(fault.sentence, err=True)
        return {}


def _told(session: Any, gaps: Sequence[Gap]) -> list[str]:
    places = places_of(session, [gap.where for gap in gaps])
    return [f"{gap.label} ({places[gap.where].name})" for gap in gaps]
