"""The form of a supplier, with its other names and its contacts as rows."""

from registry.model import Supplier, SupplierAlias, SupplierContact
from registry.model.base import label_of
from registry.web.annexes.annex_fields import CountryField
from registry.web.forms import Row, RowList, fields
from registry.web.forms.fields import REQUIRED
from registry.web.forms.own_fields import OwnFieldsForm

ROLES = {
    "processor": "Werkt in opdracht van de school. Bijvoorbeeld een uitgever of een leerlingvolgsysteem.",
    "joint_controller": "Beslist samen met de school over de gegevens. Bijvoorbeeld de gemeente, in een samenwerking.",
    "independent_controller": "Heeft een eigen taak. Bijvoorbeeld het samenwerkingsverband of de GGD.",
    "legal_recipient": "De wet zegt dat de school gegevens geeft. Bijvoorbeeld DUO of de leerplichtambtenaar.",
    "out_of_scope": "Ouders kiezen en betalen zelf. De school geeft geen gegevens door.",
}


class AliasRow(Row):
    """Another name of the supplier."""

    name = fields.line(SupplierAlias.name, required=True)


class ContactRow(Row):
    """A function at the supplier that can be reached."""

    kind = fields.choice(SupplierContact.kind)
    function = fields.line(SupplierContact.function)
    email = fields.line(SupplierContact.email)
    phone = fields.line(SupplierContact.phone)
    hours = fields.line(SupplierContact.hours)


class SupplierForm(OwnFieldsForm):
    """A supplier's own data."""

    name = fields.line(
        Supplier.name, required=True, help="Zoals in het handelsregister. Bijvoorbeeld: Uitgeverij De Kade B.V."
    )
    role = fields.choice(Supplier.role, help="Niet zeker? Kies “verwerker” en kijk het later na.", radio=True)
    kvk = fields.line(Supplier.kvk, help="8 cijfers. Leeg bij een buitenlands bedrijf.")
    country = CountryField(Supplier.country, label_of(Supplier.country), [REQUIRED])
    website = fields.line(Supplier.website)
    legal_form = fields.line(Supplier.legal_form, help="Bijvoorbeeld: besloten vennootschap.")
    address = fields.line(Supplier.address, help="Straat en huisnummer.")
    postcode = fields.line(Supplier.postcode)
    city = fields.line(Supplier.city)
    dpo_contact = fields.line(
        Supplier.dpo_contact, help="Een functie met e-mailadres of telefoon. Bijvoorbeeld: FG, privacy@dekade.example."
    )
    signatory_name = fields.line(
        Supplier.signatory_name, help="Deze naam komt in de overeenkomst. Bijvoorbeeld: S. Kantlijn."
    )
    signatory_function = fields.line(Supplier.signatory_function, help="Bijvoorbeeld: directeur.")
    aliases = RowList(AliasRow, "Andere namen")
    contacts = RowList(ContactRow, "Contacten")
    note = fields.prose(Supplier.note, help="Alleen voor collega’s. Komt niet in een document.")
