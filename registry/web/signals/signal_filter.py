"""The filters above the list of signals; they stand in the address."""

from collections.abc import Iterable

from flask import request
from wtforms import Form, SelectField
from wtforms.fields.choices import SelectChoice

from registry.queries.signals.told import SEVERITIES, Told
from registry.web.forms import DutchMeta
from registry.web.signals.severities import WORDS

ALL = SelectChoice("", "alle")


class SignalFilter(Form):
    """Which signals to show."""

    class Meta(DutchMeta):
        """Dutch sentences; nothing is written, so there is no token."""

    ernst = SelectField("Ernst", choices=[ALL, *(SelectChoice(WORDS[one], WORDS[one]) for one in SEVERITIES)])
    signaal = SelectField("Signaal")
    leverancier = SelectField("Leverancier")

    def __init__(self, told: Iterable[Told]) -> None:
        super().__init__(request.args)
        every = list(told)
        kinds = {one.signal.code: one.signal.kind.label for one in every}
        suppliers = {str(one.supplier.id): one.supplier.name for one in every if one.supplier}
        self.signaal.choices = _by_label(kinds, self.signaal.data)
        self.leverancier.choices = _by_label(suppliers, self.leverancier.data)

    @property
    def is_set(self) -> bool:
        """Whether anything narrows the list."""
        return any(field.data for field in self)

    def passes(self, told: Told) -> bool:
        """Return whether this signal is asked for."""
        supplier = str(told.supplier.id) if told.supplier else ""
        pairs = (
            (self.ernst.data, WORDS[told.signal.severity]),
            (self.signaal.data, told.signal.code),
            (self.leverancier.data, supplier),
        )
        return all(not wished or wished == own for wished, own in pairs)


def _by_label(choices: dict[str, str], asked: str | None) -> list[SelectChoice]:
    """The choices by label; what is asked for stays among them when there is no signal of it any more."""
    known = choices | ({asked: asked} if asked and asked not in choices else {})
    ordered = sorted(known.items(), key=lambda pair: pair[1].casefold())
    return [ALL, *(SelectChoice(value, label) for value, label in ordered)]
