"""All accounts, for who manages them: the list, inviting, changing, and a link for who cannot get in."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from registry.access import Right, needs
from registry.database import db
from registry.model import Account
from registry.model.account import Role
from registry.model.signing_in import LinkKind
from registry.queries.accounts.accounts import all_accounts
from registry.services.accounts.accounts import edit_account, invite, release
from registry.services.accounts.links import make_link
from registry.services.accounts.second_factor import drop_second_factor
from registry.services.records import fetch
from registry.web import hosts
from registry.web.accounts.mailing import mail_link
from registry.web.forms import RegisterForm, fields
from registry.web.forms.schools import SchoolsField, without_schools
from registry.web.numbers import record_number
from registry.web.own_mail import Message

blueprint = Blueprint("accounts", __name__, url_prefix="/accounts")

GREETING, ENDING = "Beste collega,", "De link werkt één keer."
MESSAGES = {
    LinkKind.INVITATION: (
        "Uitnodiging voor het verwerkersregister",
        f"{GREETING}\n\nU bent uitgenodigd voor het verwerkersregister. Open deze link en kies een wachtwoord:\n\n"
        f"{{address}}\n\n{ENDING} Doe dat binnen een week.",
    ),
    LinkKind.RESET: (
        "Nieuw wachtwoord voor het verwerkersregister",
        f"{GREETING}\n\nMet deze link kiest u een nieuw wachtwoord voor het verwerkersregister:\n\n"
        f"{{address}}\n\n{ENDING} Doe dat binnen een half uur.",
    ),
}


class InviteForm(RegisterForm):
    """Who is invited, and what for."""

    name = fields.line(Account.name, required=True, help="Liever een functie dan een naam. Bijvoorbeeld: IB’er Oost.")
    email = fields.line(Account.email, required=True)
    role = fields.choice(Account.role, radio=True)
    schools = SchoolsField(
        "Scholen", help="Alleen voor een schoolcoördinator, en voor een lezer die niet alle scholen ziet."
    )

    def fields(self) -> dict[str, Any]:
        """Return what was typed about the account itself."""
        return without_schools(super().fields())


class AccountForm(InviteForm):
    """An account as it stands."""

    is_active = fields.yes(Account.is_active, help="Haal het vinkje weg voor wie hier niet meer werkt.")


@blueprint.get("/")
@needs(Right.MANAGE)
def index() -> str:
    """Show every account with its role and schools."""
    return render_template("accounts/index.html", accounts=all_accounts(db.session))


@blueprint.route("/uitnodigen", methods=["GET", "POST"])
@needs(Right.MANAGE)
def add() -> str | tuple[str, int]:
    """Invite somebody; the link is mailed where that can be, and shown once."""
    school = record_number(request.args.get("school"))
    chosen = {"role": Role.SCHOOL_COORDINATOR, "schools": [school] if school else []}
    form = InviteForm(data=chosen)  # of what is asked often, the least
    if invited := form.save(lambda: invite(db.session, form.fields(), form.schools.data or ())):
        return _link_page(LinkKind.INVITATION, *invited, is_first=True)
    return render_template("accounts/form.html", form=form, account=None), form.status


@blueprint.route("/<number:account_id>", methods=["GET", "POST"])
@needs(Right.MANAGE)
def edit(account_id: int) -> Response | tuple[str, int]:
    """Change an account, or close it."""
    account = fetch(db.session, Account, account_id)
    form = AccountForm(obj=account, data={"schools": [row.school_id for row in account.schools]})
    if form.save(lambda: edit_account(db.session, account_id, form.seen, form.fields(), form.schools.data or ())):
        flash(f"{account.name} is bewaard.")
        return redirect(url_for("accounts.index"))
    return render_template("accounts/form.html", form=form, account=account), form.status


@blueprint.post("/<number:account_id>/link")
@needs(Right.MANAGE)
def link(account_id: int) -> str:
    """Mail or show a new link with which this person chooses a password."""
    account = fetch(db.session, Account, account_id)
    kind = LinkKind.RESET if account.password_hash else LinkKind.INVITATION
    return _link_page(kind, account, make_link(db.session, kind, account))


@blueprint.post("/<number:account_id>/tweede-stap-weghalen")
@needs(Right.MANAGE)
def drop(account_id: int) -> Response:
    """Take the second step away from somebody who lost phone and paper."""
    account = fetch(db.session, Account, account_id)
    drop_second_factor(db.session, account)
    flash(f"{account.name} meldt zich nu aan zonder tweede stap.")
    return redirect(url_for("accounts.edit", account_id=account_id))


@blueprint.post("/<number:account_id>/losmaken")
@needs(Right.MANAGE)
def let_go(account_id: int) -> Response:
    """Unbind somebody from their number at the sign-in service."""
    account = release(db.session, account_id)
    flash(f"{account.name} meldt zich weer voor het eerst aan, met het e-mailadres dat hier staat.")
    return redirect(url_for("accounts.edit", account_id=account_id))


def _link_page(kind: LinkKind, account: Account, token: str, is_first: bool = False) -> str:
    address = hosts.link("links.use", token=token)
    delivery = mail_link(kind, account.email, address)
    told = {"account": account, "address": address, "delivery": delivery, "is_first": is_first}
    subject, text = MESSAGES[kind]
    message = Message(subject, text.format(address=address), (account.email,))
    return render_template("accounts/link.html", message=message, **told)
