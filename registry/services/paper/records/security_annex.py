"""Annex 2 of one product: its security annex, with the contact points of both parties."""

from registry.model import AccessRole, Certificate, Measure, SchoolBoard, SecurityAnnex
from registry.services.paper.known import Facts, Value, Values, gap, known
from registry.services.paper.records.products import product_values

GROUPS = {"B": "Beschikbaarheid", "I": "Integriteit", "V": "Vertrouwelijkheid"}


def security_annex_values(annex: SecurityAnnex, board: SchoolBoard, facts: Facts) -> Values:
    """Return the annex; a list that nobody has filled in yet has one row that says so."""
    return {
        "product": product_values(annex.product, facts),
        "versie": known(annex, SecurityAnnex.edition),
        "datum": known(annex, SecurityAnnex.dated),
        "biv": {
            "b": _level(annex, SecurityAnnex.availability, facts),
            "i": _level(annex, SecurityAnnex.integrity, facts),
            "v": _level(annex, SecurityAnnex.confidentiality, facts),
        },
        "toegang": _access(annex),
        "maatregelen": _measures(annex, facts),
        "certificaten": [_certificate(row) for row in annex.certificates],
        "meldpunt": {
            "functie": known(annex, SecurityAnnex.breach_function),
            "email": known(annex, SecurityAnnex.breach_email),
            "telefoon": known(annex, SecurityAnnex.breach_phone),
            "uren": annex.breach_hours or gap(annex, SecurityAnnex.breach_hours),
        },
        "meldpunt_bestuur": {
            "functie": known(board, SchoolBoard.breach_function),
            "email": known(board, SchoolBoard.breach_email),
            "telefoon": board.breach_phone,
        },
        "toezicht": annex.monitoring,
    }


def _level(annex: SecurityAnnex, attribute: object, facts: Facts) -> Value:
    level = facts.label("biv_levels", getattr(annex, attribute.key))  # type: ignore[attr-defined]
    return level.lower() or gap(annex, attribute)


def _access(annex: SecurityAnnex) -> list[Values]:
    unknown = gap(annex, SecurityAnnex.access_roles, "Wie bij de gegevens kan")
    rows: list[Values] = [
        {"rol": known(row, AccessRole.role), "handelingen": known(row, AccessRole.actions)}
        for row in annex.access_roles
    ]
    return rows or [{"rol": unknown, "handelingen": ""}]


def _measures(annex: SecurityAnnex, facts: Facts) -> list[Values]:
    unknown = gap(annex, SecurityAnnex.measures, "Maatregelen")
    rows = [_measure(row, facts) for row in annex.measures]
    return rows or [{"groep": "", "maatregel": unknown, "antwoord": "", "toelichting": ""}]


def _measure(row: Measure, facts: Facts) -> Values:
    measure = facts.of("measures", row.measure)
    return {
        "groep": GROUPS[measure.group] if measure else "",
        "maatregel": measure.label if measure else known(row, Measure.measure),
        "antwoord": facts.label("measure_answers", row.answer) or gap(row, Measure.answer),
        "toelichting": row.note,
    }


def _certificate(row: Certificate) -> Values:
    holder = known(row, Certificate.holder)
    return {
        "naam": known(row, Certificate.name),
        "houder": f"{row.holder} (subverwerker)" if row.holder and row.of_subprocessor else holder,
        "einde": known(row, Certificate.ends_on),
    }
