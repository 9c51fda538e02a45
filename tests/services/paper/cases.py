"""What happened at Lettervlieg: a breach, and two notices with the board's answer."""

from datetime import UTC, datetime

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


def _notice(session, register, said):
    fields = {"name": said, "received_on": SINCE, "country": "US", "decision": said, "decided_on": SINCE}
    return add_notice(session, register.lettervlieg.id, fields, [register.letters.id], TODAY)
