"""Adding an agreement: first what was agreed, then the rest."""

from datetime import date

import pytest

from registry.model import Agreement, AnnexOption
from registry.model.agreement_lists import AgreementStatus, ConclusionMode
from registry.model.custom import CustomSubject
from registry.services.board.custom_fields import add_custom_field
from registry.services.suppliers.products import add_product, retire_product

NEW = "/leveranciers/1/overeenkomsten/nieuw"
OWN, LETTER, NONE = (f"{NEW}?soort={code}" for code in ("own_text", "letter_or_mail", "none_legal_duty"))


class TestTheFirstQuestion:
    def test_what_fits_the_role_comes_first(self, visitor, lettervlieg):
        groups = visitor.open(NEW).texts("//p[@class='group-name']")
        assert groups == [
            "Een verwerkersovereenkomst",
            "Iets anders op papier",
            "Nog uit te zoeken",
            "Past niet bij de rol van Lettervlieg B.V. (verwerker)",
        ]

    def test_a_proposal_is_chosen_and_says_why(self, visitor, lettervlieg):
        page = visitor.open(NEW)
        assert page.tree.xpath("//input[@checked]/@value") == ["own_text"]
        assert "Voorgesteld. Er is nog niet nagegaan of Lettervlieg B.V. meedoet" in page.text

    def test_an_unknown_answer_asks_again(self, visitor, lettervlieg):
        assert visitor.open(f"{NEW}?soort=handdruk").texts("//legend") == ["Wat is er afgesproken?"]

    def test_an_unknown_supplier_is_not_found(self, visitor):
        assert visitor.open("/leveranciers/99/overeenkomsten/nieuw").status == 404


class TestTheProposal:
    def values(self, visitor, address):
        return dict(visitor.open(address).values())

    def test_products_and_their_annexes_are_ticked(self, visitor, lettervlieg):
        pairs = visitor.open(OWN).values()
        assert [value for name, value in pairs if name in ("products", "annexes")] == ["1", "p1", "s1"]

    def test_the_text_goes_with_the_arrangement(self, visitor, lettervlieg):
        assert self.values(visitor, OWN)["model_version"] == "own_text"
        assert self.values(visitor, f"{NEW}?soort=mvo_participant")["model_version"] == "mvo_4_0"

    def test_what_was_chosen_in_the_first_step_is_told_and_not_asked_again(self, visitor, lettervlieg):
        assert "Dit koos u in stap 1." in visitor.open(OWN).text

    def test_an_unverified_model_is_marked(self, visitor, lettervlieg):
        text = visitor.open(OWN).text
        assert "Modelverwerkersovereenkomst 4.0 (2022) (niet nagegaan)" in text
        assert "Niet nagegaan: de makers van dit register vergeleken dat nog niet met de bron." in text

    def test_a_letter_brings_its_reason(self, visitor, lettervlieg):
        values = self.values(visitor, LETTER)
        assert values["conclusion_mode"] == "letter"
        assert values["reason"].startswith("De leverancier wil geen verwerkersovereenkomst sluiten.")

    def test_what_does_not_matter_stands_behind_a_line_and_can_be_reached(self, visitor, recipient):
        page = visitor.open(NONE)
        assert "Hoe gesloten, en door wie" in page.texts("//summary")
        assert "Waarom geen verwerkersovereenkomst" in page.texts("//legend")
        assert page.tree.xpath("//details//input[@name='board_signer']")


class TestSaving:
    def test_an_agreement_is_added_with_all_that_was_typed(self, session, visitor, lettervlieg):
        page = visitor.submit(OWN, reference="VO & <1>", starts_on="2026-08-01", status="in_force", choice_1="no")
        assert page.errors == []
        assert page.heading == "Verwerkersovereenkomst met een eigen tekst van het bestuur"
        assert "VO & <1>" in page.text
        agreement = session.get(Agreement, 1)
        assert agreement.status is AgreementStatus.IN_FORCE
        assert [row.product_id for row in agreement.products] == [1]
        assert agreement.choice_on(session.get(AnnexOption, 1)) is False

    def test_none_needed_is_complete_with_its_reason(self, session, visitor, recipient):
        page = visitor.submit(
            NONE, legal_ground="WPO artikel 178a", decided_by="privacy officer", decided_on="2026-03-03"
        )
        assert "Er is geen overeenkomst nodig, besloten op 3 maart 2026 door privacy officer." in page.text
        assert session.get(Agreement, 1).status is AgreementStatus.NOT_NEEDED

    def test_none_needed_brings_its_stage_along(self, session, visitor, recipient):
        visitor.submit(NONE, status="wanted")
        assert session.get(Agreement, 1).status is AgreementStatus.NOT_NEEDED

    def test_none_needed_without_a_reason_is_refused(self, visitor, recipient):
        page = visitor.submit(NONE, reason="")
        assert page.status == 422
        assert page.errors == [
            "Waarom geen verwerkersovereenkomst?: Leg uit waarom er geen verwerkersovereenkomst nodig is."
        ]

    def test_a_letter_is_an_agreement(self, session, visitor, lettervlieg):
        visitor.submit(LETTER, status="in_force", starts_on="2026-08-01")
        assert session.get(Agreement, 1).conclusion_mode is ConclusionMode.LETTER

    def test_what_does_not_fit_the_role_is_refused_with_the_way_out(self, visitor, lettervlieg):
        page = visitor.submit(NONE)
        assert page.status == 422
        assert "Klopt die rol niet, wijzig dan eerst de leverancier." in page.errors[0]

    def test_a_deviation_is_added_as_a_row(self, session, visitor, lettervlieg):
        row = {"topic": "Artikel 13", "difference": "Lager maximum", "risk": "high", "decision": "Nee"}
        visitor.submit(OWN, **{f"deviations-0-{name}": value for name, value in row.items()})
        assert [(one.topic, one.risk.value) for one in session.get(Agreement, 1).deviations] == [("Artikel 13", "high")]

    def test_another_row_keeps_what_was_typed(self, visitor, lettervlieg):
        page = visitor.submit(OWN, reference="VO-1", **{"deviations-0-topic": "Artikel 13", "more": "deviations"})
        values = dict(page.values())
        assert (page.status, values["reference"], values["deviations-0-topic"]) == (200, "VO-1", "Artikel 13")
        assert "deviations-1-topic" in values

    def test_an_own_field_of_the_board_is_saved(self, session, visitor, lettervlieg):
        add_custom_field(session, {"subject": CustomSubject.AGREEMENT, "label": "Map in het archief"})
        assert "Kast 3" in visitor.submit(OWN, own_1="Kast 3").text


class TestBadInput:
    """A sentence at the field, nothing lost, nothing stored."""

    @pytest.mark.parametrize(
        ("field", "typed", "sentence"),
        [
            ("starts_on", "2027-02-29", "Deze datum bestaat niet."),
            ("starts_on", "morgen", "Deze datum bestaat niet."),
            ("starts_on", "0202-08-01", "De datum moet tussen 1990 en 2100 liggen."),
            ("reference", "x" * 10_000, "hoogstens 120 tekens, dit zijn er 10.000"),
            ("reference", "a\x00b", "Hier staat een teken dat niet bewaard kan worden: U+0000"),
            ("reference", "a\nb", "Hier past maar één regel."),
            ("note", "x" * 10_000, "hoogstens 5.000 tekens"),
            ("notice_months", "drie", "Vul een heel getal in."),
            ("notice_months", "61", "Vul een getal in van 0 tot en met 60."),
            ("arrangement", "", "Vul dit in."),
            ("arrangement", "handdruk", "Ongeldige keuze"),
            ("model_version", "mvo_9_9", "Ongeldige keuze"),
            ("status", "zomaar", "Ongeldige keuze"),
            ("status", "superseded", "Ongeldige keuze"),
            ("products", ["1", "99"], "ongeldige keuze"),
            ("products", "x", "Ongeldige keuze"),
            ("products", None, "Een bijlage van Letters hoort er alleen bij als de overeenkomst over Letters gaat."),
            ("annexes", ["p1", "p99"], "ongeldige keuze"),
            ("choice_1", "misschien", "Ongeldige keuze"),
            ("model_version", "mvo_4_0", "Een eigen tekst is geen Modelverwerkersovereenkomst 4.0"),
            ("deviations-0-difference", "Lager maximum", "Vul dit in."),
            ("deviations-0-decided_on", "29-02-2027", "Deze datum bestaat niet."),
        ],
    )
    def test_it_is_told_at_the_field(self, session, visitor, lettervlieg, field, typed, sentence):
        page = visitor.submit(OWN, **{"main_contract": "Licentie & <meer> 😀", field: typed})
        assert page.status == 422
        assert sentence.lower() in " ".join(page.errors).lower()
        assert dict(page.values())["main_contract"] == "Licentie & <meer> 😀"
        assert session.get(Agreement, 1) is None

    def test_the_end_before_the_start_is_told_with_both_kept(self, visitor, lettervlieg):
        page = visitor.submit(OWN, starts_on="2026-08-01", ends_on="2026-07-31")
        assert page.errors == [
            "Loopt tot en met: Het einde kan niet voor de ingangsdatum (01-08-2026) liggen.",
        ]
        assert dict(page.values())["ends_on"] == "2026-07-31"

    def test_a_choice_in_an_annex_that_is_not_ticked_is_refused(self, visitor, lettervlieg):
        page = visitor.submit(OWN, annexes="s1", choice_1="yes")
        assert "Vink die bijlage aan" in page.errors[0]

    def test_a_hidden_part_opens_when_something_in_it_is_wrong(self, visitor, recipient):
        page = visitor.submit(NONE, board_signer="x" * 200)
        assert "Hoe gesloten, en door wie" in page.texts("//legend")


def test_a_product_out_of_use_is_not_offered(session, visitor, lettervlieg):
    add_product(session, 1, {"name": "Oude Letters"})
    retire_product(session, 2, date(2025, 1, 1))
    assert "Oude Letters" not in visitor.open(OWN).text
