"""Paper against practice: keep what somebody saw in an app, and make an action of every mismatch."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select

from registry.access import viewer_of
from registry.calendar import day_at_work
from registry.database import change
from registry.dutch import long_date
from registry.errors import BrokenRule, NotAllowed
from registry.model import Action, PracticeCheck, PracticeRow, PrivacyAnnex, Product, School
from registry.model.action import ActionOrigin
from registry.model.practice_check import RowKind, Seen
from registry.queries.asking.practice import asked_of, mismatch_words
from registry.services.records import Fields, assign, fetch
from registry.services.year.action_words import as_action
from registry.services.year.actions import add_action, edit_action

TERM = timedelta(days=28)  # what differs is to be settled in four weeks


def check_practice(
    session: Any, annex_id: int, fields: Fields, answers: Mapping[str, Seen], extra: Sequence[Fields], on: date
) -> PracticeCheck:
    """Return the check of this annex version with an answer to each of its questions, by key, and what else is there.

    BrokenRule when the version does not hold on the day any more, or a question has no answer. The same check once
    more on that day is the same record. Each mismatch is an action; one that turned out right again is done.
    """
    with change(session, "vergeleken met de praktijk"):
        annex = fetch(session, PrivacyAnnex, annex_id)
        check = PracticeCheck(product=annex.product, privacy_annex=annex, checked_on=on)
        with session.no_autoflush:
            assign(check, fields)
            _check(session, check, annex, on)
            check.rows[:] = [*_answered(annex, answers), *map(_extra, extra)]
            same = _same(session, check)
        if same is not None:
            return same
        session.add(check)
        session.flush()
        _act(session, check, on)
    return check


def _check(session: Any, check: PracticeCheck, annex: PrivacyAnnex, on: date) -> None:
    if check.school_id is not None:
        fetch(session, School, check.school_id)
    elif viewer_of(session).schools is not None:
        raise NotAllowed("Kies voor welke school u dit naloopt.")
    if not annex.holds_on(on):
        raise BrokenRule(
            "Deze bijsluiter geldt niet meer. Open de vragen opnieuw: dan ziet u wat er nu is afgesproken."
        )
    if not check.by_function:
        raise BrokenRule("Vul uw functie in.", field="by_function")


def _answered(annex: PrivacyAnnex, answers: Mapping[str, Seen]) -> list[PracticeRow]:
    asked = asked_of(annex)
    for one in asked:
        if one.key not in answers:
            raise BrokenRule("Kies een antwoord. “Weet ik niet” mag ook.", field=one.key)
    return [
        PracticeRow(kind=one.kind, category=one.category, subject=one.subject, what=one.what, seen=answers[one.key])
        for one in asked
    ]


def _extra(fields: Fields) -> PracticeRow:
    row = PracticeRow(kind=RowKind.EXTRA, seen=Seen.YES)
    assign(row, {name: value for name, value in fields.items() if name != "id"})
    if not row.category and not row.what:
        raise BrokenRule("Kies een soort gegevens, of schrijf op welke gegevens u ziet.", field="extra")
    return row


def _same(session: Any, check: PracticeCheck) -> PracticeCheck | None:
    asked = select(PracticeCheck).where(
        PracticeCheck.privacy_annex_id == check.privacy_annex.id,
        PracticeCheck.school_id == check.school_id,
        PracticeCheck.checked_on == check.checked_on,
        PracticeCheck.by_function == check.by_function,
    )
    found = (one for one in session.scalars(asked) if one is not check and _content(one) == _content(check))
    return next(found, None)


def _content(check: PracticeCheck) -> tuple[Any, ...]:
    rows = [(row.kind, row.category or "", row.subject or "", row.what or "", row.seen) for row in check.rows]
    return check.note or "", rows


def _act(session: Any, check: PracticeCheck, on: date) -> None:
    """Write an action for each mismatch that has none open; close the open one of a row that is right now."""
    product: Product = check.product
    waiting = {action.what: action for action in _open_actions(session, check, on)}
    for row in check.rows:
        what = as_action(mismatch_words(product.name, row))
        action = waiting.get(what)
        if row.is_mismatch and action is None:
            waiting[what] = add_action(session, _action(check, what, on))
        elif action is not None and not row.is_mismatch and row.seen is Seen.YES:
            outcome = f"Opnieuw nagelopen op {long_date(on)}: papier en praktijk kloppen."
            edit_action(session, action.id, action.version, {"done_on": on, "outcome": outcome})


def _action(check: PracticeCheck, what: str, on: date) -> dict[str, Any]:
    about = {"product_id": check.product_id, "school_id": check.school_id}
    return {"what": what, "origin": ActionOrigin.PRACTICE, "due_on": day_at_work(on + TERM), **about}


def _open_actions(session: Any, check: PracticeCheck, on: date) -> list[Action]:
    asked = select(Action).where(
        Action.origin == ActionOrigin.PRACTICE,
        Action.product_id == check.product_id,
        Action.school_id == check.school_id,
    )
    return [action for action in session.scalars(asked) if action.is_open(on)]
