"""The request to a supplier and its reminder: only what the supplier owes, and since when."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import update

from registry.database import change
from registry.errors import BrokenRule
from registry.model import AuditEvent, PrivacyAnnex
from registry.model.agreement_lists import AgreementStatus
from registry.model.supplier import CovenantStatus, PartyRole
from registry.reference import load
from registry.services.agreements.agreements import add_agreement, edit_agreement
from registry.services.annexes.annexes import propose_annex
from registry.services.paper import Templates, make_final
from registry.services.paper.supplier.asking import ASKED
from registry.services.suppliers.suppliers import edit_supplier, note_covenant
from tests.complete_register import TODAY

REQUEST, REMINDER = "letter-request", "letter-reminder"


def asked(told):
    """What the letter asks for."""
    return told[told.index("Wat wij u vragen") + 1 : told.index(_deadline(told))]


def _deadline(told):
    return next(line for line in told if line.startswith("Wij vragen u om dit te sturen"))


@pytest.fixture
def agreement(session, rekenwolk):
    fields = {"status": AgreementStatus.REQUESTED, "reference": "2026-9"}
    return add_agreement(session, rekenwolk.id, fields, {"products": [{"product_id": rekenwolk.products[0].id}]})


class TestTheRequest:
    def test_asks_for_what_the_supplier_owes_and_nothing_else(self, told, rekenwolk):
        assert asked(told(REQUEST, rekenwolk)) == [
            "Uw meldpunt voor datalekken, met een e-mailadres of telefoonnummer. Het meldpunt voor datalekken van "
            "Rekenwolk ontbreekt.",
            "Een overeenkomst over de persoonsgegevens. Er is geen overeenkomst met Rekenwolk, maar scholen gebruiken "
            "Sommen.",
            "De privacybijsluiter (bijlage 1). De privacybijsluiter van Sommen ontbreekt.",
            "De beveiligingsbijlage (bijlage 2). De beveiligingsbijlage van Sommen ontbreekt.",
        ]

    def test_says_its_date_and_that_it_is_four_weeks_later(self, told, rekenwolk):
        assert _deadline(told(REQUEST, rekenwolk)) == (
            "Wij vragen u om dit te sturen voor of op 29 augustus 2026. Dat is vier weken na de datum van deze brief."
        )

    def test_leaves_out_what_the_board_has_to_do(self, session, told, rekenwolk):
        propose_annex(session, PrivacyAnnex, rekenwolk.products[0].id, {"edition": "1"})
        text = "\n".join(told(REQUEST, rekenwolk))
        assert "nog een voorstel" not in text
        assert "De beveiligingsbijlage (bijlage 2)." in text

    def test_does_not_ask_for_an_agreement_that_lies_with_the_board(self, session, paper, told, rekenwolk, agreement):
        edit_agreement(session, agreement.id, agreement.version, {"status": AgreementStatus.IN_REVIEW})
        assert "zodat die kan ingaan" not in "\n".join(told(REQUEST, rekenwolk))
        assert (
            "omdat het bestuur aan zet is: De overeenkomst met Rekenwolk geldt nog niet."
            in (paper(REQUEST, rekenwolk).notes[0])
        )

    def test_names_the_text_that_fits_only_who_is_in_the_covenant(self, session, told, rekenwolk):
        assert not any("privacyconvenant" in line for line in told(REQUEST, rekenwolk))
        note_covenant(session, rekenwolk.id, {"status": CovenantStatus.SUPPORTER, "checked_on": TODAY})
        assert (
            "Volgens de lijst van het privacyconvenant bent u medestander (nagegaan op 1 augustus 2026). Daarbij past: "
            "verwerkersovereenkomst volgens het algemene model."
        ) in told(REQUEST, rekenwolk)

    @pytest.mark.parametrize(
        ("role", "articles"), [(PartyRole.PROCESSOR, "28 en 30"), (PartyRole.JOINT_CONTROLLER, "26 en 30")]
    )
    def test_rests_on_the_articles_for_the_role(self, session, told, rekenwolk, role, articles):
        edit_supplier(session, rekenwolk.id, rekenwolk.version, {"role": role})
        assert f"(AVG, artikelen {articles})" in "\n".join(told(REQUEST, rekenwolk))

    def test_has_nothing_to_ask_of_who_owes_nothing(self, session, register, paper, change_agreement):
        change_agreement({"status": AgreementStatus.IN_FORCE})
        with pytest.raises(BrokenRule, match=r"Aan Lettervlieg B\.V\. is nu niets te vragen\."):
            paper(REQUEST)

    def test_asks_nothing_of_who_needs_no_agreement(self, session, register, paper):
        add_agreement(session, register.duo.id, {"status": AgreementStatus.IN_FORCE})  # of which much is unknown
        with pytest.raises(BrokenRule, match="Aan DUO vraagt het bestuur geen overeenkomst of bijlage"):
            paper(REQUEST, register.duo)

    def test_has_words_for_everything_that_a_supplier_can_owe(self):
        kinds = load().signals.values()
        assert set(ASKED) == {kind.code for kind in kinds if kind.lacking and not kind.by_the_board}


class TestTheAddress:
    def test_is_that_of_the_contact_for_privacy(self, told, rekenwolk):
        found = told(REQUEST, rekenwolk)
        start = found.index("Rekenwolk")
        assert found[start : start + 4] == ["Rekenwolk", "t.a.v. privacy officer", "Wolk 1", "1111 AA Hemelveen"]

    def test_is_a_mail_address_where_no_other_is_known(self, session, told, rekenwolk):
        edit_supplier(session, rekenwolk.id, rekenwolk.version, {"address": "", "city": ""})
        assert "per e-mail: privacy@rekenwolk.example" in told(REQUEST, rekenwolk)

    def test_is_a_gap_where_nothing_is_known(self, session, made, rekenwolk):
        edit_supplier(session, rekenwolk.id, rekenwolk.version, {"address": "", "city": ""}, {"contacts": []})
        assert [gap.label for gap in made(REQUEST, rekenwolk).gaps] == ["Adres", "Plaats"]

    def test_names_a_country_that_is_not_the_netherlands(self, session, told, rekenwolk):
        edit_supplier(session, rekenwolk.id, rekenwolk.version, {"country": "IE"})
        assert "Ierland" in told(REQUEST, rekenwolk)


class TestTheReminder:
    def test_says_since_when_by_the_history(self, session, paper, told, rekenwolk, agreement):
        with change(session, "proef"):
            july = datetime(2026, 6, 30, 23, tzinfo=UTC)  # already July in the Netherlands
            session.connection().execute(update(AuditEvent).where(AuditEvent.new == "requested").values(at=july))
        assert any(
            "hebben wij u op 1 juli 2026 gevraagd om een overeenkomst" in line for line in told(REMINDER, rekenwolk)
        )
        assert "de dag waarop de stand “aangevraagd” in het register kwam" in paper(REMINDER, rekenwolk).notes[0]

    def test_says_since_when_by_the_request_that_is_kept(self, session, paper, told, tmp_path, rekenwolk, agreement):
        made_at = datetime(2026, 5, 4, 12, tzinfo=UTC)
        make_final(session, paper(REQUEST, rekenwolk), Templates(tmp_path), made_at)
        assert any("op 4 mei 2026 gevraagd" in line for line in told(REMINDER, rekenwolk))
        assert paper(REMINDER, rekenwolk).notes == ()

    def test_has_a_gap_where_nothing_tells_since_when(self, session, made, rekenwolk, agreement):
        with change(session, "proef"):
            session.connection().execute(update(AuditEvent).where(AuditEvent.new == "requested").values(new="elders"))
        assert [gap.label for gap in made(REMINDER, rekenwolk).gaps] == ["Datum van het verzoek"]

    def test_says_what_may_not_be_done_without_an_agreement_only_to_a_processor(
        self, session, told, rekenwolk, agreement
    ):
        sentence = "Zonder overeenkomst mogen wij u geen persoonsgegevens laten verwerken (AVG, artikel 28, lid 3)."
        assert sentence in told(REMINDER, rekenwolk)
        edit_supplier(session, rekenwolk.id, rekenwolk.version, {"role": PartyRole.JOINT_CONTROLLER})
        assert sentence not in told(REMINDER, rekenwolk)

    def test_lists_what_still_has_to_come_and_its_reference(self, told, rekenwolk, agreement):
        found = told(REMINDER, rekenwolk)
        assert "Kenmerk: 2026-9" in found
        assert asked(found)[1].startswith("De overeenkomst, zodat die kan ingaan.")

    @pytest.mark.parametrize("status", [AgreementStatus.WANTED, AgreementStatus.RECEIVED, AgreementStatus.IN_FORCE])
    def test_is_only_there_while_one_stands_as_requested(self, session, paper, rekenwolk, agreement, status):
        edit_agreement(session, agreement.id, agreement.version, {"status": status})
        with pytest.raises(BrokenRule, match="de stand “aangevraagd”"):
            paper(REMINDER, rekenwolk)
