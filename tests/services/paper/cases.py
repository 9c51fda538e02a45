"""What happened at Lettervlieg: a breach, two notices with the board's answer, and two looks at an app."""

from datetime import UTC, datetime

from registry.model.practice_check import Seen
from registry.queries.asking.practice import asked_of
from registry.services.asking.practice import check_practice
from registry.services.cases.breaches import add_breach
from registry.services.cases.notices import add_notice
from tests.complete_register import SINCE, TODAY


def breach(session, register):
    """Return a breach with Letters."""
    known = datetime(2026, 7, 1, 12, tzinfo=UTC)
    fields = {"what": "een lijst ging mis", "known_at": known, "product_id": register.letters.id}
    return add_breach(session, register.lettervlieg.id, fields, known)


def notices(session, register):
    """Return a notice to which the board objected, and one to which it consented."""
    return [_notice(session, register, said) for said in ("objection", "consent")]


def checks(session, register):
    """Return a look at one school on which all differs, and one of the board that nobody could answer."""
    schools = (register.zandloper.id, Seen.NO), (None, Seen.UNKNOWN)
    return [_check(session, register, school, seen) for school, seen in schools]


def _check(session, register, school, seen):
    annex = register.letters.privacy_annex_on(TODAY)
    about = {"by_function": "beheerder", "school_id": school}
    answers = {asked.key: seen for asked in asked_of(annex)}
    extra = [{"what": "foto"}] if seen is Seen.NO else []
    return check_practice(session, annex.id, about, answers, extra, TODAY)


def _notice(session, register, said):
    fields = {"name": said, "received_on": SINCE, "country": "US", "decision": said, "decided_on": SINCE}
    return add_notice(session, register.lettervlieg.id, fields, [register.letters.id], TODAY)
