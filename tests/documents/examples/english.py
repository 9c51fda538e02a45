"""What the agreement in English says, of a foreign supplier."""

from tests.documents.examples.agreement import AGREEMENT
from tests.documents.examples.parties import BOARD, READING, SUPPLIER, document

VALUES = {
    "document": document("Data processing agreement – Kade Books Ltd."),
    "bestuur": BOARD | {"nummersoort": "Chamber of Commerce (KvK) number"},
    "leverancier": SUPPLIER | {"naam": "Kade Books Ltd.", "land": "Ireland"},
    "overeenkomst": AGREEMENT
    | {
        "hoofdovereenkomst": "Supply contract Reading Box",
        "hoofdovereenkomst_datum": "12 January 2026",
        "ingang": "1 August 2026",
        "einde": "31 July 2029",
        "duur": "It runs up to and including the end date.",
        "opzegtermijn": "Each party may give notice with a notice period of 3 months.",
        "verlenging": "",
        "bewaartermijn": "three months",
        "bijlagen": ["Annex 1 – Privacy annex Reading Box", "Annex 2 – Security annex Reading Box"],
    },
    "producten": [READING | {"naam": "Reading Box", "soort": "learning material", "omschrijving": "Reading practice"}],
}
GAPS = (
    ("overeenkomst.ingang", "ingangsdatum"),
    ("leverancier.land", "land"),
    ("overeenkomst.bijlagen.1", "beveiligingsbijlage"),
)
