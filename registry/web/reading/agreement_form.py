"""The form that adds a read paper to an agreement of its supplier."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from wtforms import BooleanField, SelectField

from registry.dutch import short_date
from registry.model import Agreement, ReadPaper
from registry.queries.agreements.agreement_words import agreement_title
from registry.reference import facts
from registry.services.reading.with_agreement import new_deviations
from registry.web.forms import RegisterForm


class AgreementForm(RegisterForm):
    """To which agreement, and what of the paper."""

    agreement = SelectField("Bij welke overeenkomst?", coerce=int)
    file = BooleanField("Bewaar dit bestand bij de overeenkomst")
    deviations = BooleanField("Zet de afwijkingen bij de overeenkomst")


def agreement_form(agreements: Sequence[Agreement]) -> AgreementForm:
    """Return the form with these agreements."""
    form = AgreementForm()
    form.agreement.choices = [(one.id, _name(one)) for one in agreements]
    return form


def agreements_of(paper: ReadPaper, place: int, on: date) -> list[Agreement]:
    """Return the agreements with whoever the taken-over annexes are of: those that hold, or else that did not end."""
    suppliers = {one.annex.product.supplier for one in paper.taken_from(place) if one.annex}
    every = [agreement for supplier in suppliers for agreement in supplier.agreements]
    holding = [one for one in every if one.is_in_force(on)]
    return sorted(holding or [one for one in every if not one.ended_on], key=lambda one: -one.id)


def model_said(read: Mapping[str, Any]) -> str:
    """Return the model that the paper names, as people call it; "" for none."""
    said = read.get("model_version") or ""
    known = [one.label for code, one in facts().model_versions.items() if said in (code, one.covenant_version)]
    return (known[0] if known else said) if said else ""


def models_that_differ(agreements: Sequence[Agreement], read: Mapping[str, Any]) -> list[tuple[Agreement, str]]:
    """Return the agreements of which the register names another model than the paper does, and that model."""
    said = model_said(read)
    told = [(one, facts().model_versions[one.model_version].label) for one in agreements if one.model_version]
    return [(one, label) for one, label in told if said and label != said]


def all_new(agreements: Sequence[Agreement], read: Mapping[str, Any]) -> dict[int, list[dict[str, str]]]:
    """Return by the number of each agreement the deviations of the paper that do not stand with it yet."""
    return {one.id: new_deviations(one, read) for one in agreements}


def _name(one: Agreement) -> str:
    since = f", vanaf {short_date(one.starts_on)}" if one.starts_on else ""
    reference = f" ({one.reference})" if one.reference else ""
    return f"{agreement_title(one)}{reference}{since}"
