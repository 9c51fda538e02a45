"""Whether the database has the tables that this version of the register works with."""

from typing import Any

from registry.database import migrating
from registry.queries.checks.finding import Finding


def check_schema(session: Any) -> Finding:
    """Return whether the schema is the newest; nothing else can be read before it is."""
    if migrating.is_current(session.get_bind()):
        return Finding(True, "De database heeft de nieuwste indeling.")
    return Finding(
        False,
        "De database heeft niet de indeling van deze versie. Start het register één keer, dan wordt zij bijgewerkt.",
        is_final=True,
    )
