"""Signing in with a password: counted, equally slow for everybody, one sentence for whatever is wrong."""

from typing import Any

from sqlalchemy import select

from registry.errors import BrokenRule
from registry.model import Account
from registry.services.accounts.attempts import count_attempt, forget_attempts
from registry.services.accounts.passwords import is_right
from registry.services.history.noting import note_failed_sign_in

WRONG = "Dit e-mailadres en dit wachtwoord horen niet bij elkaar, of het account mag niet aanmelden."


def account_with(session: Any, email: str) -> Account | None:
    """Return the account with this e-mail address; None when there is none."""
    if "\0" in email:
        return None  # PostgreSQL cannot even be asked
    return session.scalar(select(Account).where(Account.email_key == email.strip().casefold()))  # type: ignore[no-any-return]


def check_password(session: Any, email: str, password: str, address: str) -> Account:
    """Return the account that these belong to; BrokenRule when they do not, TooManyAttempts after too many tries.

    `address` is where the visitor comes from. No transaction is open while the password is checked: that takes long.
    """
    count_attempt(session, account=email, address=address, everybody="")
    account = account_with(session, email)
    stored = account.password_hash if account and account.is_active else ""
    session.rollback()
    if not is_right(stored, password) or account is None:
        note_failed_sign_in(session, account.id if account else 0)
        raise BrokenRule(WRONG)
    forget_attempts(session, account=email)
    return account
