"""What is to be said about an agreement that stands: an old model is a finding, not an end."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from registry.dutch import count, enumeration, long_date
from registry.model import Agreement
from registry.model.agreement_lists import AgreementStatus
from registry.model.annex_state import AnnexStatus
from registry.queries.agreements.agreement_words import annex_name
from registry.queries.agreements.arrangement_groups import ArrangementGroup, group_of
from registry.queries.agreements.arrangements import is_standing, mismatch
from registry.queries.suppliers.owed import owed
from registry.reference import facts


@dataclass(frozen=True)
class Finding:
    """One thing to know or to mend; `code` tells a screen what to offer."""

    code: str
    sentence: str


def findings(agreement: Agreement, on: date) -> list[Finding]:
    """Return what is to be said on this date, the gravest first; nothing about what was replaced, ended or refused."""
    if agreement.status is AgreementStatus.IN_FORCE and agreement.last_day is not None and agreement.last_day < on:
        sentence = f"De einddatum was {long_date(agreement.last_day)}. Er geldt geen afspraak meer."
        return [Finding("expired", sentence)]
    if not is_standing(agreement, on):
        return []
    return [*_mismatch(agreement, on), *_owed(agreement, on), *_own(agreement, on)]


def _mismatch(agreement: Agreement, on: date) -> Iterator[Finding]:
    if sentence := mismatch(agreement, on):
        yield Finding("mismatch", sentence)


def _owed(agreement: Agreement, on: date) -> Iterator[Finding]:
    for item in owed(agreement.supplier, on):
        if (item.subject, item.subject_id) == ("agreement", agreement.id) and item.code != "agreement_open":
            yield Finding(item.code, item.sentence)


def _own(agreement: Agreement, on: date) -> Iterator[Finding]:
    open_deviations = [row for row in agreement.deviations if not row.decision]
    if open_deviations:
        many = count(len(open_deviations), "afwijking is", "afwijkingen zijn")
        yield Finding("decision_missing", f"Over {many} nog niet besloten.")
    if agreement.status is AgreementStatus.IN_FORCE:
        yield from _on_annexes(agreement)
    if agreement.review_on is not None and agreement.review_on <= on:
        sentence = f"De afspraak zou op {long_date(agreement.review_on)} opnieuw bekeken worden."
        yield Finding("review_due", sentence)
    model = facts().model_versions.get(agreement.model_version)
    if model is not None and model.old:
        yield Finding("old_model", f"{model.label} is een ouder model. De overeenkomst blijft gewoon gelden.")
    if agreement.status is AgreementStatus.IN_FORCE and not agreement.files:
        yield Finding("file_missing", "Er is nog geen bestand bewaard, zoals de getekende overeenkomst.")


def _on_annexes(agreement: Agreement) -> Iterator[Finding]:
    arrangement = facts().arrangements.get(agreement.arrangement)
    described = {row.privacy_annex.product_id for row in agreement.annexes if row.privacy_annex}
    without = [row.product.name for row in agreement.products if row.product_id not in described]
    if without and arrangement is not None and group_of(arrangement) is ArrangementGroup.AGREEMENT:
        sentence = f"Bij de overeenkomst hoort nog geen privacybijsluiter van {enumeration(without)}."
        yield Finding("annex_missing", sentence)
    for row in agreement.annexes:
        annex = row.privacy_annex or row.security_annex
        if annex is not None and annex.status is AnnexStatus.SUPERSEDED:
            sentence = f"{annex_name(annex)} van {annex.product.name} is vervangen door een nieuwere versie."
            yield Finding("annex_superseded", sentence)
