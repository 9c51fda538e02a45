"""The letter at the end: which agreement, when, what has to go and within which term."""

from datetime import timedelta

import pytest

from registry.documents import Gap
from registry.errors import BrokenRule
from registry.model import PrivacyAnnex
from registry.model.agreement_lists import AgreementStatus, Renewal
from registry.services.agreements.agreements import end_agreement
from registry.services.annexes.annexes import propose_annex
from registry.services.cases.closings import open_closing
from registry.services.suppliers.products import add_product
from registry.services.uses.uses import end_use, start_use
from tests.complete_register import SINCE, TODAY
from tests.documents.specimens import headings

CODE = "letter-end"
ENDED = {"status": AgreementStatus.TERMINATED, "ended_on": TODAY, "reference": "2026-3"}


def test_it_names_the_agreement_its_end_its_products_and_its_term(told, change_agreement):
    change_agreement(ENDED)
    text = "\n".join(told(CODE))
    assert (
        "Onze overeenkomst met u eindigt op 1 augustus 2026. Het gaat om: verwerkersovereenkomst met een eigen tekst "
        "van het bestuur, die inging op 1 augustus 2026, over Letters."
    ) in text
    assert "Kenmerk: 2026-3" in text
    assert "De afgesproken termijn na het einde is: drie maanden." in text
    assert "voor of op 29 augustus 2026" in text


def test_it_asks_for_a_statement_that_covers_subprocessors_and_backups(made, told, change_agreement):
    change_agreement(ENDED)
    assert headings(made(CODE).content)[2] == "Verklaring van vernietiging"
    assert {"Ook bij subverwerkers, op welke datum", "Ook in back-ups, op welke datum"} <= set(told(CODE))


def test_it_names_the_subprocessors_that_the_annexes_name(session, register, told, change_agreement):
    rows = {"subprocessors": [{"name": "Wolkenhuis B.V.", "country": "NL"}]}
    annex = propose_annex(session, PrivacyAnnex, register.letters.id, {"edition": "3"}, rows)
    change_agreement(ENDED, {"annexes": [{"privacy_annex_id": annex.id}], "choices": []})
    assert any("ook uw subverwerkers (volgens de bijsluiters: Wolkenhuis B.V.) de" in line for line in told(CODE))


def test_an_end_in_the_past_is_past(told, change_agreement):
    yesterday = TODAY - timedelta(days=1)
    change_agreement(ENDED | {"starts_on": yesterday, "ended_on": yesterday})
    assert any("Onze overeenkomst met u is geëindigd op 31 juli 2026." in line for line in told(CODE))


def test_one_that_holds_has_a_gap_where_its_end_belongs(register, made, change_agreement):
    change_agreement({"status": AgreementStatus.IN_FORCE, "deletion_term": ""})
    assert made(CODE).gaps == (
        Gap("Geëindigd op", f"agreement/{register.agreement.id}/ended_on"),
        Gap("Gegevens weg na het einde binnen", f"agreement/{register.agreement.id}/deletion_term"),
    )


def test_one_that_stops_by_itself_ends_on_its_last_day(told, change_agreement):
    last = TODAY + timedelta(days=30)
    stops = {"renewal": Renewal.NONE, "ends_on": last, "notice_months": None}
    change_agreement({"status": AgreementStatus.IN_FORCE, **stops})
    assert any("eindigt op 31 augustus 2026" in line for line in told(CODE))


def test_schools_that_still_use_it_are_told(session, register, paper, change_agreement):
    change_agreement(ENDED)
    assert paper(CODE).notes == ("Scholen gebruiken Letters nog.",)
    end_use(session, register.letters.uses[0].id, TODAY - timedelta(days=1))
    assert paper(CODE).notes == ()


@pytest.fixture
def spelling(session, register, change_agreement):
    """A second product under the agreement that is in force, which a school goes on using."""
    spelling = add_product(session, register.lettervlieg.id, {"name": "Spelling", "kind": "lt"})
    start_use(session, register.zonnewijzer.id, spelling.id, {"since": SINCE})
    covered = [{"product_id": register.letters.id}, {"product_id": spelling.id}]
    change_agreement({"status": AgreementStatus.IN_FORCE}, {"products": covered})
    return spelling


class TestStoppingWithOneOfTheProducts:
    def test_the_letter_and_its_statement_are_about_that_product_only(self, session, register, told, spelling):
        end_use(session, register.letters.uses[0].id, TODAY)
        open_closing(session, register.letters.id, {"begun_on": TODAY}, TODAY)
        text = "\n".join(told(CODE))
        assert "eindigt op 1 augustus 2026 voor een deel van de producten." in text
        assert ", over Letters. Voor Spelling blijft de overeenkomst gelden." in text
        assert "Onderwerp: einde van het gebruik" in text
        assert text.count("Spelling") == 1

    def test_a_school_without_a_last_day_leaves_a_gap_at_its_use(self, session, register, made, spelling):
        open_closing(session, register.letters.id, {"begun_on": TODAY}, TODAY)
        assert made(CODE).gaps == (Gap("Laatste dag van gebruik", f"use/{register.letters.uses[0].id}/until"),)

    def test_an_agreement_that_was_ended_ends_for_all_of_them(self, session, register, told, spelling):
        open_closing(session, register.letters.id, {"begun_on": TODAY}, TODAY)
        end_agreement(session, register.agreement.id, TODAY, "Wij stoppen.")
        assert any("over Letters en Spelling." in line for line in told(CODE))


def test_without_an_agreement_that_ever_held_there_is_no_end(paper):
    with pytest.raises(BrokenRule, match="Er is dus geen einde te melden"):
        paper(CODE)


def test_a_recipient_by_law_gets_none(register, paper):
    with pytest.raises(BrokenRule, match="De rol van DUO is: ontvanger volgens de wet"):
        paper(CODE, register.duo)
