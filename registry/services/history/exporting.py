"""Notes in the history that somebody took a copy of it."""

from typing import Any

from registry.database import history


def note_export(session: Any) -> None:
    """Write the line that the history was exported by the session's viewer."""
    history.note(session, "geschiedenis opgehaald als tabel", "audit_event", at_once=True)
