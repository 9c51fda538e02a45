"""What changed in a period: uses that began, ended or were edited, agreements, and versions of privacy annexes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from registry.model import Agreement, AgreementProduct, PrivacyAnnex, Product, Use
from registry.model.agreement_lists import AgreementStatus
from registry.queries.annexes.annex_changes import AnnexComparison, compare, version_before
from registry.queries.annexes.annex_rows import rows_by_topic
from registry.queries.board.use_edits import UseEdit, edits_of
from registry.queries.plain import PlainRecords

PARTS = (
    PrivacyAnnex.data,
    PrivacyAnnex.purposes,
    PrivacyAnnex.subprocessors,
    PrivacyAnnex.storage,
    PrivacyAnnex.retention,
    PrivacyAnnex.denials,
    PrivacyAnnex.options,
)
"""The lists of a privacy annex, in which two versions are compared."""


@dataclass(frozen=True)
class AgreementEvent:
    """What happened to an agreement on a day: "ging in", "eindigde", "besloten dat er geen nodig is"."""

    agreement: Agreement
    on: date
    what: str


@dataclass(frozen=True)
class AnnexEvent:
    """A version of a privacy annex that was accepted, with what differs from the one before it; None for the first."""

    annex: PrivacyAnnex
    comparison: AnnexComparison[PrivacyAnnex] | None

    @property
    def warnings(self) -> list[str]:
        """Special categories, BSN and countries outside the EEA that came with it; of a first version all it has."""
        if self.comparison is not None:
            return list(dict.fromkeys(change.warning for change in self.comparison.grave))
        rows = (row for topic in rows_by_topic(self.annex).values() for row in topic.values())
        return list(dict.fromkeys(row.warning for row in rows if row.warning))


@dataclass(frozen=True)
class PeriodChanges:
    """What changed after the day `since`, up to and including `until`.

    `ended` are the uses whose last day lies in the period and before `until`. `edited` comes out of the history.
    """

    since: date
    until: date
    started: tuple[Use, ...]
    ended: tuple[Use, ...]
    edited: tuple[UseEdit, ...]
    agreements: tuple[AgreementEvent, ...]
    annexes: tuple[AnnexEvent, ...]

    @property
    def is_empty(self) -> bool:
        """Whether the register knows of no change at all."""
        return not (self.started or self.ended or self.edited or self.agreements or self.annexes)


def changes_between(session: Any, since: date, until: date, school_id: int | None = None) -> PeriodChanges:
    """Return the changes of one school and of what it uses, or of everything that the session's viewer sees."""
    uses = _uses(session, school_id)
    lasting = [use for use in uses if use.until is None or use.until >= since]
    products = {use.product_id for use in lasting if use.since <= until}
    return PeriodChanges(
        since,
        until,
        tuple(use for use in uses if since < use.since <= until),
        tuple(use for use in uses if use.until is not None and since <= use.until < until),
        tuple(edits_of(session, [use for use in lasting if use.since <= since], since, until)),
        tuple(_agreement_events(session, since, until, None if school_id is None else products)),
        tuple(_annex_events(session, since, until, None if school_id is None else products)),
    )


def _uses(session: Any, school_id: int | None) -> Sequence[Use]:
    wanted = select(Use).join(Use.product).order_by(Product.name, Use.since, Use.id)
    named = (joinedload(Use.school), joinedload(Use.product).joinedload(Product.supplier))
    of_school = wanted if school_id is None else wanted.where(Use.school_id == school_id)
    return session.scalars(of_school.options(*named)).all()  # type: ignore[no-any-return]


def _agreement_events(session: Any, since: date, until: date, products: set[int] | None) -> Iterable[AgreementEvent]:
    wanted = select(Agreement).options(joinedload(Agreement.supplier), joinedload(Agreement.products))
    if products is not None:
        wanted = wanted.where(Agreement.products.any(AgreementProduct.product_id.in_(sorted(products))))
    events = (event for one in session.scalars(wanted).unique() for event in _events_of(one))
    return sorted(
        (event for event in events if since < event.on <= until),
        key=lambda event: (event.on, event.agreement.supplier.name.casefold(), event.agreement.id),
    )


def _events_of(agreement: Agreement) -> Iterator[AgreementEvent]:
    if agreement.status is AgreementStatus.NOT_NEEDED:
        if agreement.decided_on is not None:
            yield AgreementEvent(agreement, agreement.decided_on, "besloten dat er geen overeenkomst nodig is")
        return
    if not agreement.status.was_in_force:
        return
    if agreement.starts_on is not None:
        yield AgreementEvent(agreement, agreement.starts_on, "ging in")
    if agreement.last_day is not None:
        replaced = agreement.status is AgreementStatus.SUPERSEDED
        yield AgreementEvent(agreement, agreement.last_day, "laatste dag, vervangen" if replaced else "laatste dag")


def _annex_events(session: Any, since: date, until: date, products: set[int] | None) -> Iterator[AnnexEvent]:
    accepted = select(PrivacyAnnex.product_id).where(
        PrivacyAnnex.accepted_on > since, PrivacyAnnex.accepted_on <= until
    )
    if products is not None:
        accepted = accepted.where(PrivacyAnnex.product_id.in_(sorted(products)))
    records = PlainRecords(session)
    versions = records.read(PrivacyAnnex, PrivacyAnnex.product_id.in_(accepted))
    records.ones_of_these(PrivacyAnnex.product)
    records.lists_of_these(Product.privacy_annexes, *PARTS)
    for annex in sorted(versions, key=lambda one: (one.accepted_on or date.max, one.id)):
        if annex.accepted_on is not None and since < annex.accepted_on <= until:
            before = version_before(annex)
            yield AnnexEvent(annex, compare(before, annex) if before else None)
