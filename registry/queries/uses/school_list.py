"""The supplier list of one school: what screen, schoolgids and public page show of its uses on one day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from sqlalchemy import inspect, select
from sqlalchemy.orm import selectinload
from sqlalchemy.orm.interfaces import LoaderOption

from registry.errors import NotFound
from registry.model import PrivacyAnnex, Product, ProductParty, School, Supplier, Use, UseModule
from registry.model.agreement import Agreement
from registry.queries.together import shared
from registry.queries.uses.pupil_uses import concerns_pupils
from registry.queries.uses.school_counts import Counts, counts_of
from registry.queries.uses.school_rows import ListRow, Rows, is_recipient, row_of
from registry.reference import facts
from registry.reference.supply import GuideHeading

LEARNING_MATERIALS = "learning_materials"
OTHER = "other"


@dataclass(frozen=True)
class ListGroup:
    """The rows under one heading of the list."""

    heading: str
    rows: tuple[ListRow, ...]


@dataclass(frozen=True)
class SchoolList:
    """Which suppliers get data of this school's pupils on this day, grouped as parents read it.

    `recipients` are the organisations that decide for themselves what they do with the data, by law or by a task of
    their own; they stand apart. `uses` are what the rows are about, the recipients' too.
    """

    school: School
    on: date
    only_learning_materials: bool
    groups: tuple[ListGroup, ...]
    recipients: tuple[ListRow, ...]
    counts: Counts
    uses: tuple[Use, ...]

    @property
    def rows(self) -> tuple[ListRow, ...]:
        """All rows, the recipients last."""
        return (*(row for group in self.groups for row in group.rows), *self.recipients)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not self.rows


def school_list(
    session: Any, school_id: int, on: date, only_learning_materials: bool = False, everything: bool = False
) -> SchoolList:
    """Return the list of this school on this day; NotFound when there is no such school for the session's viewer.

    Only uses that run on this day and stand in the schoolgids, by the order of their heading, their own order and
    their name. With `only_learning_materials` only learning materials and tests, and no recipients. With `everything`
    also what is kept out of the schoolgids, but for products that by their annex hold nothing of pupils or parents.
    """
    school = session.get(School, school_id)
    if school is None:
        raise NotFound("Deze school staat niet in het register.")
    current = [use for use in _read_uses(session, school) if use.is_current(on)]
    about = [use for use in current if not only_learning_materials or _is_learning_material(use)]
    told = (use for use in about if (concerns_pupils(use, on) if everything else use.in_guide))
    shown = sorted(told, key=_place)
    suppliers = [use for use in shown if not is_recipient(use)]
    recipients = [] if only_learning_materials else [use for use in shown if is_recipient(use)]
    rows = shared(session, "school_rows")
    return SchoolList(
        school,
        on,
        only_learning_materials,
        tuple(_groups(suppliers, on, rows)),
        tuple(row_of(use, on, rows) for use in recipients),
        counts_of(suppliers, recipients, on, len(shown) == len(about), shared(session, "kinds_of_agreement")),
        (*suppliers, *recipients),
    )


def uses_of(school_id: int) -> Any:
    """Return the question for all uses of this school, with all that a row of a list reads of them."""
    return select(Use).where(Use.school_id == school_id).options(*row_reads())


def _read_uses(session: Any, school: School) -> Iterable[Use]:
    if "uses" not in inspect(school).unloaded:  # who writes many lists has read them all together
        return school.uses
    return session.scalars(uses_of(school.id))  # type: ignore[no-any-return]


def row_reads() -> Sequence[LoaderOption]:
    """Return the loading options with which a row of a list asks nothing more about its use, for any number of rows."""
    product = selectinload(Use.product)
    annex = product.selectinload(Product.privacy_annexes)
    supplier = product.selectinload(Product.supplier)
    parts = (PrivacyAnnex.data, PrivacyAnnex.storage, PrivacyAnnex.subprocessors, PrivacyAnnex.denials)
    return (
        *(annex.selectinload(part) for part in parts),
        supplier.selectinload(Supplier.covenant_entries),
        supplier.selectinload(Supplier.agreements).selectinload(Agreement.products),
        product.selectinload(Product.parties).selectinload(ProductParty.supplier),
        selectinload(Use.modules).selectinload(UseModule.module),
    )


def _is_learning_material(use: Use) -> bool:
    heading = facts().guide_headings.get(LEARNING_MATERIALS)
    kinds = heading.product_kinds if heading else ()
    return not is_recipient(use) and (use.product.kind in kinds or use.guide_heading == LEARNING_MATERIALS)


def _place(use: Use) -> tuple[int, str, int, str]:
    heading = _heading(use)
    return heading.order, heading.code, use.guide_order, use.product.name.casefold()


def _heading(use: Use) -> GuideHeading:
    headings = facts().guide_headings
    return headings.get(use.guide_heading) or headings[OTHER]


def _groups(uses: Iterable[Use], on: date, rows: Rows) -> Iterable[ListGroup]:
    for heading, group in groupby(uses, key=_heading):
        yield ListGroup(heading.label, tuple(row_of(use, on, rows) for use in group))
