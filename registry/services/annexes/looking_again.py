"""After a new version of a privacy annex was accepted: the schools that should look at their list again."""

from datetime import date, timedelta
from typing import Any

from sqlalchemy import select

from registry.calendar import day_at_work
from registry.dutch import long_date
from registry.model import Action, PrivacyAnnex, School
from registry.model.action import ActionOrigin
from registry.queries.annexes.annex_reach import uses_under
from registry.queries.annexes.guide_changes import why_look_again
from registry.services.year.action_words import as_action
from registry.services.year.actions import add_action

TERM = timedelta(days=14)


def ask_schools_to_look(session: Any, before: PrivacyAnnex, after: PrivacyAnnex, today: date) -> list[Action]:
    """Return an action for each school that uses the product: to read what changed for parents, else to look.

    To be done two weeks after the version holds, or after today when it held before. A school that has the same
    action still open gets no other.
    """
    why = why_look_again(before, after)
    on = after.accepted_on or today
    schools = {use.school_id: use.school for use in uses_under(session, after, on)}
    due = day_at_work(max(on, today) + TERM)
    return [_asked(session, school, after, why, due) for school in schools.values()]


def _asked(session: Any, school: School, annex: PrivacyAnnex, why: str, due: date) -> Action:
    product = annex.product.name
    since = long_date(annex.accepted_on) if annex.accepted_on else ""
    asked = f"Kijk of de lijst van {school.name} klopt." if why else f"Kijk of dit nog klopt voor {school.name}."
    what = as_action(f"{asked} Nieuwe bijsluiter van {product} vanaf {since}{f': {why}' if why else ''}.")
    about = {"school_id": school.id, "product_id": annex.product_id}
    same = select(Action).filter_by(origin=ActionOrigin.ANNEX, what=what, done_on=None, **about)
    known: Action | None = session.scalars(same).first()
    return known or add_action(session, {"what": what, "origin": ActionOrigin.ANNEX, "due_on": due, **about})
