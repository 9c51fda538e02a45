"""Questions on notices about a subprocessor: which there are, and what a change touches."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from registry.dutch import long_date
from registry.model import PrivacyAnnex, Product, SubprocessorNotice, Use
from registry.queries.annexes.annex_flags import has_national_number, special_categories
from registry.queries.annexes.annex_summary import summary_of


@dataclass(frozen=True)
class Touched:
    """A product that a change touches: the annex that holds, the schools that use it, and what data there are.

    `names` says whether the annex that holds has the subprocessor in its tree. `proposal` was made of the notice.
    """

    product: Product
    annex: PrivacyAnnex | None
    schools: list[str]
    data: str
    special: list[str]
    has_national_number: bool
    names: bool
    proposal: PrivacyAnnex | None


def all_notices(session: Any) -> Sequence[SubprocessorNotice]:
    """Return the notices, those without a decision first, the newest before older ones."""
    found = session.scalars(select(SubprocessorNotice).options(joinedload(SubprocessorNotice.supplier)))
    return sorted(found, key=lambda one: (one.decided_on is not None, -one.received_on.toordinal(), -one.id))


def touched(session: Any, notice: SubprocessorNotice, on: date) -> list[Touched]:
    """Return what the notice touches on this date, by product."""
    rows = sorted(notice.products, key=lambda row: row.product.name.casefold())
    return [_touched(session, notice, row.product, row.privacy_annex, on) for row in rows]


def _touched(
    session: Any, notice: SubprocessorNotice, product: Product, proposal: PrivacyAnnex | None, on: date
) -> Touched:
    annex = product.privacy_annex_on(on)
    uses = session.scalars(select(Use).where(Use.product_id == product.id).options(joinedload(Use.school)))
    schools = sorted({use.school.name for use in uses if not use.is_over(on)}, key=str.casefold)
    known = {one.name.casefold() for one in annex.subprocessors} if annex else set()
    return Touched(
        product,
        annex,
        schools,
        summary_of(annex).data if annex else "",
        [one.short for one in special_categories(annex)] if annex else [],
        has_national_number(annex) if annex else False,
        bool(known & {notice.name.casefold(), (notice.replaces or "").casefold()} - {""}),
        proposal,
    )


def term_words(notice: SubprocessorNotice) -> str:
    """Return until when the board can object and where that stands, in a sentence."""
    if notice.object_before is None:
        return "De termijn voor bezwaar is niet bekend. Zoek hem op in de overeenkomst."
    unit = notice.term_unit.label if notice.term != 1 else {"days": "dag", "weeks": "week"}[notice.term_unit.value]
    where = "" if notice.term_source.value == "unknown" else f", {notice.term_source.label}"
    return f"Bezwaar kan tot en met {long_date(notice.object_before)} ({notice.term} {unit}{where})."
