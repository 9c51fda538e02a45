"""What `python -m registry doctor` looks at: each check is a function that tells in one sentence how it stands.

A new check is a function in a module here, and its name in CHECKS.
"""

from registry.queries.checks.files import check_files
from registry.queries.checks.finding import Check, Finding
from registry.queries.checks.history import check_history
from registry.queries.checks.schema import check_schema

CHECKS: tuple[Check, ...] = (check_schema, check_history, check_files)

__all__ = ["CHECKS", "Check", "Finding"]
