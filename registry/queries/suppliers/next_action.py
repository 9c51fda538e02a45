"""The next sensible thing to do about a supplier: one, the most pressing; what is past waits behind what is open."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from registry.dutch import long_date, long_moment
from registry.model.subprocessor_notice import NoticeDecision
from registry.queries.signals.signal import Signal
from registry.queries.suppliers.supplier_story import SupplierStory

NO_PRODUCT = "Er staat nog geen product bij deze leverancier."
NOT_USED = "Nog geen enkele school gebruikt een product van deze leverancier."


class ActionKind(Enum):
    """What is to be done, and so which screen it leads to."""

    BREACH = "breach"
    NOTICE = "notice"
    PRODUCT = "product"
    USE = "use"
    SIGNAL = "signal"


@dataclass(frozen=True)
class NextAction:
    """What to do now: why, in a sentence, and about which record; `signal` where a signal says so."""

    kind: ActionKind
    sentence: str
    number: int
    signal: Signal | None = None


def next_action(story: SupplierStory) -> NextAction | None:
    """Return what to do now; None when nothing presses, and for a supplier out of use without an open breach.

    A data breach goes first, for its 72 hours run (AVG 33(1)); then a notice with a term to object; then what the file
    lacks; then what else is graver than low.
    """
    if story.supplier.retired_on is not None:
        return _breach(story)
    found = (choose(story) for choose in CHOICES)
    return next((action for action in found if action is not None), None)


def _breach(story: SupplierStory) -> NextAction | None:
    running = [one for one in story.breaches if one.closed_on is None]
    if not running:
        return None
    first = min(running, key=lambda one: (not one.awaits_report, one.report_before))
    if first.awaits_report:
        sentence = f"Er loopt een datalek. De 72 uur voor de AP lopen tot {long_moment(first.report_before)}."
    else:
        sentence = "Er loopt een datalek dat nog niet is afgesloten."
    return NextAction(ActionKind.BREACH, sentence, first.id)


def _notice(story: SupplierStory) -> NextAction | None:
    undecided = [one for one in story.notices if one.decision is NoticeDecision.OPEN]
    if not undecided:
        return None
    first = min(undecided, key=lambda one: (one.object_before or date.max, one.id))
    last = first.object_before
    until = f" Bezwaar maken kan tot en met {long_date(last)}." if last else ""
    return NextAction(ActionKind.NOTICE, f"Besluit wat u vindt van subverwerker {first.name}.{until}", first.id)


def _product(story: SupplierStory) -> NextAction | None:
    return None if story.supplier.products else NextAction(ActionKind.PRODUCT, NO_PRODUCT, story.supplier.id)


def _use(story: SupplierStory) -> NextAction | None:
    return None if story.schools else NextAction(ActionKind.USE, NOT_USED, story.supplier.id)


def _lacking(story: SupplierStory) -> NextAction | None:
    return _told(story.owed[0]) if story.owed else None


def _grave(story: SupplierStory) -> NextAction | None:
    heard = (told.signal for told in story.signals if not told.silence)
    first = next((signal for signal in heard if signal.severity != "low"), None)
    return _told(first) if first else None


def _told(signal: Signal) -> NextAction:
    return NextAction(ActionKind.SIGNAL, signal.sentence, signal.subject_id, signal)


CHOICES: tuple[Callable[[SupplierStory], NextAction | None], ...] = (
    _breach,
    _notice,
    _product,
    _use,
    _lacking,
    _grave,
)
