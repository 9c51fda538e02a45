"""Who is at the screen: the session in the cookie, begun by signing in and ended by signing out."""

import re
from collections.abc import Mapping
from typing import Any

from flask import current_app, g, request, session, url_for

from registry import access
from registry.database import db
from registry.model import Account, SignInSession
from registry.model.account import Role
from registry.services.accounts.sessions import begin_session, end_session, session_with, viewer_for

TOKEN = "sign_in"
BROWSERS = {"Edg": "Edge", "Firefox": "Firefox", "Chrome": "Chrome", "Safari": "Safari"}
SYSTEMS = {
    "Windows": "Windows",
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Android": "Android",
    "Mac OS": "Mac",
    "Linux": "Linux",
}


def viewer_of_request() -> access.Viewer | None:
    """Return who is at the screen, whom the database session is bound to from here; None for somebody unknown.

    Where signing in is switched off, which only a register for one person on their own device does, it is always
    the built-in administrator.
    """
    if not current_app.config["SIGN_IN"]:
        return _bound(access.BUILT_IN)
    found = current_session()
    return None if found is None else _bound(viewer_for(found.account))


def account_of_request() -> Account | None:
    """Return the account of who is at the screen; None where nobody is signed in."""
    found = current_session() if current_app.config["SIGN_IN"] else None
    return found.account if found else None


def lacks_second_step() -> bool:
    """Return whether the board asks a second step of everybody and this person has none yet.

    Who has no password signs in at the board's own sign-in service, which asks its own second step. Where everybody
    has to, an administrator's password is for emergencies, and those ask for it as well.
    """
    is_asked, is_emergency = (current_app.config[name] for name in ("REQUIRE_SECOND_FACTOR", "REQUIRE_SSO"))
    account = account_of_request() if is_asked or is_emergency else None
    if account is None or not account.password_hash or account.has_second_factor:
        return False
    return bool(is_asked or account.role is Role.ADMINISTRATOR)


def recognise() -> None:
    """Let a page for everybody show its menu to who is signed in; to others it stays the page of nobody."""
    if not lacks_second_step():
        viewer_of_request()


def enter(account: Account) -> None:
    """Sign this account in, in a cookie that holds nothing of before; the session that this browser had ends."""
    access.bind(db.session, viewer_for(account))
    g.pop("sign_in_session", None)
    if (earlier := current_session()) is not None:
        end_session(db.session, earlier.account_id, earlier.id)
    token = begin_session(db.session, account, device_of(request.headers.get("User-Agent", "")))
    leave()
    session[TOKEN] = token


def leave() -> None:
    """Forget in this browser who is at the screen."""
    session.clear()
    g.pop("sign_in_session", None)
    g.pop("csrf_token", None)  # Flask-WTF keeps it for the whole request; a form from here on needs the new one


def home() -> str:
    """Return the address where this person's work begins."""
    viewer = access.viewer_of(db.session)
    return url_for("overview.index" if viewer.may(access.Right.READ) else "signing.index")


def current_session() -> SignInSession | None:
    """Return the session of this browser; None where nobody is signed in in it."""
    if "sign_in_session" not in g:
        token: Any = session.get(TOKEN)
        g.sign_in_session = session_with(db.session, token) if isinstance(token, str) else None
    return g.sign_in_session  # type: ignore[no-any-return]


def device_of(agent: str) -> str:
    """Return a browser and a system as people call them, out of what the browser says of itself."""
    return f"{_named(BROWSERS, agent, 'een browser')} op {_named(SYSTEMS, agent, 'een apparaat')}"


def _named(names: Mapping[str, str], agent: str, otherwise: str) -> str:
    return next((name for mark, name in names.items() if re.search(rf"\b{mark}", agent)), otherwise)


def _bound(viewer: access.Viewer) -> access.Viewer:
    access.bind(db.session, viewer)
    return viewer
