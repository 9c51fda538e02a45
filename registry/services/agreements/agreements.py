"""Agreements: file, edit, end, replace."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from registry.database import change
from registry.dutch import long_date
from registry.errors import BrokenRule
from registry.model import Agreement, Choice, PrivacyAnnex, Supplier
from registry.model.agreement_lists import AgreementStatus, Renewal
from registry.services.agreements.agreement_rules import IN_FORCE, NOT_NEEDED, check_agreement
from registry.services.board.custom_fields import set_custom_values
from registry.services.past import refuse_days_to_come
from registry.services.records import Fields, Rows, assign, edit, fetch, replace_rows

LASTING = (IN_FORCE, NOT_NEEDED)
DAY = timedelta(days=1)
REPLACED = "Vervangen door een nieuwe overeenkomst."
# What makes two rows of a list rows about the same thing, whatever number the first was stored under.
ABOUT = {
    "products": ("product_id",),
    "annexes": ("privacy_annex_id", "security_annex_id"),
    "choices": ("option_id",),
}


def add_agreement(
    session: Any,
    supplier_number: int,
    fields: Fields,
    rows: Rows | None = None,
    own: Mapping[int, str] | None = None,
    *,
    today: date | None = None,
) -> Agreement:
    """Return the new agreement with this supplier; one that replaces another ends that one as soon as it holds.

    `own` is what the board's own fields hold, by the number of the field. BrokenRule for what was signed or decided
    after `today`; without it those days are taken as they are.
    """
    with change(session, "overeenkomst toegevoegd"):
        agreement = Agreement(supplier=fetch(session, Supplier, supplier_number))
        with session.no_autoflush:
            assign(agreement, fields)
            replace_rows(agreement, _known(agreement, rows or {}))
            _refuse_days_to_come(agreement, today)
            _settle(session, agreement)
        session.add(agreement)
        if session.autoflush or own:  # who writes many at once holds the flush off, and asks for numbers later
            session.flush()
        set_custom_values(session, agreement=agreement.id, values=own or {})
    return agreement


def edit_agreement(
    session: Any,
    number: int,
    seen: int,
    fields: Fields,
    rows: Rows | None = None,
    own: Mapping[int, str] | None = None,
    *,
    today: date | None = None,
) -> Agreement:
    """Return the agreement with these fields and rows; `today` as with `add_agreement`."""
    with change(session, "overeenkomst gewijzigd"):
        agreement = fetch(session, Agreement, number)
        with session.no_autoflush:
            linked, chosen = [row.privacy_annex_id for row in agreement.annexes], list(agreement.choices)
            edit(session, agreement, seen, fields, _known(agreement, rows or {}))
            _carry_choices(session, agreement, linked, chosen)
            _refuse_days_to_come(agreement, today)
            _settle(session, agreement)
        set_custom_values(session, agreement=number, values=own or {})
    return agreement


def end_agreement(session: Any, number: int, on: date, reason: str, seen: int | None = None) -> Agreement:
    """Return the agreement with its last day and the reason of its end; it stays in the register.

    `seen` is the version that its ender saw, if any.
    """
    with change(session, "overeenkomst beëindigd"):
        agreement = fetch(session, Agreement, number)
        with session.no_autoflush:
            edit(session, agreement, agreement.version if seen is None else seen, {})
            _check_can_end(agreement, on, reason)
            _end(agreement, on, AgreementStatus.TERMINATED, reason)
            check_agreement(session, agreement)
    return agreement


def _check_can_end(agreement: Agreement, on: date, reason: str) -> None:
    if agreement.status not in LASTING or agreement.ended_on:
        raise BrokenRule("Alleen een overeenkomst die geldt, kan eindigen.")
    if agreement.last_day and on > agreement.last_day:
        raise BrokenRule(f"De overeenkomst liep al af op {long_date(agreement.last_day)}.", field="ended_on")
    if not reason.strip():
        raise BrokenRule("Geef de reden van het einde.", field="end_reason")


def _carry_choices(session: Any, agreement: Agreement, linked: Collection[int | None], chosen: list[Choice]) -> None:
    """Let what was chosen before go on in an annex that was linked just now, where that says the same."""
    known = {choice.option_id for choice in agreement.choices}
    new = {row.privacy_annex_id for row in agreement.annexes if row.privacy_annex_id} - set(linked)
    for number in sorted(new):
        for option in fetch(session, PrivacyAnnex, number).options:
            before = [choice for choice in chosen if choice.option.goes_on_as(option)]
            if before and option.id not in known:
                agreement.choices.append(Choice(option_id=option.id, chosen=before[-1].chosen))


def _refuse_days_to_come(agreement: Agreement, today: date | None) -> None:
    refuse_days_to_come(agreement, today)
    for row in agreement.deviations:
        refuse_days_to_come(row, today, "deviations")


def _settle(session: Any, agreement: Agreement) -> None:
    check_agreement(session, agreement)
    if agreement.replaces_id:
        _replace(session, fetch(session, Agreement, agreement.replaces_id), agreement)


def _known(agreement: Agreement, rows: Rows) -> Rows:
    """The rows, each thing once, and one that is stored already with its number: it stays instead of made anew."""
    return {name: _numbered(getattr(agreement, name), ABOUT.get(name, ()), wanted) for name, wanted in rows.items()}


def _numbered(stored: Sequence[Any], keys: tuple[str, ...], wanted: Sequence[Fields]) -> Sequence[Fields]:
    if not keys:
        return wanted
    numbers = {tuple(getattr(row, key) for key in keys): row.id for row in stored}
    once = {tuple(row.get(key) for key in keys): row for row in wanted}
    return [{**row, "id": numbers.get(about, row.get("id"))} for about, row in once.items()]


def _replace(session: Any, old: Agreement, new: Agreement) -> None:
    if old.supplier_id != new.supplier.id:
        raise BrokenRule("De overeenkomst die vervangen wordt, is van een andere leverancier.", field="replaces_id")
    if new in _chain(session, old):
        raise BrokenRule("Deze overeenkomst is zelf al door de gekozen overeenkomst vervangen.", field="replaces_id")
    if new.status in LASTING and _is_ours_to_end(old):
        _end_before(old, new)


def _is_ours_to_end(old: Agreement) -> bool:
    """Whether it runs on, or ended because of the new one; whoever ended it otherwise knew when and why."""
    return old.end_reason == REPLACED if old.ended_on else old.status in LASTING


def _chain(session: Any, agreement: Agreement | None) -> list[Agreement]:
    """The agreement and all that it took the place of, the newest first."""
    chain: list[Agreement] = []
    while agreement is not None and agreement not in chain:
        chain.append(agreement)
        agreement = fetch(session, Agreement, agreement.replaces_id) if agreement.replaces_id else None
    return chain


def _end_before(old: Agreement, new: Agreement) -> None:
    field = "decided_on" if new.status is NOT_NEEDED else "starts_on"
    begins = new.starts_on or new.decided_on
    if begins is None:
        raise BrokenRule("Vul een datum in: de oude overeenkomst eindigt de dag ervoor.", field=field)
    if old.starts_on and begins <= old.starts_on:
        sentence = f"De overeenkomst die vervangen wordt, ging pas in op {long_date(old.starts_on)}."
        raise BrokenRule(sentence, field=field)
    own_end = old.ends_on if old.renewal is Renewal.NONE else None
    last = min(filter(None, (own_end, begins - DAY)))
    if old.ended_on != last:
        _end(old, last, AgreementStatus.SUPERSEDED, REPLACED)
        old.version += 1


def _end(agreement: Agreement, on: date, status: AgreementStatus, reason: str) -> None:
    agreement.ended_on, agreement.end_reason = on, reason
    if agreement.status is not NOT_NEEDED:  # what was never in force does not become something that once was
        agreement.status = status
