"""The agreement and its annexes as Word files, made from records and read back."""

from datetime import timedelta

import pytest

from registry.documents import Gap
from registry.errors import BrokenRule
from registry.model import PrivacyAnnex, SecurityAnnex
from registry.model.agreement_lists import AgreementStatus, Renewal, Risk
from registry.model.privacy_annex import Automation
from registry.model.supplier import CovenantStatus, PartyRole
from registry.services.agreements import add_agreement, edit_agreement
from registry.services.annexes import propose_annex
from registry.services.board import edit_board
from registry.services.paper import KINDS, Order, Templates, compose, draft
from registry.services.products import add_product
from registry.services.suppliers import add_supplier, edit_supplier, note_covenant
from tests.complete_register import SUPPLIER, TODAY, complete_register
from tests.documents.specimens import headings, lines, marked, read

NASTY = "A&B <b>\"quote\" 'x' {{ 7*7 }} 😀"


@pytest.fixture
def register(session):
    return complete_register(session)


@pytest.fixture
def paper(session, register):
    """The paper of this kind, by default about Lettervlieg or its product."""

    def paper(code="agreement-complete", subject=None, **asked):
        about = {"supplier": register.lettervlieg, "product": register.letters}[KINDS[code].subject]
        return compose(session, Order(KINDS[code], (subject or about).id, TODAY, TODAY, **asked))

    return paper


@pytest.fixture
def made(paper, tmp_path):
    """The draft of such a paper."""
    return lambda *args, **asked: draft(paper(*args, **asked), Templates(tmp_path))


@pytest.fixture
def change_agreement(session, register):
    def change(fields, rows=None):
        edit_agreement(session, register.agreement.id, register.agreement.version, fields, rows)

    return change


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
            ({"renewal": Renewal.NONE, "ends_on": TODAY}, "Zij geldt tot en met de einddatum. De einddatum is 1 augus"),
            ({"renewal": Renewal.NONE}, "[Loopt tot en met ontbreekt]"),
            ({"renewal": Renewal.TACIT_YEAR, "ends_on": TODAY}, "Daarna loopt zij steeds een jaar door"),
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


class TestTheAnnexes:
    def test_the_board_s_choice_and_what_is_not_processed_stand_in_annex_1(self, made):
        found = lines(made("annex-1").content)
        assert found[found.index("Resultaten delen met de uitgever") + 1] == "nee"
        assert found[found.index("Uitdrukkelijk niet verwerkt:") + 1] == "BSN"

    def test_a_choice_not_made_yet_is_a_gap_of_its_own(self, register, made, change_agreement):
        change_agreement({}, {"choices": []})
        option = register.privacy_annex.options[0]
        assert made("annex-1").gaps == (
            Gap("Keuze van het bestuur", f"agreement/{register.agreement.id}/choices/{option.id}"),
        )

    def test_the_version_of_the_agreement_goes_before_a_newer_proposal(self, session, register, paper):
        propose_annex(session, PrivacyAnnex, register.letters.id, {"edition": "3.0"})
        assert paper("annex-1").title == "Bijlage 1 – Privacybijsluiter Letters, versie 2.1"
        assert paper("annex-1").notes == ()

    def test_the_version_in_force_is_taken_when_the_agreement_names_none(self, register, paper, change_agreement):
        change_agreement({}, {"annexes": [], "choices": []})
        assert "dit is de versie die nu geldt" in paper("annex-1").notes[0]

    def test_a_proposal_is_said_to_be_one(self, session, register, paper, made):
        product = add_product(session, register.lettervlieg.id, {"name": "Klanken"})
        propose_annex(session, SecurityAnnex, product.id, {"edition": "0.9"})
        note = "versie 0.9: dit is een voorstel. Het bestuur heeft deze versie nog niet geaccepteerd."
        assert note in paper("annex-2", product).notes[0]
        assert note in text(made("annex-2", product))

    def test_a_product_without_an_annex_has_no_such_paper(self, session, register, paper):
        product = add_product(session, register.lettervlieg.id, {"name": "Klanken"})
        with pytest.raises(BrokenRule, match="staat nog niet in het register"):
            paper("annex-1", product)

    def test_lists_that_nobody_filled_in_are_gaps(self, session, register, made):
        product = add_product(session, register.lettervlieg.id, {"name": "Klanken", "kind": "lt"})
        annex = propose_annex(session, PrivacyAnnex, product.id, {"automation": Automation.UNKNOWN})
        labels = {
            gap.label for gap in made("annex-1", product).gaps if gap.where.startswith(f"privacy_annex/{annex.id}")
        }
        assert labels >= {
            "Doelen",
            "Gegevens",
            "Landen van opslag",
            "Subverwerkers",
            "Bewaartermijnen",
            "AI en profilering",
        }

    def test_subprocessors_stand_in_their_chain_with_safeguards_asked_only_outside_the_eea(
        self, session, register, paper
    ):
        product = add_product(session, register.lettervlieg.id, {"name": "Klanken"})
        rows = [
            {"name": "Mailduif", "service": "mail", "data": "adres", "country": "US", "works_for": "Wolkenhuis"},
            {"name": "Wolkenhuis", "service": "hosting", "data": "alles", "country": "NL"},
        ]
        annex = propose_annex(session, PrivacyAnnex, product.id, {}, {"subprocessors": rows})
        hosting, mail = paper("annex-1", product).parts[0].values["bijsluiter"]["subverwerkers"]
        assert (hosting["naam"], hosting["niveau"], hosting["waarborg"]) == ("Wolkenhuis", 1, "")
        assert (mail["naam"], mail["niveau"]) == ("Mailduif", 2)
        assert mail["waarborg"] == Gap("Waarborg buiten de EER", f"subprocessor/{annex.subprocessors[0].id}/safeguard")

    def test_a_place_without_a_country_is_unknown_not_inside_the_eea(self, session, register, made):
        product = add_product(session, register.lettervlieg.id, {"name": "Klanken"})
        propose_annex(session, PrivacyAnnex, product.id, {}, {"storage": [{"place": "Noorderwiel"}]})
        found = lines(made("annex-1", product).content)
        assert found[found.index("Noorderwiel") + 1] == "[Land ontbreekt]"

    def test_a_certificate_of_a_subprocessor_says_so(self, session, register, made):
        product = add_product(session, register.lettervlieg.id, {"name": "Klanken"})
        certificate = {"name": "ISO 27001", "holder": "Wolkenhuis", "of_subprocessor": True}
        propose_annex(session, SecurityAnnex, product.id, {}, {"certificates": [certificate]})
        assert "Wolkenhuis (subverwerker)" in text(made("annex-2", product))

    def test_a_deviation_without_decision_or_risk_is_a_gap(self, register, made, change_agreement):
        change_agreement({}, {"deviations": [{"topic": "Datalekken", "difference": "36 uur", "reason": "weekend"}]})
        assert [gap.label for gap in made("annex-3").gaps] == ["Risico", "Besluit"]
        assert register.agreement.deviations[0].risk is Risk.UNKNOWN
