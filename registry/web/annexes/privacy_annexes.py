"""The screens of privacy annexes (privacybijsluiters, annex 1): one version of one product, and its steps."""

from datetime import date
from typing import Any

from flask import Blueprint

from registry.access import Right, needs
from registry.model import PrivacyAnnex
from registry.queries.annexes.annex_flags import countries_outside_eea, has_national_number, special_categories
from registry.web.annexes.annex_steps import AnnexSteps, Page
from registry.web.annexes.privacy_annex_form import PrivacyAnnexForm

blueprint = Blueprint("privacy_annexes", __name__)


def _first_to_know(annex: PrivacyAnnex, on: date) -> dict[str, Any]:
    return {
        "special": special_categories(annex),
        "national_number": has_national_number(annex),
        "outside": countries_outside_eea(annex),
        "is_empty": not annex.purposes and not annex.data,
    }


steps = AnnexSteps(PrivacyAnnex, PrivacyAnnexForm, "privacy_annexes", "privacybijsluiter", _first_to_know)


@blueprint.get("/privacybijsluiters/<number:annex_id>")
@needs(Right.READ)
def show(annex_id: int) -> Page:
    """Show one version, readable like the paper."""
    return steps.show(annex_id)


@blueprint.get("/privacybijsluiters/<number:annex_id>/verschillen")
@needs(Right.READ)
def changes(annex_id: int) -> Page:
    """Show what this version changes."""
    return steps.changes(annex_id)


@blueprint.route("/producten/<number:product_id>/privacybijsluiters/nieuw", methods=["GET", "POST"])
@needs(Right.EDIT_REGISTER)
def add(product_id: int) -> Page:
    """Propose a version for this product."""
    return steps.add(product_id)


@blueprint.route("/privacybijsluiters/<number:annex_id>/wijzigen", methods=["GET", "POST"])
@needs(Right.EDIT_REGISTER)
def edit(annex_id: int) -> Page:
    """Edit a proposal."""
    return steps.edit(annex_id)


@blueprint.route("/privacybijsluiters/<number:annex_id>/nieuwe-versie", methods=["GET", "POST"])
@needs(Right.EDIT_REGISTER)
def copy(annex_id: int) -> Page:
    """Propose a new version that starts from this one."""
    return steps.copy(annex_id)


@blueprint.route("/privacybijsluiters/<number:annex_id>/accepteren", methods=["GET", "POST"])
@needs(Right.EDIT_REGISTER)
def accept(annex_id: int) -> Page:
    """Accept a proposal."""
    return steps.accept(annex_id)


@blueprint.route("/privacybijsluiters/<number:annex_id>/intrekken", methods=["GET", "POST"])
@needs(Right.EDIT_REGISTER)
def withdraw(annex_id: int) -> Page:
    """Lay a proposal aside."""
    return steps.withdraw(annex_id)
