"""The form on which somebody asks for an app; nothing on it asks who they are."""

from typing import Any

from wtforms import HiddenField, SelectField
from wtforms.fields.choices import SelectChoice

from registry.identifiers import name_key
from registry.model import AppRequest, School
from registry.web.forms import RegisterForm, fields

ASKED = ("app", "link", "purpose", "groups", "wanted_from", "asker")


class AskForm(RegisterForm):
    """What somebody asks for. `answered` is the name on which the register gave its answer already."""

    app = fields.line(AppRequest.app, required=True, help="Zoals de app heet. Bijvoorbeeld: Lettervlieg.")
    link = fields.line(AppRequest.link, help="Waar de app te vinden is.")
    purpose = fields.prose(
        AppRequest.purpose, required=True, help="Wat leerlingen of u ermee doen. Noem geen namen van leerlingen."
    )
    groups = fields.line(AppRequest.groups, help="Bijvoorbeeld: groep 5 en 6.")
    wanted_from = fields.day(AppRequest.wanted_from)
    asker = fields.line(AppRequest.asker, required=True, help="Geen naam. Bijvoorbeeld: leerkracht groep 5.")
    answered = HiddenField()
    ticket = HiddenField()

    def asked(self) -> dict[str, Any]:
        """Return what was typed about the request itself."""
        return {name: self[name].data for name in ASKED}

    @property
    def is_answered(self) -> bool:
        """Whether its sender has read what the register knows of an app with this name."""
        return bool(self.answered.data) and self.answered.data == name_key(self.app.data or "")


class AskForSchoolForm(AskForm):
    """The same for somebody with an account, who says for which school."""

    school_id = SelectField("Voor welke school", coerce=int)

    def __init__(self, schools: list[School]) -> None:
        super().__init__()
        self.school_id.choices = [SelectChoice(one.id, one.name) for one in schools]
