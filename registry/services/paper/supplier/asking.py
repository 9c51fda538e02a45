"""What a letter asks for each thing that a supplier owes, in the words to the supplier."""

from registry.model.agreement_lists import AgreementStatus

ASKED = {
    "agreement_missing": "Een overeenkomst over de persoonsgegevens.",
    "agreement_ended": "Een nieuwe overeenkomst.",
    "agreement_open": "De overeenkomst, zodat die kan ingaan.",
    "supplier_signature_missing": "Uw handtekening.",
    "breach_contact_missing": "Uw meldpunt voor datalekken, met een e-mailadres of telefoonnummer.",
    "privacy_annex_missing": "De privacybijsluiter (bijlage 1).",
    "security_annex_missing": "De beveiligingsbijlage (bijlage 2).",
    "purposes_missing": "Een nieuwe versie van de bijsluiter, met de doelen.",
    "data_missing": "Een nieuwe versie van de bijsluiter, met de soorten gegevens.",
    "retention_missing": "Een nieuwe versie van de bijsluiter, met de bewaartermijnen.",
    "storage_missing": "Een nieuwe versie van de bijsluiter, met de landen van opslag.",
    "subprocessors_missing": "Een nieuwe versie van de bijsluiter, met de subverwerkers, of dat er geen zijn.",
    "subprocessor_country_missing": "Een nieuwe versie van de bijsluiter, met het land van elke subverwerker.",
    "safeguard_missing": "De waarborg voor doorgifte buiten de EER.",
    "certificate_ended": "Het certificaat dat nu geldt.",
}
FOR_AN_AGREEMENT = {"agreement_missing", "agreement_ended", "agreement_open"}

# In these stages the board has the text in hand, so there is nothing to ask the supplier.
AT_THE_BOARD = (AgreementStatus.RECEIVED, AgreementStatus.IN_REVIEW, AgreementStatus.READY_TO_SIGN)
