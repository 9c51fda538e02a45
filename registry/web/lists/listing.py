"""What the screens of all lists share: the filters that stand in the address, and the heads that order the list."""

import re
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlencode

from flask import request
from wtforms import Form, HiddenField, SelectField
from wtforms.fields.choices import SelectChoice

from registry.model.columns import Listed
from registry.queries.lists.listing import Order
from registry.web.forms import DutchMeta

ORDER = "op"
Column = tuple[str, str] | str
"""A column by its head, and where the list can be ordered on it, by what it is called in the address."""


class ListFilter(Form):
    """Which rows to show, and in which order; a wish that cannot be read does not narrow, and its field says why."""

    class Meta(DutchMeta):
        """Dutch sentences; nothing is written, so there is no token."""

    op = HiddenField(default="")

    def __init__(self) -> None:
        super().__init__(request.args)

    @property
    def is_set(self) -> bool:
        """Whether anything narrows or widens the list."""
        return any(field.data for field in self if field.name != ORDER)

    def wishes(self) -> Mapping[str, Any]:
        """Return what is asked for, by field; nothing when a wish cannot be read."""
        return {field.name: field.data for field in self if field.data} if self.validate() else {}

    @property
    def order(self) -> Order:
        """The order that the address asks for: a column, with a minus for the last first."""
        asked = re.fullmatch("(-?)([a-z]{1,20})", self.op.data or "")
        return Order(asked[2], asked[1] == "-") if asked else Order()

    def heads(self, columns: Iterable[Column], numbers: Iterable[str] = ()) -> list[Any]:
        """Return the columns for a table; each that can be ordered on links to this list ordered by it."""
        return [self._head(column, numbers) for column in columns]

    def _head(self, column: Column, numbers: Iterable[str]) -> dict[str, Any]:
        label, name = (column, "") if isinstance(column, str) else column
        head: dict[str, Any] = {"label": label, "num": label in numbers}
        if not name:
            return head
        is_now = self.order.by == name
        turned = f"-{name}" if is_now and not self.order.is_down else name
        kept = [(key, value) for key, value in request.args.items(multi=True) if key not in (ORDER, "page")]
        sort = ("descending" if self.order.is_down else "ascending") if is_now else None
        return head | {"url": f"?{urlencode([*kept, (ORDER, turned)])}", "sort": sort}


def choice(label: str, members: Iterable[Listed], *others: SelectChoice) -> SelectField:
    """Return a filter on one of a closed list; empty is all."""
    known = (SelectChoice(one.value, one.label) for one in members)
    return SelectField(label, choices=[SelectChoice("", "alle"), *others, *known], default="")


def either(label: str, choices: Mapping[str, str], every: str = "alle") -> SelectField:
    """Return a filter on one of these words of the address; empty is called `every`."""
    known = (SelectChoice(value, said) for value, said in {"": every, **choices}.items())
    return SelectField(label, choices=list(known), default="")


def coded(label: str) -> SelectField:
    """Return a filter on a code, whose choices come later."""
    return SelectField(label, default="")


def labels(table: Mapping[str, Any]) -> list[SelectChoice]:
    """Return the choices out of a reference table, those that are retired as well, by the alphabet."""
    known = sorted(table.values(), key=lambda fact: fact.label.casefold())
    return [SelectChoice("", "alle"), *(SelectChoice(fact.code, fact.label) for fact in known)]
