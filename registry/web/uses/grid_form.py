"""The forms of the grid: the part of it to show, and the ticks with the day on which they count."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from flask import abort, request
from wtforms import Form, HiddenField, SelectField, StringField

from registry import text
from registry.model import Use
from registry.queries.uses.grid import Grid, Selection
from registry.reference import active, facts
from registry.services.uses.grid import Marks
from registry.web.forms import RegisterForm, fields

NUMBER = re.compile("[1-9][0-9]{0,8}")


class GridFilter(Form):
    """What part of the grid to show; kept in the address."""

    zoek = StringField("Zoek een product of leverancier")
    soort = SelectField("Soort product")

    def __init__(self) -> None:
        super().__init__(request.args)
        kinds = active(facts().product_kinds)
        self.soort.choices = [("", "Alle soorten"), *((kind.code, kind.label) for kind in kinds)]

    def selection(self, school_id: int | None, product_id: int | None) -> Selection:
        """Return what was asked for, within this school or product when one is given."""
        words, kind = (text.line(field.data or "", most=100) for field in (self.zoek, self.soort))
        return Selection(words, kind, school_id, product_id)


class MarkForm(RegisterForm):
    """Ticks and their day; `known` holds the uses that the page showed, so that no other one is ended."""

    on = fields.day(
        Use.since,
        "Op welke dag verandert het?",
        help="Een vinkje erbij: de school gebruikt het product vanaf deze dag. Een vinkje weg: dit is de laatste dag.",
        required=True,
    )
    known = HiddenField(default="")

    def __init__(self) -> None:
        super().__init__(data={"on": date.today()})

    def remember(self, squares: Iterable[tuple[int, int, Any]]) -> None:
        """Keep which uses (school, product, use) the page shows, each with its version."""
        self.known.data = " ".join(f"{school}-{product}-{use.id}-{use.version}" for school, product, use in squares)

    def marks(self) -> Marks:
        """Return how the ticks differ from the uses that the page showed."""
        ticks = {_numbers(tick, 2) for tick in request.form.getlist("uses")}
        known = {_numbers(use, 4) for use in (self.known.data or "").split()}
        ends = {use: version for school, product, use, version in known if (school, product) not in ticks}
        return Marks(frozenset(ticks - {use[:2] for use in known}), ends)

    def marks_on(self, shown: Grid) -> Marks:
        """Return what to show as ticked or cleared on this grid: what was asked so far, or all, or nothing."""
        if "all" not in request.form:
            return self.marks() if self.is_submitted() else Marks()
        if request.form["all"] == "yes":
            return Marks(frozenset((school, row.product_id) for school, _ in shown.schools for row in shown.rows))
        return Marks(ends={use.id: use.version for _, _, use in shown.squares})


def _numbers(token: str, many: int) -> Any:
    parts = token.split("-")
    if len(parts) != many or not all(NUMBER.fullmatch(part) for part in parts):
        abort(400)
    return tuple(map(int, parts))
