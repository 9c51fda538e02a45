"""Makes Word files of papers: a draft with its gaps marked, or a final one that is kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from sqlalchemy.orm import object_session

from registry import dutch
from registry.access import viewer_of
from registry.database import change
from registry.documents import Gap, fill, join
from registry.errors import BrokenRule, GapsRemain
from registry.model import FileContent, GeneratedDocument, StoredFile
from registry.services.paper.composing import Paper
from registry.services.paper.earlier_templates import template_with_hash
from registry.services.paper.storing import plain, restored
from registry.services.paper.templates import Template, Templates

if TYPE_CHECKING:
    from registry.documents.filling.filling import Filled

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True)
class MadePaper:
    """A Word file with its name and the gaps that are marked in it; `title` is the paper's own."""

    content: bytes
    gaps: tuple[Gap, ...]
    file_name: str
    title: str


def gaps_in(paper: Paper, templates: Templates) -> tuple[Gap, ...]:
    """Return what is still missing in the paper as its templates use it."""
    return _gaps(_parts(paper, templates, is_draft=True))


def draft(paper: Paper, templates: Templates) -> MadePaper:
    """Return the paper as a draft; its name says how much is still open."""
    parts = _parts(paper, templates, is_draft=True)
    gaps = _gaps(parts)
    still_open = f" - {len(gaps)} open" if gaps else ""
    name = f"{dutch.file_name(paper.title)} (concept{still_open}).docx"
    return MadePaper(_one_file([part.content for part in parts]), gaps, name, paper.title)


def final(paper: Paper, templates: Templates) -> MadePaper:
    """Return the paper as a final one, not kept yet; BrokenRule or GapsRemain when it may not be final."""
    if paper.refusal:
        raise BrokenRule(paper.refusal)
    parts = _parts(paper, templates, is_draft=False)
    if gaps := _gaps(parts):
        missing = (
            f"{'ontbreekt' if len(gaps) == 1 else 'ontbreken'} nog {dutch.count(len(gaps), 'gegeven', 'gegevens')}"
        )
        raise GapsRemain(f"“{paper.title}” kan nog niet definitief zijn: er {missing}.", gaps)
    name = f"{dutch.file_name(paper.title)}.docx"
    return MadePaper(_one_file([part.content for part in parts]), (), name, paper.title)


def make_final(session: Any, paper: Paper, templates: Templates, made_at: datetime) -> GeneratedDocument:
    """Return the final paper, kept with the values and the template that it was made from."""
    return make_finals(session, [paper], templates, made_at)[0]


def make_finals(
    session: Any, papers: Sequence[Paper], templates: Templates, made_at: datetime
) -> list[GeneratedDocument]:
    """Return these final papers, each kept; all of them, or none when one may not be final."""
    return keep_finals(session, [(paper, final(paper, templates)) for paper in papers], templates, made_at)


def keep_finals(
    session: Any, made: Sequence[tuple[Paper, MadePaper]], templates: Templates, made_at: datetime
) -> list[GeneratedDocument]:
    """Return these papers, made final before, each kept; all of them in one transaction."""
    if other := [paper.title for paper, _ in made if not paper.order.kind.is_kept]:
        raise ValueError(f"these papers are given and never kept: {other}")
    with change(session, "definitief document gemaakt"):
        documents = [_kept(paper, one, templates) for paper, one in made]
        for document in documents:
            document.made_at, document.made_by = made_at, viewer_of(session).name
        session.add_all(documents)
    return documents


def finished(session: Any, papers: Sequence[Paper], templates: Templates, made_at: datetime) -> list[MadePaper]:
    """Return these final papers as files, in their order; those of a kind that is kept are kept, all or none."""
    given = {id(paper): final(paper, templates) for paper in papers if not paper.order.kind.is_kept}
    to_keep = [paper for paper in papers if paper.order.kind.is_kept]
    kept = make_finals(session, to_keep, templates, made_at) if to_keep else []
    files = [MadePaper(one.file.content.content, (), one.file.name, one.title) for one in kept]
    given |= {id(paper): made for paper, made in zip(to_keep, files, strict=True)}
    return [given[id(paper)] for paper in papers]


def _kept(paper: Paper, made: MadePaper, templates: Templates) -> GeneratedDocument:
    own = templates.of_school(paper.school_id)
    used = [own.read(part.template) for part in paper.parts]
    return GeneratedDocument(
        paper=paper.order.kind.code,
        subject=paper.order.kind.subject,
        subject_id=paper.order.subject_id,
        school_id=paper.school_id,
        title=paper.title,
        template_sha256=_together(used),
        values=_values(paper, used),
        file=_stored(made),
    )


def made_again(document: GeneratedDocument, templates: Templates) -> bytes:
    """Return the final paper, made again from its stored values; BrokenRule when its template is another by now."""
    parts: Any = document.values["parts"]
    session, own = object_session(document), templates.of_school(document.school_id)
    used = [template_with_hash(session, own, part["template"], part["sha256"]) for part in parts]
    contents = [
        fill(template.content, restored(part["values"])).content for template, part in zip(used, parts, strict=True)
    ]
    return _one_file(contents)


def _parts(paper: Paper, templates: Templates, is_draft: bool) -> list["Filled"]:
    own = templates.of_school(paper.school_id)
    return [fill(own.read(part.template).content, paper.values(part, is_draft)) for part in paper.parts]


def _gaps(parts: list["Filled"]) -> tuple[Gap, ...]:
    return tuple(dict.fromkeys(gap for part in parts for gap in part.gaps))


def _one_file(contents: list[bytes]) -> bytes:
    return join(contents) if len(contents) > 1 else contents[0]


def _values(paper: Paper, used: list[Template]) -> dict[str, object]:
    parts = zip(paper.parts, used, strict=True)
    return {
        "parts": [
            {
                "template": part.template,
                "sha256": template.sha256,
                "values": plain(paper.values(part, is_draft=False)),
            }
            for part, template in parts
        ]
    }


def _together(used: list[Template]) -> str:
    hashes = [template.sha256 for template in used]
    return hashes[0] if len(hashes) == 1 else sha256("".join(hashes).encode()).hexdigest()


def _stored(made: MadePaper) -> StoredFile:
    return StoredFile(
        name=made.file_name,
        media_type=WORD,
        size=len(made.content),
        sha256=sha256(made.content).hexdigest(),
        content=FileContent(content=made.content),
    )
