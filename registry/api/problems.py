"""What goes wrong, as RFC 9457 problems in Dutch."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask import Response, current_app, json
from werkzeug.exceptions import HTTPException

from registry import text
from registry.api.names import told
from registry.database import db, let_go
from registry.database.unavailable import unavailable
from registry.documents import Gap
from registry.errors import (
    AlreadyExists,
    ChangedMeanwhile,
    GapsRemain,
    InvalidText,
    NotAllowed,
    NotFound,
    RegisterError,
    SavedMeanwhile,
    Unavailable,
)
from registry.identifiers import holds_national_number

PROBLEM = "application/problem+json"
TITLES = {
    400: "De aanvraag klopt niet",
    401: "Er is geen geldige sleutel",
    403: "Dit mag niet met deze sleutel",
    404: "Dit is er niet",
    405: "Dit kan niet op dit adres",
    409: "Dit staat er al",
    412: "Iemand anders heeft dit intussen gewijzigd",
    413: "De aanvraag is te groot",
    415: "Dit soort inhoud leest de API niet",
    422: "Dit mag niet volgens de regels van het register",
    428: "Zeg welke stand u wijzigt",
    500: "Er ging iets mis",
    503: "Het register is nu niet beschikbaar",
}
DETAILS = {
    400: "De aanvraag is niet te lezen.",
    401: "Stuur een geldige sleutel mee in de kop Authorization: Bearer gevolgd door de sleutel.",
    403: "Deze sleutel geeft daar geen recht op.",
    404: "Dit staat niet in het register.",
    405: "Dit adres kent deze methode niet. De kop Allow noemt welke wel.",
    412: "Haal het opnieuw op en stuur de wijziging nog eens, met de nieuwe ETag in de kop If-Match.",
    413: "Een aanvraag is hoogstens 1 MB.",
    415: "Stuur JSON, met de kop Content-Type: application/json.",
    428: "Stuur de ETag die u bij het lezen kreeg mee in de kop If-Match.",
    500: "Er ging iets mis in het register. Er is niets bewaard.",
}
STATUSES: dict[type[RegisterError], int] = {
    NotFound: 422,  # the record of the address itself is asked for first; what remains is named in the body
    NotAllowed: 403,
    AlreadyExists: 409,
    ChangedMeanwhile: 412,
    SavedMeanwhile: 412,
}


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong: where ("body" or "query"), at which place in it, and a sentence."""

    where: str
    place: str
    detail: str
    code: str = "ongeldig"

    def plain(self) -> dict[str, Any]:
        """Return the fault as it stands in a problem."""
        at = {"pointer": f"#/{self.place}"} if self.where == "body" else {"name": self.place}
        return {"in": self.where, "location": at, "code": self.code, "detail": self.detail}


def shown_name(name: str) -> str:
    """Return the name that somebody sent, to say which one is meant; "" for one that no page can carry, or a BSN."""
    try:
        shown = text.line(name, most=100)
    except InvalidText:
        return ""
    return "" if holds_national_number(shown) else shown


class Refused(Exception):
    """A request that is answered with a problem; `tag`: the newest state of what it would change."""

    def __init__(self, status: int, detail: str = "", faults: Sequence[Fault] = (), tag: str = "", **more: Any) -> None:
        super().__init__(detail)
        self.status, self.detail, self.faults, self.tag, self.more = status, detail, faults, tag, more


def problem(status: int, detail: str = "", faults: Sequence[Fault] = (), **more: Any) -> Response:
    """Return the answer that tells this problem."""
    content: dict[str, Any] = {
        "type": "about:blank",
        "title": TITLES.get(status, TITLES[400]),
        "status": status,
        "detail": detail or DETAILS.get(status, DETAILS[400]),
    }
    if faults:
        content["errors"] = [fault.plain() for fault in faults]
    answer = Response(json.dumps(content | more), status, content_type=PROBLEM)
    if status == 401:
        answer.headers["WWW-Authenticate"] = 'Bearer realm="verwerkersregister"'
    return answer


def refused(fault: Refused) -> Response:
    """Return the problem of a request that was refused at the door or while it was read."""
    db.session.rollback()
    answer = problem(fault.status, fault.detail, fault.faults, **fault.more)
    if fault.tag:
        answer.set_etag(fault.tag)
    return answer


def broken_rule(fault: RegisterError) -> Response:
    """Return the problem of a rule that the request would break."""
    if isinstance(fault, Unavailable):
        return _away(fault, fault)
    db.session.rollback()
    status = STATUSES.get(type(fault), 422)
    if isinstance(fault, ChangedMeanwhile):
        answer = problem(412, wijzigingen=changes_in(fault))
        answer.set_etag(str(fault.version))
        return answer
    if isinstance(fault, GapsRemain):
        missing = [{"gegeven": one.label, "bij": one.where} for one in fault.gaps if isinstance(one, Gap)]
        return problem(422, fault.sentence, ontbreekt=missing)
    place = told(fault.field)
    faults = [Fault("body", place, fault.sentence, "regel")] if place and status in (409, 422) else []
    return problem(status, fault.sentence, faults)


def changes_in(fault: ChangedMeanwhile) -> list[dict[str, str]]:
    """Return what somebody else changed meanwhile, in words for people, as it stands in a problem."""
    return [dict(zip(("veld", "was", "is"), one, strict=True)) for one in fault.changes]


def lost(fault: HTTPException) -> Response:
    """Return the problem of a fault of HTTP itself: no such address, another method, too large."""
    db.session.rollback()
    # A redirect to the same address in other words, such as with one slash for two, is no address of the API either.
    is_elsewhere = fault.code is not None and 300 <= fault.code < 400
    answer = problem(404 if is_elsewhere else fault.code if fault.code in TITLES else 400)
    if allowed := getattr(fault, "valid_methods", None):
        answer.headers["Allow"] = ", ".join(sorted(allowed))
    return answer


def _away(told_of: Unavailable, fault: Exception) -> Response:
    current_app.logger.error("not available", exc_info=fault)
    let_go(db.session)
    answer = problem(503, told_of.sentence)
    answer.headers["Retry-After"] = str(told_of.seconds)
    return answer


def broken(fault: Exception) -> Response:
    """Return the problem of a fault of ours; its trace goes to the log, not to the asker."""
    if told_of := unavailable(fault):
        return _away(told_of, fault)
    if current_app.testing or current_app.debug:
        raise fault
    current_app.logger.error("request failed", exc_info=fault)
    db.session.rollback()
    return problem(500)
