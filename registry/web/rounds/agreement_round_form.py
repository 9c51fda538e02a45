"""The form of an agreement in a round: the checklist, what is concluded, and an action that follows from it."""

from collections.abc import Iterable
from typing import Any

from wtforms import Field

from registry.model import Action, Review, ReviewAnswer
from registry.model.review import Reply
from registry.reference.fact import Fact
from registry.web.forms import RegisterForm, fields
from registry.web.forms.replies import ReplyField

ANSWER, NOTE, ACTION = "answer_", "note_", "action_"
REPLIES = (Reply.YES, Reply.NO, Reply.UNSURE, Reply.NOT_APPLICABLE)


class AgreementRoundForm(RegisterForm):
    """What the privacy officer says about an agreement; its questions come with `agreement_form`."""

    conclusion = fields.choice(Review.conclusion, radio=True)
    risk = fields.choice(Review.risk, radio=True)
    decision = fields.prose(Review.decision, "Wat is er besloten?", rows=3)
    action_what = fields.line(Action.what, help="Laat leeg als er niets hoeft te gebeuren.")
    action_owner = fields.line(Action.owner, help="Een functie, bijvoorbeeld: privacy officer.")
    action_due_on = fields.day(Action.due_on, "Wanneer is het klaar?")

    def fields(self) -> dict[str, Any]:
        """Return what was concluded."""
        return {name: self._fields[name].data for name in ("conclusion", "risk", "decision")}

    def answers(self) -> dict[str, tuple[Reply, str]]:
        """Return answer and note by the code of the question."""
        return {
            name.removeprefix(ANSWER): (field.data, self.note_at(name.removeprefix(ANSWER)).data)
            for name, field in self._fields.items()
            if name.startswith(ANSWER)
        }

    def answer_at(self, code: str) -> Field:
        """Return the field of the answer to this question."""
        return self._fields[f"{ANSWER}{code}"]

    def note_at(self, code: str) -> Field:
        """Return the field of the note at this question."""
        return self._fields[f"{NOTE}{code}"]

    def action(self) -> dict[str, Any] | None:
        """Return the action that follows; None when nothing of one was typed."""
        typed = {name: self._fields[f"{ACTION}{name}"].data for name in ("what", "owner", "due_on")}
        return typed if any(typed.values()) else None


def agreement_form(review: Review, questions: Iterable[Fact]) -> AgreementRoundForm:
    """Return the form of this line, filled with what was answered so far."""
    parts: dict[str, Any] = {}
    data: dict[str, Any] = {name: getattr(review, name) for name in ("conclusion", "risk", "decision")}
    for question in questions:
        parts[f"{ANSWER}{question.code}"] = ReplyField("Antwoord", REPLIES)
        parts[f"{NOTE}{question.code}"] = fields.prose(ReviewAnswer.note, rows=2)
        if (given := review.answer_to(question.code)) is not None:
            data |= {f"{ANSWER}{question.code}": given.answer, f"{NOTE}{question.code}": given.note}
    made: AgreementRoundForm = type("AgreementRoundForm", (AgreementRoundForm,), parts)(
        data=data | {"version": str(review.version)}
    )
    return made
