"""What teachers ask: send a request, decide on it, and name what came of it in the register."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from registry.database import change
from registry.errors import BrokenRule
from registry.identifiers import holds_national_number
from registry.model import AppRequest, Product, School
from registry.model.app_request import Decision
from registry.services.accounts.tokens import hash_of, new_token
from registry.services.records import Fields, Rows, assign, edit, fetch
from registry.services.suppliers.products import add_product
from registry.services.uses.grid import mark_grid

TYPED = ("app", "purpose", "groups", "asker", "reason")
BSN = "Hier staat een nummer dat een BSN kan zijn. Haal het weg: een aanvraag gaat nooit over één leerling."
TICKET = re.compile("[A-Za-z0-9_-]{43}")
# A capital behind such a word is likely a name.
ABOUT_A_PUPIL = re.compile(r"\b(?:[Ll]eerlinge?|[Kk]ind|[Zz]oon|[Dd]ochter|[Jj]ongen|[Mm]eisje)\s+[A-Z][a-zà-ÿ]+")


def ask_for_app(session: Any, school_id: int, fields: Fields, on: date, ticket: str = "") -> AppRequest:
    """Return the request of this school; `ticket` is the secret of its own address, which sending it twice repeats.

    BrokenRule for what lacks, and for a text with a number that can be a BSN.
    """
    ticket = ticket if TICKET.fullmatch(ticket) else new_token()
    with change(session, "app aangevraagd"):
        school = fetch(session, School, school_id)
        if (known := request_at(session, ticket)) is not None:
            return known
        request = AppRequest(school=school, asked_on=on, token_hash=hash_of(ticket))
        with session.no_autoflush:
            assign(request, fields)
            check_request(request)
        session.add(request)
    return request


def check_request(request: AppRequest) -> None:
    """Raise BrokenRule for what lacks, and for a number that can be a BSN."""
    lacking = {
        "app": "Vul de naam van de app of website in.",
        "purpose": "Schrijf op waarvoor u de app wilt gebruiken.",
        "asker": "Vul uw functie in, geen naam.",
    }
    for field, sentence in lacking.items():
        if not getattr(request, field):
            raise BrokenRule(sentence, field=field)
    for field in TYPED:
        if holds_national_number(getattr(request, field) or ""):
            raise BrokenRule(BSN, field=field)
    if "@" in request.asker:
        raise BrokenRule("Vul uw functie in, geen e-mailadres.", field="asker")


def seems_about_a_pupil(fields: Fields) -> bool:
    """Return whether a text looks as if it names one pupil: a hint for who wrote it, no proof."""
    return any(ABOUT_A_PUPIL.search(fields.get(name) or "") for name in TYPED)


def decide_request(session: Any, number: int, seen: int, fields: Fields, on: date) -> AppRequest:
    """Return the request with its decision, taken on this day; no, and yes on a condition, say why or which."""
    with change(session, "besloten over een aanvraag"):
        request = fetch(session, AppRequest, number)
        with session.no_autoflush:
            before = request.decision
            edit(session, request, seen, fields)
            _check_decision(session, request)
            if request.decision is Decision.OPEN:
                request.decided_on = None
            elif request.decision is not before or request.decided_on is None:
                request.decided_on = on
    return request


def _check_decision(session: Any, request: AppRequest) -> None:
    if request.decision is Decision.YES_IF and not request.reason:
        raise BrokenRule("Schrijf op onder welke voorwaarde het mag.", field="reason")
    if request.decision is Decision.NO and not request.reason:
        raise BrokenRule("Schrijf op waarom het niet mag. De leraar leest dit.", field="reason")
    if holds_national_number(request.reason or ""):
        raise BrokenRule(BSN, field="reason")
    if request.product_id is not None:
        fetch(session, Product, request.product_id)


def link_request(session: Any, number: int, product_id: int) -> AppRequest:
    """Return the request, with the product that came of it; only an accepted one leads to a product."""
    with change(session, "aanvraag opgenomen in het register"):
        request = fetch(session, AppRequest, number)
        if not request.is_accepted:
            raise BrokenRule("Deze aanvraag is niet goedgekeurd.")
        if request.product_id != product_id:
            edit(session, request, request.version, {"product_id": fetch(session, Product, product_id).id})
    return request


def enter_product(
    session: Any,
    supplier_id: int,
    fields: Fields,
    rows: Rows,
    request_id: int | None = None,
    *,
    today: date | None = None,
) -> Product:
    """Return the new product of this supplier; the request that it was asked in names it from now on.

    So nobody is asked to enter it again who leaves before the use is entered too.
    """
    with change(session, "product toegevoegd"):
        product = add_product(session, supplier_id, fields, rows, today=today)
        if request_id is not None and fetch(session, AppRequest, request_id).product_id is None:
            session.flush()  # gives the product its number
            link_request(session, request_id, product.id)
    return product


def begin_uses(
    session: Any, product_id: int, schools: Sequence[int], since: date, request_id: int | None = None
) -> None:
    """Start the use of this product at each of these schools; what was asked for by one of them has come of it."""
    with change(session, "gebruik aangevinkt"):
        mark_grid(session, [(school_id, product_id) for school_id in schools], [], since)
        if request_id is not None and fetch(session, AppRequest, request_id).school_id in schools:
            link_request(session, request_id, product_id)


def request_at(session: Any, ticket: str) -> AppRequest | None:
    """Return the request with this secret address of its own."""
    asked = select(AppRequest).where(AppRequest.token_hash == hash_of(ticket)).options(joinedload(AppRequest.school))
    return session.scalar(asked)  # type: ignore[no-any-return]
