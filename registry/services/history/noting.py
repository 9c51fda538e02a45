"""Notes in the history who took something out of the register: the history itself, or a kept file."""

from typing import Any

from registry.database import history


def note_export(session: Any) -> None:
    """Write the line that the history was fetched as a table by the session's viewer."""
    history.note(session, "geschiedenis opgehaald als tabel", "audit_event", at_once=True)


def note_download(session: Any, subject: str, subject_id: int, name: str) -> None:
    """Write the line that a kept file was fetched; it is read with the record that the file belongs to."""
    history.note(session, "bestand opgehaald", subject, subject_id, name, at_once=True)
