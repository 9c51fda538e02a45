"""The facts of the trade, kept as data because law and covenant change: `facts().purposes["LT-a1"].label`."""

from pathlib import Path
from typing import cast

from flask import Flask, current_app

from registry.reference.contents import Reference
from registry.reference.loading import load
from registry.reference.table import Table, active, pick

__all__ = ["Reference", "Table", "active", "facts", "init", "load", "pick"]

EXTENSION = "verwerkersregister.facts"


def init(app: Flask, overlay: Path | None = None) -> None:
    """Give the app its facts, once: the shipped ones with the board's own folder over them."""
    app.extensions[EXTENSION] = load(overlay)


def facts() -> Reference:
    """Return the facts of the current Flask application."""
    return cast(Reference, current_app.extensions[EXTENSION])
