"""The forms of the grid: the part of it to show, and the ticks with the day on which they count."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from flask import abort, request
from wtforms import Form, HiddenField, SelectField, StringField

from registry import text
from registry.calendar import add_years
from registry.database import db
from registry.model import Use
from registry.queries.uses.grid import Grid, Selection, products_used
from registry.reference import active, facts
from registry.services.uses.grid import Marks
from registry.web.forms import RegisterForm, fields
from registry.web.numbers import record_number

LAST_YEAR = "vorig-jaar"


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
        if "copy" in request.form:
            return self._copied(shown)
        if "all" not in request.form:
            return self.marks() if self.is_submitted() else Marks()
        if request.form["all"] == "yes":
            return Marks(frozenset((school, row.product_id) for school, _ in shown.schools for row in shown.rows))
        return Marks(ends={use.id: use.version for _, _, use in shown.squares})

    def _copied(self, shown: Grid) -> Marks:
        """What was ticked so far, and what the school or the year that was chosen has; nothing is cleared."""
        asked, (school, _) = self.marks(), shown.schools[0]
        source = request.form.get("source", "")
        day = add_years(date.today(), -1) if source == LAST_YEAR else date.today()
        chosen = school if source == LAST_YEAR else _numbers(source, 1)[0]
        used = products_used(db.session, chosen, day) & {row.product_id for row in shown.rows}
        known = {(at, product) for at, product, _ in shown.squares}
        copied = frozenset((school, product) for product in used) - known
        kept = {use: version for use, version in asked.ends.items() if not _is_copied(shown, use, used)}
        return Marks(asked.starts | copied, kept)


def _is_copied(shown: Grid, number: int, used: set[int]) -> bool:
    """Whether this use is of a product that is copied: its tick stays then."""
    return any(use.id == number and product in used for _, product, use in shown.squares)


def _numbers(token: str, many: int) -> Any:
    numbers = tuple(map(record_number, token.split("-")))
    if len(numbers) != many or None in numbers:
        abort(400)
    return numbers
