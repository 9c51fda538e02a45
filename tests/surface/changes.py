"""What stands in a register, so that it can be told whether anything changed."""

from sqlalchemy import func, select

from registry.access import BUILT_IN
from registry.database import db, session_for
from registry.model import AuditEvent, Base


def stand(app):
    """The number of rows of each table, and how far the history goes; its notes, of a file that was fetched, aside."""
    with app.app_context():
        session = session_for(BUILT_IN)
        counts = {name: session.scalar(select(func.count()).select_from(t)) for name, t in Base.metadata.tables.items()}
        del counts["audit_event"]
        last = session.scalar(select(func.count()).where(AuditEvent.action != "noted"))
        db.session.remove()
    return counts, last
