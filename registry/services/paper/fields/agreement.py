"""Fields of the agreement and of annex 3."""

from registry.model import Agreement, Deviation
from registry.services.paper.fields.parties import PRODUCT
from registry.services.paper.fields.shape import Field, Group, Rows, Texts, of

AGREEMENT = Group(
    "De overeenkomst",
    {
        "soort": of(Agreement.arrangement, "Modelovereenkomst voor deelnemers"),
        "model": of(Agreement.model_version, "Modelverwerkersovereenkomst 4.0 (2022)"),
        "eigen_tekst": Field("Of het een eigen tekst is", True),
        "producten": Field("De namen van de producten, in één zin", "Leeskist en Rekentoren"),
        "hoofdovereenkomst": of(Agreement.main_contract, "Leveringsovereenkomst Leeskist"),
        "hoofdovereenkomst_datum": of(Agreement.main_contract_on, "12 januari 2026"),
        "ingang": of(Agreement.starts_on, "1 augustus 2026"),
        "einde": of(Agreement.ends_on, "31 juli 2029"),
        "duur": Field("Een zin over de duur", "Zij geldt tot en met de einddatum."),
        "opzegtermijn": Field("Een zin over opzeggen", "Elke partij kan opzeggen met een termijn van drie maanden."),
        "verlenging": Field("Een zin over verlengen, als dat kan", "Daarna loopt zij steeds een jaar door."),
        "kenmerk": of(Agreement.reference, "2026-014"),
        "wijze": of(Agreement.conclusion_mode, "getekend op papier"),
        "bewaartermijn": of(Agreement.deletion_term, "drie maanden"),
        "bijlagen": Texts("De titels van de bijlagen", "bijlage", "Bijlage 1 – Privacybijsluiter Leeskist"),
    },
)
PRODUCTS = Rows("De producten waarover de overeenkomst gaat", "product", PRODUCT)
DEVIATIONS = Rows(
    "De afwijkingen van het model",
    "afwijking",
    {
        "nr": Field("Het nummer van de afwijking", 1),
        "onderwerp": of(Deviation.topic, "Datalekken"),
        "afwijking": of(Deviation.difference, "melding binnen 36 uur in plaats van 24 uur"),
        "reden": of(Deviation.reason, "de helpdesk is in het weekend niet bezet"),
        "risico": of(Deviation.risk, "midden"),
        "besluit": of(Deviation.decision, "aanvaard (college van bestuur, 2 maart 2026)"),
    },
)
