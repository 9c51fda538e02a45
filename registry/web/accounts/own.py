"""One's own account: the password, the second step, and where one is signed in."""

from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response
from wtforms import HiddenField, PasswordField, StringField

from registry.access import needs_nothing
from registry.database import db
from registry.errors import BrokenRule
from registry.model import Account
from registry.services.accounts.attempts import count_attempt
from registry.services.accounts.joining import change_password
from registry.services.accounts.passwords import is_right
from registry.services.accounts.second_factor import address_for_app, drop_second_factor, enrol, is_secret, new_secret
from registry.services.accounts.sessions import end_session, sessions_of
from registry.web.accounts.links import NewPasswordForm
from registry.web.accounts.signed_in import account_of_request, current_session, enter, lacks_second_step
from registry.web.forms import RegisterForm
from registry.web.forms.fields import REQUIRED

blueprint = Blueprint("own_account", __name__, url_prefix="/mijn-account")
PRESENT = {"autocomplete": "current-password"}


class PresentPasswordForm(RegisterForm):
    """The present password, which shows that it is really them."""

    present = PasswordField("Uw wachtwoord van nu", [REQUIRED], render_kw=PRESENT)

    def check(self, account: Account) -> None:
        """Raise BrokenRule when this is not the account's password, TooManyAttempts after too many tries."""
        count_attempt(db.session, account=account.email)
        if not is_right(account.password_hash, self.present.data or ""):
            raise BrokenRule("Dit is niet uw wachtwoord.", field="present")


class PasswordForm(PresentPasswordForm, NewPasswordForm):
    """Another password."""


class EnrolForm(RegisterForm):
    """The first code of an app that was just given the secret."""

    secret = HiddenField()
    code = StringField("De zes cijfers die de app nu toont", [REQUIRED], render_kw={"autocomplete": "one-time-code"})


@blueprint.get("/")
@needs_nothing
def show() -> str:
    """Show one's own account and where it is signed in."""
    account = _account()
    return render_template(
        "accounts/own.html",
        account=account,
        sessions=sessions_of(db.session, account.id),
        here=current_session(),
        form=RegisterForm(),
    )


@blueprint.route("/wachtwoord", methods=["GET", "POST"])
@needs_nothing
def password() -> Response | tuple[str, int]:
    """Choose another password; other browsers are signed out."""
    account, form = _account(), PasswordForm()
    if form.save(lambda: _changed(account, form)):
        enter(account)
        flash("Uw wachtwoord is gewijzigd. In andere browsers bent u afgemeld.")
        return redirect(url_for("own_account.show"))
    return render_template("accounts/password.html", form=form), form.status


@blueprint.route("/tweede-stap", methods=["GET", "POST"])
@needs_nothing
def second_factor() -> str | Response | tuple[str, int]:
    """Show the QR code for an app, and after its first code the codes for on paper."""
    account, form = _account(), EnrolForm()
    if account.has_second_factor:
        return redirect(url_for("own_account.drop"))  # the one at the screen may not be the owner: ask the password
    if not is_secret(form.secret.data or ""):
        form.secret.data = new_secret()
    if codes := form.save(lambda: enrol(db.session, account, form.secret.data, form.code.data)):
        return render_template("accounts/recovery_codes.html", codes=codes)
    import segno  # few come here: not at every start

    picture = segno.make(address_for_app(account, form.secret.data or ""), error="m")
    drawn = picture.svg_inline(scale=5, dark="#000", light="#fff", title="QR-code voor de app")
    is_required = lacks_second_step()
    return render_template("accounts/second_factor.html", form=form, drawn=drawn, is_required=is_required), form.status


@blueprint.route("/tweede-stap/weghalen", methods=["GET", "POST"])
@needs_nothing
def drop() -> Response | tuple[str, int]:
    """Take one's own second step away."""
    account, form = _account(), PresentPasswordForm()
    if form.save(lambda: _dropped(account, form)):
        flash("Aanmelden gaat nu zonder tweede stap.")
        return redirect(url_for("own_account.show"))
    return render_template("accounts/drop.html", form=form), form.status


@blueprint.post("/sessies/<number:session_id>/beeindigen")
@needs_nothing
def end(session_id: int) -> Response:
    """End one of one's own sessions."""
    end_session(db.session, _account().id, session_id)
    flash("Die browser is afgemeld.")
    return redirect(url_for("own_account.show"))


def _account() -> Account:
    return account_of_request() or abort(404)


def _changed(account: Account, form: PasswordForm) -> Any:
    chosen = form.chosen()
    form.check(account)
    change_password(db.session, account, chosen)
    return True


def _dropped(account: Account, form: PresentPasswordForm) -> Any:
    form.check(account)
    drop_second_factor(db.session, account)
    return True
