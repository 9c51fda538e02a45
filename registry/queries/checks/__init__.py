"""What `python -m registry doctor` looks at: each check is a function that tells in one sentence how it stands.

A new check is a function in a module here, and its name in one of the two lists: CHECKS look at the database itself,
SURROUNDINGS at what it stands on, with the settings and the moment of looking.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from registry.queries.checks.database import check_database, check_journal
from registry.queries.checks.files import check_files
from registry.queries.checks.finding import Check, Finding, Surrounding
from registry.queries.checks.history import check_history
from registry.queries.checks.schema import check_schema
from registry.queries.checks.surroundings import check_backup, check_clock, check_place, check_room

CHECKS: tuple[Check, ...] = (check_database, check_schema, check_history, check_files, check_journal)
SURROUNDINGS: tuple[Surrounding, ...] = (check_clock, check_place, check_room, check_backup)

__all__ = ["CHECKS", "SURROUNDINGS", "Check", "Finding", "Surrounding", "findings"]


def findings(session: Any, config: Mapping[str, Any], now: datetime) -> Iterator[Finding]:
    """Yield what each check finds; after one that is final and not good, no more."""
    for check in CHECKS:
        finding = check(session)
        yield finding
        if finding.is_final and not finding.is_good:
            return
    yield Finding(True, "De instellingen zijn te lezen.")
    for look in SURROUNDINGS:
        yield look(session, config, now)
