"""To whom somebody tells of a weakness in this register: /.well-known/security.txt, as RFC 9116 lays down."""

import re
from datetime import UTC, datetime, time, timedelta

from flask import Blueprint, Response, abort, current_app
from flask.blueprints import BlueprintSetupState

from registry.access import is_public
from registry.errors import BrokenRule
from registry.web.hosts import link

CONTACT, WEB = re.compile(r"(?:mailto:|https://|tel:)[!-~]+"), re.compile(r"https://[!-~]+")
MORE = {"Policy": "SECURITY_POLICY", "Acknowledgments": "SECURITY_ACKNOWLEDGMENTS", "Encryption": "SECURITY_ENCRYPTION"}
TERM = timedelta(days=180)  # from today: the standard wants less than a year, and this text is made anew every day

blueprint = Blueprint("security_txt", __name__)


@blueprint.record_once
def _check(state: BlueprintSetupState) -> None:
    """Refuse to start with a setting that would make the text wrong."""
    config = state.app.config
    config["SECURITY_CONTACT"] = contacts = [_address(one) for one in config["SECURITY_CONTACT"] or ()]
    if not all(CONTACT.fullmatch(one) for one in contacts):
        raise BrokenRule("SECURITY_CONTACT is een e-mailadres, of een adres dat met https:// of tel: begint.")
    for setting in MORE.values():
        if config[setting] and not WEB.fullmatch(str(config[setting])):
            raise BrokenRule(f"{setting} is een adres dat met https:// begint.")


@blueprint.get("/.well-known/security.txt")
@is_public
def show() -> Response:
    """Tell to whom to turn; not there while nobody is named."""
    contacts = current_app.config["SECURITY_CONTACT"] or abort(404)
    lines = [("Contact", one) for one in contacts]
    lines += [("Expires", (_midnight() + TERM).isoformat().replace("+00:00", "Z")), ("Preferred-Languages", "nl, en")]
    lines += [(name, current_app.config[setting]) for name, setting in MORE.items() if current_app.config[setting]]
    if current_app.config["BASE_URL"]:
        lines.append(("Canonical", link("security_txt.show")))
    told = "".join(f"{name}: {value}\n" for name, value in lines)
    return Response(told, content_type="text/plain; charset=utf-8", headers={"Cache-Control": "public, max-age=3600"})


def _address(written: object) -> str:
    address = str(written).strip()
    return f"mailto:{address}" if "@" in address and ":" not in address else address


def _midnight() -> datetime:
    return datetime.combine(datetime.now(UTC).date(), time(), UTC)
