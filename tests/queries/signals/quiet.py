"""A supplier's file of which nothing is to be said, and the ways to spoil and mend it."""

from datetime import date

from registry.database import change
from registry.model import AgreementAnnex, AnnexData, AnnexOption, AnnexRetention, Certificate, CovenantEntry
from registry.model.agreement_lists import FileKind
from registry.model.statement import StatementKind
from registry.queries.signals.told import all_signals
from registry.services.agreements.agreements import add_agreement
from registry.services.agreements.files import attach_file
from registry.services.board.statements import add_statement
from registry.services.suppliers.products import add_product
from registry.services.uses.uses import start_use
from tests.queries.suppliers.owed.file import SIGNED, SINCE, TODAY, File

PDF = b"%PDF-1.7\n1 0 obj\n%%EOF\n"
PLAIN = "Uw kind oefent met lezen."


class Quiet(File):
    """A complete file: also what is not lacking is there."""

    def __init__(self, session, name="Lettervlieg"):
        super().__init__(session, name)
        self.set(self.use, purpose_plain=PLAIN, legal_basis="public_task")
        attach_file(session, self.agreement.id, FileKind.SIGNED, "getekend.pdf", PDF + name.encode())
        self.put(AgreementAnnex(agreement_id=self.agreement.id, privacy_annex_id=self.privacy.id))

    def put(self, record):
        """Add a row around the verbs, as an import or an older version might have left it."""
        with change(self.session, "toets"):
            self.session.add(record)
        self.session.expire_all()
        return record

    def data(self, category, **fields):
        return self.put(AnnexData(privacy_annex_id=self.privacy.id, category=category, subjects=("pupil",), **fields))

    def option(self):
        return self.put(AnnexOption(privacy_annex_id=self.privacy.id, description="Resultaten delen"))

    def keeps(self, annex, data, term):
        return self.put(AnnexRetention(privacy_annex_id=annex.id, data=data, term=term))

    def certificate(self, **fields):
        return self.put(Certificate(security_annex_id=self.security.id, name="ISO 27001", **fields))

    def covenant(self, status, checked_on):
        return self.put(CovenantEntry(supplier_id=self.supplier.id, status=status, checked_on=checked_on))

    def another_agreement(self, **fields):
        return add_agreement(self.session, self.supplier.id, {**SIGNED, **fields})

    def another_product(self):
        product = add_product(self.session, self.supplier.id, {"name": "Rekenboot"})
        use = {"since": SINCE, "purpose_plain": PLAIN}
        start_use(self.session, self.use.school_id, product.id, use)
        return product

    def text(self, promises, **fields):
        kind = {"kind": StatementKind.PRIVACY_STATEMENT, "title": "Privacyverklaring"}
        return add_statement(self.session, {**kind, "promises": promises, **fields})

    def codes_on(self, on: date = TODAY):
        """The codes of all signals, silenced ones too."""
        self.session.expire_all()
        return [one.signal.code for one in all_signals(self.session, on)]
