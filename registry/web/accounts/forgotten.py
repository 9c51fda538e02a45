"""A forgotten password: a link by mail, and an answer that tells nobody whether there is an account."""

from concurrent.futures import ThreadPoolExecutor

from flask import Blueprint, Flask, abort, current_app, render_template, request

from registry.access import Viewer, is_public
from registry.database import db, session_for
from registry.model import Account
from registry.model.signing_in import LinkKind
from registry.services.accounts.attempts import count_attempt
from registry.services.accounts.forgotten import reset_link
from registry.web import hosts
from registry.web.accounts.mailing import can_mail_password, mail_link
from registry.web.faults import told
from registry.web.forms import RegisterForm, fields

blueprint = Blueprint("forgotten", __name__)
ASKING = Viewer("wachtwoord vergeten", frozenset())


class ForgottenForm(RegisterForm):
    """Of which account the password was forgotten."""

    email = fields.line(Account.email, required=True)


def init(app: Flask) -> None:
    """Give the app somebody who mails what was asked for, one after the other, while the asker has their answer."""
    app.extensions["mail_desk"] = ThreadPoolExecutor(max_workers=1, thread_name_prefix="mail")


@blueprint.route("/aanmelden/vergeten", methods=["GET", "POST"])
@is_public
def index() -> str | tuple[str, int]:
    """Ask for the address, and answer everybody the same: what depends on the account is done afterwards."""
    if not can_mail_password():
        abort(404)
    form = ForgottenForm()
    if form.save(lambda: _counted(form.email.data)):
        app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]
        app.extensions["mail_desk"].submit(_mail, app, form.email.data, hosts.origin())
        return render_template("accounts/forgotten_sent.html", email=form.email.data)
    return render_template("accounts/forgotten.html", form=form), form.status


def _counted(email: str) -> bool:
    count_attempt(db.session, reset=email, address=request.remote_addr or "", resets="")
    return True


def _mail(app: Flask, email: str, origin: str) -> None:
    try:
        with app.app_context():
            _mail_if_known(app, email, origin)
    except Exception as fault:  # nobody waits for it: the log is where it can be seen
        app.logger.error("no mail for a new password: %s", told(fault))


def _mail_if_known(app: Flask, email: str, origin: str) -> None:
    found = reset_link(session_for(ASKING), email)
    if found is None:
        return
    known, token = found
    path = app.url_map.bind("").build("links.use", {"token": token})
    delivery = mail_link(LinkKind.RESET, known, origin + path)
    if delivery is not None and not delivery.is_accepted:
        app.logger.warning("no mail for a new password: %s", delivery.sentence)
