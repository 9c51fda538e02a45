"""The page for parents of one school, made from its list for the schoolgids and limited to what may be public."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from registry.model import ParentsPage, School, SchoolBoard
from registry.model.parents_page import Part
from registry.queries.parents.allowed import (
    PublicContact,
    PublicGroup,
    PublicPage,
    PublicRecipient,
    PublicSupply,
    Record,
    limited,
)
from registry.queries.parents.last_change import last_change
from registry.queries.uses.school_counts import counting_sentence, covenant_sentence
from registry.queries.uses.school_list import school_list
from registry.queries.uses.school_rows import ListRow

WHERE = "deze lijst"


def parents_page(session: Any, page: ParentsPage, board: SchoolBoard | None, on: date) -> PublicPage:
    """Return what stands on this page on this day, whether or not it is switched on."""
    school, shown = page.school, page.shown
    found = school_list(session, school.id, on)
    groups = [PublicGroup(heading=one.heading, products=_all(PublicSupply, shown, one.rows)) for one in found.groups]
    values = {
        "school": school.name,
        "board": (board and board.name) or None,
        "on": on,
        "last_change": last_change(session, page, found) if Part.LAST_CHANGE in shown else None,
        "own_sentence": school.guide_note or None,
        "counts": None if found.is_empty else counting_sentence(found.counts, school.name, on, where=WHERE),
        "covenant": covenant_sentence(found.counts) or None,
        "contact": _contact_of(school, board),
        "dpo": _contact(board.dpo_function, board.dpo_email) if board else None,
        "groups": tuple(groups),
        "recipients": _all(PublicRecipient, shown, [row for _, row in found.recipients]),
        "shown": shown,
    }
    return limited(PublicPage, shown, values)


def _all(kind: type[Record], shown: frozenset[Part], rows: Iterable[ListRow]) -> tuple[Record, ...]:
    return tuple(limited(kind, shown, _values(row)) for row in rows)


def _values(row: ListRow) -> dict[str, Any]:
    # A proposal is the supplier's and not yet the board's: what rests on it counts as not known.
    unsettled = row.is_proposal
    return {
        "product": row.product,
        "modules": row.modules,
        "supplier": row.supplier,
        "makers": row.makers,
        "distributors": row.distributors,
        "purpose": row.purpose or None,
        "data": None if unsettled else row.data or None,
        "about_whom": None if unsettled else row.about_whom or None,
        "outside_eea": None if unsettled else row.outside_eea,
        "link": row.link or None,
        "role": row.role,
        "ground": row.ground or None,
    }


def _contact_of(school: School, board: SchoolBoard | None) -> PublicContact | None:
    """The school's own contact, else the board's, as the schoolgids has it."""
    own = _contact(school.contact_function, school.contact_email)
    return own or (_contact(board.privacy_function, board.privacy_email) if board else None)


def _contact(function: str, email: str) -> PublicContact | None:
    return PublicContact(function=function or None, email=email or None) if function or email else None
