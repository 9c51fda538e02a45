"""What was answered in a line of a round, in a sentence."""

from registry.dutch import long_date
from registry.model import Review
from registry.model.agreement_lists import Risk
from registry.model.review import Conclusion, Reply


def use_words(review: Review) -> str:
    """Return what a school answered about a product; "" while it answered nothing."""
    parts = []
    if review.still_used is not Reply.OPEN:
        parts.append(f"nog in gebruik: {review.still_used.label}")
    if review.last_day is not None:
        parts.append(f"laatste dag {long_date(review.last_day)}")
    if review.groups and review.still_used is not Reply.NO:
        parts.append(f"groepen: {review.groups}")
    if review.data_right is not Reply.OPEN:
        parts.append(f"gegevens zoals beschreven: {review.data_right.label}")
    if review.data_note:
        parts.append(f"“{' '.join(review.data_note.split())}”")
    return "; ".join(parts)


def judged_words(review: Review) -> str:
    """Return conclusion and risk of a line about an agreement; "" while there is no conclusion."""
    if review.conclusion is Conclusion.OPEN:
        return ""
    risk = "" if review.risk is Risk.UNKNOWN else f", risico {review.risk.label}"
    return f"{review.conclusion.label}{risk}"


def answer_words(review: Review | None, question: str) -> str:
    """Return what was answered to this question in this line; "" when nothing was."""
    answer = review.answer_to(question) if review is not None else None
    if answer is None or (answer.answer is Reply.OPEN and not answer.note):
        return ""
    return f"{answer.answer.label}. {' '.join(answer.note.split())}".strip()
