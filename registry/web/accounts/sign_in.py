"""Signing in and out: the password, the code, and back to what somebody was doing."""

import time
from typing import Any

from flask import Blueprint, Response, current_app, redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response as AnyResponse
from wtforms import EmailField, HiddenField, PasswordField, StringField

from registry import access
from registry.access import is_public
from registry.database import db
from registry.errors import BrokenRule
from registry.model import Account
from registry.model.account import Role
from registry.services.accounts.attempts import count_attempt
from registry.services.accounts.second_factor import check_code
from registry.services.accounts.sessions import end_session, viewer_for
from registry.services.accounts.signing_in import WRONG, check_password
from registry.services.history.noting import note_failed_sign_in
from registry.services.records import fetch
from registry.web.accounts.kept import keep, kept
from registry.web.accounts.mailing import can_mail_password
from registry.web.accounts.signed_in import current_session, enter, home, leave
from registry.web.forms import RegisterForm
from registry.web.forms.fields import REQUIRED
from registry.web.onward import onward

blueprint = Blueprint("sign_in", __name__)
HALF = "half_signed_in"
KEPT = "kept_form"
MOST_KEPT = 2500  # characters of a form that go along to the sign-in service and back, in the cookie
HALF_TERM = 300  # seconds between the password and the code
Answer = str | AnyResponse | tuple[str, int]


class SignInForm(RegisterForm):
    """Who it is, and their password."""

    email = EmailField("E-mailadres", [REQUIRED], render_kw={"autocomplete": "username"})
    password = PasswordField("Wachtwoord", [REQUIRED], render_kw={"autocomplete": "current-password"})
    kept = HiddenField()


class CodeForm(RegisterForm):
    """The code of the second step."""

    code = StringField(
        "Code",
        [REQUIRED],
        description="De zes cijfers uit de app op uw telefoon, of een herstelcode van papier.",
        render_kw={"autocomplete": "one-time-code", "inputmode": "text"},
    )
    kept = HiddenField()


@blueprint.route("/aanmelden", methods=["GET", "POST"])
@is_public
def index() -> Answer:
    """Ask for e-mail address and password."""
    form = SignInForm()
    if account := form.save(lambda: _checked(form)):
        return let_in(account, form.kept.data or "", _target())
    return sign_in_page(form, form.status)


@blueprint.route("/aanmelden/code", methods=["GET", "POST"])
@is_public
def code() -> Answer:
    """Ask for the code of the second step."""
    account = _half()
    if account is None:
        return redirect(url_for("sign_in.index"))
    form = CodeForm()
    if form.save(lambda: _right_code(account, form)):
        return _entered(account, form.kept.data or "", _target())
    return _code_page(form, _target())


@blueprint.post("/afmelden")
@is_public
def sign_out() -> AnyResponse:
    """End the session of this browser."""
    if (found := current_session()) is not None:
        access.bind(db.session, viewer_for(found.account))  # the history tells who left
        end_session(db.session, found.account_id, found.id)
    leave()
    return redirect(url_for("sign_in.index"))


def ask_to_sign_in() -> AnyResponse | tuple[str, int]:
    """Return the way to the sign-in page; for a form that was sent, that page itself, with what was typed."""
    session.pop(KEPT, None)
    if request.method == "GET":
        return redirect(url_for("sign_in.index", verder=request.full_path.rstrip("?")))
    typed = keep()
    if current_app.config["OIDC_DISCOVERY"] and len(typed) <= MOST_KEPT:
        session[KEPT] = typed
    return sign_in_page(SignInForm(formdata=None, kept=typed), 401)


def sign_in_page(form: SignInForm, status: int) -> tuple[str, int]:
    """Return the page that asks who it is."""
    was_busy, goes_along = bool(kept(form.kept.data or "")), KEPT in session
    told = {"was_busy": was_busy, "goes_along": goes_along, "can_mail_password": can_mail_password()}
    return render_template("accounts/sign_in.html", form=form, **told), status


def let_in(account: Account, kept_form: str = "", target: str = "") -> Answer:
    """Return what follows once it is clear who it is, whatever the door: the second step, or what they came for."""
    if not account.has_second_factor:
        return _entered(account, kept_form, target)
    access.bind(db.session, access.PUBLIC)
    session[HALF] = [account.id, int(time.time())]
    return _code_page(CodeForm(formdata=None, kept=kept_form), target)


def _checked(form: SignInForm) -> Account:
    account = check_password(db.session, form.email.data, form.password.data, request.remote_addr or "")
    # Where the board asks for its own sign-in service, a password is only for the day that it is down.
    is_emergency = account.role is Role.ADMINISTRATOR and account.has_second_factor
    if current_app.config["REQUIRE_SSO"] and not is_emergency:
        note_failed_sign_in(db.session, account.id)
        raise BrokenRule(WRONG)
    return account


def _right_code(account: Account, form: CodeForm) -> Any:
    count_attempt(db.session, code=str(account.id))
    try:
        check_code(db.session, account, form.code.data)
    except BrokenRule:
        note_failed_sign_in(db.session, account.id, "tweede stap")
        raise
    return True


def _half() -> Account | None:
    number, since = session.get(HALF) or (0, 0)
    if not number or time.time() - since > HALF_TERM:
        return None
    account = fetch(db.session, Account, number)
    return account if account.is_active else None


def _target() -> str:
    return request.args.get("verder", "")


def _code_page(form: CodeForm, target: str) -> Answer:
    return render_template("accounts/code.html", form=form, target=target or None), form.status


def _entered(account: Account, kept_form: str, target: str) -> Answer:
    enter(account)
    if (waiting := kept(kept_form)) is not None:
        return Response(render_template("accounts/again.html", waiting=waiting, form=RegisterForm(formdata=None)))
    return redirect(onward(target) or home())
