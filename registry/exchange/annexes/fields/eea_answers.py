"""Whether a sentence says that data stay inside the EEA: told, answered or ticked."""

from registry.exchange.annexes.annex_reading import CERTAIN, LIKELY, SURE
from registry.exchange.annexes.fields.boxes import State, split_boxes
from registry.exchange.annexes.fields.places import eea, stated_countries
from registry.exchange.annexes.words.loading import all_said, phrases
from registry.exchange.annexes.words.matching import plain
from registry.exchange.annexes.words.sentences import denies_at, is_no, is_yes

_EEA = phrases("storage.eea")
OUTSIDE = phrases("storage.outside")
_INSIDE = phrases("storage.inside")
_NOT_OUTSIDE = phrases("storage.not_outside")
_CONDITIONS = (" indien ", " als ", " if ", " mocht ", " wanneer ", " tenzij ", " unless ")


def inside_eea(sentence: str) -> tuple[bool, float] | None:
    """Return whether a sentence says that data stay inside the EEA, and how sure that is; None for neither."""
    words = plain(sentence)
    if not any(one in words for one in _EEA):
        return None
    question, _colon, answer = sentence.rpartition(":") if ":" in sentence else sentence.rpartition("?")
    before, boxed = split_boxes(sentence)
    outside, inside = any(one in words for one in OUTSIDE), any(one in words for one in _INSIDE)
    if boxed:
        return _inside_boxed(before, boxed)
    if question and (is_yes(answer) or is_no(answer)):
        return (
            is_yes(answer)
            if " buiten " not in plain(question)
            and " outside " not in plain(question)
            and not any(w in plain(question) for w in OUTSIDE)
            else is_no(answer)
        ), CERTAIN
    if outside and not inside:
        return (
            (True, SURE + 0.02)
            if denies_at(sentence) >= 0 or any(one in words for one in _NOT_OUTSIDE)
            else (
                False,
                SURE if _third_countries(sentence) and not any(one in words for one in _CONDITIONS) else LIKELY,
            )
        )
    if inside and denies_at(sentence) < 0:
        return True, SURE + 0.03
    if inside and outside:
        return True, SURE
    return None


def _third_countries(sentence: str) -> bool:
    """Whether a sentence names a country outside the EEA, or on what ground data go there."""
    outside = [code for code in stated_countries(sentence) if code not in eea()]
    return bool(outside or all_said("safeguards", plain(sentence)))


def _inside_boxed(before: str, boxed: list[tuple[State, str]]) -> tuple[bool, float] | None:
    ticked = [label for state, label in boxed if state is State.TICKED]
    if len(ticked) != 1:
        return None
    about_outside = any(one in plain(before) for one in OUTSIDE)
    if is_yes(ticked[0]) or is_no(ticked[0]):
        return is_no(ticked[0]) if about_outside else is_yes(ticked[0]), CERTAIN
    words = plain(ticked[0])
    if not any(one in words for one in _EEA):
        return None
    return not any(one in words for one in (" buiten ", " outside ")), CERTAIN
