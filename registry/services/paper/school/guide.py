"""The supplier list for the schoolgids of one school."""

from typing import Any

from registry import dutch
from registry.model import School, SchoolBoard
from registry.queries.school_counts import counting_sentence, covenant_sentence
from registry.queries.school_list import SchoolList, school_list
from registry.queries.school_rows import ListRow
from registry.services.paper.composing import Order, Paper, Part
from registry.services.paper.known import Facts, Value, Values, gap, gap_of

ONLY_LEARNING_MATERIALS = "schoolgids-leermiddelen"
COVENANT = "https://www.privacyconvenant.nl"


def school_guide(session: Any, order: Order) -> Paper:
    """Return the list of this school on this day, or only its publishers and distributors of learning materials."""
    found = school_list(session, order.subject_id, order.on, order.kind.code == ONLY_LEARNING_MATERIALS)
    used = Facts()
    used.used.update((fact, None) for row in found.rows for fact in row.facts)
    about = "Uitgevers en distributeurs" if found.only_learning_materials else "Leverancierslijst"
    values = {"school": _school(found.school, used), "lijst": _list(found, session.get(SchoolBoard, 1))}
    return Paper(
        order,
        f"{about} {found.school.name} {dutch.school_year(order.on)}",
        (Part(order.kind.title, order.kind.template, values),),
        used,
        school_id=found.school.id,
        notes=_notes(found),
    )


def _school(school: School, facts: Facts) -> Values:
    return {
        "naam": school.name,
        "code": school.site_code,
        "adres": school.address,
        "postcode": school.postcode,
        "plaats": school.city,
        "website": school.website,
        "sector": facts.label("sectors", school.sector),
    }


def _list(found: SchoolList, board: SchoolBoard | None) -> Values:
    sentence = counting_sentence(found.counts, found.school.name, found.on, found.only_learning_materials)
    return {
        "groepen": [{"kop": group.heading, "rijen": [_row(row) for row in group.rows]} for group in found.groups],
        "ontvangers": [_row(row) | {"grond": _said(row, "ground")} for row in found.recipients],
        "eigen_zin": found.school.guide_note,
        "telzin": "" if found.is_empty else sentence,
        "convenantzin": covenant_sentence(found.counts),
        "convenant_link": COVENANT,
        "contactzin": _contact(found.school, board),
        "leeg": found.is_empty,
        "alleen_leermiddelen": found.only_learning_materials,
    }


def _row(row: ListRow) -> Values:
    return {
        "product": row.product_text,
        "leverancier": row.supplier_text,
        "doel": _said(row, "purpose"),
        "gegevens": _said(row, "data"),
        "van_wie": _said(row, "about_whom"),
        "rol": row.role,
        "link": row.link,
        "buiten_eer": row.outside_text or gap_of(row.missing["outside_eea"]),
    }


def _said(row: ListRow, field: str) -> Value:
    return getattr(row, field) or gap_of(row.missing[field])


def _contact(school: School, board: SchoolBoard | None) -> Value:
    """Whom parents ask: the school's own contact, else the board's."""
    whom = (school.contact_function, school.contact_email)
    if not any(whom) and board is not None:
        whom = (board.privacy_function, board.privacy_email)
    if not any(whom):
        return gap(school, School.contact_email)
    return f"Vragen over deze lijst kunt u stellen aan: {', '.join(filter(None, whom))}."


def _notes(found: SchoolList) -> tuple[str, ...]:
    names = list(dict.fromkeys(row.product for row in found.rows if row.is_proposal))
    if not names:
        return ()
    return (f"De gegevens van {dutch.enumeration(names)} komen uit een bijsluiter die nog niet is geaccepteerd.",)
