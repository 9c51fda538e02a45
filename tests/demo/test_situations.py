"""Every situation that a coordinator may meet with agreements and annexes is in the example."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from registry.model import Agreement, Certificate, Deviation, Supplier
from registry.model.agreement_lists import AgreementStatus, Channel, ConclusionMode, FileKind, Renewal, Risk
from registry.model.annex_state import AnnexStatus
from registry.model.supplier import CovenantStatus, PartyRole
from registry.queries.agreements.arrangements import mismatch
from registry.queries.annexes.annex_changes import ChangeKind, compare
from registry.queries.suppliers.owed import owed

pytestmark = pytest.mark.xdist_group("demo")


def owed_codes(supplier, on):
    return {item.code for item in owed(supplier, on)}


# Agreements


def test_a_participant_has_model_4_and_owes_nothing(supplier, today):
    lettervlieg = supplier("Lettervlieg B.V.")
    assert lettervlieg.covenant_status(today) is CovenantStatus.PARTICIPANT
    agreement = lettervlieg.agreement_on(today)
    assert (agreement.model_version, agreement.channel) == ("mvo_4_0", Channel.NATIONAL_SERVICE)
    assert agreement.is_signed_by_both
    assert owed(lettervlieg, today) == []


def test_a_supporter_has_the_general_model(supplier, today):
    wolkenveld = supplier("Wolkenveld ICT-beheer")
    assert wolkenveld.covenant_status(today) is CovenantStatus.SUPPORTER
    assert wolkenveld.agreement_on(today).model_version == "general_model"


def test_an_old_model_still_holds(supplier, today):
    assert supplier("Toetsduin B.V.").agreement_on(today).model_version == "bvo_2_0"


def test_a_non_participant_has_a_paper_of_model_4(supplier, today):
    assert "bedoeld voor deelnemers" in mismatch(supplier("Boekenboot B.V.").agreement_on(today), today)


def test_that_is_the_only_mismatch(example, today):
    agreements = example.scalars(select(Agreement))
    assert [one.supplier.name for one in agreements if mismatch(one, today)] == ["Boekenboot B.V."]


def test_the_photographer_has_a_letter(supplier, today):
    agreement = supplier("Fotostudio Zilverlicht").agreement_on(today)
    assert (agreement.arrangement, agreement.conclusion_mode) == ("letter_or_mail", ConclusionMode.LETTER)
    assert [attached.kind for attached in agreement.files] == [FileKind.LETTER]
    assert agreement.reason


def test_an_agreement_came_about_by_a_click(supplier, today):
    assert supplier("Peilglas Apps").agreement_on(today).conclusion_mode is ConclusionMode.CLICK_THROUGH


def test_none_is_needed_with_those_whom_the_law_names(example):
    recipients = example.scalars(select(Supplier).where(Supplier.role == PartyRole.LEGAL_RECIPIENT)).all()
    for recipient in recipients:
        (agreement,) = recipient.agreements
        assert agreement.status is AgreementStatus.NOT_NEEDED
        assert agreement.reason
        assert agreement.legal_ground
        assert agreement.decided_by


def test_none_is_needed_with_one_that_decides_for_itself(supplier):
    jeugdartsen = supplier("Jeugdartsen Ebbenhaven")
    assert jeugdartsen.role is PartyRole.INDEPENDENT_CONTROLLER
    assert jeugdartsen.agreements[0].arrangement == "none_consent_based"


def test_two_are_controllers_together(supplier, today):
    kustlijn = supplier("Samenwerkingsverband Kustlijn")
    assert kustlijn.role is PartyRole.JOINT_CONTROLLER
    assert kustlijn.agreement_on(today).arrangement == "joint_controller_agreement"


def test_an_agreement_ends_within_two_months(supplier, today):
    agreement = supplier("Parelduiker Leermiddelen").agreement_on(today)
    assert agreement.renewal is Renewal.NONE
    assert today < agreement.last_day <= today + timedelta(days=61)


def test_an_agreement_was_replaced(supplier, today):
    old, new = supplier("Uitgeverij De Kade").agreements
    assert (old.status, new.replaces) == (AgreementStatus.SUPERSEDED, old)
    assert old.last_day + timedelta(days=1) == new.starts_on
    assert (old.annexes[0].privacy_annex.edition, new.annexes[0].privacy_annex.edition) == ("1.0", "2.0")


def test_an_agreement_was_ended_with_its_reason(supplier, today):
    (agreement,) = supplier("Inktvis Software").agreements
    assert agreement.status is AgreementStatus.TERMINATED
    assert agreement.end_reason
    assert agreement.last_day < today


def test_an_agreement_on_the_boards_own_text_is_to_be_signed(supplier):
    (agreement,) = supplier("Kwartjeskist B.V.").agreements
    assert (agreement.status, agreement.model_version) == (AgreementStatus.READY_TO_SIGN, "own_text")


def test_an_agreement_is_asked_for(supplier, today):
    assert "agreement_open" in owed_codes(supplier("Zeebries Communicatie"), today)


def test_an_offer_to_another_board_was_accepted(supplier, today):
    assert supplier("Stichting Sleutelbos").agreement_on(today).offer_from == "Stichting Duinrand Onderwijs"


def test_deviations_have_decisions_but_for_one(example):
    undecided = [one for one in example.scalars(select(Deviation)) if not one.decision]
    assert len(example.scalars(select(Deviation)).all()) == 5
    assert [one.risk for one in undecided] == [Risk.HIGH]


# Annexes


def test_an_american_supplier_has_safeguards(supplier, today):
    brightpier = supplier("Brightpier Inc.")
    annex = brightpier.products[0].privacy_annex_on(today)
    assert brightpier.country == "US"
    assert {place.safeguard for place in [*annex.storage, *annex.subprocessors]} == {"", "dpf", "scc"}
    assert "safeguard_missing" not in owed_codes(brightpier, today)


def test_a_supplier_outside_the_eea_has_none(example, today):
    without = [one.name for one in example.scalars(select(Supplier)) if "safeguard_missing" in owed_codes(one, today)]
    assert without == ["Neelam Edutools Pvt. Ltd."]


def test_a_product_has_no_annex_at_all(product):
    newsletter = product("Zeebries Nieuwsbrief")
    assert newsletter.privacy_annexes == newsletter.security_annexes == []


def test_a_security_annex_came_after_another(product):
    before, after = product("Lettervlieg Lezen").security_annexes
    assert (before.status, after.status) == (AnnexStatus.SUPERSEDED, AnnexStatus.ACCEPTED)
    assert {change.kind for change in compare(before, after).changes} == {ChangeKind.ADDED, ChangeKind.CHANGED}


def test_a_newer_annex_is_waiting(product):
    states = [annex.status for annex in product("Kade Leesplank").privacy_annexes]
    assert states == [AnnexStatus.SUPERSEDED, AnnexStatus.ACCEPTED, AnnexStatus.PROPOSED]


def test_of_two_choices_one_is_made(supplier, today):
    oudertoren = supplier("Oudertoren B.V.")
    options = oudertoren.products[0].privacy_annex_on(today).options
    assert [oudertoren.agreement_on(today).choice_on(option) for option in options] == [None, True]
    assert owed_codes(oudertoren, today) == {"choice_missing"}


def test_a_certificate_is_over_and_some_are_of_a_subprocessor(example, today):
    certificates = example.scalars(select(Certificate)).all()
    assert [one.holder for one in certificates if not one.is_valid(today)] == ["Toetsduin B.V."]
    assert {one.holder for one in certificates if one.of_subprocessor} == {"Schorwolk Cloud", "Peilbuis Hosting"}
