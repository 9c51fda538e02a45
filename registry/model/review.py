"""One line of an annual round, about an agreement or about a use, with what was answered and advised."""

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.model.agreement_lists import Risk
from registry.model.base import Base, OfSchoolOrBoard, Record, Versioned
from registry.model.columns import Listed, code, day, line, one_of, prose
from registry.model.review_round import ReviewRound

if TYPE_CHECKING:
    from registry.model.action import Action
    from registry.model.agreement import Agreement
    from registry.model.school import School
    from registry.model.use import Use

# What a line is about never changes: the opening of the round is one line of the history, not one for each of these.
UNRECORDED = {"unrecorded": True}


class Reply(Listed):
    """What somebody answered to a question of the round."""

    OPEN = "open", "nog niet beantwoord"
    YES = "yes", "ja"
    NO = "no", "nee"
    UNSURE = "unsure", "weet ik niet"
    NOT_APPLICABLE = "not_applicable", "niet van toepassing"


REPLIES_OF_A_SCHOOL = (Reply.YES, Reply.NO, Reply.UNSURE)  # beside none yet


class Conclusion(Listed):
    """What the privacy officer concludes about an agreement."""

    OPEN = "open", "nog geen conclusie"
    AGREED = "agreed", "akkoord"
    ACTION = "action", "actie nodig"


class Review(OfSchoolOrBoard, Versioned, Base):
    """A line of a round: the board's about an agreement, or a school's about its use of a product.

    A line about a use has `still_used` up to and including `data_note`; one about an agreement has `answers`,
    `conclusion`, `risk`, `decision` and the FG's `advice` (AVG 39 lid 1 a). `answered_on`: since when it is complete.
    """

    __tablename__ = "review"
    __table_args__ = (
        CheckConstraint("(agreement_id IS NULL) <> (use_id IS NULL)", name="one_subject"),
        CheckConstraint("(use_id IS NULL) = (school_id IS NULL)", name="a_use_is_of_a_school"),
        Index("uq_review_agreement", "round_id", "agreement_id", unique=True),
        Index("uq_review_use", "round_id", "use_id", unique=True),
    )

    round_id: Mapped[int] = mapped_column(ForeignKey("review_round.id"), index=True, doc="Jaarronde", info=UNRECORDED)
    agreement_id: Mapped[int | None] = mapped_column(
        ForeignKey("agreement.id"), index=True, doc="Overeenkomst", info=UNRECORDED
    )
    use_id: Mapped[int | None] = mapped_column(ForeignKey("use.id"), index=True, doc="Gebruik", info=UNRECORDED)
    school_id: Mapped[int | None] = mapped_column(ForeignKey("school.id"), index=True, doc="School", info=UNRECORDED)
    still_used: Mapped[Reply] = one_of(Reply, "Nog in gebruik", Reply.OPEN)
    last_day: Mapped[date | None] = day("Laatste dag van gebruik")
    groups: Mapped[str] = line("Door welke groepen of klassen", 200)
    data_right: Mapped[Reply] = one_of(Reply, "Gegevens zoals beschreven", Reply.OPEN, rule="data_right")
    data_note: Mapped[str] = prose("Wat er anders is", 2000)
    conclusion: Mapped[Conclusion] = one_of(Conclusion, "Conclusie", Conclusion.OPEN)
    risk: Mapped[Risk] = one_of(Risk, "Risico", Risk.UNKNOWN)
    decision: Mapped[str] = prose("Besluit", 2000)
    advice: Mapped[str] = prose("Advies van de FG", 5000)
    advised_on: Mapped[date | None] = day("Advies gegeven op")
    answered_on: Mapped[date | None] = day("Beantwoord op")

    round: Mapped[ReviewRound] = relationship()
    agreement: Mapped["Agreement | None"] = relationship()
    use: Mapped["Use | None"] = relationship()
    school: Mapped["School | None"] = relationship()
    answers: Mapped[list["ReviewAnswer"]] = relationship(cascade="all, delete-orphan", order_by="ReviewAnswer.id")
    actions: Mapped[list["ReviewAction"]] = relationship(cascade="all, delete-orphan", order_by="ReviewAction.id")

    def answer_to(self, question: str) -> "ReviewAnswer | None":
        """Return what was answered to the question with this code, if anything."""
        return next((one for one in self.answers if one.question == question), None)


class ReviewAnswer(Record, Base):
    """The answer to one question of the checklist about an agreement; `question` is a code of review_questions."""

    __tablename__ = "review_answer"
    __table_args__ = (Index("uq_review_answer", "review_id", "question", unique=True),)
    belongs_to = ("review_id",)

    review_id: Mapped[int] = mapped_column(ForeignKey("review.id"), doc="Regel van de jaarronde")
    question: Mapped[str] = code("Vraag", "review_questions")
    answer: Mapped[Reply] = one_of(Reply, "Antwoord", Reply.OPEN)
    note: Mapped[str] = prose("Toelichting", 2000)


class ReviewAction(Record, Base):
    """An action that came out of a line of the round."""

    __tablename__ = "review_action"
    __table_args__ = (Index("uq_review_action", "review_id", "action_id", unique=True),)
    belongs_to = ("review_id",)

    review_id: Mapped[int] = mapped_column(ForeignKey("review.id"), doc="Regel van de jaarronde")
    action_id: Mapped[int] = mapped_column(ForeignKey("action.id"), index=True, doc="Actie")
    action: Mapped["Action"] = relationship()
