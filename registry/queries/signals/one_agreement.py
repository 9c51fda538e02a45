"""What is to be said of one agreement that stands: an old model is a signal, not an end."""

from registry.dutch import count, enumeration, long_date
from registry.model import Agreement
from registry.model.agreement_lists import AgreementStatus, ConclusionMode
from registry.model.annex_state import AnnexStatus
from registry.queries.agreements.agreement_words import annex_name
from registry.queries.agreements.arrangement_groups import ArrangementGroup, group_of
from registry.queries.agreements.arrangements import mismatch as why_not_fitting
from registry.queries.signals.signal import Found
from registry.queries.signals.supplier_file import AgreementFile
from registry.reference import facts


def mismatch(one: AgreementFile) -> Found:
    """Yield an agreement that does not fit the supplier's role or covenant status, such as model 4.0 of an outsider."""
    if sentence := why_not_fitting(one.agreement, one.file.on):
        yield one.agreement, sentence


def reason_missing(one: AgreementFile) -> Found:
    """Yield a "none needed", or what takes the place of an agreement, without a reason."""
    agreement = one.agreement
    arrangement = facts().arrangements.get(agreement.arrangement)
    needs = agreement.status is AgreementStatus.NOT_NEEDED or (arrangement is not None and arrangement.needs_reason)
    if needs and not agreement.reason:
        yield agreement, "Er staat niet waarom er geen verwerkersovereenkomst nodig is."


def arrangement_unknown(one: AgreementFile) -> Found:
    """Yield a settled agreement of unknown sort."""
    if _is_concluded(one) and not one.agreement.arrangement:
        yield one.agreement, "Er staat niet wat voor afspraak het is."


def start_unknown(one: AgreementFile) -> Found:
    """Yield a settled agreement without a first day."""
    if _is_concluded(one) and one.agreement.starts_on is None:
        yield one.agreement, "Er staat niet wanneer de overeenkomst inging."


def conclusion_unknown(one: AgreementFile) -> Found:
    """Yield a settled agreement of which nobody knows how it was concluded."""
    if _is_concluded(one) and one.agreement.conclusion_mode is ConclusionMode.UNKNOWN:
        yield one.agreement, "Er staat niet hoe de overeenkomst is gesloten."


def supplier_signature_missing(one: AgreementFile) -> Found:
    """Yield a settled agreement that has to be signed, without the supplier's day of signing."""
    if _is_signed_paper(one) and one.agreement.supplier_signed_on is None:
        yield one.agreement, f"De handtekening van {one.file.supplier.name} onder de overeenkomst ontbreekt."


def board_signature_missing(one: AgreementFile) -> Found:
    """Yield a settled agreement that has to be signed, without the board's day of signing."""
    if _is_signed_paper(one) and one.agreement.board_signed_on is None:
        yield one.agreement, "De handtekening van het bestuur onder de overeenkomst ontbreekt."


def deviation_undecided(one: AgreementFile) -> Found:
    """Yield an agreement with deviations on which the board has not decided."""
    undecided = [row for row in one.agreement.deviations if not row.decision]
    if undecided:
        many = count(len(undecided), "afwijking is", "afwijkingen zijn")
        yield one.agreement, f"Over {many} nog niet besloten."


def agreement_annex_missing(one: AgreementFile) -> Found:
    """Yield an agreement in force about a product of which no privacy annex belongs to it."""
    agreement = one.agreement
    arrangement = facts().arrangements.get(agreement.arrangement)
    if not _is_in_force(agreement) or arrangement is None or group_of(arrangement) is not ArrangementGroup.AGREEMENT:
        return
    described = {row.privacy_annex.product_id for row in agreement.annexes if row.privacy_annex}
    if without := [row.product.name for row in agreement.products if row.product_id not in described]:
        yield agreement, f"Bij de overeenkomst hoort nog geen privacybijsluiter van {enumeration(without)}."


def annex_superseded(one: AgreementFile) -> Found:
    """Yield an agreement in force whose annex was superseded by a newer version."""
    annexes = [row.privacy_annex or row.security_annex for row in one.agreement.annexes]
    old = [annex for annex in annexes if annex is not None and annex.status is AnnexStatus.SUPERSEDED]
    if old and _is_in_force(one.agreement):
        names = enumeration([f"{annex_name(annex)} van {annex.product.name}" for annex in old])
        newer = "een nieuwere versie" if len(old) == 1 else "nieuwere versies"
        yield one.agreement, f"{names} {'is' if len(old) == 1 else 'zijn'} vervangen door {newer}."


def review_due(one: AgreementFile) -> Found:
    """Yield an agreement whose day of review has come."""
    day = one.agreement.review_on
    if day is not None and day <= one.file.on:
        yield one.agreement, f"De afspraak zou op {long_date(day)} opnieuw bekeken worden."


def old_model(one: AgreementFile) -> Found:
    """Yield an agreement on an old model."""
    model = facts().model_versions.get(one.agreement.model_version)
    if model is not None and model.old:
        yield one.agreement, f"{model.label} is een ouder model. De overeenkomst blijft gewoon gelden."


def file_missing(one: AgreementFile) -> Found:
    """Yield an agreement in force without a file."""
    if _is_in_force(one.agreement) and not one.agreement.files:
        yield one.agreement, "Er is nog geen bestand bewaard, zoals de getekende overeenkomst."


def _is_in_force(agreement: Agreement) -> bool:
    return agreement.status is AgreementStatus.IN_FORCE


def _is_concluded(one: AgreementFile) -> bool:
    return one.is_settled and one.agreement.status is not AgreementStatus.NOT_NEEDED


def _is_signed_paper(one: AgreementFile) -> bool:
    return _is_concluded(one) and one.agreement.conclusion_mode.needs_signatures


OF_ONE_AGREEMENT = (
    mismatch,
    reason_missing,
    arrangement_unknown,
    start_unknown,
    conclusion_unknown,
    supplier_signature_missing,
    board_signature_missing,
    deviation_undecided,
    agreement_annex_missing,
    annex_superseded,
    review_due,
    old_model,
    file_missing,
)
