"""Thousands of rows at once, of which the history tells in one line: the opening of a round, not each of its lines."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import insert

from registry.access import viewer_of
from registry.database.history import note
from registry.errors import NotAllowed
from registry.model.base import Record


def add_many(
    session: Any, kind: type[Record], rows: Sequence[dict[str, Any]], what: str, of: Record, text: str
) -> None:
    """Add these rows of a record in one statement, with one line in the history of record `of` that says `what`.

    Only for rows that say nothing by themselves yet, such as the unanswered lines of a round: what a person writes in
    one goes through the session. `text` says in the history what they are. Inside a Change, as every write.
    """
    viewer = viewer_of(session)
    if not all(viewer.sees(row.get("school_id")) for row in rows):
        raise NotAllowed("Deze school hoort niet bij uw scholen.")
    session.flush()
    note(session, what, type(of).__tablename__, of.id, text)  # type: ignore[attr-defined]  # refuses outside a Change
    if rows:
        session.connection().execute(insert(kind.__table__), list(rows))  # type: ignore[attr-defined]
