"""Everything that the page of one agreement tells."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select

from registry.errors import NotFound
from registry.model import Agreement, AnnexOption, PrivacyAnnex, Product, SecurityAnnex
from registry.queries.agreements.agreement_findings import findings
from registry.queries.agreements.agreement_words import agreement_title, term_sentence
from registry.queries.board.custom_fields import OwnValue, custom_values
from registry.queries.signals.signal import Signal
from registry.queries.signals.some_files import agreement_file

Annex = PrivacyAnnex | SecurityAnnex


@dataclass(frozen=True)
class AgreementStory:
    """An agreement on a date, as plain values.

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
    agreement = _agreement(session, number)
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


def _agreement(session: Any, number: int) -> Agreement:
    """The agreement in the whole file of its supplier."""
    whose = session.scalar(select(Agreement.supplier_id).where(Agreement.id == number))
    if whose is None:
        raise NotFound
    return agreement_file(session, whose, number)


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
