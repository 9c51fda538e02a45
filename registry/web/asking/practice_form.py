"""The form of a practice check: a question for each thing that was agreed or denied, rows for what else is there."""

from collections.abc import Iterable, Sequence
from typing import Any

from wtforms import HiddenField, RadioField, SelectField
from wtforms.fields.choices import SelectChoice

from registry.errors import BrokenRule
from registry.model import PracticeCheck, PracticeRow, School
from registry.model.practice_check import RowKind, Seen
from registry.queries.asking.practice import Asked, question_words
from registry.web.forms import RegisterForm, Row, RowList, fields
from registry.web.forms.fields import REQUIRED

CHANGED = "De bijsluiter is intussen vervangen. Hieronder staan de vragen van de versie die nu geldt."


class ExtraRow(Row):
    """Something that is in the app and was not asked."""

    category = fields.code(PracticeRow.category)
    what = fields.line(PracticeRow.what, label="Welke gegevens, in uw woorden")
    subject = fields.code(PracticeRow.subject)


class PracticeForm(RegisterForm):
    """What somebody saw in an app; the questions are added by `practice_form`."""

    annex = HiddenField()
    school_id = SelectField("Waar kijkt u?", coerce=lambda value: int(value) if value else None)
    by_function = fields.line(
        PracticeCheck.by_function, label="Uw functie", required=True, help="Bijvoorbeeld: beheerder van de app."
    )
    extra = RowList(ExtraRow, "Wat staat er nog meer in de app?")
    note = fields.prose(PracticeCheck.note, rows=2)
    asked: Sequence[Asked] = ()

    def __init__(self, schools: Iterable[School], for_board: bool, **given: Any) -> None:
        super().__init__(**given)
        whole = [SelectChoice("", "Het bestuur, voor alle scholen")] if for_board else []
        self.school_id.choices = [*whole, *(SelectChoice(one.id, one.name) for one in schools)]

    def questions(self, kind: RowKind) -> list[Any]:
        """Return the fields that ask about what was agreed, or about what was denied."""
        return [self[one.key] for one in self.asked if one.kind is kind]

    def about(self) -> dict[str, Any]:
        """Return what was typed about the check itself."""
        return {name: self[name].data for name in ("school_id", "by_function", "note")}

    def answers(self, annex_id: int) -> dict[str, Seen]:
        """Return the answers by question; BrokenRule when the questions are those of another version."""
        if self.annex.data != str(annex_id):
            self.annex.data = str(annex_id)
            raise BrokenRule(CHANGED)
        return {one.key: Seen(self[one.key].data) for one in self.asked}


def practice_form(asked: Sequence[Asked]) -> type[PracticeForm]:
    """Return the form with a question for each of these."""
    added = {one.key: _question(one) for one in asked}
    return type("PracticeForm", (PracticeForm,), {**added, "asked": tuple(asked)})


def _question(one: Asked) -> RadioField:
    choices = [SelectChoice(seen.value, seen.label) for seen in Seen]
    words, category = question_words(one)
    return RadioField(words, [REQUIRED], choices=choices, description=category)
