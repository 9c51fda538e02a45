"""The desk at which the facts are entered: the services, called by name instead of by number."""

from datetime import date
from typing import NamedTuple

from sqlalchemy import select

from registry.model import PrivacyAnnex, Product, School, SchoolBoard, Statement, Supplier
from registry.model.agreement_lists import AgreementStatus
from registry.model.annex_state import AnnexStatus
from registry.model.supplier import PartyRole
from registry.services.agreements.agreements import add_agreement
from registry.services.agreements.files import attach_file
from registry.services.annexes.annexes import edit_annex, propose_annex
from registry.services.board.board import edit_board, set_up_board
from registry.services.board.statements import add_statement, edit_statement
from registry.services.suppliers.products import add_product, edit_product
from registry.services.suppliers.suppliers import add_supplier, note_covenant
from registry.services.uses.schools import add_school
from registry.services.uses.uses import edit_use, start_use

# No source says since when. Where the register cannot do without a date it is the day of entry, never a published fact.
DAY_OF_ENTRY = date(2025, 8, 1)
A_YEAR_LATER = date(2026, 8, 1)
NOT_PUBLISHED = "De begindatum is niet gepubliceerd: hier staat de dag van invoer."
ONLY_THE_PROGRAM = "De tekst noemt alleen het programma, niet wie het levert."


class Ground(NamedTuple):
    """Why an organisation that is no processor gets data; a legal basis only where the text gives one."""

    role: PartyRole
    arrangement: str
    legal_basis: str = ""


LEGAL_DUTY = Ground(PartyRole.LEGAL_RECIPIENT, "none_legal_duty", "legal_obligation")
CONSENT = Ground(PartyRole.INDEPENDENT_CONTROLLER, "none_consent_based", "consent")
OWN_TASK = Ground(PartyRole.INDEPENDENT_CONTROLLER, "none_independent_controller")
INCIDENT = Ground(PartyRole.LEGAL_RECIPIENT, "none_incidental")


class Desk:
    """Enters records through the services; a name stands for the record that has it."""

    def __init__(self, session):
        self.session = session

    def find(self, kind, name):
        return self.session.scalars(select(kind).where(kind.name == name)).one()

    def the_use(self, school, product):
        return next(use for use in self.find(School, school).uses if use.product.name == product)

    def board(self, name, **fields):
        return set_up_board(self.session, {"name": name, **fields})

    def change_board(self, **fields):
        return edit_board(self.session, self.session.get(SchoolBoard, 1).version, fields)

    def school(self, name, **fields):
        return add_school(self.session, {"name": name, **fields})

    def supplier(self, name, **fields):
        return add_supplier(self.session, {"name": name, **fields})

    def product(self, supplier, name, modules=(), parties=(), **fields):
        parties = [{"supplier_id": self.find(Supplier, party).id, "part": part} for party, part in parties]
        rows = {"modules": list(modules), "parties": parties}
        return add_product(self.session, self.find(Supplier, supplier).id, {"name": name, **fields}, rows)

    def program(self, name, modules=(), **fields):
        """A program of which only the name is published: it stands for its supplier too."""
        self.supplier(name, note=ONLY_THE_PROGRAM)
        return self.product(name, name, modules, **fields)

    def add_module(self, product, **fields):
        product = self.find(Product, product)
        modules = [*_kept(product.modules), fields]
        return edit_product(self.session, product.id, product.version, {}, {"modules": modules})

    def annex(self, product, fields=None, **rows):
        """Propose a privacy annex with these rows, or add them to the proposal; no supplier has signed what it says."""
        product = self.find(Product, product)
        for annex in product.privacy_annexes:
            if annex.status is AnnexStatus.PROPOSED:
                rows = {name: [*_kept(getattr(annex, name)), *added] for name, added in rows.items()}
                return edit_annex(self.session, PrivacyAnnex, annex.id, annex.version, fields or {}, rows)
        return propose_annex(self.session, PrivacyAnnex, product.id, fields or {}, rows)

    def use(self, school, product, **fields):
        school, product = self.find(School, school), self.find(Product, product)
        return start_use(self.session, school.id, product.id, {"since": DAY_OF_ENTRY, **fields})

    def change_use(self, school, product, modules=(), **fields):
        use = self.the_use(school, product)
        opened = {row.module_id for row in use.modules}
        opened |= {module.id for module in use.product.modules if module.name in modules}
        return edit_use(self.session, use.id, use.version, fields, opened)

    def agreement(self, supplier, arrangement, **fields):
        """An agreement about all products of the supplier; in force from the day of entry, unless told otherwise."""
        supplier = self.find(Supplier, supplier)
        terms = {"status": AgreementStatus.IN_FORCE, "starts_on": DAY_OF_ENTRY, "note": NOT_PUBLISHED}
        rows = {"products": [{"product_id": product.id} for product in supplier.products]}
        return add_agreement(self.session, supplier.id, {**terms, "arrangement": arrangement, **fields}, rows)

    def attach(self, agreement, kind, name, content):
        return attach_file(self.session, agreement.id, kind, name, content)

    def covenant(self, supplier, status, source):
        entry = {"status": status, "checked_on": DAY_OF_ENTRY, "source": source}
        return note_covenant(self.session, self.find(Supplier, supplier).id, entry)

    def recipient(self, name, ground, reason, gets, purpose="", schools=()):
        """An organisation that is no processor: what it gets of which schools, and why there is no agreement."""
        supplier = self.supplier(name, role=ground.role)
        decision = {"arrangement": ground.arrangement, "status": AgreementStatus.NOT_NEEDED, "reason": reason}
        add_agreement(self.session, supplier.id, decision)
        product = self.product(name, gets, kind="other", purpose_plain=purpose)
        shown = {"since": DAY_OF_ENTRY, "guide_heading": "legal_recipients", "legal_basis": ground.legal_basis}
        for school in schools:
            start_use(self.session, self.find(School, school).id, product.id, shown)
        return supplier

    def statement(self, kind, title, promises, **fields):
        return add_statement(self.session, {"kind": kind, "title": title, "promises": promises, **fields})

    def promise(self, title, sentence):
        """Add a sentence to what a text promises."""
        statement = self.session.scalars(select(Statement).where(Statement.title == title)).one()
        promises = "\n".join(filter(None, [statement.promises, sentence]))
        return edit_statement(self.session, statement.id, statement.version, {"promises": promises})


def _kept(rows):
    return [{"id": row.id} for row in rows]
