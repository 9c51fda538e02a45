"""Where something due is done: the full address of its form, for a mail or a calendar, where no request is at hand."""

from typing import Any

from flask import Flask

from registry.queries.deadlines.due_item import DueItem
from registry.services.reminders.letters import Links
from registry.web.year.due_places import form_target


def init(app: Flask) -> None:
    """Tell whoever has the app, such as a command that knows no screens, where letters lead."""
    app.extensions["letter_links"] = lambda: Links(
        lambda item: place_of(app, item, app.config["BASE_URL"]),
        app.config["BASE_URL"] + _path(app, "reminders.edit"),
    )


def place_of(app: Flask, item: DueItem, origin: str) -> str:
    """Return the full address of the form where this is done, in a register at this origin."""
    endpoint, values, anchor = form_target(item)
    return origin + _path(app, endpoint, **values) + (f"#{anchor}" if anchor else "")


def _path(app: Flask, endpoint: str, **values: Any) -> str:
    return app.url_map.bind("").build(endpoint, values)
