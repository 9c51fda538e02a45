"""A supplier's file in which nothing is missing, and the ways to take something out."""

from datetime import date

from registry.database import change
from registry.model import PrivacyAnnex, SecurityAnnex
from registry.model.agreement_lists import AgreementStatus, ConclusionMode
from registry.model.supplier import ContactKind, CovenantStatus
from registry.queries.suppliers.owed import owed
from registry.services.agreements.agreements import add_agreement
from registry.services.annexes.annexes import accept_annex, propose_annex
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier, note_covenant
from registry.services.uses.schools import add_school
from registry.services.uses.uses import start_use

SINCE, TODAY = date(2025, 8, 1), date(2026, 3, 1)
YESTERDAY = date(2026, 2, 28)
PRIVACY = {
    "purposes": [{"purpose": "LT-a"}],
    "data": [{"category": "1.1", "subjects": ("pupil",)}],
    "storage": [{"country": "NL"}],
    "retention": [{"data": "alles", "term": "tot een maand na het einde"}],
}
SIGNED = {
    "arrangement": "own_text",
    "status": AgreementStatus.IN_FORCE,
    "conclusion_mode": ConclusionMode.WET_SIGNATURE,
    "starts_on": SINCE,
    "board_signed_on": SINCE,
    "supplier_signed_on": SINCE,
}


class File:
    """A supplier with one product at one school, complete."""

    def __init__(self, session, name="Lettervlieg"):
        self.session = session
        contacts = [{"kind": ContactKind.DATA_BREACH, "email": "lek@lettervlieg.example"}]
        self.supplier = add_supplier(session, {"name": name}, {"contacts": contacts})
        self.product = add_product(session, self.supplier.id, {"name": "Letterboot"})
        school = add_school(session, {"name": f"De Zandloper van {name}"})
        self.use = start_use(session, school.id, self.product.id, {"since": SINCE})
        self.privacy = self.accept(PrivacyAnnex, {"no_subprocessors": True}, PRIVACY)
        self.security = self.accept(SecurityAnnex, {}, {})
        rows = {"products": [{"product_id": self.product.id}]}
        self.agreement = add_agreement(session, self.supplier.id, SIGNED, rows)
        note_covenant(session, self.supplier.id, {"status": CovenantStatus.NONE, "checked_on": SINCE})

    def accept(self, kind, fields, rows):
        annex = propose_annex(self.session, kind, self.product.id, fields, rows)
        return accept_annex(self.session, kind, annex.id, SINCE)

    def set(self, record, **values):
        with change(self.session, "toets"):
            for name, value in values.items():
                setattr(record, name, value)

    def drop(self, record):
        with change(self.session, "toets"):
            self.session.delete(record)
        self.session.expire_all()

    @property
    def owed(self):
        self.session.expire_all()
        return [(item.code, item.subject, item.subject_id) for item in owed(self.supplier, TODAY)]

    @property
    def codes(self):
        return [code for code, *_ in self.owed]
