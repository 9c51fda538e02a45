"""The lines of a round with what stands beside them: the use and its product, and last year's answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import joinedload

from registry.access import viewer_of
from registry.errors import NotFound
from registry.model import Agreement, AuditEvent, Product, Review, ReviewRound, Use
from registry.model.review import Conclusion, Reply
from registry.queries.annexes.annex_summary import AnnexSummary, summary_of
from registry.queries.annexes.annex_words import annex_for
from registry.queries.history.blocks import who_words
from registry.queries.rounds.progress import still_asked
from registry.queries.rounds.repeating import may_repeat
from registry.queries.uses.use_lines import product_reads
from registry.reference import facts
from registry.reference.fact import Fact


@dataclass(frozen=True)
class UseLine:
    """A line about a use: what the register says of the data (None: nothing), and last year's line, if any."""

    review: Review
    described: AnnexSummary | None
    last_year: Review | None
    by: str  # who answered it, as the history tells it to this viewer
    repeats: bool  # whether a school may say that nothing changed since

    @property
    def product(self) -> Product:
        """The product that it is about."""
        assert self.review.use is not None  # a line about a use
        return self.review.use.product


def use_lines(session: Any, one: ReviewRound, school_id: int, on: date) -> list[UseLine]:
    """Return the lines of this school in the round, what waits for an answer first, then by product."""
    product = joinedload(Review.use).joinedload(Use.product)
    asked = select(Review).join(Review.use).where(Review.round_id == one.id, Review.school_id == school_id)
    reads = [product.options(*product_reads()), joinedload(Review.use).joinedload(Use.school)]
    reviews = session.scalars(asked.where(still_asked(on)).options(*reads)).unique().all()
    before, who = _last_year(session, one, school_id), answerers(session, [review.id for review in reviews])
    lines = [_line(each, before.get(each.use.product_id), who.get(each.id, ""), on) for each in reviews]
    return sorted(lines, key=lambda line: (line.review.answered_on is not None, line.product.name.casefold()))


def _line(review: Review, before: Review | None, by: str, on: date) -> UseLine:
    use = review.use
    assert use is not None  # a line about a use
    told = described(use.product, on)
    repeats = may_repeat(use, before, annex_for(use.product, on), told is not None)
    return UseLine(review, told, before, by, repeats and review.answered_on is None)


def described(product: Product, on: date) -> AnnexSummary | None:
    """Return what the product's privacy annex says in plain words; None while no data are described."""
    annex = annex_for(product, on)
    summary = summary_of(annex) if annex is not None else None
    return summary if summary is not None and summary.data else None


def agreement_lines(session: Any, number: int, on: date) -> Sequence[Any]:
    """Return (id, answered_on, conclusion, risk, advice, Agreement) of each line about one, by supplier's name."""
    asked = (
        select(Review.id, Review.answered_on, Review.conclusion, Review.risk, Review.advice, Agreement)
        .join(Review.agreement)
        .outerjoin(Review.use)
        .options(joinedload(Agreement.supplier))
        .where(Review.round_id == number, still_asked(on))
    )
    return sorted(session.execute(asked), key=lambda row: (row.Agreement.supplier.name.casefold(), row.id))


def agreement_line(session: Any, number: int) -> Review:
    """Return the line about an agreement with this number; NotFound when there is none."""
    agreement = joinedload(Review.agreement).joinedload(Agreement.supplier)
    review = session.get(Review, number, options=[agreement, joinedload(Review.round)])
    if review is None or review.agreement is None:
        raise NotFound
    return review  # type: ignore[no-any-return]


def questions_of(review: Review) -> list[Fact]:
    """Return the questions that are asked now, and those asked no more to which this line has an answer."""
    known = facts().review_questions
    given = {answer.question for answer in review.answers}
    return [question for question in known.values() if not question.retired or question.code in given]


def last_year_of(session: Any, review: Review) -> Review | None:
    """Return the newest line of an earlier round in which something was said of this agreement, or the one it replaces.

    A year in which nobody answered does not hide what was answered the year before.
    """
    if review.agreement is None:
        return None
    same = [number for number in (review.agreement_id, review.agreement.replaces_id) if number]
    is_said = or_(Review.conclusion != Conclusion.OPEN, Review.answers.any(), Review.advice != "")
    asked = _in_earlier(review.round).where(Review.agreement_id.in_(same), is_said)
    newest = asked.order_by(ReviewRound.year.desc(), Review.agreement_id.desc())
    return session.scalars(newest.limit(1)).first()  # type: ignore[no-any-return]


def remarks(session: Any, number: int) -> Sequence[Review]:
    """Return the lines in which a school says that the data differ from the description, by school and product."""
    differs = select(Review).where(Review.round_id == number, Review.data_right == Reply.NO)
    reads = [joinedload(Review.school), joinedload(Review.use).joinedload(Use.product)]
    found = session.scalars(differs.options(*reads))
    return sorted(found, key=lambda one: (one.use.product.name.casefold(), one.school.name.casefold()))


def concluded(session: Any, number: int) -> Sequence[Review]:
    """Return the lines about agreements with what was concluded, by supplier's name."""
    asked = select(Review).where(Review.round_id == number, Review.agreement_id.is_not(None))
    found = session.scalars(asked.options(joinedload(Review.agreement).joinedload(Agreement.supplier)))
    return sorted(found, key=lambda one: one.agreement.supplier.name.casefold())


def answerers(session: Any, numbers: Sequence[int]) -> dict[int, str]:
    """Return who wrote last in each of these lines, as the history tells it to this viewer."""
    about = (AuditEvent.subject == Review.__tablename__, AuditEvent.subject_id.in_(numbers))
    newest = select(func.max(AuditEvent.id)).where(*about).group_by(AuditEvent.subject_id)
    viewer = viewer_of(session)
    lines = session.scalars(select(AuditEvent).where(AuditEvent.id.in_(newest)))
    return {line.subject_id: who_words(viewer, line) for line in lines}


def _last_year(session: Any, one: ReviewRound, school_id: int) -> dict[int, Review]:
    """By product the newest line of an earlier round that this school answered, as far as it went."""
    is_said = or_(Review.still_used != Reply.OPEN, Review.data_right != Reply.OPEN)
    asked = _in_earlier(one).join(Review.use).where(Review.school_id == school_id, is_said)
    reads = (joinedload(Review.use), joinedload(Review.round))
    found = session.scalars(asked.options(*reads).order_by(ReviewRound.year, Use.since))
    return {review.use.product_id: review for review in found}  # of several the last stays


def _in_earlier(one: ReviewRound) -> Any:
    return select(Review).join(Review.round).where(ReviewRound.year < one.year)
