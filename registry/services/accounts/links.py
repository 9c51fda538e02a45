"""One-time links: to set up, to accept an invitation, to choose a new password."""

import time
from typing import Any

from sqlalchemy import select

from registry.database import change
from registry.errors import BrokenRule
from registry.model import Account, OneTimeLink
from registry.model.signing_in import LinkKind
from registry.services.accounts.tokens import hash_of, new_token

HOUR = 3600
TERMS = {
    LinkKind.SET_UP: 24 * HOUR,
    LinkKind.SIGN_IN: 24 * HOUR,
    LinkKind.INVITATION: 7 * 24 * HOUR,
    LinkKind.RESET: HOUR // 2,
}
DEAD = "Deze link werkt niet meer. Een link werkt één keer en niet lang. Vraag een nieuwe."


def make_link(session: Any, kind: LinkKind, account: Account | None = None) -> str:
    """Return the secret of a new link of this kind; earlier ones of this kind and account die."""
    token = new_token()
    with change(session, f"link gemaakt: {kind.label}"):
        forget_links(session, account, kind)
        _forget_old(session)
        expires = int(time.time()) + TERMS[kind]
        session.add(OneTimeLink(kind=kind, account=account, token_hash=hash_of(token), expires_at=expires))
    return token


def find_link(session: Any, token: str) -> OneTimeLink:
    """Return the link with this secret; BrokenRule when there is none, or no longer."""
    link = session.scalar(select(OneTimeLink).where(OneTimeLink.token_hash == hash_of(token)))
    is_dead = link is None or link.expires_at < time.time()
    if is_dead or (link.account is not None and not link.account.is_active):
        raise BrokenRule(DEAD)
    return link  # type: ignore[no-any-return]


def forget_links(session: Any, account: Account | None, kind: LinkKind | None = None) -> None:
    """Let all links of this account die, or those of one kind; inside a Change."""
    asked = select(OneTimeLink).where(OneTimeLink.account_id == (account.id if account else None))
    for link in session.scalars(asked if kind is None else asked.where(OneTimeLink.kind == kind)):
        session.delete(link)


def _forget_old(session: Any) -> None:
    for link in session.scalars(select(OneTimeLink).where(OneTimeLink.expires_at < int(time.time())).limit(200)):
        session.delete(link)
