"""WHO MAY: a Viewer with rights and schools; what a session's viewer may not see does not exist for its queries."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, TypeVar

from sqlalchemy import event, or_
from sqlalchemy.orm import LoaderCriteriaOption, ORMExecuteState, Session, UOWTransaction, with_loader_criteria

from registry.errors import NotAllowed
from registry.model import School
from registry.model.account import Role
from registry.model.api_key import KeyScope
from registry.model.base import OfSchool, OfSchoolOrBoard

Screen = TypeVar("Screen", bound=Callable[..., Any])


class Right(Enum):
    """What a screen, an address of the API or a command asks of its viewer."""

    READ = auto()  # suppliers, products, annexes, agreements, and what one's own schools use
    EDIT_REGISTER = auto()  # suppliers, products, annexes, agreements
    EDIT_USES = auto()  # what one's own schools use
    MAKE_SCHOOL_PAPER = auto()  # papers about one's own schools
    MAKE_PAPER = auto()  # all other papers
    SIGN = auto()  # see what awaits a signature, and record it
    ADVISE = auto()  # write the FG's advice
    READ_HISTORY = auto()  # all changes, by whom
    SET_UP = auto()  # the board, its schools, own fields, Word templates, imports
    MANAGE = auto()  # accounts, keys, settings, restoring


RIGHTS: dict[Role, frozenset[Right]] = {
    Role.ADMINISTRATOR: frozenset(Right) - {Right.ADVISE},
    Role.PRIVACY_OFFICER: frozenset(Right) - {Right.ADVISE, Right.MANAGE},
    Role.SCHOOL_COORDINATOR: frozenset({Right.READ, Right.EDIT_USES, Right.MAKE_SCHOOL_PAPER}),
    Role.SIGNATORY: frozenset({Right.SIGN}),
    Role.DPO: frozenset({Right.READ, Right.ADVISE, Right.READ_HISTORY}),
}
"""Who may do what; the FG advises independently, so nobody else writes the advice (AVG 38 lid 3)."""


def rights_of(role: Role, schools: Collection[int] | None) -> frozenset[Right]:
    """Return the rights of this role for who sees these schools; None for all.

    The FG of the board sees all of it. With that role for some schools one is a reader: what only they see is not
    enough to advise on the board's agreements.
    """
    return RIGHTS[role] - ({Right.ADVISE} if schools is not None else set())


_WRITING = {Right.EDIT_REGISTER, Right.EDIT_USES, Right.MAKE_SCHOOL_PAPER, Right.MAKE_PAPER}
KEY_RIGHTS: dict[KeyScope, frozenset[Right]] = {
    KeyScope.READ: frozenset({Right.READ}),
    KeyScope.WRITE: frozenset({Right.READ, *_WRITING}),
    KeyScope.IMPORT: frozenset({Right.READ, *_WRITING, Right.SET_UP}),  # of SET_UP the API has lists alone
}
SCHOOL_KEY_RIGHTS = RIGHTS[Role.SCHOOL_COORDINATOR]
"""A key of some schools may no more than their coordinator: what only they see is not enough to judge for all."""


@dataclass(frozen=True)
class Viewer:
    """Who looks: a name for the history, rights, the numbers of the schools they see (None: all), and their account.

    `account` is None for the console, the demo and a visitor who did not sign in.
    """

    name: str
    rights: frozenset[Right]
    schools: frozenset[int] | None = None
    account: int | None = None

    def may(self, right: Right) -> bool:
        """Return whether this viewer has the right."""
        return right in self.rights

    def sees(self, school_id: int | None) -> bool:
        """Return whether records of this school exist for the viewer; None stands for the board's own records."""
        return self.schools is None or school_id is None or school_id in self.schools


BUILT_IN = Viewer("ingebouwde beheerder", frozenset(Right))
PUBLIC = Viewer("bezoeker", frozenset())
"""A visitor without an account: no rights at all, but every school, for what a public screen itself lets through."""


def needs(right: Right, is_open: Callable[..., bool] | None = None) -> Callable[[Screen], Screen]:
    """Return a decorator that declares which right a screen or command asks for.

    `is_open` tells pages that lead to a screen whether it opens for one record, given the numbers in its address, where
    the right alone does not decide that; the screen itself asks it too.
    """

    def declare(screen: Screen) -> Screen:
        screen.right = right  # type: ignore[attr-defined]
        screen.is_open = is_open  # type: ignore[attr-defined]
        return screen

    return declare


def needs_nothing(screen: Screen) -> Screen:
    """Declare that whoever signed in may open this screen: it is about their own account."""
    screen.right = None  # type: ignore[attr-defined]
    return screen


def is_public(screen: Screen) -> Screen:
    """Declare that this screen is for everybody, without signing in."""
    screen.is_public = True  # type: ignore[attr-defined]
    return screen


def bind(session: Any, viewer: Viewer) -> None:
    """Give the session to this viewer; from here on it sees what the viewer may see."""
    session.info["viewer"] = viewer


def viewer_of(session: Any) -> Viewer:
    """Return the session's viewer; a session without one may not be used."""
    viewer = session.info.get("viewer")
    if viewer is None:
        raise RuntimeError("a database session belongs to a Viewer: call access.bind(session, viewer) first")
    return viewer  # type: ignore[no-any-return]


def watch(session_class: type[Session]) -> None:
    """Make every session of this class ask its viewer before it reads or writes."""
    event.listen(session_class, "do_orm_execute", _narrow)
    event.listen(session_class, "before_flush", _refuse_other_schools)


def _narrow(execution: ORMExecuteState) -> None:
    visible = viewer_of(execution.session).schools
    if visible is None or not execution.is_select or execution.is_column_load:
        return
    schools = sorted(visible)
    execution.statement = execution.statement.options(
        _only(School, lambda cls: cls.id.in_(schools)),
        _only(OfSchool, lambda cls: cls.school_id.in_(schools)),
        _only(OfSchoolOrBoard, lambda cls: or_(cls.school_id.is_(None), cls.school_id.in_(schools))),
    )


def _only(records: type, criteria: Callable[[Any], Any]) -> LoaderCriteriaOption:
    return with_loader_criteria(records, criteria, include_aliases=True)


def _refuse_other_schools(session: Session, context: UOWTransaction, instances: Any) -> None:
    viewer = viewer_of(session)
    for record in [*session.new, *session.dirty, *session.deleted]:
        school_id = getattr(record, "school_id", None)
        if isinstance(record, OfSchool | OfSchoolOrBoard) and not viewer.sees(school_id):
            raise NotAllowed("Deze school hoort niet bij uw scholen.")
