"""The filter above the list of all changes; it stands in the address."""

from typing import Any

from flask import request
from wtforms import Form, SelectField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Optional

from registry.model import Supplier, Use
from registry.queries.history.kinds import PAGES
from registry.queries.history.wanted import OTHER, Wanted
from registry.web.forms import DutchMeta
from registry.web.forms.fields import Clean, DutchDateField


class HistoryFilter(Form):
    """Which changes to show."""

    class Meta(DutchMeta):
        """Dutch sentences; nothing is written, so there is no token."""

    wie = StringField("Wie", [Clean(Supplier.name)])
    soort = SelectField("Soort", default="")
    waarom = StringField("Waarom", [Clean(Supplier.name)])
    van = DutchDateField("Vanaf", [Optional(), Clean(Use.since)])
    tot = DutchDateField("Tot en met", [Optional(), Clean(Use.since)])

    def __init__(self) -> None:
        super().__init__(request.args)
        words = [SelectChoice(slug, slug.replace("-", " ")) for slug in PAGES]
        self.soort.choices = [SelectChoice("", "alle"), *words, SelectChoice(OTHER, "overig")]

    @property
    def is_set(self) -> bool:
        """Whether anything narrows the list."""
        return any(field.data for field in self)

    def wanted(self) -> Wanted:
        """Return what is asked for; a wish that cannot be read does not narrow, and its field says why."""
        right: dict[str, Any] = {field.name: field.data for field in self} if self.validate() else {}
        return Wanted(
            right.get("wie", ""), right.get("waarom", ""), right.get("soort", ""), right.get("van"), right.get("tot")
        )
