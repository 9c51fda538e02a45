"""An agreement together with its file: a file that is handed in with it, or a paper that was read."""

from collections.abc import Callable
from typing import Any

from registry.database import change
from registry.model import Agreement, ReadPaper
from registry.model.agreement_lists import AgreementStatus, ConclusionMode, FileKind
from registry.services.agreements.files import attach_file
from registry.services.records import fetch


def file_with(
    session: Any, save: Callable[[], Agreement], name: str, content: bytes, kind: FileKind | None = None
) -> Agreement:
    """Return the agreement that `save` gives, with this file; both are kept or neither. Errors as `attach_file`.

    Without `kind` the stage of the agreement says what the file is.
    """
    with change(session, "afspraak met bestand bewaard"):
        agreement = save()
        session.flush()
        attach_file(session, agreement.id, kind or _kind(agreement), name, content)
    return agreement


def file_paper(
    session: Any, save: Callable[[], Agreement], paper_number: int, kind: FileKind | None = None
) -> Agreement:
    """Return the agreement that `save` gives, with the file of this read paper; both are kept or neither.

    A paper in which no annex was found is done with then, and goes from the list of read papers.
    """
    with change(session, "ingelezen stuk als afspraak bewaard"):
        paper = fetch(session, ReadPaper, paper_number)
        agreement = file_with(session, save, paper.file.name, paper.file.content.content, kind)
        if not paper.annexes:
            session.delete(paper)
    return agreement


def _kind(agreement: Agreement) -> FileKind:
    if agreement.status is AgreementStatus.NOT_NEEDED:
        return FileKind.EVIDENCE
    if agreement.conclusion_mode is ConclusionMode.LETTER:
        return FileKind.LETTER
    return FileKind.SIGNED if agreement.status.was_in_force else FileKind.PROPOSAL
