"""The supplier list for the schoolgids of one school."""

from typing import Any

from registry import dutch
from registry.documents import Gap
from registry.model import SchoolBoard
from registry.queries.uses.school_counts import counting_sentence, covenant_sentence
from registry.queries.uses.school_list import SchoolList, school_list
from registry.services.paper.composing import Order, Paper, Part
from registry.services.paper.known import Value, Values
from registry.services.paper.records.schools import (
    contact_of,
    facts_of_list,
    notes_on_proposals,
    recipient_values,
    row_values,
    school_values,
)

ONLY_LEARNING_MATERIALS = "schoolgids-leermiddelen"
COVENANT = "https://www.privacyconvenant.nl"


def school_guide(session: Any, order: Order) -> Paper:
    """Return the list of this school on this day, or only its publishers and distributors of learning materials."""
    found = school_list(session, order.subject_id, order.on, order.kind.code == ONLY_LEARNING_MATERIALS)
    used = facts_of_list(found)
    about = "Uitgevers en distributeurs" if found.only_learning_materials else "Leverancierslijst"
    values = {"school": school_values(found.school, used), "lijst": _list(found, session.get(SchoolBoard, 1))}
    return Paper(
        order,
        f"{about} {found.school.name} {dutch.school_year(order.on)}",
        (Part(order.kind.title, order.kind.template, values),),
        used,
        school_id=found.school.id,
        notes=notes_on_proposals(found.rows),
    )


def _list(found: SchoolList, board: SchoolBoard | None) -> Values:
    sentence = counting_sentence(found.counts, found.school.name, found.on, found.only_learning_materials)
    return {
        "groepen": [{"kop": group.heading, "rijen": [row_values(row) for row in group.rows]} for group in found.groups],
        "ontvangers": [recipient_values(row) for _, row in found.recipients],
        "eigen_zin": found.school.guide_note,
        "telzin": "" if found.is_empty else sentence,
        "convenantzin": covenant_sentence(found.counts),
        "convenant_link": COVENANT,
        "contactzin": _contact(contact_of(found.school, board)),
        "leeg": found.is_empty,
        "alleen_leermiddelen": found.only_learning_materials,
    }


def _contact(whom: Value) -> Value:
    return whom if isinstance(whom, Gap) else f"Vragen over deze lijst kunt u stellen aan: {whom}."
