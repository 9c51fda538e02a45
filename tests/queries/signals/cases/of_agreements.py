"""What spoils a file in its supplier or agreements, and after the yield the smallest mend; the name is the code."""

from datetime import date, timedelta
from io import BytesIO

from docx import Document

from registry.model import AgreementAnnex, AgreementProduct, Deviation
from registry.model.agreement_lists import AgreementStatus, ConclusionMode, FileKind, Renewal
from registry.model.annex_state import AnnexStatus
from registry.model.privacy_annex import PrivacyAnnex
from registry.model.security_annex import SecurityAnnex
from registry.model.supplier import ContactKind, CovenantStatus, PartyRole, SupplierContact
from registry.services.agreements.files import attach_file
from registry.services.uses.uses import end_use
from tests.queries.signals.quiet import PDF
from tests.queries.suppliers.owed.file import PRIVACY, SINCE, TODAY, YESTERDAY

OVER = {"status": AgreementStatus.TERMINATED, "ended_on": YESTERDAY}


def covenant_unchecked(file):
    file.drop(file.supplier.covenant_entries[0])
    yield
    file.covenant(CovenantStatus.NONE, SINCE)


def covenant_left(file):
    file.covenant(CovenantStatus.PARTICIPANT, date(2025, 7, 1))  # from SINCE the quiet file says that it takes no part
    file.set(file.agreement, starts_on=date(2025, 7, 1))
    yield
    file.set(file.agreement, starts_on=SINCE)  # agreed after it was seen


def breach_contact_missing(file):
    file.drop(file.supplier.contacts[0])
    yield
    contact = {"kind": ContactKind.DATA_BREACH, "phone": "0612345678"}
    file.put(SupplierContact(supplier_id=file.supplier.id, **contact))


def agreement_missing(file):
    file.drop(file.agreement)
    yield
    file.another_agreement()


def agreement_ended(file):
    file.set(file.agreement, **OVER)
    yield
    end_use(file.session, file.use.id, YESTERDAY)


def agreement_expired(file):
    file.another_agreement(ends_on=YESTERDAY, renewal=Renewal.NONE)
    yield
    file.set(file.supplier.agreements[-1], **OVER)


def agreement_open(file):
    file.set(file.agreement, status=AgreementStatus.IN_REVIEW)
    yield
    file.set(file.agreement, status=AgreementStatus.IN_FORCE)


def agreement_product_missing(file):
    file.drop(file.agreement.products[0])
    yield
    file.put(AgreementProduct(agreement_id=file.agreement.id, product_id=file.product.id))


def decision_missing(file):
    file.set(file.supplier, role=PartyRole.LEGAL_RECIPIENT)
    file.drop(file.agreement)
    yield
    decided = {"status": AgreementStatus.NOT_NEEDED, "reason": "De wet vraagt het.", "arrangement": "none_legal_duty"}
    file.another_agreement(**decided)


def reason_missing(file):
    file.set(file.agreement, arrangement="letter_or_mail", conclusion_mode=ConclusionMode.LETTER)
    yield
    file.set(file.agreement, reason="De leverancier wil geen overeenkomst.")


def mismatch(file):
    file.set(file.agreement, model_version="mvo_4_0")  # of a supplier that takes no part in the covenant
    yield
    file.set(file.agreement, model_version="own_text")


def old_model(file):
    file.covenant(CovenantStatus.PARTICIPANT, TODAY)
    file.set(file.agreement, model_version="mvo_3_0")
    yield
    file.set(file.agreement, model_version="mvo_4_0")


def arrangement_unknown(file):
    file.set(file.agreement, arrangement="")
    yield
    file.set(file.agreement, arrangement="own_text")


def start_unknown(file):
    file.set(file.agreement, starts_on=None)
    yield
    file.set(file.agreement, starts_on=SINCE)


def conclusion_unknown(file):
    file.set(file.agreement, conclusion_mode=ConclusionMode.UNKNOWN)
    yield
    file.set(file.agreement, conclusion_mode=ConclusionMode.CLICK_THROUGH)


def supplier_signature_missing(file):
    file.set(file.agreement, supplier_signed_on=None)
    yield
    file.set(file.agreement, supplier_signed_on=SINCE)


def board_signature_missing(file):
    file.set(file.agreement, board_signed_on=None)
    yield
    file.set(file.agreement, board_signed_on=SINCE)


def deviation_undecided(file):
    row = file.put(Deviation(agreement_id=file.agreement.id, topic="Aansprakelijkheid"))
    yield
    file.set(row, decision="Aanvaard.")


def agreement_annex_missing(file):
    file.drop(file.agreement.annexes[0])
    yield
    file.put(AgreementAnnex(agreement_id=file.agreement.id, privacy_annex_id=file.privacy.id))


def annex_superseded(file):
    row = file.put(AgreementAnnex(agreement_id=file.agreement.id, security_annex_id=file.security.id))
    file.accept(SecurityAnnex, {}, {})
    assert file.security.status is AnnexStatus.SUPERSEDED
    yield
    file.drop(row)


def review_due(file):
    file.set(file.agreement, review_on=TODAY)
    yield
    file.set(file.agreement, review_on=TODAY + timedelta(days=1))


def file_missing(file):
    file.drop(file.agreement.files[0])
    yield
    attach_file(file.session, file.agreement.id, FileKind.SIGNED, "opnieuw.pdf", PDF + b"%")


def leftover_in_file(file):
    document, content = Document(), BytesIO()
    document.add_paragraph("De looptijd is <duur>.")
    document.save(content)
    attached = attach_file(file.session, file.agreement.id, FileKind.SIGNED, "model.docx", content.getvalue())
    yield
    file.drop(attached)


def notice_differs(file):
    file.set(file.agreement, notice_months=2)
    other = file.another_agreement(notice_months=3)
    yield {"file_missing"}
    file.set(other, notice_months=2)


def deletion_differs(file):
    file.set(file.agreement, deletion_term="binnen een maand")
    other = file.another_agreement(deletion_term="binnen drie maanden")
    yield {"file_missing"}
    file.set(other, deletion_term="Binnen 1 maand.")  # the same in other words


def retention_differs(file):
    product, file.product = file.product, file.another_product()
    rows = PRIVACY | {"retention": [{"data": "Alles.", "term": "drie jaar"}]}
    annex = file.accept(PrivacyAnnex, {"no_subprocessors": True}, rows)
    file.accept(SecurityAnnex, {}, {})
    file.put(AgreementProduct(agreement_id=file.agreement.id, product_id=file.product.id))
    file.put(AgreementAnnex(agreement_id=file.agreement.id, privacy_annex_id=annex.id))
    file.product = product
    yield
    file.set(annex.retention[0], term="Tot één maand na het einde")


CASES = [value for name, value in list(globals().items()) if getattr(value, "__module__", "") == __name__]
