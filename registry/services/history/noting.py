"""Notes in the history who took something out of the register, and who was refused something."""

from typing import Any

from registry.access import viewer_of
from registry.database import history


def note_export(session: Any) -> None:
    """Write the line that the history was fetched as a table by the session's viewer."""
    history.note(session, "geschiedenis opgehaald als tabel", "audit_event", at_once=True)


def note_download(session: Any, subject: str, subject_id: int, name: str) -> None:
    """Write the line that a kept file was fetched; it is read with the record that the file belongs to."""
    history.note(session, "bestand opgehaald", subject, subject_id, name, at_once=True)


def note_refusal(session: Any, screen: str) -> None:
    """Write the line that the session's viewer asked for a screen that is not theirs; read with their account."""
    history.note(session, "toegang geweigerd", "account", viewer_of(session).account or 0, screen, at_once=True)


def note_failed_sign_in(session: Any, account_id: int = 0, step: str = "") -> None:
    """Write the line that somebody failed to sign in, at which step; nothing of what they typed or brought along."""
    history.note(session, "aanmelden mislukt", "account", account_id, step, at_once=True)
