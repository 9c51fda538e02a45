"""The agreement itself: its own terms, the products it covers, and where it differs (annex 3)."""

from datetime import date
from typing import Any

from registry import dutch
from registry.documents import Gap
from registry.model import Agreement, Deviation, Product, Supplier
from registry.model.agreement_lists import ConclusionMode, Renewal, Risk
from registry.queries.agreements.arrangements import standing_agreements
from registry.services.paper.known import Facts, Value, Values, gap, known, written

DURATION = {
    Renewal.NONE: "Zij geldt tot en met de einddatum.",
    Renewal.TACIT_YEAR: "Zij geldt eerst tot en met de einddatum.",
    Renewal.WITH_MAIN_CONTRACT: "Zij geldt zolang de hoofdovereenkomst geldt.",
    Renewal.INDEFINITE: "Zij geldt voor onbepaalde tijd.",
}
ENDS_ON_A_DAY = (Renewal.NONE, Renewal.TACIT_YEAR)
TACIT = "Daarna loopt zij steeds een jaar door, tot een partij opzegt."


def agreement_to_write(supplier: Supplier, on: date, number: int | None = None) -> Agreement | None:
    """Return the agreement with this number, else the newest that is on its way, else the one in force; or None."""
    if number is not None:
        return next((one for one in supplier.agreements if one.id == number), None)
    standing = standing_agreements(supplier, on)
    return next((one for one in standing if one.status.is_open), standing[0] if standing else None)


def covered_products(supplier: Supplier, agreement: Agreement | None) -> list[Product]:
    """Return the products that the agreement covers; without an agreement all that the supplier still offers."""
    if agreement is None:
        return [product for product in supplier.products if product.retired_on is None]
    return [product for product in supplier.products if agreement.covers(product.id)]


def agreement_values(supplier: Supplier, agreement: Agreement | None, annexes: list[Value], facts: Facts) -> Values:
    """Return the terms of the agreement; while it is not in the register, all that it must say is a gap."""
    terms = _terms(agreement, facts) if agreement else _unwritten(supplier)
    return {"bijlagen": annexes, **terms}


def deviation_values(agreement: Agreement | None) -> list[Values]:
    """Return the deviations of annex 3, numbered."""
    deviations = agreement.deviations if agreement else []
    return [_deviation(number, row) for number, row in enumerate(deviations, start=1)]


def _terms(agreement: Agreement, facts: Facts) -> Values:
    mode = agreement.conclusion_mode
    return {
        "soort": facts.label("arrangements", agreement.arrangement),
        "model": facts.label("model_versions", agreement.model_version),
        "hoofdovereenkomst": known(agreement, Agreement.main_contract),
        "hoofdovereenkomst_datum": known(agreement, Agreement.main_contract_on),
        "ingang": known(agreement, Agreement.starts_on),
        "einde": _end(agreement),
        "duur": DURATION.get(agreement.renewal) or gap(agreement, Agreement.renewal),
        "opzegtermijn": _notice(agreement.notice_months),
        "verlenging": TACIT if agreement.renewal is Renewal.TACIT_YEAR else "",
        "kenmerk": agreement.reference,
        "wijze": "" if mode is ConclusionMode.UNKNOWN else mode.label,
        "bewaartermijn": known(agreement, Agreement.deletion_term),
    }


def _unwritten(supplier: Supplier) -> Values:
    def missing(attribute: Any) -> Gap:
        return Gap(attribute.property.columns[0].doc, gap(supplier, Supplier.agreements, "_").where)

    return {
        "soort": "",
        "model": "",
        "hoofdovereenkomst": missing(Agreement.main_contract),
        "hoofdovereenkomst_datum": missing(Agreement.main_contract_on),
        "ingang": missing(Agreement.starts_on),
        "einde": "",
        "duur": missing(Agreement.renewal),
        "opzegtermijn": "",
        "verlenging": "",
        "kenmerk": "",
        "wijze": "",
        "bewaartermijn": missing(Agreement.deletion_term),
    }


def _end(agreement: Agreement) -> Value:
    return known(agreement, Agreement.ends_on) if agreement.renewal in ENDS_ON_A_DAY else written(agreement.ends_on)


def _notice(months: int | None) -> str:
    if months is None:
        return ""
    term = f"met een termijn van {dutch.count(months, 'maand', 'maanden')}" if months else "zonder opzegtermijn"
    return f"Elke partij kan opzeggen {term}."


def _deviation(number: int, row: Deviation) -> Values:
    return {
        "nr": number,
        "onderwerp": known(row, Deviation.topic),
        "afwijking": known(row, Deviation.difference),
        "reden": known(row, Deviation.reason),
        "risico": gap(row, Deviation.risk) if row.risk is Risk.UNKNOWN else row.risk.label,
        "besluit": _decision(row),
    }


def _decision(row: Deviation) -> Value:
    if not row.decision:
        return gap(row, Deviation.decision)
    moment = ", ".join(filter(None, [row.decided_by, written(row.decided_on)]))
    return f"{row.decision} ({moment})" if moment else row.decision
