"""Where something due is done: the full address of its page, for a mail or a calendar, where no request is at hand."""

from typing import Any

from flask import Flask

from registry.queries.deadlines.due_item import DueItem
from registry.services.reminders.letters import Links
from registry.web.history.record_links import OF_TABLE

HOME = ("overview.index", "")  # what has no page of its own stands there


def init(app: Flask) -> None:
    """Tell whoever has the app, such as a command that knows no screens, where letters lead."""
    app.extensions["letter_links"] = lambda: Links(
        lambda item: place_of(app, item, app.config["BASE_URL"]),
        app.config["BASE_URL"] + _path(app, "reminders.edit"),
    )


def place_of(app: Flask, item: DueItem, origin: str) -> str:
    """Return the full address of the page on which this is done, in a register at this origin."""
    endpoint, argument = OF_TABLE.get(item.table, HOME)
    if endpoint not in app.view_functions:
        endpoint, argument = HOME
    return origin + _path(app, endpoint, **({argument: item.number} if argument else {}))


def _path(app: Flask, endpoint: str, **values: Any) -> str:
    return app.url_map.bind("").build(endpoint, values)
