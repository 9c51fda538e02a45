"""Who forgot their password: a link to choose another one, for an account that has a password."""

from typing import Any

from registry.database import change, history
from registry.model.signing_in import LinkKind
from registry.services.accounts.links import make_link
from registry.services.accounts.signing_in import account_with


def reset_link(session: Any, email: str) -> tuple[str, str] | None:
    """Return the address of the account that this one belongs to, and the secret of a link for a new password.

    None where there is no such account, it may not sign in, or it has no password: who was invited has a link of
    their own, and who comes by the sign-in service has none to forget.
    """
    account = account_with(session, email)
    if account is None or not account.is_active or not account.password_hash:
        return None
    with change(session, "nieuw wachtwoord gevraagd"):
        history.note(session, "nieuw wachtwoord gevraagd", "account", account.id)
        token = make_link(session, LinkKind.RESET, account)
    return account.email, token
