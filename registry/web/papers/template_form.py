"""The form with which a Word template is brought in, and what was found in the file."""

from datetime import date
from typing import Any

from flask_wtf.file import FileField, FileRequired
from sqlalchemy import select
from wtforms import SelectField

from registry.database import db
from registry.model import PaperTemplate, School
from registry.services.paper.checking import Report, TemplateFaulty
from registry.services.paper.own_templates import Upload, add_official_model, add_template
from registry.services.paper.template_kinds import TemplateKind
from registry.web.forms import RegisterForm, fields
from registry.web.uploads import uploaded

WORD_FILE = "Een Word-bestand (.docx) van hoogstens 5 MB, zonder wachtwoord en zonder macro's."


class TemplateForm(RegisterForm):
    """A Word file to make papers from; `report` tells what is wrong with the one that was sent."""

    file = FileField("Word-bestand", [FileRequired("Kies een bestand.")], description=WORD_FILE)
    title = fields.line(PaperTemplate.title, required=True, help="Zo vindt u het terug. Bijvoorbeeld: met ons logo.")
    school_id = SelectField("Voor wie?", coerce=lambda value: int(value) if value else None)
    note = fields.prose(PaperTemplate.note, rows=2)
    report: Report | None = None

    def __init__(self, kind: TemplateKind) -> None:
        super().__init__()
        self.kind = kind
        schools = db.session.scalars(select(School).order_by(School.name)) if kind.is_of_schools else ()
        offered = [(str(one.id), one.name) for one in schools if one.is_open(date.today())]
        self.school_id.choices = [("", "Het bestuur, voor alle scholen"), *offered]
        if not offered:
            del self.school_id

    def add(self) -> PaperTemplate:
        """Return the new version; TemplateFaulty is remembered as `report`."""
        school_id = self.school_id.data if self.school_id else None
        name, content = sent(self.file)
        upload = Upload(self.kind.name, name, content, self.title.data, self.note.data or "", school_id)
        try:
            return add_template(db.session, upload, date.today())
        except TemplateFaulty as fault:
            self.report = fault.report
            raise


class OfficialForm(RegisterForm):
    """The official Word file."""

    file = FileField("Het officiële Word-bestand", [FileRequired("Kies een bestand.")], description=WORD_FILE)
    note = fields.prose(PaperTemplate.note, rows=2, help="Bijvoorbeeld: model 4.0, opgehaald op 3 maart 2026.")
    report: Report | None = None

    def add(self) -> PaperTemplate:
        """Return the official file as it is kept; TemplateFaulty is remembered as `report`."""
        name, content = sent(self.file)
        try:
            return add_official_model(db.session, name, content, self.note.data or "", date.today())
        except TemplateFaulty as fault:
            self.report = fault.report
            raise


class ButtonForm(RegisterForm):
    """Nothing but a button and its token."""


def sent(field: Any) -> tuple[str, bytes]:
    """Return the name and the bytes of the file that was sent; 413 for one that is far too large to look at."""
    name, content = uploaded(field)
    return name.replace("\\", "/").rpartition("/")[2], content
