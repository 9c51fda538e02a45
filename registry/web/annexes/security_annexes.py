"""The screens of security annexes (beveiligingsbijlagen, annex 2): one version of one product, and its steps."""

from datetime import date
from typing import Any

from flask import Blueprint

from registry.access import Right, needs
from registry.model import SecurityAnnex
from registry.reference import facts
from registry.web.annexes.annex_steps import AnnexSteps, Page
from registry.web.annexes.code_words import ordered
from registry.web.annexes.security_annex_form import SecurityAnnexForm

blueprint = Blueprint("security_annexes", __name__)


def _first_to_know(annex: SecurityAnnex, on: date) -> dict[str, Any]:
    measures = ordered("measures", annex.measures, "measure")
    return {
        "ended": [one for one in annex.certificates if one.ends_on and not one.is_valid(on)],
        "not_met": [row for row in annex.measures if row.answer == "not_met"],
        "measures": [(row, facts().measures[row.measure].group) for row in measures],
        "is_empty": not annex.measures and not annex.breach_email and not annex.breach_phone,
    }


steps = AnnexSteps(SecurityAnnex, SecurityAnnexForm, "security_annexes", "beveiligingsbijlage", _first_to_know)


@blueprint.get("/beveiligingsbijlagen/<number:annex_id>")
@needs(Right.READ)
def show(annex_id: int) -> Page:
    """Show one version, readable like the paper."""
    return steps.show(annex_id)


@blueprint.get("/beveiligingsbijlagen/<number:annex_id>/verschillen")
@needs(Right.READ)
def changes(annex_id: int) -> Page:
    """Show what this version changes."""
    return steps.changes(annex_id)


@blueprint.route("/producten/<number:product_id>/beveiligingsbijlagen/nieuw", methods=["GET", "POST"])
@needs(Right.EDIT_REGISTER)
def add(product_id: int) -> Page:
    """Propose a version for this product."""
    return steps.add(product_id)


@blueprint.route("/beveiligingsbijlagen/<number:annex_id>/wijzigen", methods=["GET", "POST"])
@needs(Right.EDIT_REGISTER)
def edit(annex_id: int) -> Page:
    """Edit a proposal."""
    return steps.edit(annex_id)


@blueprint.route("/beveiligingsbijlagen/<number:annex_id>/nieuwe-versie", methods=["GET", "POST"])
@needs(Right.EDIT_REGISTER)
def copy(annex_id: int) -> Page:
    """Propose a new version that starts from this one."""
    return steps.copy(annex_id)


@blueprint.route("/beveiligingsbijlagen/<number:annex_id>/accepteren", methods=["GET", "POST"])
@needs(Right.EDIT_REGISTER)
def accept(annex_id: int) -> Page:
    """Accept a proposal."""
    return steps.accept(annex_id)


@blueprint.route("/beveiligingsbijlagen/<number:annex_id>/intrekken", methods=["GET", "POST"])
@needs(Right.EDIT_REGISTER)
def withdraw(annex_id: int) -> Page:
    """Lay a proposal aside."""
    return steps.withdraw(annex_id)
