"""Steps in the life of a board: a breach, a notice, stopping with a product, what a teacher asks, an action."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select

from registry.model import Action, AppRequest, Breach, Closing, Product, School, SubprocessorNotice, Supplier
from registry.services.asking.app_requests import ask_for_app, decide_request
from registry.services.cases.breaches import add_breach, edit_breach
from registry.services.cases.closings import edit_closing, edit_line, open_closing
from registry.services.cases.notices import add_notice, decide, edit_notice
from registry.services.year.actions import add_action, edit_action
from tests.queries.deadlines.life import D, the

NETHERLANDS = ZoneInfo("Europe/Amsterdam")


def moment(text):
    """The moment, in UTC, at which a Dutch clock shows this: "2027-10-29 00:30"."""
    return datetime.fromisoformat(text).replace(tzinfo=NETHERLANDS).astimezone(UTC)


def days(fields):
    """These fields, with what is typed in one that ends in _on or _at as the day or moment that it names."""
    read = {"_on": D, "_at": moment}
    return {name: read[name[-3:]](value) if name[-3:] in read else value for name, value in fields.items()}


def breach(supplier, at, **fields):
    """Somebody writes down a breach, or what became of it, at this moment."""

    def step(session):
        number, found = the(session, Supplier, name=supplier).id, session.scalars(select(Breach)).first()
        if found is None:
            add_breach(session, number, days(fields), moment(at))
        else:
            edit_breach(session, found.id, found.version, days(fields), moment(at))

    return step


def notice(product, **fields):
    def step(session):
        about, today = the(session, Product, name=product), D(fields["received_on"])
        add_notice(session, about.supplier_id, days(fields), [about.id], today)

    return step


def term(name, **fields):
    def step(session):
        found = the(session, SubprocessorNotice, name=name)
        about = [row.product_id for row in found.products]
        edit_notice(session, found.id, found.version, fields, about, found.received_on)

    return step


def decide_on(name, today, **fields):
    def step(session):
        found = the(session, SubprocessorNotice, name=name)
        decide(session, found.id, found.version, days(fields), D(today))

    return step


def begin_stopping(product, on, **fields):
    return lambda session: open_closing(
        session, the(session, Product, name=product).id, days(fields | {"begun_on": on}), D(on)
    )


def last_day_at(school, product, until, on):
    """A school fills in its last day in the dossier, and closes its accounts."""

    def step(session):
        closing = _closing(session, product)
        (line,) = (one for one in closing.lines if one.school.name == school)
        edit_line(session, closing.id, line.id, line.version, {"accounts_closed_on": D(on)}, D(until), D(on))

    return step


def dossier(product, today, **fields):
    def step(session):
        closing = _closing(session, product)
        edit_closing(session, closing.id, closing.version, days(fields), D(today))

    return step


def _closing(session, product):
    return session.scalars(select(Closing).join(Product).where(Product.name == product)).one()


def ask(app, school, on):
    fields = {"app": app, "purpose": "woordjes oefenen", "asker": "leraar van groep 6"}
    return lambda session: ask_for_app(session, the(session, School, name=school).id, fields, D(on))


def answer_request(app, decision, on, **fields):
    def step(session):
        found = the(session, AppRequest, app=app)
        decide_request(session, found.id, found.version, {"decision": decision, **fields}, D(on))

    return step


def plan(what, product, due_on):
    def step(session):
        about = the(session, Product, name=product).id
        add_action(session, {"what": what, "product_id": about, "due_on": D(due_on)})

    return step


def finish(what, on):
    def step(session):
        found = the(session, Action, what=what)
        edit_action(session, found.id, found.version, {"done_on": D(on)})

    return step
