"""Blocks of the privacy section about products and organisations: the systems, who reads them, who else gets data."""

from registry import dutch
from registry.model import Product, Use
from registry.queries.annexes.annex_words import annex_for, not_processed
from registry.queries.papers.missing import missing_at
from registry.queries.uses.school_counts import counting_sentence, covenant_sentence
from registry.queries.uses.school_rows import ListRow
from registry.queries.uses.use_lines import UseLine
from registry.reference import facts
from registry.services.paper.known import Value, Values, gap, gap_of
from registry.services.paper.records.schools import contact_of, recipient_values, row_values, said
from registry.services.paper.school.guide import COVENANT
from registry.services.paper.school.privacy_material import PrivacyMaterial

LIST = "de lijst van leveranciers"
CLASS_LIST = "klassenlijst"
IMAGERY = "10"


def systems(material: PrivacyMaterial) -> Values:
    """Return the named systems of administration and tracking; nothing where there are none."""
    rows = [row_values(row) for _, row in material.of_kind("sli")]
    return {"rijen": rows} if rows else {}


def access(material: PrivacyMaterial) -> Values:
    """Return which functions can read which part of a product, as the products tell it; a gap for a silent system."""
    told = [one for use, _ in material.products for one in _readers(use)]
    return {"rijen": told} if told else {}


def materials(material: PrivacyMaterial) -> Values:
    """Return the learning materials, and what they and the ways to log in to them expressly do not process."""
    found = material.of_kind("lt")
    limited = [(use.product.name, annex_for(use.product, material.on)) for use, _ in [*found, *material.of_kind("ict")]]
    limits = [
        {"product": name, "niet": dutch.enumeration(not_processed(annex))}
        for name, annex in limited
        if annex is not None and annex.denials
    ]
    return {"rijen": [row_values(row) for _, row in found], "beperkt": limits} if found or limits else {}


def agreements(material: PrivacyMaterial) -> Values:
    """Return with how many of the suppliers an agreement holds; "alle" only when that is so."""
    if not material.products:
        return {}
    found = material.found
    return {
        "telzin": counting_sentence(found.counts, found.school.name, found.on, where=LIST),
        "convenantzin": covenant_sentence(found.counts),
        "convenant_link": COVENANT,
    }


def the_list(material: PrivacyMaterial) -> Values:
    """Return where the list itself can be asked for."""
    return {"vragen": contact_of(material.found.school, material.board)} if material.found.rows else {}


def exchange(material: PrivacyMaterial) -> Values:
    """Return the organisations that decide for themselves what they do with the data, each with its ground."""
    rows = [recipient_values(row) for _, row in material.found.recipients]
    return {"rijen": rows, "gronden": _grounds(material)} if rows else {}


def imagery(material: PrivacyMaterial) -> Values:
    """Return the uses that are about photos, video or class lists; nothing where the register has none."""
    rows = [_picture(use, row) for use, row in material.products if _is_imagery(use, row, material)]
    asks = any(use.legal_basis == "consent" for use, row in material.products if _is_imagery(use, row, material))
    return {"rijen": rows, "toestemming": asks} if rows else {}


def _readers(use: UseLine) -> list[Values]:
    told: list[Values] = [
        {"product": use.product.name, "onderdeel": module.name, "wie": module.access}
        for module in use.opened or use.product.modules
        if module.access
    ]
    if told or use.product.kind != "sli":
        return told
    return [{"product": use.product.name, "onderdeel": "", "wie": gap(use.product, Product.modules, "Wie erbij kan")}]


def _grounds(material: PrivacyMaterial) -> list[Values]:
    """What the grounds mean on which these organisations get data, each once."""
    codes = {use.legal_basis for use, _ in material.found.recipients}
    found = [material.used.of("legal_bases", code) for code in facts().legal_bases if code in codes]
    return [{"grond": fact.label, "uitleg": fact.explanation, "artikel": fact.article} for fact in found]


def _is_imagery(use: UseLine, row: ListRow, material: PrivacyMaterial) -> bool:
    annex = annex_for(use.product, material.on)
    has_pictures = annex is not None and IMAGERY in annex.data_categories
    is_list = CLASS_LIST in f"{row.product} {row.purpose}".casefold()
    return has_pictures or is_list or use.product.kind == "photo" or use.guide_heading == "photo_video"


def _picture(use: UseLine, row: ListRow) -> Values:
    ground: Value = row.ground or gap_of(missing_at(Use, use.id, Use.legal_basis))
    return {
        "product": row.product_text,
        "leverancier": row.supplier_text,
        "doel": said(row, "purpose"),
        "grond": ground,
    }
