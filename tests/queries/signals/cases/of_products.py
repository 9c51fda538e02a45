"""What spoils a file in its product, annexes or uses, and after the yield the smallest mend; the name is the code."""

from registry.model import AgreementAnnex, AnnexPurpose, AnnexStorage, Choice, PrivacyAnnex, SecurityAnnex, Subprocessor
from registry.model.product import Answer
from registry.services.annexes.annexes import accept_annex, propose_annex
from tests.queries.signals.quiet import PLAIN
from tests.queries.suppliers.owed.file import PRIVACY, SINCE, TODAY, YESTERDAY

NONE_BEHIND = {"no_subprocessors": True}


def without_privacy_annex(file):
    file.drop(file.agreement.annexes[0])
    file.drop(file.privacy)


def belongs(file, annex):
    file.put(AgreementAnnex(agreement_id=file.agreement.id, privacy_annex_id=annex.id))


def dpia_missing(file):
    file.set(file.product, dpia_needed=Answer.YES)
    yield
    file.set(file.product, dpia_done_on=TODAY)


def dpia_unjudged(file):
    file.data("7d", is_special=True)
    yield
    file.set(file.product, dpia_needed=Answer.NO, dpia_reason="Een klas, geen zorggegevens.")


def privacy_annex_missing(file):
    without_privacy_annex(file)
    yield {"agreement_annex_missing"}
    file.accept(PrivacyAnnex, NONE_BEHIND, PRIVACY)


def privacy_annex_proposed(file):
    without_privacy_annex(file)
    annex = propose_annex(file.session, PrivacyAnnex, file.product.id, NONE_BEHIND, PRIVACY)
    belongs(file, annex)
    yield
    accept_annex(file.session, PrivacyAnnex, annex.id, SINCE)


def purposes_missing(file):
    file.drop(file.privacy.purposes[0])
    yield
    file.put(AnnexPurpose(privacy_annex_id=file.privacy.id, purpose="LT-a"))


def data_missing(file):
    file.drop(file.privacy.data[0])
    yield
    file.data("1.1")


def retention_missing(file):
    file.set(file.privacy.retention[0], term="")
    yield
    file.set(file.privacy.retention[0], term="een jaar")


def storage_missing(file):
    file.set(file.privacy.storage[0], country="")
    yield
    file.set(file.privacy.storage[0], country="NL")


def subprocessors_missing(file):
    file.set(file.privacy, no_subprocessors=False)
    yield
    file.put(Subprocessor(privacy_annex_id=file.privacy.id, name="Wolkenveld", country="NL"))


def subprocessor_country_missing(file):
    row = file.put(Subprocessor(privacy_annex_id=file.privacy.id, name="Wolkenveld"))
    yield
    file.set(row, country="DE")


def safeguard_missing(file):
    row = file.put(AnnexStorage(privacy_annex_id=file.privacy.id, country="IN"))
    yield
    file.set(row, safeguard="scc")


def choice_missing(file):
    option = file.option()
    yield
    file.put(Choice(agreement_id=file.agreement.id, option_id=option.id, chosen=False))


def leftover_in_annex(file):
    file.set(file.privacy.retention[0], term="tot <duur> na het einde")
    yield
    file.set(file.privacy.retention[0], term="tot een maand na het einde")


def security_annex_missing(file):
    file.drop(file.security)
    yield
    file.accept(SecurityAnnex, {}, {})


def security_annex_proposed(file):
    file.drop(file.security)
    annex = propose_annex(file.session, SecurityAnnex, file.product.id, {})
    yield
    accept_annex(file.session, SecurityAnnex, annex.id, SINCE)


def certificate_ended(file):
    row = file.certificate(ends_on=YESTERDAY)
    yield
    file.set(row, ends_on=TODAY)


def certificate_of_subprocessor(file):
    file.certificate(ends_on=TODAY, of_subprocessor=True)
    yield
    file.certificate(ends_on=TODAY)


def purpose_missing(file):
    file.set(file.use, purpose_plain="")
    yield
    file.set(file.use, purpose_plain=PLAIN)


def purpose_copied(file):
    words = "Het opslaan van leer- en toetsresultaten om de leerling te volgen."
    file.set(file.privacy.purposes[0], note=f"{words} Ook voor beheer.")
    file.set(file.use, purpose_plain=words.upper())
    yield
    file.set(file.use, purpose_plain=PLAIN)


def not_in_guide(file):
    file.set(file.use, in_guide=False)
    yield
    file.set(file.use, in_guide=True)


def bought_by_teacher(file):
    file.set(file.use, bought_by_teacher=True)
    yield
    file.set(file.use, bought_by_teacher=False)


def national_number_ungrounded(file):
    file.data("13")
    file.set(file.product, dpia_needed=Answer.NO, dpia_reason="Bekeken.")
    file.set(file.use, legal_basis="consent")
    yield
    file.set(file.use, legal_basis="legal_obligation")


NOT_CASES = {"without_privacy_annex", "belongs"}
CASES = [
    value
    for name, value in list(globals().items())
    if getattr(value, "__module__", "") == __name__ and name not in NOT_CASES
]
