"""Forms with every kind of field that screens use, empty and wrongly filled in."""

from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from werkzeug.datastructures import MultiDict
from wtforms import (
    BooleanField,
    DateField,
    EmailField,
    FieldList,
    Form,
    FormField,
    RadioField,
    SearchField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
    widgets,
)
from wtforms.fields import SelectChoice
from wtforms.validators import Email, InputRequired, Length, Optional

REQUIRED = InputRequired("Vul dit in.")


def options(*labels, group=None):
    return [SelectChoice(label.lower(), label, optgroup=group) for label in labels]


class Boxes(SelectMultipleField):
    widget = widgets.ListWidget(prefix_label=False)
    option_widget = widgets.CheckboxInput()


class Contact(Form):
    role = SelectField("Waarvoor", choices=options("Datalekken", "Vragen over privacy", "Contracten"))
    email = EmailField("E-mailadres", [Optional(), Email("Dit is geen e-mailadres, bijvoorbeeld naam@school.nl.")])
    phone = StringField("Telefoon")
    remove = BooleanField("Deze contactpersoon verwijderen")


class Subprocessor(Form):
    name = StringField("Naam")
    service = StringField("Wat doet deze partij")
    country = SelectField("Land", choices=options("Nederland", "Ierland", "Verenigde Staten"))
    remove = BooleanField("Deze subverwerker verwijderen")


class SupplierForm(FlaskForm):
    name = StringField("Naam", [REQUIRED, Length(max=255)])
    kvk_number = StringField("KvK-nummer", description="Acht cijfers, bijvoorbeeld 01234567.")
    kind = RadioField(
        "Soort afspraak", [REQUIRED], choices=options("Verwerkersovereenkomst", "Brief of e-mail", "Geen nodig")
    )
    sector = SelectField("Sector", choices=options("Primair onderwijs", "Voortgezet onderwijs"))
    purposes = Boxes(
        "Waarvoor gebruikt de school dit",
        [REQUIRED],
        choices=options("Leerstof aanbieden", "Resultaten volgen", "Toegang geven", group="Leermiddelen en toetsen")
        + options("Leerlingadministratie", "Verzuim bijhouden", "Financieel beheer", group="Leerlinginformatie"),
    )
    explanation = TextAreaField(
        "Uitleg voor ouders", description="Zoals het in de schoolgids komt. Schrijf zonder afkortingen."
    )
    start = DateField("Ingangsdatum", [Optional()])
    signed = FileField("Getekende overeenkomst")
    outside_eea = BooleanField("Er gaan gegevens naar een land buiten de Europese Economische Ruimte")
    contacts = FieldList(FormField(Contact), "Contactpersonen")
    subprocessors = FieldList(FormField(Subprocessor), "Subverwerkers")


class SupplierFilter(FlaskForm):
    q = SearchField("Zoek op naam of product")
    covenant = SelectField("Convenant", choices=options("Alle", "Deelnemer", "Medestander", "Niet aangesloten"))
    missing = SelectField("Compleet", choices=options("Alle", "Er ontbreekt iets"))


def wrong_form():
    """Return a form as it comes back to somebody who made three mistakes."""
    form = SupplierForm(
        MultiDict(
            {
                "kvk_number": "12AB",
                "sector": "primair onderwijs",
                "explanation": "Uw kind oefent met lezen en spellen.",
                "start": "2026-08-01",
                "contacts-0-role": "datalekken",
                "contacts-0-email": "datalek@dekade",
                "contacts-0-phone": "030 123 45 67",
                "contacts-1-role": "contracten",
                "subprocessors-0-name": "Serverpark Lek",
                "subprocessors-0-service": "Opslag van gegevens",
                "subprocessors-0-country": "nederland",
            }
        )
    )
    form.validate()
    form.kvk_number.errors = ["Een KvK-nummer heeft alleen cijfers; hier staan de letters AB in."]
    return form


def fresh_form():
    """Return an empty form with one empty row in each list."""
    form = SupplierForm(MultiDict())
    form.contacts.append_entry()
    return form
