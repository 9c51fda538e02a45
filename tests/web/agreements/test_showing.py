"""The page of one agreement: what it says, and the one thing to do next."""

from datetime import date

import pytest

from registry.model.agreement_lists import AgreementStatus, ConclusionMode, FileKind, Renewal, Risk
from registry.model.supplier import CovenantStatus, PartyRole
from registry.services.agreements.agreements import add_agreement
from registry.services.agreements.files import attach_file
from registry.services.suppliers.suppliers import edit_supplier, note_covenant

PAGE = "/overeenkomsten/1"
START = date(2024, 8, 1)
HOLDS = {"arrangement": "own_text", "model_version": "own_text", "status": AgreementStatus.IN_FORCE, "starts_on": START}
SIGNED = {
    "conclusion_mode": ConclusionMode.WET_SIGNATURE,
    "board_signed_on": date(2024, 6, 12),
    "supplier_signed_on": date(2024, 6, 20),
}
COVERED = {"products": [{"product_id": 1}], "annexes": [{"privacy_annex_id": 1}]}


def button(page):
    """The one next step, as the words on its button and where it leads."""
    found = page.tree.xpath("//section[@class='next']//a")
    return (found[0].text_content(), found[0].get("href")) if found else None


def notices(page, kind="warning"):
    return page.texts(f"//div[contains(@class, 'notice {kind}')]//li")


class TestWhatItSays:
    def test_a_full_agreement_is_told_in_words(self, visitor, file):
        deviation = {"topic": "Artikel 13", "difference": "Lager maximum & <meer>", "risk": Risk.HIGH}
        choices = [{"option_id": 1, "chosen": False}]
        file({**COVERED, "deviations": [deviation], "choices": choices}, **HOLDS, **SIGNED, board_signer="A. de Vries")
        text = visitor.open(PAGE).text
        for told in (
            "Getekend door het bestuur 12 juni 2024, door A. de Vries",
            "Eigen tekst van het bestuur niet nagegaan",
            "Letters Privacybijsluiter, versie 2.1 voorgesteld",
            "Resultaten delen met de uitgever nee",
            "Lager maximum & <meer>",
            "nog geen besluit",
        ):
            assert told in text

    def test_its_days_and_what_comes_after_them_have_their_own_lines(self, visitor, file):
        file(**HOLDS, ends_on=date(2028, 7, 31), notice_months=3)
        text = visitor.open(PAGE).text
        for told in (
            "Gaat in op 1 augustus 2024",
            "Loopt tot en met 31 juli 2028",
            "En daarna nog niet ingevuld",
            "Opzegtermijn 3 maanden",
        ):
            assert told in text

    def test_what_holds_without_days_says_which_are_lacking(self, visitor, file):
        file(arrangement="own_text", status=AgreementStatus.IN_FORCE)
        text = visitor.open(PAGE).text
        assert "Gaat in op nog niet ingevuld" in text
        assert "Loopt tot en met geen einddatum" in text

    def test_what_is_not_known_and_not_needed_is_not_mentioned(self, visitor, file):
        file(arrangement="own_text")
        page = visitor.open(PAGE)
        assert "Getekend door" not in page.text
        assert "Afwijkingen" not in page.text
        assert "Gaat in op" not in page.text

    def test_a_product_without_an_annex_says_so(self, visitor, file):
        file({"products": [{"product_id": 1}]}, **HOLDS)
        assert "Letters geen bijlage" in visitor.open(PAGE).text

    def test_none_needed_leads_to_no_papers(self, session, visitor, recipient):
        fields = {"arrangement": "none_legal_duty", "status": AgreementStatus.NOT_NEEDED, "reason": "De wet."}
        add_agreement(session, recipient.id, fields)
        page = visitor.open(PAGE)
        assert "Documenten maken" not in page.text
        assert button(page) is None


class TestFindings:
    def test_an_old_model_is_told_and_is_no_end(self, session, visitor, file):
        note_covenant(session, 1, {"status": CovenantStatus.PARTICIPANT, "checked_on": START})
        file(COVERED, **HOLDS | SIGNED | {"arrangement": "mvo_participant", "model_version": "bvo_2_0"})
        page = visitor.open(PAGE)
        assert notices(page, "info")[0] == (
            "Modelbewerkersovereenkomst 2.0 (2016) is een ouder model. De overeenkomst blijft gewoon gelden."
        )
        assert "geldt" in page.texts("//span[contains(@class, 'tag')]")

    def test_a_mismatch_with_the_covenant_is_told(self, session, visitor, file):
        note_covenant(session, 1, {"status": CovenantStatus.SUPPORTER, "checked_on": START})
        file(COVERED, **HOLDS | {"arrangement": "mvo_participant", "model_version": "mvo_4_0"})
        page = visitor.open(PAGE)
        assert "is bedoeld voor deelnemers aan het convenant." in page.text
        assert button(page) == ("Maak een nieuwe overeenkomst", "/overeenkomsten/1/vervangen")

    def test_a_covenant_that_nobody_looked_up_is_looked_up_before_a_new_agreement_is_made(self, visitor, file):
        file(COVERED, **HOLDS | {"arrangement": "mvo_participant", "model_version": "mvo_4_0"})
        page = visitor.open(PAGE)
        assert "nog niet nagegaan of die meedoet" in page.text
        assert button(page) == ("Noteer de stand", "/leveranciers/1/convenant/")

    def test_a_role_that_changed_later_is_told(self, session, visitor, lettervlieg, file):
        file(**HOLDS)
        edit_supplier(session, 1, lettervlieg.version, {"role": PartyRole.LEGAL_RECIPIENT})
        assert "past niet bij Lettervlieg B.V." in visitor.open(PAGE).text

    def test_nothing_is_told_about_what_was_replaced(self, visitor, file):
        old = file(**HOLDS)
        file(COVERED, **HOLDS | {"starts_on": date(2025, 8, 1)}, replaces_id=old.id)
        page = visitor.open(PAGE)
        assert (notices(page), button(page)) == ([], None)


class TestTheNextStep:
    @pytest.mark.parametrize(
        ("status", "leads_to"),
        [
            (AgreementStatus.REQUESTED, "/overeenkomsten/1/bestanden/nieuw"),
            (AgreementStatus.IN_REVIEW, "/overeenkomsten/1/wijzigen"),
            (AgreementStatus.SENT, "/overeenkomsten/1/wijzigen"),
            (AgreementStatus.REFUSED, "/overeenkomsten/1/vervangen"),
        ],
    )
    def test_every_stage_has_its_own(self, visitor, file, status, leads_to):
        file(arrangement="own_text", status=status)
        assert button(visitor.open(PAGE))[1] == leads_to

    def test_a_wish_leads_to_the_papers(self, visitor, file):
        file(arrangement="own_text")
        assert button(visitor.open(PAGE))[0] == "Maak de documenten"

    def test_a_missing_signature_leads_to_its_field(self, visitor, file):
        file(COVERED, **HOLDS | SIGNED | {"supplier_signed_on": None})
        text, url = button(visitor.open(PAGE))
        assert (text, url) == ("Vul de ondertekening in", "/overeenkomsten/1/wijzigen#supplier_signed_on")

    def test_an_agreement_that_ran_out_leads_to_a_new_one(self, visitor, file):
        file(COVERED, **HOLDS, ends_on=date(2025, 7, 31), renewal=Renewal.NONE)
        page = visitor.open(PAGE)
        assert button(page) == ("Maak een nieuwe overeenkomst", "/overeenkomsten/1/vervangen")
        assert "verlopen" in page.texts("//span[contains(@class, 'tag')]")

    def test_a_complete_agreement_asks_for_nothing(self, session, visitor, file):
        file(COVERED, **HOLDS | SIGNED)
        attach_file(session, 1, FileKind.SIGNED, "getekend.pdf", b"%PDF-1.7")
        assert button(visitor.open(PAGE)) is None


def test_every_link_of_a_full_page_leads_somewhere(visitor, session, file):
    old = file(**HOLDS)
    file(COVERED, **HOLDS | {"starts_on": date(2025, 8, 1)}, replaces_id=old.id)
    attach_file(session, 2, FileKind.SIGNED, "getekend.pdf", b"%PDF-1.7")
    links = set(visitor.open("/overeenkomsten/2").tree.xpath("//main//a/@href | //aside//a/@href"))
    assert {link: status for link in links if (status := visitor.client.get(link).status_code) >= 400} == {}
