"""One-time links: the first administrator, an invitation, a new password, the example."""

from typing import Any

from flask import Blueprint, current_app, render_template, request
from wtforms import EmailField, PasswordField, StringField

from registry.access import is_public
from registry.database import db
from registry.errors import BrokenRule
from registry.model import Account, OneTimeLink
from registry.model.account import Role
from registry.model.signing_in import LinkKind
from registry.services.accounts.attempts import count_attempt
from registry.services.accounts.joining import choose_password, enter_example, set_up
from registry.services.accounts.links import find_link
from registry.services.accounts.passwords import SHORTEST
from registry.web.accounts.sign_in import Answer, let_in
from registry.web.forms import RegisterForm
from registry.web.forms.fields import REQUIRED

blueprint = Blueprint("links", __name__, url_prefix="/welkom")
NEW = {"autocomplete": "new-password"}


class NewPasswordForm(RegisterForm):
    """A new password, typed twice."""

    password = PasswordField(
        "Nieuw wachtwoord",
        [REQUIRED],
        description=f"Minstens {SHORTEST} tekens. Bijvoorbeeld vier woorden achter elkaar.",
        render_kw=NEW,
    )
    again = PasswordField("Nog een keer hetzelfde wachtwoord", [REQUIRED], render_kw=NEW)

    def chosen(self) -> str:
        """Return the password; BrokenRule when the two differ."""
        if self.password.data != self.again.data:
            raise BrokenRule("Dit is niet hetzelfde wachtwoord als hierboven.", field="again")
        return self.password.data or ""


class FirstForm(NewPasswordForm):
    """The first administrator."""

    name = StringField("Naam of functie", [REQUIRED], description="Bijvoorbeeld: ICT-coördinator.")
    email = EmailField("E-mailadres", [REQUIRED], render_kw={"autocomplete": "username"})


@blueprint.route("/<token>", methods=["GET", "POST"])
@is_public
def use(token: str) -> Answer:
    """Show what the link is for, and do it once it is confirmed; opening it alone uses nothing up."""
    link = _found(token)
    if current_app.config["REQUIRE_SSO"] and link.account and link.account.role is not Role.ADMINISTRATOR:
        raise BrokenRule(f"Uw bestuur vraagt u aan te melden met {current_app.config['OIDC_NAME']}.")
    form = FirstForm() if link.kind is LinkKind.SET_UP else _form_of(link)
    if account := form.save(lambda: _used(link.kind, token, form)):
        return let_in(account)
    return render_template("accounts/welcome.html", form=form, kind=link.kind, account=link.account), form.status


def _found(token: str) -> OneTimeLink:
    try:
        return find_link(db.session, token)
    except BrokenRule:
        count_attempt(db.session, link=request.remote_addr or "")
        raise


def _form_of(link: OneTimeLink) -> RegisterForm:
    return RegisterForm() if link.kind is LinkKind.SIGN_IN else NewPasswordForm()


def _used(kind: LinkKind, token: str, form: Any) -> Account:
    if kind is LinkKind.SIGN_IN:
        return enter_example(db.session, token)
    if kind is LinkKind.SET_UP:
        return set_up(db.session, token, form.name.data, form.email.data, form.chosen())
    return choose_password(db.session, token, form.chosen())
