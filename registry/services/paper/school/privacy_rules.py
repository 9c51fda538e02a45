"""Blocks of the privacy section about the rules: rights, retention, whom to ask, the regulation."""

from registry.queries.board.statements import consent_words
from registry.reference import active, facts
from registry.services.paper.known import Values, written
from registry.services.paper.records.privacy_annex import retention_values
from registry.services.paper.records.rights import complaint_sentence, right_values
from registry.services.paper.records.schools import contact_values
from registry.services.paper.school.privacy_material import PrivacyMaterial

EXAMS = {"exam_work": ("vo", "vso")}  # only where exams are held


def rights(material: PrivacyMaterial) -> Values:
    """Return what parents and pupils may ask, within which time and from which age."""
    return right_values(material.used)


def retention(material: PrivacyMaterial) -> Values:
    """Return the usual terms that can be counted, and what the annexes say of the products."""
    sector = material.found.school.sector
    usual = [
        term.code
        for term in active(facts().retention_terms)
        if term.months and sector in EXAMS.get(term.code, (sector,))
    ]
    at_suppliers = [
        {"product": use.product.name} | row
        for use, annex in material.annexes
        if annex.retention
        for row in retention_values(annex, material.used)
    ]
    return {"richtlijnen": [_usual(material, code) for code in usual], "leveranciers": at_suppliers}


def contact(material: PrivacyMaterial) -> Values:
    """Return whom to ask, the FG, and where to complain."""
    return contact_values(material.found.school, material.board) | {"klacht": complaint_sentence(material.used)}


def regulation(material: PrivacyMaterial) -> Values:
    """Return the privacy regulation with its council's consent; nothing while the register has none."""
    text = material.regulation
    if text is None:
        return {}
    return {
        "titel": text.title or text.kind.label,
        "versie": text.edition,
        "vastgesteld": written(text.adopted_on),
        "instemming": consent_words(text, material.on),
        "link": text.link,
    }


def _usual(material: PrivacyMaterial, code: str) -> Values:
    fact = material.used.of("retention_terms", code)
    return {"gegevens": fact.label, "termijn": fact.term, "stand": fact.as_of}
