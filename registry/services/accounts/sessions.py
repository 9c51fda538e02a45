"""Sign-in sessions: one per browser, ended after half an hour of silence, after twelve hours, or by hand."""

import time
from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from registry.access import Viewer, rights_of
from registry.database import change, history
from registry.errors import NotFound
from registry.model import Account, SignInSession
from registry.services.accounts.tokens import hash_of, new_token

MINUTE = 60
IDLE = 30 * MINUTE
LONGEST = 12 * 60 * MINUTE
NOTED = 2 * MINUTE  # so often at most the register writes down that somebody is still there


def viewer_for(account: Account) -> Viewer:
    """Return the viewer that this account is."""
    return Viewer(account.name, rights_of(account.role, account.school_ids), account.school_ids, account.id)


def begin_session(session: Any, account: Account, device: str) -> str:
    """Return the token of a new session of this account."""
    token, now = new_token(), int(time.time())
    with change(session, "aangemeld"):
        forget_old_sessions(session)
        history.note(session, "aangemeld", "account", account.id, device[:60])
        session.add(
            SignInSession(account=account, token_hash=hash_of(token), began_at=now, seen_at=now, device=device[:60])
        )
    return token


def session_with(session: Any, token: str) -> SignInSession | None:
    """Return the session with this token; None when it ended, or its account may not sign in any more."""
    account = joinedload(SignInSession.account).selectinload(Account.schools)  # every request asks this
    found = session.scalar(select(SignInSession).where(SignInSession.token_hash == hash_of(token)).options(account))
    now = time.time()
    if found is None or not found.account.is_active:
        return None
    if now - found.seen_at > IDLE or now - found.began_at > LONGEST:
        return None
    if now - found.seen_at > NOTED:
        with change(session, "nog aangemeld"):
            found.seen_at = int(now)
    return found  # type: ignore[no-any-return]


def sessions_of(session: Any, account_id: int) -> Sequence[SignInSession]:
    """Return the sessions of this account that still run, the newest first."""
    alive = int(time.time()) - IDLE
    asked = select(SignInSession).where(SignInSession.account_id == account_id, SignInSession.seen_at >= alive)
    return session.scalars(asked.order_by(SignInSession.seen_at.desc())).all()  # type: ignore[no-any-return]


def end_session(session: Any, account_id: int, number: int) -> None:
    """End this session of the account; NotFound when it is not theirs."""
    found = session.get(SignInSession, number)
    if found is None or found.account_id != account_id:
        raise NotFound("Deze sessie is er niet meer.")
    with change(session, "afgemeld"):
        history.note(session, "afgemeld", "account", account_id)
        session.delete(found)


def end_sessions(session: Any, account: Account) -> None:
    """End all sessions of this account; inside a Change."""
    for found in session.scalars(select(SignInSession).where(SignInSession.account_id == account.id)):
        session.delete(found)


def forget_old_sessions(session: Any) -> None:
    """Let go of sessions that can no longer be used; inside a Change."""
    now = int(time.time())
    over = (SignInSession.seen_at < now - IDLE) | (SignInSession.began_at < now - LONGEST)
    for found in session.scalars(select(SignInSession).where(over).limit(200)):
        session.delete(found)
