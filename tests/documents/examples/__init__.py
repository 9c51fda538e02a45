"""Values for each shipped template, of invented schools, suppliers and people: complete, and with gaps."""

from copy import deepcopy

from registry.documents import Gap
from tests.documents.examples import english, letters
from tests.documents.examples.agreement import AGREEMENT, DEVIATIONS
from tests.documents.examples.annexes import LEAFLET, SECURITY
from tests.documents.examples.board_papers import BOARD_GAPS, board_papers
from tests.documents.examples.parties import BOARD, DOCUMENT, READING, SUMS, SUPPLIER, document
from tests.documents.examples.school_list import school_list
from tests.documents.examples.school_papers import SCHOOL_GAPS, school_papers


def complete() -> dict[str, dict]:
    """Values without a gap for each shipped template, by its name."""
    parties = {"bestuur": BOARD, "leverancier": SUPPLIER}
    values = {
        "verwerkersovereenkomst-eigen-tekst": parties
        | {"document": DOCUMENT, "overeenkomst": AGREEMENT, "producten": [READING, SUMS]},
        "verwerkersovereenkomst-algemeen": parties
        | {"document": DOCUMENT, "overeenkomst": AGREEMENT, "producten": [READING, SUMS]},
        "verwerkersovereenkomst-engels": english.VALUES,
        **letters.letters(),
        "bijlage-1-privacybijsluiter": parties
        | {"document": document("Privacybijsluiter Leeskist"), "bijsluiter": LEAFLET},
        "bijlage-2-beveiligingsbijlage": parties
        | {"document": document("Beveiligingsbijlage Leeskist"), "beveiliging": SECURITY},
        "bijlage-3-afwijkingen": parties | {"document": document("Afwijkingen"), "afwijkingen": DEVIATIONS},
        "schoolgids-leverancierslijst": school_list(rows=5, recipients=2),
        **school_papers(),
        **board_papers(),
    }
    return {name: deepcopy(each) for name, each in values.items()}  # one by one, so that no two share a product


AGREEMENT_GAPS = (
    ("bestuur.rechtsvorm", "rechtsvorm"),
    ("bestuur.nummer", "nummer"),
    ("bestuur.ondertekenaar_naam", "naam van wie tekent"),
    ("leverancier.kvk", "KvK-nummer"),
    ("leverancier.postcode", "postcode"),
    ("overeenkomst.hoofdovereenkomst_datum", "datum van de hoofdovereenkomst"),
    ("overeenkomst.ingang", "ingangsdatum"),
    ("overeenkomst.bewaartermijn", "termijn voor vernietigen"),
    ("producten.0.omschrijving", "omschrijving"),
)
GAPS = {
    "verwerkersovereenkomst-eigen-tekst": AGREEMENT_GAPS,
    "verwerkersovereenkomst-algemeen": AGREEMENT_GAPS,
    "verwerkersovereenkomst-engels": english.GAPS,
    **letters.GAPS,
    "bijlage-1-privacybijsluiter": (
        ("bijsluiter.versie", "versie"),
        ("bijsluiter.ai", "zin over AI"),
        ("bijsluiter.optioneel.1.keuze", "keuze"),
        ("bijsluiter.gegevens.0.noodzaak", "noodzaak"),
        ("bijsluiter.opslag.1.waarborg", "waarborg"),
        ("bijsluiter.contact.email", "e-mailadres"),
    ),
    "bijlage-2-beveiligingsbijlage": (
        ("beveiliging.datum", "datum"),
        ("beveiliging.biv.v", "vertrouwelijkheid"),
        ("beveiliging.certificaten.0.einde", "einddatum"),
        ("beveiliging.meldpunt.uren", "aantal uren"),
    ),
    "bijlage-3-afwijkingen": (("afwijkingen.1.besluit", "besluit"),),
    "schoolgids-leverancierslijst": (
        ("lijst.groepen.0.rijen.1.doel", "doel"),
        ("lijst.groepen.1.rijen.0.buiten_eer", "buiten de EER"),
        ("lijst.contactzin", "contact"),
    ),
    **SCHOOL_GAPS,
    **BOARD_GAPS,
}


def with_gaps() -> dict[str, dict]:
    """Values of a draft for each shipped template: complete but for the places in `GAPS`."""
    values = complete()
    for name, places in GAPS.items():
        values[name]["document"] = document(values[name]["document"]["titel"], draft=True)
        for place, label in places:
            _put(values[name], place.split("."), Gap(label, place))
    return values


def _put(values: dict | list, path: list[str], gap: Gap) -> None:
    *way, last = [int(step) if step.isdigit() else step for step in path]
    for step in way:
        values = values[step]
    values[last] = gap
