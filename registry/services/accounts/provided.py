"""Which account belongs to what the sign-in service says: bound by its number, once by a trusted e-mail address."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from registry.access import Viewer, bind
from registry.database import change
from registry.errors import NotAllowed, RegisterError
from registry.model import Account
from registry.model.account import Role
from registry.services.accounts.provider.settings import ProviderSettings
from registry.services.accounts.signing_in import account_with

GOOGLE = "https://accounts.google.com"
DOORKEEPER = Viewer("aanmelddienst", frozenset())
NO_ACCOUNT = "U hebt in dit register nog geen account. Vraag de beheerder om een uitnodiging."
CLOSED = "Dit account mag niet aanmelden. Vraag de beheerder van het register."
NO_ROLE = "De aanmelddienst zegt niet welke rol u in dit register hebt. Vraag de beheerder van het register."
TAKEN = "Bij uw e-mailadres hoort hier een account dat iemand anders gebruikt. Vraag de beheerder van het register."


def account_of(session: Any, settings: ProviderSettings, claims: Mapping[str, Any]) -> Account:
    """Return the account of who signed in, at the first time bound or made; NotAllowed says why there is none."""
    subject = f"{settings.issuer} {claims['sub']}"
    bind(session, DOORKEEPER)
    with change(session, "aangemeld bij de aanmelddienst"):
        known = session.scalar(select(Account).where(Account.provider_subject == subject))
        account = known or _first_time(session, settings, claims, subject)
        if not account.is_active:
            raise NotAllowed(CLOSED)
    return account


def trusted_email(settings: ProviderSettings, claims: Mapping[str, Any]) -> str:
    """Return the e-mail address that the service stands for; nothing when it does not.

    Entra ID never says that an address was verified. There the board's own tenant stands for it: nobody else's token
    has its issuer, and only its own managers set an address. Where it does tell that the domain is not the tenant's
    (xms_edov), the address is not believed. Google stands only for the addresses of a Workspace (hd).
    """
    email = claims.get("email")
    if settings.tenant is not None:
        is_sure = claims.get("tid") == settings.tenant and claims.get("xms_edov", True) in (True, 1, "1", "true")
    else:
        is_sure = claims.get("email_verified") is True and (settings.issuer != GOOGLE or bool(claims.get("hd")))
    return email.strip() if is_sure and isinstance(email, str) else ""


def role_of(settings: ProviderSettings, claims: Mapping[str, Any]) -> Role | None:
    """Return the role of the first group in the board's table that this person is in, else the default one."""
    told = claims.get(settings.role_claim) if settings.role_claim else None
    groups = [told] if isinstance(told, str) else told if isinstance(told, list) else []
    return next((role for group, role in settings.roles if group in groups), settings.default_role)


def _first_time(session: Any, settings: ProviderSettings, claims: Mapping[str, Any], subject: str) -> Account:
    email = trusted_email(settings, claims)
    account = account_with(session, email) if email else None
    if account is None:
        account = _newcomer(settings, claims, email)
        session.add(account)
    elif account.provider_subject:
        raise NotAllowed(TAKEN)
    account.provider_subject = subject
    return account


def _newcomer(settings: ProviderSettings, claims: Mapping[str, Any], email: str) -> Account:
    if email.rpartition("@")[2].casefold() not in settings.domains:
        raise NotAllowed(NO_ACCOUNT)
    role = role_of(settings, claims)
    if role is None:
        raise NotAllowed(NO_ROLE)
    try:
        account = Account(email=email, role=role, is_active=True, schools=[], name=_name(claims, email))
    except RegisterError:
        raise NotAllowed(NO_ACCOUNT) from None
    account.email_key = account.email.casefold()
    return account


def _name(claims: Mapping[str, Any], email: str) -> str:
    told = claims.get("name")
    name = " ".join(told.split()) if isinstance(told, str) else ""
    return name if 0 < len(name) <= 120 and name.isprintable() else email[:120]
