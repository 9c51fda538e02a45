"""An accepted request that is entered into the register by the ordinary flow: what it fills in beforehand."""

from typing import Any

from flask import request

from registry.database import db
from registry.model import AppRequest
from registry.web.numbers import record_number

# The steps of the flow, whose addresses keep the number of the request.
CARRIED = {
    "flow.start",
    "flow.product",
    "flow.uses",
    "suppliers.add",
    "products.add",
    "privacy_annexes.add",
}


def requested() -> AppRequest | None:
    """Return the accepted request that the address names; None for no number or one that the viewer may not see."""
    number = record_number(request.args.get("aanvraag"))
    found = db.session.get(AppRequest, number) if number else None
    return found if found is not None and found.is_accepted else None


def requested_product() -> dict[str, Any]:
    """Return what the request fills in on the form of a product, for the officer to look over."""
    asked = requested()
    return {"name": asked.app, "website": asked.link, "purpose_plain": asked.purpose} if asked else {}


def requested_use() -> dict[str, Any]:
    """Return what the request fills in on the form of schools: its own, from the day that it was wanted."""
    asked = requested()
    return {"schools": [asked.school_id], "since": asked.wanted_from} if asked else {}
