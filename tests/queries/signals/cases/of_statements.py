"""What spoils a register by what its texts promise, and after the yield the smallest mend; the name is the code."""

from registry.model.agreement_lists import AgreementStatus
from registry.model.supplier import CovenantStatus
from tests.queries.suppliers.owed.file import TODAY


def promise_agreements(file):
    file.text("Wij zorgen goed voor gegevens. Met alle leveranciers sluiten wij een verwerkersovereenkomst.")
    file.set(file.agreement, status=AgreementStatus.IN_REVIEW)
    yield {"agreement_open"}
    file.set(file.agreement, status=AgreementStatus.IN_FORCE)


def promise_covenant(file):
    file.text("Alle leveranciers hebben het privacyconvenant getekend.")
    yield
    file.covenant(CovenantStatus.SUPPORTER, TODAY)


def promise_access_term(file):
    text = file.text("U mag inzage vragen. Binnen zes weken krijgt u antwoord op uw verzoek.")
    yield
    file.set(text, promises="U mag inzage vragen. Binnen een maand krijgt u antwoord op uw verzoek.")


def promise_permission(file):
    text = file.text("De leverancier mag de gegevens alleen gebruiken als wij daar toestemming voor geven.")
    yield
    file.set(text, promises="De leverancier mag de gegevens alleen gebruiken in opdracht van de school.")


CASES = [value for name, value in list(globals().items()) if getattr(value, "__module__", "") == __name__]
