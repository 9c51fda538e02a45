"""The text of the shipped Word templates; `python -m agreement_templates.source` makes the .docx files of it."""

import tomllib
from collections.abc import Callable
from pathlib import Path

from agreement_templates.source import agreement, deviations, privacy_annex, school_guide, security_annex
from agreement_templates.source.agreements import english, general
from agreement_templates.source.boards import annex_changes, council, processing_register, report
from agreement_templates.source.letters import (
    arrangements,
    breach_card,
    breach_report,
    consent,
    ending,
    objection,
    practice,
    reminder,
    request,
)
from agreement_templates.source.paper import Paper
from agreement_templates.source.schools import overview, privacy_section, recipients
from registry.documents.word import saved

FOLDER = Path(__file__).resolve().parent.parent
TEMPLATES: dict[str, Callable[[], Paper]] = {
    "verwerkersovereenkomst-eigen-tekst": agreement.write,
    "verwerkersovereenkomst-algemeen": general.write,
    "verwerkersovereenkomst-engels": english.write,
    "brief-afspraken": arrangements.write,
    "brief-verzoek": request.write,
    "brief-herinnering": reminder.write,
    "brief-bezwaar-subverwerker": objection.write,
    "brief-einde-overeenkomst": ending.write,
    "brief-toestemming-subverwerker": consent.write,
    "brief-praktijk": practice.write,
    "datalekkaart": breach_card.write,
    "meldformulier-datalek": breach_report.write,
    "bijlage-1-privacybijsluiter": privacy_annex.write,
    "bijlage-2-beveiligingsbijlage": security_annex.write,
    "bijlage-3-afwijkingen": deviations.write,
    "schoolgids-leverancierslijst": school_guide.write,
    "schoolgids-privacyparagraaf": privacy_section.write,
    "overzicht-voor-ouders": overview.write,
    "brief-ontvangers": recipients.write,
    "overzicht-medezeggenschap": council.write,
    "register-van-verwerkingen": processing_register.write,
    "jaarverslag-privacy": report.write,
    "wijzigingen-privacybijsluiter": annex_changes.write_privacy,
    "wijzigingen-beveiligingsbijlage": annex_changes.write_security,
}


def build(name: str) -> bytes:
    """The Word template `name`, made anew; its core title is the one in the .toml beside it."""
    description = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    return saved(TEMPLATES[name]().document, description["title"])
