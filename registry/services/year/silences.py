"""Silencing a signal: with a reason, until a day; ending it earlier."""

from datetime import date
from typing import Any

from sqlalchemy import select

from registry.calendar import add_years
from registry.database import change
from registry.dutch import long_date
from registry.errors import AlreadyExists, BrokenRule, NotFound
from registry.model import SignalSilence
from registry.queries.signals.told import signal_at
from registry.services.records import Fields, assign, edit, fetch

LONGEST = 2  # years
Key = tuple[str, str, int]


def silence_signal(session: Any, key: Key, fields: Fields, on: date) -> SignalSilence:
    """Return the silence of a signal that is given on this day; NotFound when it is not.

    Sent twice it is one. One that ended or was taken back begins anew; what it said stays in the history.
    """
    with change(session, "signaal stil gezet"):
        told = signal_at(session, key, on)
        if told is None:
            raise NotFound("Dit signaal is er niet, of niet meer.")
        silence = session.scalars(
            select(SignalSilence).filter_by(code=key[0], subject=key[1], subject_id=key[2])
        ).first()
        if silence is not None and silence.holds_on(on):
            return _the_same(silence, fields)
        with session.no_autoflush:
            silence = _begin(session, silence, key, {**fields, "school_id": told.school_id, "since": on})
            _check(silence, on)
        session.add(silence)
    return silence


def edit_silence(session: Any, number: int, seen: int, fields: Fields, on: date) -> SignalSilence:
    """Return the silence with another reason or last day; BrokenRule when it is over."""
    with change(session, "stil gezet signaal gewijzigd"):
        silence = fetch(session, SignalSilence, number)
        with session.no_autoflush:
            edit(session, silence, seen, fields)
            _check(silence, on)
    return silence


def take_back(session: Any, number: int, seen: int, on: date) -> SignalSilence:
    """Return the silence that ends on this day: the signal is heard again."""
    with change(session, "signaal weer laten horen"):
        silence = fetch(session, SignalSilence, number)
        if silence.taken_back_on is None:
            edit(session, silence, seen, {"taken_back_on": on})
    return silence


def _begin(session: Any, silence: SignalSilence | None, key: Key, fields: Fields) -> SignalSilence:
    if silence is not None:
        edit(session, silence, silence.version, {**fields, "taken_back_on": None})
        return silence
    silence = SignalSilence()
    assign(silence, {"code": key[0], "subject": key[1], "subject_id": key[2], **fields})
    return silence


def _the_same(silence: SignalSilence, fields: Fields) -> SignalSilence:
    if all(getattr(silence, name) == value for name, value in fields.items()):
        return silence
    raise AlreadyExists(f"Iemand zette dit signaal al stil, tot en met {long_date(silence.until)}. Wijzig dat.")


def _check(silence: SignalSilence, on: date) -> None:
    if not silence.reason:
        raise BrokenRule("Schrijf op waarom dit signaal stil mag zijn.", field="reason")
    if silence.until is None:
        raise BrokenRule("Kies tot en met welke dag.", field="until")
    if silence.until < on:
        raise BrokenRule("Kies een dag die nog komt, of vandaag.", field="until")
    if silence.until > add_years(on, LONGEST):
        raise BrokenRule(
            f"Een signaal kan hoogstens {LONGEST} jaar stil zijn. Kijk er daarna opnieuw naar.", field="until"
        )
