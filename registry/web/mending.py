"""Where each signal is mended."""

from typing import Any

from flask import current_app, url_for

from registry.access import Right, viewer_of
from registry.database import db
from registry.queries.signals.signal import Signal

# What is mended elsewhere than on the page of the record that lacks it; the value is the argument's name.
ELSEWHERE = {
    "covenant_unchecked": ("covenant_entries.add", "supplier_id"),
    "breach_contact_missing": ("suppliers.edit", "supplier_id"),
    "agreement_missing": ("agreements.add", "supplier_id"),
    "decision_missing": ("agreements.add", "supplier_id"),
    "privacy_annex_missing": ("privacy_annexes.add", "product_id"),
    "security_annex_missing": ("security_annexes.add", "product_id"),
    "dpia_missing": ("products.edit", "product_id"),
    "dpia_unjudged": ("products.edit", "product_id"),
    "covenant_left": ("covenant_entries.add", "supplier_id"),
    "purpose_missing": ("uses.edit", "use_id"),
    "purpose_copied": ("uses.edit", "use_id"),
    "not_in_guide": ("uses.edit", "use_id"),
    "national_number_ungrounded": ("uses.edit", "use_id"),
}
PAGES = {
    "supplier": ("suppliers.show", "supplier_id"),
    "product": ("products.show", "product_id"),
    "agreement": ("agreements.show", "agreement_id"),
    "privacy_annex": ("privacy_annexes.show", "annex_id"),
    "security_annex": ("security_annexes.show", "annex_id"),
    "use": ("uses.show", "use_id"),
    "statement": ("statements.show", "statement_id"),
}
# What is mended in another place where it is of another record.
OF_RECORD = {("purpose_missing", "product"): ("products.edit", "product_id", "purpose_plain")}
# What the button says that leads there: by what is missing, or else by the record.
ACTIONS = {
    "covenant_unchecked": "Noteer de stand",
    "breach_contact_missing": "Vul het meldpunt in",
    "agreement_missing": "Leg de afspraak vast",
    "decision_missing": "Leg de afspraak vast",
    "privacy_annex_missing": "Vul de bijsluiter in",
    "security_annex_missing": "Vul de bijlage in",
    "dpia_missing": "Vul de DPIA in",
    "dpia_unjudged": "Vul de DPIA in",
    "covenant_left": "Noteer de stand",
    "purpose_missing": "Vul het doel in",
    "purpose_copied": "Schrijf een eigen zin",
    "not_in_guide": "Wijzig het gebruik",
    "national_number_ungrounded": "Kies de grondslag",
    "supplier": "Open de leverancier",
    "product": "Open het product",
    "agreement": "Open de afspraak",
    "privacy_annex": "Open de bijsluiter",
    "security_annex": "Open de bijlage",
    "use": "Open het gebruik",
    "statement": "Open de tekst",
}


def action(item: Signal) -> str:
    """Return what the button says that leads to where this is mended."""
    return ACTIONS.get(item.code) or ACTIONS[item.subject]


def mended_at(item: Signal) -> str:
    """Return the address of the screen where this is mended."""
    if (item.code, item.subject) in OF_RECORD and may_tell_of_products():
        endpoint, argument, field = OF_RECORD[item.code, item.subject]
        return linked(endpoint, **{argument: item.subject_id}, _anchor=field)
    if (item.code, item.subject) in OF_RECORD:
        return linked(PAGES[item.subject][0], **{PAGES[item.subject][1]: item.subject_id})
    endpoint, argument = ELSEWHERE.get(item.code) or PAGES[item.subject]
    return linked(endpoint, **{argument: item.subject_id})


def may_tell_of_products() -> bool:
    """Return whether the viewer may change a product; what it says, every school says."""
    return viewer_of(db.session).may(Right.EDIT_REGISTER)


def linked(endpoint: str, **values: Any) -> str:
    """Return the address, or "" while that screen is not there."""
    return url_for(endpoint, **values) if endpoint in current_app.view_functions else ""
