"""Data breaches at a supplier: write one down, follow it, close it (AVG 33 and 34)."""

from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise
from typing import Any

from sqlalchemy import select

from registry.database import change
from registry.dutch import long_moment, on_the_clock
from registry.errors import AlreadyExists, BrokenRule
from registry.model import Breach, Product, Supplier
from registry.model.base import label_of
from registry.model.breach import ReportDecision, TellDecision
from registry.services.past import refuse_days_to_come
from registry.services.records import Fields, assign, edit, fetch

MOMENTS = ("happened_at", "discovered_at", "told_at", "known_at", "reported_at", "people_told_at")
IN_ORDER = (("happened_at", "discovered_at", "told_at"), ("happened_at", "known_at", "reported_at"))
AFTER_KNOWN = ("known_at", "people_told_at")


def add_breach(session: Any, supplier_number: int, fields: Fields, now: datetime) -> Breach:
    """Return the new case of this supplier; AlreadyExists for the same one sent twice."""
    with change(session, "datalek vastgelegd"):
        breach = Breach(supplier=fetch(session, Supplier, supplier_number))
        with session.no_autoflush:
            assign(breach, fields)
            _check(session, breach, now)
            _refuse_double(session, breach)
        session.add(breach)
    return breach


def edit_breach(session: Any, number: int, seen: int, fields: Fields, now: datetime) -> Breach:
    """Return the case with these fields."""
    with change(session, "datalek bijgewerkt"):
        breach = fetch(session, Breach, number)
        with session.no_autoflush:
            edit(session, breach, seen, fields)
            _check(session, breach, now)
    return breach


def _refuse_double(session: Any, breach: Breach) -> None:
    same = select(Breach).where(
        Breach.supplier_id == breach.supplier.id, Breach.known_at == breach.known_at, Breach.what == breach.what
    )
    if session.scalars(same).first() is not None:
        raise AlreadyExists("Dit datalek staat er al, met dezelfde tijd en dezelfde woorden.", field="what")


def _check(session: Any, breach: Breach, now: datetime) -> None:
    for fault in (*_faults(breach, now), *_decision_faults(breach), *_closing_faults(breach)):
        raise fault
    refuse_days_to_come(breach, on_the_clock(now).date())
    if breach.product_id is not None and fetch(session, Product, breach.product_id).supplier is not breach.supplier:
        raise BrokenRule("Dit product is niet van deze leverancier.", field="product_id")


def _faults(breach: Breach, now: datetime) -> Iterator[BrokenRule]:
    if not breach.what:
        yield BrokenRule("Schrijf op wat er is gebeurd.", field="what")
    if breach.known_at is None:
        yield BrokenRule("Vul in sinds wanneer het bestuur het weet. Dan gaan de 72 uur lopen.", field="known_at")
    for name in MOMENTS:
        if (value := getattr(breach, name)) is not None and value > now:
            yield BrokenRule("Dit moment moet nog komen. Vul het in als het zover is.", field=name)
    for names in (*IN_ORDER, AFTER_KNOWN):
        yield from _out_of_order(breach, names)


def _out_of_order(breach: Breach, names: tuple[str, ...]) -> Iterator[BrokenRule]:
    known = [name for name in names if getattr(breach, name) is not None]
    for first, second in pairwise(known):
        if getattr(breach, second) < getattr(breach, first):
            before = label_of(getattr(Breach, first)).lower()
            when = long_moment(getattr(breach, first))
            yield BrokenRule(f"Dit kan niet eerder zijn dan “{before}” ({when}).", field=second)


def _decision_faults(breach: Breach) -> Iterator[BrokenRule]:
    if breach.decision is ReportDecision.NOT and not breach.decision_reason:
        yield BrokenRule("Schrijf op waarom u niet meldt. De AP kan daarnaar vragen.", field="decision_reason")
    if breach.reported_at is not None and breach.decision is not ReportDecision.REPORT:
        yield BrokenRule("U hebt gemeld. Kies dan ook dat u meldt bij de AP.", field="decision")
    if breach.people_told_at is not None and breach.telling is not TellDecision.TELL:
        yield BrokenRule("De betrokkenen zijn ingelicht. Kies dat dan ook.", field="telling")


def _closing_faults(breach: Breach) -> Iterator[BrokenRule]:
    if breach.closed_on is None:
        return
    if breach.awaits_report:
        yield BrokenRule("Besluit eerst of u meldt, en vul in wanneer dat is gebeurd.", field="closed_on")
    if breach.telling is TellDecision.OPEN or (breach.telling is TellDecision.TELL and breach.people_told_at is None):
        sentence = "Besluit eerst of u de betrokkenen inlicht, en vul in wanneer dat is gebeurd."
        yield BrokenRule(sentence, field="closed_on")
