"""A read paper that is filed as an agreement: named in the address, its proposals marked on the form."""

from collections.abc import Callable
from typing import Any

from flask import request

from registry.database import db
from registry.model import Agreement, ReadPaper
from registry.services.agreements.filing import file_paper, file_with
from registry.services.reading.as_agreement import Proposed, proposed_agreement
from registry.services.records import fetch
from registry.web.numbers import record_number
from registry.web.uploads import uploaded

PAPER = "stuk"


def asked_paper() -> ReadPaper | None:
    """Return the read paper that the address names; None when it names none, NotFound when it is not there."""
    number = record_number(request.args.get(PAPER, ""))
    return fetch(db.session, ReadPaper, number) if number else None


def proposal_of(paper: ReadPaper | None) -> Proposed:
    """Return what the paper proposes; nothing where there is none."""
    return proposed_agreement(paper) if paper else Proposed()


def mark_proposals(form: Any, paper: ReadPaper | None, proposed: Proposed) -> None:
    """Say at each field that it is a proposal, with the words of the paper; its file takes the place of an upload."""
    if paper is None:
        return
    del form.file
    for name, words in proposed.words.items():
        proposal = f"Voorstel uit het stuk: “{words.rstrip('.')}”. Kijk het na."
        form[name].description = f"{proposal} {form[name].description}".strip()


def filed(form: Any, paper: ReadPaper | None, save: Callable[[], Agreement]) -> Agreement:
    """Return what `save` gives, with the file that comes along, if any."""
    if paper is not None:
        return file_paper(db.session, save, paper.id)
    return file_with(db.session, save, *uploaded(form.file)) if form.file.data else save()
