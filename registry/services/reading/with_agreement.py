"""What a read paper adds to an agreement that is there already: the file itself, and the deviations found in it."""

from dataclasses import dataclass
from typing import Any

from registry.database import change
from registry.errors import BrokenRule
from registry.model import Agreement, ReadPaper
from registry.model.agreement_lists import FileKind
from registry.queries.reading.beside_agreement import new_deviations
from registry.services.agreements.agreements import edit_agreement
from registry.services.agreements.files import attach_file
from registry.services.reading.taking_over import part_of
from registry.services.records import fetch


@dataclass(frozen=True)
class Added:
    """What came to the agreement: whether the file did, and how many deviations."""

    agreement: Agreement
    has_file: bool
    deviations: int


def add_to_agreement(
    session: Any, number: int, place: int, agreement_number: int, with_file: bool, with_deviations: bool
) -> Added:
    """Return what was added to this agreement of the paper; all of it, or nothing.

    BrokenRule when nothing was asked, at the field "file" when this file is there already, and at "deviations" when
    every deviation is.
    """
    if not with_file and not with_deviations:
        raise BrokenRule("Kies wat u bij de overeenkomst zet.")
    with change(session, "ingelezen stuk bij de overeenkomst gezet"):
        paper, agreement = fetch(session, ReadPaper, number), fetch(session, Agreement, agreement_number)
        new = new_deviations(agreement, part_of(paper, place)) if with_deviations else []
        if with_deviations and not new:
            raise BrokenRule("Alle afwijkingen staan al bij de overeenkomst.", field="deviations")
        if new:
            kept = [{"id": row.id} for row in agreement.deviations]
            edit_agreement(session, agreement.id, agreement.version, {}, {"deviations": [*kept, *new]})
        if with_file:
            attach_file(session, agreement.id, FileKind.ANNEX, paper.file.name, paper.file.content.content)
    return Added(agreement, with_file, len(new))
