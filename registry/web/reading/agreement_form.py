"""The form that adds a read paper to an agreement of its supplier."""

from collections.abc import Sequence

from wtforms import BooleanField, SelectField

from registry.dutch import short_date
from registry.model import Agreement
from registry.queries.agreements.agreement_words import agreement_title
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


def _name(one: Agreement) -> str:
    since = f", vanaf {short_date(one.starts_on)}" if one.starts_on else ""
    reference = f" ({one.reference})" if one.reference else ""
    return f"{agreement_title(one)}{reference}{since}"
