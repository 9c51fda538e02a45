"""When what stands on a school's page last changed: by the history, and by the days on which things began or ended.

Only fields that the page shows count. A note that is edited inside the register does not move the date.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

from sqlalchemy import and_, func, or_, select

from registry.dutch import day_of
from registry.model import Agreement, AuditEvent, ParentsPage, Use
from registry.model.parents_page import Part
from registry.queries.uses.school_list import SchoolList

NEXT_DAY = timedelta(days=1)


class Source(NamedTuple):
    """Stored fields that the page shows, in records of this table that belong to an owner.

    With `parts` only where the school shows one of these; with `became` only where the field got one of these values.
    """

    owner: str
    record: str
    fields: tuple[str, ...]
    parts: frozenset[Part] = frozenset()
    became: tuple[str, ...] = ()


FROM_ANNEX = frozenset({Part.DATA, Part.ABOUT_WHOM, Part.OUTSIDE_EEA})
FROM_AGREEMENT = frozenset({Part.COUNTS, Part.GROUND})
SETTLED = ("in_force", "superseded", "terminated", "not_needed")
SOURCES = (
    Source("parents_page", "parents_page", ("is_on", "parts")),
    Source("school", "school", ("name",)),
    Source("school", "school", ("guide_note",), frozenset({Part.OWN_SENTENCE})),
    Source("school", "school", ("contact_function", "contact_email"), frozenset({Part.CONTACT})),
    Source("school_board", "school_board", ("name",)),
    Source("school_board", "school_board", ("privacy_function", "privacy_email"), frozenset({Part.CONTACT})),
    Source("school_board", "school_board", ("dpo_function", "dpo_email"), frozenset({Part.DPO})),
    Source("use", "use", ("since", "purpose_plain", "in_guide", "guide_heading", "guide_order")),
    Source("use", "use", ("legal_basis",), frozenset({Part.GROUND})),
    Source("use", "use_module", ("module_id",), frozenset({Part.MODULES})),
    Source("product", "product", ("name", "purpose_plain", "supplier_id")),
    Source("product", "product", ("leaflet_url",), frozenset({Part.LINK})),
    Source("product", "product_module", ("name",), frozenset({Part.MODULES})),
    Source("product", "product_module", ("data",), frozenset({Part.DATA})),
    Source("product", "product_party", ("supplier_id", "part"), frozenset({Part.OTHERS})),
    Source("supplier", "supplier", ("name", "role")),
    Source("supplier", "supplier", ("country",), frozenset({Part.OUTSIDE_EEA})),
    Source("supplier", "covenant_entry", ("status",), frozenset({Part.COVENANT})),
    Source("privacy_annex", "privacy_annex", ("status",), FROM_ANNEX, ("accepted",)),
    Source("agreement", "agreement", ("status",), FROM_AGREEMENT, SETTLED),
    Source("agreement", "agreement", ("starts_on", "ends_on", "ended_on", "renewal", "arrangement"), FROM_AGREEMENT),
    Source("agreement", "agreement", ("legal_ground",), frozenset({Part.GROUND})),
    Source("agreement", "agreement_product", ("product_id",), frozenset({Part.COUNTS})),
)


def last_change(session: Any, page: ParentsPage, found: SchoolList) -> date | None:
    """Return the last day on which what this page shows became different; None where the history does not tell."""
    settled = list(_agreements(found))
    owners = {
        "parents_page": [page.id],
        "school": [found.school.id],
        "school_board": [1],
        "use": [use.id for use in found.uses],
        "product": [use.product_id for use in found.uses],
        "supplier": [use.product.supplier_id for use in found.uses],
        "privacy_annex": [annex.id for annex in _annexes(found)],
        "agreement": [agreement.id for agreement in settled],
    }
    lines = [_line(one, owners[one.owner]) for one in SOURCES if not one.parts or one.parts & page.shown]
    gone = _gone(found)
    at = select(func.max(AuditEvent.at)).where(or_(*lines, _left(gone, "until"), _left(_hidden(found), "in_guide")))
    last_day = select(func.max(Use.until)).where(Use.id.in_(gone))
    moment, ended = session.execute(select(at.scalar_subquery(), last_day.scalar_subquery())).one()
    days = [*_begun(found, settled, page.shown), *([day_of(moment)] if moment else [])]
    return max([*days, *([ended + NEXT_DAY] if ended else [])], default=None)


def _line(source: Source, owners: Iterable[int]) -> Any:
    line = and_(
        AuditEvent.subject == source.owner,
        AuditEvent.subject_id.in_(set(owners)),
        AuditEvent.record == source.record,
        AuditEvent.field.in_(source.fields),
    )
    return and_(line, AuditEvent.new.in_(source.became)) if source.became else line


def _left(uses: Any, field: str) -> Any:
    """A line by which one of these uses left the page."""
    return and_(
        AuditEvent.subject == "use",
        AuditEvent.subject_id.in_(uses),
        AuditEvent.record == "use",
        AuditEvent.field == field,
        AuditEvent.action == "changed",
    )


def _gone(found: SchoolList) -> Any:
    """The uses that stood on the page until their last day."""
    return select(Use.id).where(Use.school_id == found.school.id, Use.in_guide.is_(True), Use.until < found.on)


def _hidden(found: SchoolList) -> Any:
    return select(Use.id).where(Use.school_id == found.school.id, Use.in_guide.is_(False), Use.since <= found.on)


def _annexes(found: SchoolList) -> Iterator[Any]:
    held = (use.product.privacy_annex_on(found.on) for use in found.uses)
    return (annex for annex in held if annex is not None)


def _agreements(found: SchoolList) -> Iterator[Agreement]:
    """What holds, held, or was decided not to be needed; what only begins later does not show yet."""
    for use in found.uses:
        for one in use.product.supplier.agreements:
            begun = one.starts_on is None or one.starts_on <= found.on
            if begun and one.status.value in SETTLED and (one.legal_ground or one.covers(use.product_id)):
                yield one


def _begun(found: SchoolList, settled: Iterable[Agreement], shown: frozenset[Part]) -> Iterator[date]:
    """The days on which what the page shows began to hold, or no longer held, without anybody doing anything."""
    yield from (use.since for use in found.uses)
    if shown & FROM_ANNEX:
        yield from (annex.accepted_on for annex in _annexes(found))
    if shown & FROM_AGREEMENT:
        yield from (one.starts_on for one in settled if one.starts_on)
        ends = [one.last_day + NEXT_DAY for one in settled if one.last_day]
        yield from (day for day in ends if day <= found.on)
