"""The first question about an agreement: what was agreed? With what fits the supplier first, and why."""

from datetime import date

from wtforms import Form, RadioField
from wtforms.fields.choices import SelectChoice

from registry.model import Supplier
from registry.model.supplier import CovenantStatus
from registry.queries.agreements.arrangement_groups import ArrangementGroup, group_of
from registry.queries.agreements.arrangements import proposed_arrangement
from registry.reference import facts
from registry.reference.agreements import Arrangement

STANDING = {
    CovenantStatus.PARTICIPANT: "{} is deelnemer aan het privacyconvenant.",
    CovenantStatus.SUPPORTER: "{} is medestander van het privacyconvenant.",
    CovenantStatus.NONE: "{} is niet aangesloten bij het privacyconvenant.",
    CovenantStatus.UNKNOWN: "Er is nog niet nagegaan of {} meedoet aan het privacyconvenant.",
}


class ArrangementForm(Form):
    """What was agreed; kept in the address."""

    soort = RadioField("Wat is er afgesproken?")

    def __init__(self, supplier: Supplier, on: date) -> None:
        super().__init__(data={"soort": proposed_arrangement(supplier, on).code})
        self.soort.choices = grouped_arrangements(supplier)


def grouped_arrangements(supplier: Supplier, kept: str = "") -> list[SelectChoice]:
    """Return the arrangements in their groups, those that fit the supplier's role first; `kept` even when retired."""
    known = [one for one in facts().arrangements.values() if not one.retired or one.code == kept]
    choices = [SelectChoice(one.code, one.label, optgroup=_group(one, supplier)) for one in known]
    order = [*(group.label for group in ArrangementGroup), _misfit(supplier)]
    return sorted(choices, key=lambda choice: order.index(choice.optgroup))


def arrangement_notes(supplier: Supplier, on: date) -> dict[str, str]:
    """Return by code what to know before choosing; first of all why one of them is proposed."""
    notes = {arrangement.code: arrangement.note for arrangement in facts().arrangements.values()}
    return notes | {proposed_arrangement(supplier, on).code: f"Voorgesteld. {proposal_reason(supplier, on)}"}


def proposal(supplier: Supplier, on: date) -> str:
    """Return what is proposed for this supplier and why, in two sentences."""
    return f"{proposal_reason(supplier, on)} Voorstel: {proposed_arrangement(supplier, on).label}."


def proposal_reason(supplier: Supplier, on: date) -> str:
    """Return on what the proposal rests: the covenant status of a processor, the role of anyone else."""
    if supplier.is_processor:
        return STANDING[supplier.covenant_status(on)].format(supplier.name)
    return f"De rol van {supplier.name} is: {supplier.role.label}."


def _group(arrangement: Arrangement, supplier: Supplier) -> str:
    fits = supplier.role.value in arrangement.roles
    return group_of(arrangement).label if fits else _misfit(supplier)


def _misfit(supplier: Supplier) -> str:
    return f"Past niet bij de rol van {supplier.name} ({supplier.role.label})"
