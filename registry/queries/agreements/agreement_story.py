"""Everything that the page of one agreement tells."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from registry.errors import NotFound
from registry.model import (
    Agreement,
    AgreementAnnex,
    AgreementFile,
    AgreementProduct,
    AnnexOption,
    Choice,
    PrivacyAnnex,
    Product,
    SecurityAnnex,
)
from registry.queries.agreements.agreement_findings import findings
from registry.queries.agreements.agreement_words import agreement_title, term_sentence
from registry.queries.board.custom_fields import OwnValue, custom_values
from registry.queries.signals.signal import Signal
from registry.queries.signals.told import signal_reads

Annex = PrivacyAnnex | SecurityAnnex


@dataclass(frozen=True)
class AgreementStory:
    """An agreement on a date.

    `covered`: each product with the annex versions that belong to it; `options`: each optional processing with the
    board's choice, None while it has not chosen; `chain`: what it replaced and what replaced it, with title and term.
    """

    agreement: Agreement
    on: date
    title: str
    term: str
    findings: list[Signal]
    covered: list[tuple[Product, list[Annex]]]
    options: list[tuple[AnnexOption, bool | None]]
    chain: list[tuple[Agreement, str, str]]
    own: list[OwnValue]


def agreement_story(session: Any, number: int, on: date) -> AgreementStory:
    """Return the story of this agreement on this date; NotFound when there is no such agreement."""
    agreement = session.scalar(select(Agreement).where(Agreement.id == number).options(*_reads()))
    if agreement is None:
        raise NotFound("Dit staat niet in het register.")
    annexes = [row.privacy_annex for row in agreement.annexes if row.privacy_annex]
    return AgreementStory(
        agreement,
        on,
        agreement_title(agreement),
        term_sentence(agreement, on),
        findings(agreement, on),
        [(row.product, _annexes_of(agreement, row.product)) for row in agreement.products],
        [(option, agreement.choice_on(option)) for annex in annexes for option in annex.options],
        [(other, agreement_title(other), term_sentence(other, on)) for other in _chain(agreement)],
        custom_values(session, agreement=number),
    )


def _reads() -> list[Any]:
    annexes = selectinload(Agreement.annexes)
    privacy = annexes.joinedload(AgreementAnnex.privacy_annex)
    return [
        selectinload(Agreement.supplier).options(*signal_reads()),  # type: ignore[arg-type]
        selectinload(Agreement.products).joinedload(AgreementProduct.product),
        privacy.joinedload(PrivacyAnnex.product),
        privacy.selectinload(PrivacyAnnex.options),
        annexes.joinedload(AgreementAnnex.security_annex).joinedload(SecurityAnnex.product),
        selectinload(Agreement.choices).joinedload(Choice.option),
        selectinload(Agreement.deviations),
        selectinload(Agreement.files).joinedload(AgreementFile.file),
    ]


def _annexes_of(agreement: Agreement, product: Product) -> list[Annex]:
    annexes = (row.privacy_annex or row.security_annex for row in agreement.annexes)
    return [annex for annex in annexes if annex is not None and annex.product_id == product.id]


def _chain(agreement: Agreement) -> list[Agreement]:
    others = agreement.supplier.agreements
    linked, size = {agreement.id}, 0
    while len(linked) > size:
        size = len(linked)
        linked |= {other.replaces_id for other in others if other.id in linked and other.replaces_id}
        linked |= {other.id for other in others if other.replaces_id in linked}
    return [other for other in others if other.id in linked and other is not agreement]
