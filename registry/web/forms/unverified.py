"""The mark of a fact that nobody has compared with its source, where it is chosen."""

from typing import Any

from registry.reference import facts


def mark_unverified(field: Any) -> None:
    """Add the mark to the choices of this field of reference codes."""
    known = getattr(facts(), field.table)
    field.choices = [
        (code, label if not code or known[code].verified else f"{label} (niet nagegaan)")
        for code, label in field.choices
    ]
