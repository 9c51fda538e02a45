"""Paper against practice: what an annex makes somebody ask of the app, and what earlier checks answered."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from registry.model import PracticeCheck, PracticeRow, PrivacyAnnex, Product, Use
from registry.model.practice_check import RowKind, Seen
from registry.reference import facts

MOST_WORDS = 300


@dataclass(frozen=True)
class Asked:
    """One question about an app; `key` is its name on a form, the rest is what a row of the check keeps."""

    key: str
    kind: RowKind
    category: str
    subject: str
    what: str


def asked_of(annex: PrivacyAnnex) -> list[Asked]:
    """Return the questions: each agreed category with each of its data subjects, then each denial."""
    return [*_agreed(annex), *_denied(annex)]


def _agreed(annex: PrivacyAnnex) -> Iterator[Asked]:
    for item in annex.data:
        for subject in item.subjects or ("",):
            yield Asked(f"agreed_{item.id}_{subject}", RowKind.AGREED, item.category, subject, _short(item.note))


def _denied(annex: PrivacyAnnex) -> Iterator[Asked]:
    for row in annex.denials:
        yield Asked(f"denied_{row.id}", RowKind.DENIED, row.category, "", _denied_thing(row.statement))


def _denied_thing(statement: str) -> str:
    """What is denied, without its "geen": the question says that already."""
    return re.sub("^geen ", "", statement, flags=re.IGNORECASE)


def _short(note: str) -> str:
    """The note on one line; a longer one keeps its beginning and says that there is more."""
    line = " ".join(note.split()).rstrip(".")
    return line if len(line) <= MOST_WORDS else f"{line[: MOST_WORDS - 2]} …"


def row_words(row: PracticeRow | Asked) -> str:
    """Return what a row is about in plain words: "geboortedatum (leerlingen)"."""
    category, subject = facts().data_categories.get(row.category), facts().data_subjects.get(row.subject)
    said = row.what or (category.label if category else row.category)
    if row.kind is RowKind.AGREED and row.what and category:
        said = f"{category.label}: {row.what}"
    return f"{said} ({subject.label})" if subject else said


def question_words(row: PracticeRow | Asked) -> tuple[str, str]:
    """Return what a question asks about, as short as can be, and beside it the category; "" where that is it."""
    category = facts().data_categories.get(row.category)
    if row.kind is not RowKind.AGREED or not row.what or category is None:
        return row_words(row), ""
    subject = facts().data_subjects.get(row.subject)
    return (f"{row.what} ({subject.label})" if subject else row.what), category.label


def mismatch_words(product: str, row: PracticeRow) -> str:
    """Return what differs on this row, in one sentence, as if paper and practice differ."""
    what = row_words(row)
    return {
        RowKind.AGREED: f"{product}: “{what}” is afgesproken, maar staat niet in de app. Kan het uit de afspraak?",
        RowKind.DENIED: f"{product}: volgens de bijsluiter wordt “{what}” niet verwerkt. In de app klopt dat niet.",
        RowKind.EXTRA: f"{product}: “{what}” staat in de app, maar niet in de afspraak.",
    }[row.kind]


def checks_of(session: Any, product_id: int) -> Sequence[PracticeCheck]:
    """Return the checks of this product that the viewer may see, the newest first."""
    asked = select(PracticeCheck).where(PracticeCheck.product_id == product_id)
    reads = (
        joinedload(PracticeCheck.school),
        selectinload(PracticeCheck.rows),
        joinedload(PracticeCheck.privacy_annex),
    )
    ordered = asked.order_by(PracticeCheck.checked_on.desc(), PracticeCheck.id.desc())
    return list(session.scalars(ordered.options(*reads)))


def products_in_use(session: Any, on: date) -> list[tuple[Product, Sequence[PracticeCheck]]]:
    """Return the products to check that the viewer's schools use, each with its checks; never checked stands first.

    A recipient by law decides itself what it processes: with it nothing is agreed that practice could differ from.
    """
    in_use = select(Product).where(Product.uses.any(Use.current_on(on)))
    reads = (joinedload(Product.supplier), selectinload(Product.privacy_annexes))
    products = session.scalars(in_use.order_by(Product.id).options(*reads))
    used = [product for product in products if product.supplier.is_held_to_agreement]
    checks: dict[int, list[PracticeCheck]] = {}
    ordered = select(PracticeCheck).order_by(PracticeCheck.checked_on.desc(), PracticeCheck.id.desc())
    for check in session.scalars(ordered.options(selectinload(PracticeCheck.rows))):
        checks.setdefault(check.product_id, []).append(check)
    found = [(product, checks.get(product.id, [])) for product in used]
    return sorted(found, key=lambda one: (one[1][0].checked_on if one[1] else date.min, one[0].name.casefold()))


def check_before(session: Any, check: PracticeCheck) -> PracticeCheck | None:
    """Return the check of the same product by the same school, or the board, that came before this one."""
    same = [one for one in checks_of(session, check.product_id) if one.school_id == check.school_id]
    return next(iter(same[same.index(check) + 1 :]), None)


def answer_in(check: PracticeCheck | None, row: PracticeRow) -> Seen | None:
    """Return what another check answered to the same question; None when it did not ask it."""
    rows = check.rows if check else []
    same = (one for one in rows if _question(one) == _question(row))
    return next((one.seen for one in same), None)


def _question(row: PracticeRow) -> tuple[Any, ...]:
    return row.kind, row.category, row.subject, row.what
