"""Accounts: invite, change, and what nobody may do to the last administrator."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import or_, select

from registry.database import change
from registry.errors import AlreadyExists, BrokenRule
from registry.model import Account, AccountSchool
from registry.model.account import OF_SCHOOLS, Role
from registry.model.signing_in import LinkKind
from registry.services.accounts.links import forget_links, make_link
from registry.services.accounts.sessions import end_sessions
from registry.services.accounts.signing_in import account_with
from registry.services.records import Fields, assign, edit, fetch

LAST = "Er moet een beheerder overblijven die kan aanmelden."


def has_administrator(session: Any) -> bool:
    """Return whether somebody can sign in and manage the accounts."""
    account = Account.__table__.c  # as columns: every start asks this, and needs no mapper ready for it
    comes_in = or_(account.password_hash != "", account.provider_subject != "")
    asked = select(account.id).where(account.role == Role.ADMINISTRATOR, account.is_active, comes_in)
    return session.execute(asked.limit(1)).first() is not None


def invite(session: Any, fields: Fields, schools: Iterable[int]) -> tuple[Account, str]:
    """Return the new account and the secret of its invitation."""
    with change(session, "account uitgenodigd"):
        account = Account(schools=[])
        assign(account, fields)
        check_account(session, account, set(schools))
        session.add(account)
        session.flush()
        return account, make_link(session, LinkKind.INVITATION, account)


def edit_account(session: Any, number: int, seen: int, fields: Fields, schools: Iterable[int]) -> Account:
    """Return the account with these fields and schools; who loses rights is signed out."""
    with change(session, "account gewijzigd"), _keeping_an_administrator(session, field="role"):
        account = fetch(session, Account, number)
        before, address = (account.role, account.is_active, account.school_ids), account.email_key
        with session.no_autoflush:
            edit(session, account, seen, fields)
            check_account(session, account, set(schools))
        if before != (account.role, account.is_active, account.school_ids):
            end_sessions(session, account)
        if not account.is_active or address != account.email_key:
            forget_links(session, account)
    return account


def release(session: Any, number: int) -> Account:
    """Return the account, no longer bound to a number at the sign-in service; its e-mail address counts there again.

    For somebody who got another number there, or a board that goes to another service.
    """
    with change(session, "losgemaakt van de aanmelddienst"), _keeping_an_administrator(session):
        account = fetch(session, Account, number)
        account.provider_subject = ""
        account.version += 1
        end_sessions(session, account)
    return account


@contextmanager
def _keeping_an_administrator(session: Any, field: str | None = None) -> Iterator[None]:
    """Let something be done to an account inside a Change, unless nobody is left who can manage the accounts.

    Who can is asked first: that makes a second such change wait for this one.
    """
    had_one = has_administrator(session)
    yield
    session.flush()
    if had_one and not has_administrator(session):
        raise BrokenRule(LAST, field=field)


def check_account(session: Any, account: Account, schools: set[int]) -> None:
    """Give the account its schools; BrokenRule or AlreadyExists at the field for an account that cannot be."""
    if not account.name or not account.email:
        field = "email" if account.name else "name"
        raise BrokenRule("Vul een naam of functie en een e-mailadres in.", field=field)
    account.email_key = account.email.casefold()
    with session.no_autoflush:
        other = account_with(session, account.email)
    if other is not None and other is not account:
        raise AlreadyExists("Er is al een account met dit e-mailadres.", field="email")
    _give_schools(account, schools)


def _give_schools(account: Account, schools: set[int]) -> None:
    if account.role not in OF_SCHOOLS and schools:
        raise BrokenRule(f"De rol {account.role.label} geldt voor alle scholen. Kies geen scholen.", field="schools")
    if account.role is Role.SCHOOL_COORDINATOR and not schools:
        raise BrokenRule("Kies de scholen van deze coördinator.", field="schools")
    present = {row.school_id: row for row in account.schools}
    account.schools[:] = [present.get(number) or AccountSchool(school_id=number) for number in sorted(schools)]


def _administrators(session: Any) -> Sequence[Account]:
    """Who can sign in as administrator; on PostgreSQL locked, so that two of them cannot demote each other at once."""
    asked = select(Account).where(Account.role == Role.ADMINISTRATOR, Account.is_active)
    found = session.scalars(asked.order_by(Account.id).with_for_update()).all()
    return [one for one in found if one.password_hash or one.provider_subject]
