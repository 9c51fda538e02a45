"""What the role and the covenant status of a supplier propose, and where an agreement does not fit them."""

from datetime import date

from registry.model import Agreement, Supplier
from registry.model.agreement_lists import AgreementStatus
from registry.model.supplier import CovenantStatus, PartyRole
from registry.reference import facts
from registry.reference.agreements import Arrangement

# https://www.privacyconvenant.nl/vragenlijst-convenant/: the model for participants, the general model for supporters.
FOR_A_PROCESSOR = {CovenantStatus.PARTICIPANT: "mvo_participant", CovenantStatus.SUPPORTER: "general_model"}
FOR_OTHERS = {
    PartyRole.JOINT_CONTROLLER: "joint_controller_agreement",
    PartyRole.LEGAL_RECIPIENT: "none_legal_duty",
    PartyRole.INDEPENDENT_CONTROLLER: "none_independent_controller",
    PartyRole.OUT_OF_SCOPE: "out_of_scope",
}
LASTING = (AgreementStatus.IN_FORCE, AgreementStatus.NOT_NEEDED)


def proposed_arrangement(supplier: Supplier, on: date) -> Arrangement:
    """Return the arrangement that fits the supplier's role and its covenant status on this date.

    A processor that is neither participant nor supporter, or was never looked up, gets the board's own text.
    """
    if supplier.role is PartyRole.PROCESSOR:
        return facts().arrangements[FOR_A_PROCESSOR.get(supplier.covenant_status(on), "own_text")]
    return facts().arrangements[FOR_OTHERS[supplier.role]]


def mismatch(agreement: Agreement, on: date) -> str | None:
    """Return why the agreement does not fit the supplier's role or covenant status; None when it fits or is over."""
    if not is_standing(agreement, on):
        return None
    return _wrong_role(agreement) or _wrong_model(agreement, on)


def waits_for_covenant(agreement: Agreement, on: date) -> bool:
    """Return whether it does not fit only because nobody looked up what the supplier is in the covenant."""
    unknown = agreement.supplier.covenant_status(on) is CovenantStatus.UNKNOWN
    return unknown and not _wrong_role(agreement) and _wrong_model(agreement, on) is not None


def standing_agreements(supplier: Supplier, on: date) -> list[Agreement]:
    """Return what counts now: what holds first, then what is still to hold; nothing that is over or refused."""
    standing = [agreement for agreement in reversed(supplier.agreements) if is_standing(agreement, on)]
    return sorted(standing, key=lambda agreement: not _is_settled(agreement, on))


def is_standing(agreement: Agreement, on: date) -> bool:
    """Return whether the agreement holds on this date, or is on its way, or says that none is needed."""
    lasts = agreement.last_day is None or on <= agreement.last_day
    return agreement.is_in_force(on) or agreement.status.is_open or (agreement.status in LASTING and lasts)


def _is_settled(agreement: Agreement, on: date) -> bool:
    return agreement.is_in_force(on) or agreement.status is AgreementStatus.NOT_NEEDED


def _wrong_role(agreement: Agreement) -> str | None:
    arrangement, supplier = facts().arrangements.get(agreement.arrangement), agreement.supplier
    if arrangement is None or supplier.role.value in arrangement.roles:
        return None
    return f"“{arrangement.label}” past niet bij {supplier.name}. De rol is: {supplier.role.label}."


def _wrong_model(agreement: Agreement, on: date) -> str | None:
    model, supplier = facts().model_versions.get(agreement.model_version), agreement.supplier
    if model is None or supplier.role is not PartyRole.PROCESSOR:
        return None
    status = supplier.covenant_status(on)
    if model.for_whom == "participant" and status is CovenantStatus.UNKNOWN:
        meant = f"{model.label} is bedoeld voor deelnemers aan het convenant."
        return f"{meant} Van {supplier.name} is nog niet nagegaan of die meedoet."
    if model.for_whom == "participant" and status is not CovenantStatus.PARTICIPANT:
        return f"{model.label} is bedoeld voor deelnemers aan het convenant. {supplier.name}: {status.label}."
    if status is CovenantStatus.PARTICIPANT and not model.covenant_version:
        return f"{supplier.name} is deelnemer aan het convenant. Daarbij hoort het convenantmodel, niet: {model.label}."
    return None
