"""All that is due, month by month: the list behind the overview and its picture."""

import re
from datetime import date, timedelta
from itertools import groupby

from flask import Blueprint, render_template, request

from registry.access import Right, needs
from registry.calendar import add_months
from registry.database import db
from registry.queries.board.pictures import last_day_ahead
from registry.queries.deadlines.due import due
from registry.queries.deadlines.due_item import DueItem
from registry.web import paging
from registry.web.year.due_places import form_of, page_of

blueprint = Blueprint("deadlines", __name__, url_prefix="/jaar/termijnen")
MONTH = re.compile(r"(20[0-9]{2})-(0[1-9]|1[0-2])")


@blueprint.get("")
@needs(Right.READ)
def index() -> str:
    """Show what is late and what comes in the next twelve months, or in the one month that the address names."""
    today, asked = date.today(), _asked()
    items = due(db.session, today, add_months(asked, 1) - timedelta(days=1) if asked else last_day_ahead(today))
    shown = [item for item in items if item.on.replace(day=1) == asked] if asked else items
    ordered = sorted(shown, key=lambda item: (item.on >= today, item.on))
    page = paging.page_of(lambda skip, most: (ordered[skip : skip + most], len(ordered)))
    return render_template(
        "deadlines/index.html",
        months=_by_month(page.items, today),
        page=page,
        asked=asked,
        today=today,
        page_of=page_of,
        form_of=form_of,
    )


def _asked() -> date | None:
    named = MONTH.fullmatch(request.args.get("maand", ""))
    return date(int(named[1]), int(named[2]), 1) if named else None


def _by_month(items: list[DueItem], today: date) -> list[tuple[date | None, list[DueItem]]]:
    """The items, which stand in order, by the first day of their month; what is late under None, before all others."""
    groups = groupby(items, key=lambda item: item.on.replace(day=1) if item.on >= today else None)
    return [(first, list(some)) for first, some in groups]
