"""The pages for the staff of a school, at secret addresses and without an account: ask for an app, read the answer."""

from datetime import date

from flask import Blueprint, Response, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from registry.access import is_public
from registry.database import db
from registry.errors import TooManyAttempts
from registry.identifiers import name_key
from registry.model import AppRequest, StaffAddress
from registry.queries.asking.app_requests import uses_after
from registry.queries.asking.known_app import known_app
from registry.services.accounts.attempts import count_attempt
from registry.services.accounts.tokens import new_token
from registry.services.asking.app_requests import ask_for_app, check_request, request_at, seems_about_a_pupil
from registry.services.asking.staff_addresses import staff_address_at
from registry.web.asking.ask_form import AskForm

blueprint = Blueprint("staff", __name__, url_prefix="/app-aanvragen")
Answer = AnyResponse | tuple[str, int] | tuple[str, int, dict[str, str]]
SHOWN = object()


@blueprint.after_request
def _keep_from_search_engines(answer: Response) -> Response:
    answer.headers["X-Robots-Tag"] = "noindex, nofollow"
    # The address is the secret: same-origin keeps it from other sites, and "no-referrer" would leave a form no sender.
    answer.headers["Referrer-Policy"] = "same-origin"
    return answer


@blueprint.route("/<token>", methods=["GET", "POST"])
@is_public
def ask(token: str) -> Answer:
    """Ask for an app: first what the register knows of it, then send."""
    today = date.today()
    address = staff_address_at(db.session, token, today) or abort(404)
    form = AskForm()
    try:
        done = form.save(lambda: _next(form, address, today))
    except TooManyAttempts as fault:
        db.session.rollback()
        form.form_errors.append(fault.sentence)
        return _page(form, token, today), 429, {"Retry-After": str(fault.seconds)}
    if isinstance(done, AppRequest):
        return redirect(url_for(".answer", ticket=form.ticket.data), 303)
    return _page(form, token, today), form.status


@blueprint.get("/antwoord/<ticket>")
@is_public
def answer(ticket: str) -> Answer:
    """Show what was asked, what the register knows now, and what was decided."""
    found, today = request_at(db.session, ticket) or abort(404), date.today()
    known = known_app(db.session, found.app, found.link, found.school_id, today)
    uses = uses_after(db.session, found, today)
    return render_template("staff/answer.html", asked=found, known=known, uses=uses, today=today), 200


def _next(form: AskForm, address: StaffAddress, today: date) -> object:
    """The request that was sent; or, before that, the sign that the answer is to be read first."""
    where = request.remote_addr or ""
    if not form.is_answered:
        count_attempt(db.session, staff_look=where)
        check_request(AppRequest(**form.asked()))
        form.answered.data, form.ticket.data = name_key(form.app.data or ""), new_token()
        return SHOWN
    count_attempt(db.session, staff_ask=where, staff_school=str(address.school_id))
    return ask_for_app(db.session, address.school_id, form.asked(), today, form.ticket.data or "")


def _page(form: AskForm, token: str, today: date) -> str:
    address = staff_address_at(db.session, token, today) or abort(404)
    is_read = form.is_answered
    asked = form.asked()
    known = known_app(db.session, asked["app"], asked["link"] or "", address.school_id, today) if is_read else []
    pupil = is_read and seems_about_a_pupil(asked)
    return render_template("staff/ask.html", form=form, school=address.school, known=known, pupil=pupil)
