"""The mark of a fact that nobody has compared with its source, where it is chosen."""

from typing import Any

from registry.reference import facts

EXPLAINED = "Niet nagegaan: de makers van dit register vergeleken dat nog niet met de bron."


def mark_unverified(field: Any) -> None:
    """Add the mark to the choices of this field of reference codes, and what it means to the field."""
    known = getattr(facts(), field.table)
    if any(code and not known[code].verified for code, _label in field.choices):
        field.description = f"{field.description} {EXPLAINED}".strip()
    field.choices = [
        (code, label if not code or known[code].verified else f"{label} (niet nagegaan)")
        for code, label in field.choices
    ]
