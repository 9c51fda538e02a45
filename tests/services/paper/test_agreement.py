"""The agreement and its annexes as Word files, made from records and read back."""

from datetime import date, timedelta

import pytest

from registry.documents import Gap
from registry.errors import BrokenRule
from registry.model.agreement_lists import AgreementStatus, Renewal
from registry.model.supplier import CovenantStatus, PartyRole
from registry.services.agreements.agreements import add_agreement
from registry.services.board.board import edit_board
from registry.services.paper import KINDS, Order, compose
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier, edit_supplier, note_covenant
from tests.complete_register import SUPPLIER, TODAY
from tests.documents.specimens import headings, lines, marked, read

NASTY = "A&B <b>\"quote\" 'x' {{ 7*7 }} 😀"

YEAR = date(2027, 7, 31)


def text(made):
    return "\n".join(lines(made.content))


class TestTheWholeAgreement:
    def test_it_has_every_annex_behind_it_in_order(self, made):
        titles = [line for line in headings(made().content) if line.startswith("Bijlage ")]
        assert titles == [
            "Bijlage 1 – Privacybijsluiter: Letters",
            "Bijlage 2 – Beveiligingsbijlage: Letters",
            "Bijlage 3 – Afwijkingen",
        ]

    def test_a_complete_register_leaves_no_gap(self, made):
        assert made().gaps == ()
        assert made().file_name == "Verwerkersovereenkomst-met-bijlagen-Lettervlieg-BV (concept).docx"

    def test_the_title_of_the_document_is_set(self, made):
        assert read(made().content).core_properties.title == "Verwerkersovereenkomst met bijlagen – Lettervlieg B.V."

    def test_without_deviations_there_is_no_annex_3(self, made, change_agreement):
        change_agreement({}, {"deviations": []})
        assert "Bijlage 3 – Afwijkingen" not in text(made())

    def test_facts_that_nobody_checked_stand_once_at_the_end_of_a_draft(self, made):
        assert headings(made().content).count("Nog niet nagekeken") == 1
        assert "De lijst met doelen: Leer- en toetsresultaten opslaan" in text(made())

    def test_nasty_names_stand_in_it_as_they_are(self, session, register, made):
        edit_supplier(session, register.lettervlieg.id, register.lettervlieg.version, {"name": NASTY})
        edit_board(session, 1, {"name": NASTY, "signatory_name": NASTY})
        assert NASTY in text(made())
        assert made().file_name.isascii()


class TestTheAgreement:
    def test_a_gap_is_marked_listed_and_counted_in_the_name(self, session, register, made):
        edit_supplier(session, register.lettervlieg.id, register.lettervlieg.version, {"kvk": ""})
        edit_board(session, 1, {"board_number": ""})
        found = made("agreement")
        assert found.gaps == (
            Gap("Bestuursnummer", "school_board/1/board_number"),
            Gap("KvK-nummer", f"supplier/{register.lettervlieg.id}/kvk"),
        )
        assert "[KvK-nummer ontbreekt]" in marked(found.content)
        assert found.file_name == "Verwerkersovereenkomst-Lettervlieg-BV (concept - 2 open).docx"

    def test_a_supplier_abroad_needs_no_kvk_number(self, session, register, made):
        edit_supplier(session, register.lettervlieg.id, register.lettervlieg.version, {"kvk": "", "country": "IE"})
        assert "niet van toepassing (gevestigd in Ierland)" in text(made("agreement"))

    @pytest.mark.parametrize(
        ("fields", "sentence"),
        [
            ({"renewal": Renewal.NONE, "ends_on": YEAR}, "De einddatum is 31 juli 2027."),
            ({"renewal": Renewal.NONE}, "[Loopt tot en met ontbreekt]"),
            ({"renewal": Renewal.TACIT_YEAR, "ends_on": YEAR}, "Daarna loopt zij steeds een jaar door"),
            ({"renewal": Renewal.WITH_MAIN_CONTRACT}, "Zij geldt zolang de hoofdovereenkomst geldt."),
            ({"notice_months": 1}, "Elke partij kan opzeggen met een termijn van 1 maand."),
            ({"notice_months": 0}, "Elke partij kan opzeggen zonder opzegtermijn."),
        ],
    )
    def test_its_duration_stands_in_a_sentence(self, made, change_agreement, fields, sentence):
        change_agreement(fields)
        assert sentence in text(made("agreement"))

    def test_the_covenant_stands_in_it_with_the_day_it_was_looked_up(self, session, register, made):
        entry = {"status": CovenantStatus.SUPPORTER, "checked_on": TODAY - timedelta(days=1)}
        note_covenant(session, register.lettervlieg.id, entry)
        assert "medestander (nagegaan op 31 juli 2026)" in text(made("agreement"))

    def test_without_an_agreement_its_terms_are_gaps_and_it_is_about_all_products(self, session, made):
        supplier = add_supplier(session, SUPPLIER | {"name": "Rekenwolk", "kvk": "76543210"})
        add_product(session, supplier.id, {"name": "Sommen", "kind": "lt", "description": "Rekenen."})
        found = made("agreement", supplier)
        assert "Sommen (Leermiddel of toets): Rekenen." in text(found)
        assert Gap("Gaat in op", f"supplier/{supplier.id}/agreements") in found.gaps
        assert Gap("Bijlage 1 – Privacybijsluiter Sommen", f"product/{supplier.products[0].id}/privacy_annexes") in (
            found.gaps
        )

    def test_an_agreement_without_products_has_a_gap_where_they_belong(self, register, made, change_agreement):
        change_agreement({}, {"products": [], "annexes": [], "choices": []})
        assert Gap("Producten", f"agreement/{register.agreement.id}/products") in made("agreement").gaps

    def test_the_one_on_its_way_goes_before_the_one_in_force(self, session, register, paper, change_agreement):
        change_agreement({"status": AgreementStatus.IN_FORCE})
        new = {"status": AgreementStatus.WANTED, "reference": "nieuw", "model_version": "own_text"}
        add_agreement(session, register.lettervlieg.id, new)
        part = paper("agreement").parts[0].values["overeenkomst"]
        assert part["kenmerk"] == "nieuw"
        old = paper("agreement", agreement=register.agreement.id).parts[0].values["overeenkomst"]
        assert old["hoofdovereenkomst"] == "Leveringsovereenkomst Letters"


class TestWhoGetsNone:
    @pytest.mark.parametrize(
        ("role", "sentence"),
        [
            (PartyRole.LEGAL_RECIPIENT, "Met DUO sluit het bestuur geen verwerkersovereenkomst."),
            (PartyRole.JOINT_CONTROLLER, "DUO is samen met het bestuur verantwoordelijk."),
        ],
    )
    def test_a_role_that_needs_no_agreement_gets_a_sentence(self, session, register, paper, role, sentence):
        edit_supplier(session, register.duo.id, register.duo.version, {"role": role})
        with pytest.raises(BrokenRule, match=sentence):
            paper("agreement", register.duo)

    def test_where_none_is_needed_the_reason_is_told(self, session, register, paper):
        studio = add_supplier(session, {"name": "Fotostudio Kiekjes"})
        add_agreement(session, studio.id, {"status": AgreementStatus.NOT_NEEDED, "reason": "Krijgt geen namen."})
        with pytest.raises(BrokenRule, match="Krijgt geen namen"):
            paper("agreement", studio)

    def test_before_the_board_is_filled_in_there_is_no_paper(self, session):
        supplier = add_supplier(session, {"name": "Lettervlieg"})
        with pytest.raises(BrokenRule, match="Vul eerst de gegevens van het bestuur in"):
            compose(session, Order(KINDS["agreement"], supplier.id, TODAY, TODAY))

    def test_a_model_that_does_not_fit_the_covenant_is_told(self, session, register, paper):
        entry = {"status": CovenantStatus.PARTICIPANT, "checked_on": TODAY}
        note_covenant(session, register.lettervlieg.id, entry)
        assert "Daarbij hoort het convenantmodel" in paper("agreement").notes[0]
