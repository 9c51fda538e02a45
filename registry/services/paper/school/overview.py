"""The overview of suppliers for a parent who asks for it at a school."""

from typing import Any

from registry import dutch
from registry.model import PrivacyAnnex
from registry.queries.annexes.annex_words import annex_for
from registry.queries.uses.pupil_uses import family_data
from registry.queries.uses.school_counts import counting_sentence
from registry.queries.uses.school_list import SchoolList, school_list
from registry.reference import facts
from registry.services.paper.composing import Order, Paper, Part
from registry.services.paper.known import Facts, Values
from registry.services.paper.records.parties import the_board
from registry.services.paper.records.rights import complaint_sentence
from registry.services.paper.records.schools import (
    contact_values,
    facts_of_list,
    notes_on_proposals,
    product_names,
    recipient_values,
    row_values,
    school_values,
)


def school_overview(session: Any, order: Order) -> Paper:
    """Return what a parent may know today: which data, what for, who gets them, and whom to ask."""
    board = the_board(session)
    found = school_list(session, order.subject_id, order.on, everything=True)
    used = facts_of_list(found)
    values = {
        "school": school_values(found.school, used),
        "overzicht": _overview(found, used),
        "contact": contact_values(found.school, board) | {"klacht": complaint_sentence(used)},
    }
    return Paper(
        order,
        f"Overzicht van leveranciers {found.school.name}",
        (Part(order.kind.title, order.kind.template, values),),
        used,
        school_id=found.school.id,
        notes=notes_on_proposals(found.rows),
    )


def _overview(found: SchoolList, used: Facts) -> Values:
    sentence = counting_sentence(found.counts, found.school.name, found.on)
    annexes = [annex for use in found.uses if (annex := annex_for(use.product, found.on))]
    silent = [use for use in found.uses if (annex := annex_for(use.product, found.on)) is None or not annex.data]
    return {
        "telzin": "" if found.is_empty else sentence,
        "leeg": found.is_empty,
        "gegevens": _data(found, used),
        "doelen": purposes_of(annexes, used),
        "onbekend": product_names(silent),
        "groepen": [{"kop": group.heading, "rijen": [row_values(row) for row in group.rows]} for group in found.groups],
        "ontvangers": [recipient_values(row) for _, row in found.recipients],
    }


def _data(found: SchoolList, used: Facts) -> list[Values]:
    """Return each category of data of pupils or parents, with the products whose annex names it."""
    return [
        {"soort": used.label("data_categories", code), "producten": dutch.enumeration(products)}
        for code, products in family_data(found.uses, found.on).items()
    ]


def purposes_of(annexes: list[PrivacyAnnex], used: Facts) -> list[str]:
    """Return the purposes that these annexes name, each once, in the order of the reference lists."""
    named = {row.purpose for annex in annexes for row in annex.purposes}
    return list(dict.fromkeys(used.label("purposes", code) for code in facts().purposes if code in named))
