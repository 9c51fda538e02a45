"""Who does what is due: the right that it asks for; whoever lacks it only needs to know."""

from collections.abc import Mapping

from registry.access import Right, Viewer
from registry.model.deadline_kind import DeadlineKind as Kind

OF_A_SCHOOL: Mapping[Kind, Right] = {Kind.ACTION: Right.EDIT_USES, Kind.ROUND: Right.EDIT_USES}
"""What a school does itself, where it is the school's; other work about a school is the board's."""
BY_STEP: Mapping[tuple[Kind, str], Right] = {(Kind.REQUEST, "letter"): Right.MAKE_PAPER}
WORK = frozenset({Right.EDIT_REGISTER, Right.EDIT_USES, Right.MAKE_PAPER})


def right_to_do(kind: Kind, school_id: int | None, step: str = "") -> Right:
    """Return the right that doing this asks for; `school_id` is whose it is, None for the board's."""
    if school_id is not None and kind in OF_A_SCHOOL:
        return OF_A_SCHOOL[kind]
    return BY_STEP.get((kind, step), Right.EDIT_REGISTER)


def kinds_for(viewer: Viewer) -> list[Kind]:
    """Return the kinds of which this viewer can be reminded: what they may do, and for who does nothing everything."""
    schools = (None, 0)  # of the board, of some school
    return [
        kind
        for kind in Kind
        if only_looks_on(viewer) or any(viewer.may(right_to_do(kind, school)) for school in schools)
    ]


def only_looks_on(viewer: Viewer) -> bool:
    """Return whether nothing of what can be due is for this viewer to do, as for the FG."""
    return not WORK & viewer.rights
