"""Faults as pages: one clear Dutch sentence, and where to go from there."""

from flask import Flask, Response, render_template, request
from werkzeug.datastructures import Headers
from werkzeug.exceptions import HTTPException, SecurityError

from registry.database import db, let_go
from registry.database.unavailable import unavailable
from registry.errors import NotAllowed, NotFound, RegisterError, TooManyAttempts, Unavailable
from registry.web.faults import told
from registry.web.parents.answers import is_for_everybody

SENTENCES = {
    400: "Deze aanvraag klopt niet. Ga terug, laad de pagina opnieuw en probeer het nog eens.",
    403: "Dit mag u niet doen of bekijken.",
    404: "Deze pagina bestaat niet.",
    405: "Zo kan deze pagina niet worden gebruikt.",
    413: "Dit is te groot. Een bestand mag hoogstens 25 MB zijn.",
    415: "Dit soort bericht kan het register niet lezen.",
    429: "Dit ging te vaak achter elkaar. Wacht even en probeer het dan nog eens.",
    500: "Er ging iets mis in het register. Er is niets bewaard. Probeer het nog eens.",
}
KEPT = {"Allow", "Retry-After"}  # what a fault says besides its sentence


def init(app: Flask) -> None:
    """Show every fault as a page in the frame."""
    app.register_error_handler(SecurityError, _strange_host)
    app.register_error_handler(HTTPException, lambda fault: _http(app, fault))
    app.register_error_handler(RegisterError, _rule)
    app.register_error_handler(TooManyAttempts, _wait)
    app.register_error_handler(Unavailable, lambda fault: _away(app, fault, fault))
    app.register_error_handler(Exception, lambda fault: _broken(app, fault))
    app.log_exception = lambda exc_info: _log(app, exc_info[1] or Exception())  # type: ignore[method-assign]


def _strange_host(fault: SecurityError) -> Response:
    # No page: an address that is not ours has no links to build.
    return Response("Dit register is niet op dit adres te bereiken.", 400, content_type="text/plain; charset=utf-8")


def _http(app: Flask, fault: HTTPException) -> tuple[str, int, Headers] | tuple[str, int, dict[str, str]]:
    cause = getattr(fault, "original_exception", None)  # of what went wrong behind the view, or while a fault was told
    if cause and (told_of := unavailable(cause)):
        return _away(app, told_of, cause)
    said = {name: value for name, value in fault.get_headers() if name in KEPT}
    return *_page(fault.code or 500), Headers(said)


def _rule(fault: RegisterError) -> tuple[str, int]:
    db.session.rollback()
    status = {NotFound: 404, NotAllowed: 403, TooManyAttempts: 429}.get(type(fault), 422)
    return _page(status, None if status == 404 else fault.sentence)


def _wait(fault: TooManyAttempts) -> tuple[str, int, dict[str, str]]:
    return *_rule(fault), {"Retry-After": str(fault.seconds)}


def _away(app: Flask, told_of: Unavailable, fault: Exception) -> tuple[str, int, dict[str, str]]:
    """The page without menu, outside the frame: the frame would ask the database again."""
    app.logger.error("%s not available: %s", request.endpoint, told(fault))
    let_go(db.session)
    page = app.jinja_env.get_template("parents/error.html").render(status=503, sentence=told_of.sentence)
    return page, 503, {"Retry-After": str(told_of.seconds), "Cache-Control": "no-store"}


def _broken(app: Flask, fault: Exception) -> tuple[str, int] | tuple[str, int, dict[str, str]]:
    if told_of := unavailable(fault):
        return _away(app, told_of, fault)
    if app.testing or app.debug:
        raise fault
    _log(app, fault)
    db.session.rollback()
    return _page(500)


def _log(app: Flask, fault: BaseException) -> None:
    app.logger.error("%s failed: %s", request.endpoint, told(fault))


def _page(status: int, sentence: str | None = None) -> tuple[str, int]:
    sentence = sentence or SENTENCES.get(status, SENTENCES[400])
    # What everybody may read knows no session, and leads nowhere into the register.
    template = "parents/error.html" if is_for_everybody(request.path) else "error.html"
    return render_template(template, status=status, sentence=sentence), status
