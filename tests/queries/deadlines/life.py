"""Steps in the life of a board: what somebody does on a day, each through the verb that the screens use."""

from datetime import date

from sqlalchemy import select

from registry.model import Agreement, Product, School, SecurityAnnex, Supplier
from registry.model.agreement_lists import AgreementStatus as Status
from registry.model.statement import Council
from registry.model.supplier import CovenantStatus
from registry.services.agreements.agreements import add_agreement, edit_agreement, end_agreement
from registry.services.annexes.annexes import accept_annex, propose_annex
from registry.services.board.statements import add_statement
from registry.services.suppliers.products import add_product, edit_product
from registry.services.suppliers.suppliers import add_supplier, note_covenant
from registry.services.uses.uses import start_use

D = date.fromisoformat
BEGIN = D("2026-08-01")


def supply(name, product, school=1, **fields):
    """A supplier with a product that this school uses from the first day on, and with an agreement if told so."""

    def step(session):
        supplier = add_supplier(session, {"name": name})
        made = add_product(session, supplier.id, {"name": product, "kind": "lt"})
        start_use(session, school, made.id, {"since": BEGIN})
        if fields:
            usual = {"status": Status.IN_FORCE, "starts_on": BEGIN}
            add_agreement(session, supplier.id, usual | fields, {"products": [{"product_id": made.id}]})

    return step


def also_at(school, product, since):
    def step(session):
        start_use(
            session, the(session, School, name=school).id, the(session, Product, name=product).id, {"since": since}
        )

    return step


def the(session, kind, **named):
    return session.scalars(select(kind).filter_by(**named)).one()


def agreement_with(session, name):
    return session.scalars(select(Agreement).join(Supplier).where(Supplier.name == name)).one()


def change_agreement(name, **fields):
    def step(session):
        agreement = agreement_with(session, name)
        edit_agreement(session, agreement.id, agreement.version, fields)

    return step


def end_with(name, on):
    return lambda session: end_agreement(session, agreement_with(session, name).id, D(on), "Opgezegd.")


def accept_certificate(product, on, ends):
    def step(session):
        number, rows = the(session, Product, name=product).id, {"certificates": [{"name": "ISO", "ends_on": D(ends)}]}
        accept_annex(session, SecurityAnnex, propose_annex(session, SecurityAnnex, number, {}, rows).id, D(on))

    return step


def look_up(name, on):
    fields = {"status": CovenantStatus.PARTICIPANT, "checked_on": D(on), "source": "de lijst"}
    return lambda session: note_covenant(session, the(session, Supplier, name=name).id, fields)


def plan_dpia(product, **days):
    def step(session):
        found = the(session, Product, name=product)
        edit_product(session, found.id, found.version, {name: D(day) for name, day in days.items()})

    return step


def state(kind, title, **fields):
    return lambda session: add_statement(session, {"kind": kind, "title": title, "council": Council.MR, **fields})
