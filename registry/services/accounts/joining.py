"""The first administrator, accepting an invitation, and a new password: all by a one-time link."""

from typing import Any

from registry.access import Viewer, bind
from registry.database import change
from registry.errors import BrokenRule
from registry.model import Account, OneTimeLink
from registry.model.account import Role
from registry.model.signing_in import LinkKind
from registry.services.accounts.accounts import check_account, has_administrator
from registry.services.accounts.links import DEAD, find_link, forget_links, make_link
from registry.services.accounts.passwords import check_new, hashed
from registry.services.accounts.sessions import end_sessions, viewer_for
from registry.services.accounts.signing_in import account_with

NEWCOMER = Viewer("eerste beheerder", frozenset())
EXAMPLE = "beheerder@waterlelie.example"


def set_up_link(session: Any) -> str | None:
    """Return the secret of the link that makes the first administrator; None when there is one."""
    return None if has_administrator(session) else make_link(session, LinkKind.SET_UP)


def set_up(session: Any, token: str, name: str, email: str, password: str) -> Account:
    """Return the first administrator, made by this link; BrokenRule when the link is dead or a field is wrong."""
    _link_of(session, token, LinkKind.SET_UP)
    check_new(password, name, email)
    secret = hashed(password)
    bind(session, NEWCOMER)
    with change(session, "register ingericht"):
        link = _link_of(session, token, LinkKind.SET_UP)
        if has_administrator(session):
            raise BrokenRule("Er is al een beheerder. Meld u aan.")
        account = Account(name=name, email=email, role=Role.ADMINISTRATOR, password_hash=secret)
        check_account(session, account, schools=set())
        session.add(account)
        session.delete(link)
    return account


def choose_password(session: Any, token: str, password: str) -> Account:
    """Return the account of this invitation or reset, with its new password; all its sessions and links end."""
    account = _owner(find_link(session, token))
    check_new(password, account.name, account.email)
    secret = hashed(password)
    bind(session, viewer_for(account))
    with change(session, "wachtwoord gekozen met een link"):
        account = _owner(find_link(session, token))  # somebody may have used it meanwhile
        _give_password(session, account, secret)
    return account


def change_password(session: Any, account: Account, password: str) -> None:
    """Give the account a new password; its sessions and links end."""
    check_new(password, account.name, account.email)
    secret = hashed(password)
    with change(session, "wachtwoord gewijzigd"):
        session.refresh(account)
        _give_password(session, account, secret)


def enter_example(session: Any, token: str) -> Account:
    """Return the account of the example that this link signs in; the link is used up."""
    with change(session, "aangemeld met een link"):
        link = _link_of(session, token, LinkKind.SIGN_IN)
        account = link.account
        session.delete(link)
    if account is None:
        raise BrokenRule(DEAD)
    return account


def example_link(session: Any) -> str:
    """Return the secret of a link that signs in as the administrator of the example, who has no password."""
    with change(session, "voorbeeldaccount"):
        account = account_with(session, EXAMPLE)
        if account is None:
            account = Account(name="Voorbeeldbeheerder", email=EXAMPLE, email_key=EXAMPLE, role=Role.ADMINISTRATOR)
            session.add(account)
            session.flush()
        return make_link(session, LinkKind.SIGN_IN, account)


def _link_of(session: Any, token: str, kind: LinkKind) -> OneTimeLink:
    link = find_link(session, token)
    if link.kind is not kind:
        raise BrokenRule(DEAD)
    return link


def _owner(link: OneTimeLink) -> Account:
    if link.account is None or link.kind not in (LinkKind.INVITATION, LinkKind.RESET):
        raise BrokenRule(DEAD)
    return link.account


def _give_password(session: Any, account: Account, secret: str) -> None:
    account.password_hash = secret
    account.version += 1
    end_sessions(session, account)
    forget_links(session, account)
