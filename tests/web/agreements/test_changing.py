"""Editing, replacing and ending an agreement on its screens."""

from datetime import date

import pytest

from registry.calendar import school_year_end
from registry.model import Agreement, PrivacyAnnex
from registry.model.agreement_lists import AgreementStatus, Renewal
from registry.services.agreements.agreements import edit_agreement, end_agreement
from registry.services.annexes.annexes import accept_annex, propose_annex

EDIT, REPLACE, END = (f"/overeenkomsten/1/{verb}" for verb in ("wijzigen", "vervangen", "beeindigen"))
START = date(2024, 8, 1)
COVERED = {
    "products": [{"product_id": 1}],
    "annexes": [{"privacy_annex_id": 1}, {"security_annex_id": 1}],
    "choices": [{"option_id": 1, "chosen": False}],
}


@pytest.fixture
def agreement(file):
    """An agreement in force about Letters, with the annexes and a "no" to the choice."""
    return file(
        COVERED,
        arrangement="own_text",
        model_version="own_text",
        status=AgreementStatus.IN_FORCE,
        starts_on=START,
        renewal=Renewal.TACIT_YEAR,
        notice_months=3,
        main_contract="Licentie",
        reference="VO-1",
    )


class TestEditing:
    def test_saving_without_a_change_changes_nothing(self, session, visitor, agreement):
        before = visitor.open("/overeenkomsten/1").text
        after = visitor.submit(EDIT).text
        assert after.replace("Gelukt De afspraak is bewaard. ", "") == before

    def test_a_number_can_be_emptied(self, session, visitor, agreement):
        visitor.submit(EDIT, notice_months="")
        session.expire_all()
        assert session.get(Agreement, 1).notice_months is None

    def test_a_choice_can_be_taken_back(self, session, visitor, agreement):
        visitor.submit(EDIT, choice_1="open")
        session.expire_all()
        assert session.get(Agreement, 1).choices == []

    def test_the_second_saver_is_told_what_changed_and_keeps_their_own(self, visitor, agreement):
        opened = visitor.open(EDIT)
        visitor.submit(EDIT, reference="VO-2")
        page = visitor.send(EDIT, opened, note="Van de tweede")
        assert page.status == 409
        assert "VO-2" in page.text
        assert dict(page.values())["note"] == "Van de tweede"
        assert "Van de tweede" in visitor.send(EDIT, page).text

    def test_an_annex_that_was_replaced_stays_ticked(self, session, visitor, agreement):
        accept_annex(session, PrivacyAnnex, 1, START)
        newer = propose_annex(session, PrivacyAnnex, 1, {"edition": "3.0"})
        accept_annex(session, PrivacyAnnex, newer.id, date(2025, 8, 1))
        page = visitor.open(EDIT)
        assert "Privacybijsluiter, versie 2.1 (vervangen)" in page.text
        assert ("annexes", "p1") in page.values()

    def test_an_end_by_mistake_can_be_taken_back(self, session, visitor, agreement):
        end_agreement(session, 1, date(2026, 1, 31), "Vergissing")
        page = visitor.submit(EDIT, status="in_force", ended_on="", end_reason="")
        assert "Geldt sinds 1 augustus 2024" in page.text

    def test_an_end_day_cannot_be_typed_while_it_holds(self, visitor, agreement):
        assert "ended_on" not in dict(visitor.open(EDIT).values())

    def test_an_unknown_agreement_is_not_found(self, visitor):
        assert {visitor.open(address).status for address in (EDIT, REPLACE, END, "/overeenkomsten/1")} == {404}


class TestReplacing:
    def test_the_form_starts_from_the_old_one(self, visitor, agreement):
        values = dict(visitor.open(REPLACE).values())
        assert (values["arrangement"], values["main_contract"], values["notice_months"]) == (
            "own_text",
            "Licentie",
            "3",
        )
        assert (values["replaces_id"], values["choice_1"]) == ("1", "no")
        assert (values["reference"], values["starts_on"], values["status"]) == ("", "", "wanted")

    def test_it_starts_from_the_annexes_of_today(self, session, visitor, agreement):
        accept_annex(session, PrivacyAnnex, 1, START)
        newer = propose_annex(session, PrivacyAnnex, 1, {"edition": "3.0"})
        accept_annex(session, PrivacyAnnex, newer.id, date(2025, 8, 1))
        ticked = [value for name, value in visitor.open(REPLACE).values() if name == "annexes"]
        assert ticked == [f"p{newer.id}", "s1"]

    def test_the_old_one_ends_the_day_before(self, visitor, agreement):
        page = visitor.submit(REPLACE, status="in_force", starts_on="2026-08-01")
        assert "Gold van 1 augustus 2024 tot en met 31 juli 2026." in page.text
        old = visitor.open("/overeenkomsten/1")
        assert "vervangen" in old.texts("//span[contains(@class, 'tag')]")
        assert old.tree.xpath("//a[@href='/overeenkomsten/2']")

    def test_a_start_before_the_old_one_is_refused(self, visitor, agreement):
        page = visitor.submit(REPLACE, status="in_force", starts_on="2024-08-01")
        assert page.errors == ["Gaat in op: De overeenkomst die vervangen wordt, ging pas in op 1 augustus 2024."]


class TestEnding:
    @pytest.mark.parametrize(
        ("fields", "proposed"),
        [
            ({}, date.today()),
            ({"ends_on": date(2025, 7, 31), "renewal": Renewal.NONE}, date(2025, 7, 31)),
            ({"ends_on": date(2025, 7, 31)}, school_year_end(date.today())),
        ],
        ids=["today", "the-day-on-which-it-ran-out", "the-end-of-the-year-that-runs"],
    )
    def test_it_proposes_the_day_that_is_likely(self, session, visitor, agreement, fields, proposed):
        edit_agreement(session, agreement.id, agreement.version, fields)
        session.rollback()
        assert visitor.open(END).tree.xpath("//input[@name='ended_on']/@value") == [proposed.isoformat()]

    def test_it_ends_with_its_reason(self, visitor, agreement):
        page = visitor.submit(END, ended_on="2026-01-31", end_reason="Product gestopt & <klaar>")
        assert "Gold van 1 augustus 2024 tot en met 31 januari 2026." in page.text
        assert "Product gestopt & <klaar>" in page.text

    @pytest.mark.parametrize(
        ("typed", "error"),
        [
            ({"end_reason": ""}, "Reden van het einde: Vul dit in."),
            ({"end_reason": "  \n "}, "Reden van het einde: Geef de reden van het einde."),
            ({"ended_on": ""}, "Laatste dag waarop de afspraak geldt: Vul dit in."),
            (
                {"ended_on": "2024-07-31"},
                "Laatste dag waarop de afspraak geldt: "
                "De overeenkomst kan niet eindigen voordat zij inging (01-08-2024).",
            ),
        ],
    )
    def test_what_is_wrong_is_told_at_the_field(self, visitor, agreement, typed, error):
        page = visitor.submit(END, **{"ended_on": "2026-01-31", "end_reason": "Gestopt", **typed})
        assert (page.status, page.errors) == (422, [error])

    def test_who_did_not_see_a_change_is_told(self, visitor, agreement):
        opened = visitor.open(END)
        visitor.submit(EDIT, reference="VO-2")
        page = visitor.send(END, opened, ended_on="2026-01-31", end_reason="Gestopt")
        assert page.status == 409
        assert "Gestopt" in dict(page.values())["end_reason"]

    def test_one_that_does_not_hold_cannot_end(self, visitor, file):
        file(arrangement="own_text")
        page = visitor.submit(END, ended_on="2026-01-31", end_reason="Gestopt")
        assert page.errors == ["Alleen een overeenkomst die geldt, kan eindigen."]
        assert END not in visitor.open("/overeenkomsten/1").tree.xpath("//a/@href")
