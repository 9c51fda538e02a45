"""From when till when an agreement holds, in one sentence that says only what is known."""

from datetime import date

import pytest

from registry.model import Agreement, PrivacyAnnex, SecurityAnnex
from registry.model.agreement_lists import AgreementStatus, Renewal
from registry.queries.agreements.agreement_words import annex_name, term_sentence

START, END, TODAY = date(2024, 8, 1), date(2028, 7, 31), date(2026, 3, 3)
HOLDS = {"status": AgreementStatus.IN_FORCE, "starts_on": START, "renewal": Renewal.INDEFINITE}


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({}, "Geldt sinds 1 augustus 2024 voor onbepaalde tijd."),
        ({"notice_months": 1}, "Geldt sinds 1 augustus 2024 voor onbepaalde tijd. De opzegtermijn is 1 maand."),
        ({"starts_on": date(2026, 8, 1)}, "Gaat in op 1 augustus 2026 voor onbepaalde tijd."),
        ({"renewal": Renewal.NONE}, "Geldt sinds 1 augustus 2024."),
        (
            {"renewal": Renewal.NONE, "ends_on": END},
            "Geldt sinds 1 augustus 2024 en loopt tot en met 31 juli 2028.",
        ),
        (
            {"renewal": Renewal.TACIT_YEAR, "ends_on": END, "notice_months": 3},
            "Geldt sinds 1 augustus 2024, eerst tot en met 31 juli 2028 en loopt daarna steeds een jaar door. "
            "De opzegtermijn is 3 maanden.",
        ),
        ({"renewal": Renewal.TACIT_YEAR}, "Geldt sinds 1 augustus 2024 en loopt steeds een jaar door."),
        (
            {"renewal": Renewal.WITH_MAIN_CONTRACT},
            "Geldt sinds 1 augustus 2024 en loopt mee met de onderliggende overeenkomst.",
        ),
        (
            {"renewal": Renewal.WITH_MAIN_CONTRACT, "main_contract": "Licentie Letters"},
            "Geldt sinds 1 augustus 2024 en loopt mee met Licentie Letters.",
        ),
        (
            {"renewal": Renewal.NONE, "ends_on": date(2025, 7, 31)},
            "Gold van 1 augustus 2024 tot en met 31 juli 2025.",
        ),
        (
            {"status": AgreementStatus.TERMINATED, "ended_on": date(2026, 12, 31)},
            "Geldt sinds 1 augustus 2024 en loopt tot en met 31 december 2026.",
        ),
        (
            {"status": AgreementStatus.TERMINATED, "ended_on": date(2024, 12, 31), "notice_months": 3},
            "Gold van 1 augustus 2024 tot en met 31 december 2024.",
        ),
        ({"status": AgreementStatus.REQUESTED}, "Geldt nog niet. De stand is: aangevraagd."),
        ({"status": AgreementStatus.REFUSED}, "De leverancier weigerde. Er geldt geen overeenkomst."),
    ],
    ids=str,
)
def test_it_says_from_when_till_when(fields, sentence):
    assert term_sentence(Agreement(**HOLDS | fields), TODAY) == sentence


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({}, "Er is geen overeenkomst nodig."),
        ({"decided_on": TODAY}, "Er is geen overeenkomst nodig, besloten op 3 maart 2026."),
        (
            {"decided_on": TODAY, "decided_by": "de privacy officer"},
            "Er is geen overeenkomst nodig, besloten op 3 maart 2026 door de privacy officer.",
        ),
        ({"ended_on": date(2026, 2, 1)}, "Er is geen overeenkomst nodig. Dit gold tot en met 1 februari 2026."),
    ],
    ids=str,
)
def test_none_needed_says_who_decided_and_when(fields, sentence):
    assert term_sentence(Agreement(status=AgreementStatus.NOT_NEEDED, **fields), TODAY) == sentence


@pytest.mark.parametrize(
    ("annex", "name"),
    [
        (PrivacyAnnex(edition="2.1", dated=TODAY), "Privacybijsluiter, versie 2.1"),
        (SecurityAnnex(edition="", dated=TODAY), "Beveiligingsbijlage van 3 maart 2026"),
        (PrivacyAnnex(edition=""), "Privacybijsluiter"),
    ],
)
def test_an_annex_goes_by_its_version_or_its_date(annex, name):
    assert annex_name(annex) == name
