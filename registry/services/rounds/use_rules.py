"""What a school's answer about a product must say, and when it says all that is asked."""

from collections.abc import Iterator
from datetime import date

from registry.calendar import school_year_end
from registry.dutch import long_date
from registry.errors import BrokenRule
from registry.model import Review, Use
from registry.model.review import Reply


def is_complete(review: Review, is_described: bool) -> bool:
    """Return whether the school said all that is asked; of data that nobody described, nothing is asked."""
    if review.still_used is Reply.OPEN:
        return False
    return review.still_used is Reply.NO or not is_described or review.data_right is not Reply.OPEN


def use_faults(review: Review, use: Use, on: date) -> Iterator[BrokenRule]:
    """Yield all that is wrong with this answer on this date, each with the field that is to be mended."""
    if sentence := _wrong_day(review, use, on):
        yield BrokenRule(sentence, field="last_day")
    if review.data_right is Reply.NO and not review.data_note:
        yield BrokenRule("Schrijf kort op wat er anders is.", field="data_note")


def _wrong_day(review: Review, use: Use, on: date) -> str:
    if review.last_day is None:
        is_asked = review.still_used is Reply.NO
        return "Vul in wat de laatste dag van het gebruik was of wordt." if is_asked else ""
    if review.still_used is not Reply.NO:
        return "Een laatste dag hoort bij het antwoord “nee”."
    if review.last_day < use.since:
        return "De laatste dag kan niet voor de eerste dag van het gebruik liggen."
    if review.last_day > (latest := school_year_end(on)):
        told = f"De laatste dag ligt uiterlijk op {long_date(latest)}, het einde van dit schooljaar."
        return f"{told} Gebruikt de school het daarna nog, antwoord dan “ja”."
    return ""
