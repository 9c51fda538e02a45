"""What the page of changes tells about schools and parents beside the changes themselves."""

from datetime import date
from typing import Any

from registry.model import PrivacyAnnex, SecurityAnnex
from registry.queries.annexes.annex_reach import uses_under
from registry.queries.annexes.guide_changes import guide_changes

Annex = PrivacyAnnex | SecurityAnnex


def changes_for_parents(session: Any, before: Annex | None, after: Annex, today: date) -> dict[str, Any]:
    """Return the lines of the schoolgids that change, and the uses by school; no lines for a security annex."""
    lines = guide_changes(before, after) if isinstance(before, PrivacyAnnex) and isinstance(after, PrivacyAnnex) else []
    return {"lines": lines, "uses": uses_under(session, after, after.accepted_on or today), "before": before}
