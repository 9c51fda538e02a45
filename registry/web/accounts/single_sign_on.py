"""Signing in at the board's own sign-in service: the way there, and the way back."""

import time
from typing import TYPE_CHECKING, Any

from flask import Blueprint, Flask, abort, current_app, redirect, request, session
from werkzeug.wrappers import Response

from registry.access import is_public
from registry.database import db
from registry.errors import RegisterError
from registry.model import Account
from registry.services.accounts.provided import account_of
from registry.services.accounts.provider.faults import ServiceFault, TokenRefused
from registry.services.accounts.provider.settings import provider_settings
from registry.services.history.noting import note_failed_sign_in
from registry.web.accounts.sign_in import KEPT, Answer, SignInForm, let_in, sign_in_page
from registry.web.hosts import link

if TYPE_CHECKING:
    from registry.services.accounts.provider.asking import Provider

blueprint = Blueprint("single_sign_on", __name__, url_prefix="/aanmelden/sso")
ASKED = "single_sign_on"
TERM = 600  # seconds in which somebody signs in there
STRANGE = "Deze aanmelding hoort niet bij deze browser, of duurde te lang. Begin opnieuw."
REFUSED = "De aanmelddienst heeft u niet aangemeld. Probeer het opnieuw of vraag de beheerder van het register."
DOWN = "De aanmelddienst van uw bestuur antwoordt nu niet. Probeer het over een paar minuten opnieuw."


class Stopped(Exception):
    """A sign-in that ends on the sign-in page, with a sentence and a status."""

    def __init__(self, sentence: str, status: int) -> None:
        super().__init__(sentence)
        self.sentence, self.status = sentence, status


def init(app: Flask) -> None:
    """Refuse to start with settings of the sign-in service that are wrong; show its name on the pages."""
    provider_settings(app.config)
    app.context_processor(lambda: {"sign_in_service": app.config["OIDC_NAME"] if app.config["OIDC_DISCOVERY"] else ""})


@blueprint.get("")
@is_public
def begin() -> Answer:
    """Send the browser to the sign-in service."""
    provider = _provider()
    try:
        address, question = provider.ask(_back())
    except ServiceFault as fault:
        return _stopped(_down(fault))
    session[ASKED] = {**question.kept(), "onward": request.args.get("verder", "")[:1000]}
    return redirect(address, 303)


@blueprint.get("/terug")
@is_public
def back() -> Answer:
    """Let in who comes back from the sign-in service with the answer to the question of this browser."""
    provider = _provider()
    asked: Any = session.pop(ASKED, None)
    try:
        account = _who(provider, asked)
    except Stopped as stop:
        return _stopped(stop)
    return let_in(account, session.get(KEPT, ""), asked["onward"])


def _who(provider: "Provider", asked: Any) -> Account:
    from registry.services.accounts.provider.asking import Question

    state = request.args.get("state", "")
    if not asked or not state or state != asked["state"] or time.time() - asked["asked_at"] > TERM:
        raise Stopped(STRANGE, 400)
    code = request.args.get("code", "")
    if not code or "error" in request.args:
        raise Stopped(REFUSED, 400)  # what the service says about it is somebody else's text: not on our page
    question = Question(**{name: asked[name] for name in Question.__dataclass_fields__})
    try:
        return account_of(db.session, provider.settings, provider.answer(question, code, _back()))
    except ServiceFault as fault:
        raise _down(fault) from None
    except TokenRefused as fault:
        current_app.logger.warning("token of the sign-in service refused: %s", fault)
        note_failed_sign_in(db.session, step="aanmelddienst")
        raise Stopped(REFUSED, 400) from None
    except RegisterError as fault:
        db.session.rollback()
        note_failed_sign_in(db.session, step="aanmelddienst")
        raise Stopped(fault.sentence, 403) from None


def _provider() -> "Provider":
    from registry.services.accounts.provider.asking import (
        provider_of,  # heavy, and asked for seldom: not at every start
    )

    settings = provider_settings(current_app.config)
    return provider_of(settings) if settings else abort(404)


def _back() -> str:
    return link("single_sign_on.back")


def _down(fault: ServiceFault) -> Stopped:
    current_app.logger.warning("sign-in service: %s", fault)
    return Stopped(DOWN, 503)


def _stopped(stop: Stopped) -> Response | tuple[str, int]:
    db.session.rollback()
    form = SignInForm(formdata=None, kept=session.get(KEPT, ""))
    form.form_errors.append(stop.sentence)
    return sign_in_page(form, stop.status)
