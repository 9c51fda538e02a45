"""A board's own Word templates: keep a new version, take one in use, go back to the shipped one."""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from registry.access import viewer_of
from registry.database import change
from registry.errors import BrokenRule
from registry.model import FileContent, PaperTemplate, School, StoredFile
from registry.model.paper_template import OFFICIAL_FILE, OFFICIAL_MODEL
from registry.queries.papers.paper_templates import last_edition, templates_in_use
from registry.services.agreements.file_types import ENCRYPTED, recognise
from registry.services.paper.checking import TemplateFaulty, check_template
from registry.services.paper.fields import FIELDS, text_fields
from registry.services.paper.template_kinds import template_kind
from registry.services.records import fetch

MOST_BYTES = 5 * 1024 * 1024


@dataclass(frozen=True)
class Upload:
    """A Word file as somebody brings it: for which paper, of whom (None: the board), and what it is called."""

    paper: str
    name: str
    content: bytes
    title: str
    note: str = ""
    school_id: int | None = None


def add_template(session: Any, upload: Upload, on: date) -> PaperTemplate:
    """Return the new version of this paper's template, kept and not yet in use.

    TemplateFaulty, with its report, for a template that asks for an unknown name or holds what it may not; BrokenRule
    at its field for the rest.
    """
    _check_scope(session, upload)
    _check_file(upload)
    report = check_template(upload.content, upload.paper)
    if not report.ok:
        raise TemplateFaulty(report)
    return _keep(session, upload, on, "sjabloon toegevoegd")


def use_template(session: Any, number: int) -> PaperTemplate:
    """Return this version, in use from now on instead of the one that was; also for going back to an earlier one."""
    with change(session, "sjabloon in gebruik genomen"):
        template = fetch(session, PaperTemplate, number)
        _stop(session, template.paper, template.school_id)
        template.in_use, template.version = True, template.version + 1
    return template


def stop_using(session: Any, number: int) -> PaperTemplate:
    """Return this version, no longer in use: the paper is made again from what lies under it."""
    with change(session, "sjabloon uit gebruik genomen"):
        template = fetch(session, PaperTemplate, number)
        _stop(session, template.paper, template.school_id)
    return template


def add_official_model(session: Any, name: str, content: bytes, note: str, on: date) -> PaperTemplate:
    """Return the official Word file as it came, with its blanks; no paper is made from it before they are filled."""
    upload = Upload(OFFICIAL_FILE, name, content, "Officieel model", note)
    _check_file(upload)
    report = check_template(content, OFFICIAL_MODEL)
    if not report.ok:
        raise TemplateFaulty(report)
    return _keep(session, upload, on, "officieel model toegevoegd")


def fill_official_model(session: Any, number: int, chosen: dict[int, str], on: date) -> PaperTemplate:
    """Return the template made of the official file, in use, with these fields in its blanks by their numbers."""
    source = fetch(session, PaperTemplate, number)
    if source.paper != OFFICIAL_FILE:
        raise BrokenRule("Dit is geen officieel model.")
    wanted = {blank: field for blank, field in chosen.items() if field}
    if not wanted:
        raise BrokenRule("Kies minstens bij één plek een veld. Anders wordt er niets ingevuld.")
    if unknown := set(wanted.values()) - text_fields(OFFICIAL_MODEL).keys():
        raise BrokenRule(f"Dit veld bestaat niet: {', '.join(sorted(unknown))}.")
    from registry.documents.templates.blanks import with_fields  # heavy: not at every start

    content = with_fields(source.content, wanted)
    with change(session, "velden in het officiële model gezet"):
        upload = Upload(OFFICIAL_MODEL, source.file.name, content, source.title, source.note)
        return use_template(session, add_template(session, upload, on).id)


def _keep(session: Any, upload: Upload, on: date, why: str) -> PaperTemplate:
    with change(session, why):
        template = PaperTemplate(
            paper=upload.paper,
            title=upload.title,
            edition=last_edition(session, upload.paper, upload.school_id) + 1,
            note=upload.note,
            added_on=on,
            added_by=viewer_of(session).name,
            in_use=False,
            school_id=upload.school_id,
            file=_stored(upload),
        )
        if not template.title:
            raise BrokenRule("Geef het sjabloon een naam.", field="title")
        session.add(template)
        session.flush()  # it has its number even where it is part of a larger change
    return template


def _stop(session: Any, paper: str, school_id: int | None) -> None:
    """Take out of use what is in use; flushed at once, because the database allows only one at any moment."""
    if (running := templates_in_use(session).get((paper, school_id))) is not None:
        running.in_use, running.version = False, running.version + 1
        session.flush()


def _check_scope(session: Any, upload: Upload) -> None:
    if upload.paper not in FIELDS:
        raise BrokenRule(f"Er is geen document “{upload.paper}”. Kies uit: {', '.join(FIELDS)}.", field="paper")
    if upload.school_id is None:
        return
    if not template_kind(upload.paper).is_of_schools:
        raise BrokenRule(
            "Dit document is van het bestuur. Een school heeft er geen eigen sjabloon van.", field="school_id"
        )
    fetch(session, School, upload.school_id)


def _check_file(upload: Upload) -> None:
    if not upload.content:
        raise BrokenRule(f"“{upload.name}” is een leeg bestand.", field="file")
    if len(upload.content) > MOST_BYTES:
        raise BrokenRule("Dit is te groot. Een sjabloon mag hoogstens 5 MB zijn.", field="file")
    if not upload.name.lower().endswith(".docx"):
        raise BrokenRule("Kies een Word-bestand waarvan de naam eindigt op .docx.", field="file")
    if recognise(upload.name, upload.content).media_type == ENCRYPTED:
        raise BrokenRule("Kies een Word-bestand zonder wachtwoord.", field="file")


def _stored(upload: Upload) -> StoredFile:
    return StoredFile(
        name=upload.name[-200:],
        media_type=recognise(upload.name, upload.content).media_type,
        size=len(upload.content),
        sha256=sha256(upload.content).hexdigest(),
        content=FileContent(content=upload.content),
    )
