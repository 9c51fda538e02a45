"""Every field that a Word template may ask for, per template: the one source for the check, the list and the guide.

A new paper adds a line to `FIELDS`; a test proves that the fields are exactly what its composer delivers.
"""

from collections.abc import Mapping
from typing import Any

from registry.model.paper_template import HOUSE_STYLE, OFFICIAL_MODEL
from registry.services.paper.fields.agreement import AGREEMENT, DEVIATIONS, PRODUCTS
from registry.services.paper.fields.annexes import PRIVACY_ANNEX, SECURITY_ANNEX
from registry.services.paper.fields.board_papers import CHANGES, CONTROLLER, COUNCIL, REGISTER
from registry.services.paper.fields.letters import (
    ARRANGEMENTS,
    ARRANGEMENTS_LETTER,
    BREACH_CARD,
    BREACH_REPORT,
    CONSENT,
    ENDING,
    OBJECTION,
    PLAIN_LETTER,
    REMINDER,
    REQUEST,
)
from registry.services.paper.fields.parties import BOARD, DOCUMENT, SUPPLIER
from registry.services.paper.fields.practice import PRACTICE
from registry.services.paper.fields.privacy_section import PRIVACY_SECTION
from registry.services.paper.fields.reports import COMPARISON, REPORT, ROUND, SECURITY_COMPARISON
from registry.services.paper.fields.school_list import LIST, SCHOOL
from registry.services.paper.fields.school_papers import CONTACT, OVERVIEW, RECIPIENTS_LETTER
from registry.services.paper.fields.shape import Field, FieldLine, Fields, examples_of, lines_of, texts_in

__all__ = ["FIELDS", "Field", "FieldLine", "any_example", "example", "field_lines", "text_fields"]

PARTIES: Fields = {"document": DOCUMENT, "bestuur": BOARD, "leverancier": SUPPLIER}

AGREEMENTS: Fields = {**PARTIES, "overeenkomst": AGREEMENT, "producten": PRODUCTS}

FIELDS: Mapping[str, Fields] = {
    "verwerkersovereenkomst-eigen-tekst": AGREEMENTS,
    OFFICIAL_MODEL: AGREEMENTS,
    "verwerkersovereenkomst-algemeen": AGREEMENTS,
    "verwerkersovereenkomst-engels": AGREEMENTS,
    "bijlage-1-privacybijsluiter": {**PARTIES, "bijsluiter": PRIVACY_ANNEX},
    "bijlage-2-beveiligingsbijlage": {**PARTIES, "beveiliging": SECURITY_ANNEX},
    "bijlage-3-afwijkingen": {**PARTIES, "afwijkingen": DEVIATIONS},
    "brief-verzoek": {**PARTIES, "brief": REQUEST},
    "brief-herinnering": {**PARTIES, "brief": REMINDER},
    "brief-afspraken": {**PARTIES, "brief": ARRANGEMENTS_LETTER, "afspraken": ARRANGEMENTS},
    "brief-bezwaar-subverwerker": {**PARTIES, "brief": PLAIN_LETTER, "bezwaar": OBJECTION},
    "brief-einde-overeenkomst": {**PARTIES, "brief": PLAIN_LETTER, "einde": ENDING},
    "brief-toestemming-subverwerker": {**PARTIES, "brief": PLAIN_LETTER, "toestemming": CONSENT},
    "brief-praktijk": {**PARTIES, "brief": PLAIN_LETTER, "praktijk": PRACTICE},
    "datalekkaart": {**PARTIES, "kaart": BREACH_CARD},
    "meldformulier-datalek": {**PARTIES, "melding": BREACH_REPORT},
    "schoolgids-leverancierslijst": {"document": DOCUMENT, "school": SCHOOL, "lijst": LIST},
    "schoolgids-privacyparagraaf": {"document": DOCUMENT, "school": SCHOOL, **PRIVACY_SECTION},
    "overzicht-voor-ouders": {"document": DOCUMENT, "school": SCHOOL, "overzicht": OVERVIEW, "contact": CONTACT},
    "brief-ontvangers": {"document": DOCUMENT, "school": SCHOOL, "brief": RECIPIENTS_LETTER, "contact": CONTACT},
    "overzicht-medezeggenschap": {"document": DOCUMENT, "raad": COUNCIL, "wijzigingen": CHANGES},
    "register-van-verwerkingen": {"document": DOCUMENT, "bestuur": CONTROLLER, "register": REGISTER},
    "jaarverslag-privacy": {"document": DOCUMENT, "verslag": REPORT, "ronde": ROUND, "wijzigingen": CHANGES},
    "wijzigingen-privacybijsluiter": {"document": DOCUMENT, "vergelijking": COMPARISON},
    "wijzigingen-beveiligingsbijlage": {"document": DOCUMENT, "vergelijking": SECURITY_COMPARISON},
    HOUSE_STYLE: {"document": DOCUMENT},
}


def example(template: str) -> dict[str, Any]:
    """Return an example of every field that this template may ask for, in the shape in which it gets them."""
    return examples_of(FIELDS[template])


def any_example() -> dict[str, Any]:
    """Return an example of every field of every template, for a file of which nobody said what it is for."""
    found: dict[str, Any] = {}
    for fields in FIELDS.values():
        for name, value in examples_of(fields).items():  # letters have a group of one name and other fields
            found[name] = {**found[name], **value} if isinstance(value, dict) and name in found else value
    return found


def field_lines(template: str) -> list[FieldLine]:
    """Return the fields of this template as a list to read and to copy from."""
    return list(lines_of(FIELDS[template]))


def text_fields(template: str) -> dict[str, Field]:
    """Return the fields that are one text, by their full names: those that can take the place of a blank."""
    return dict(texts_in(FIELDS[template]))
