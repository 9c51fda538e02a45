"""The sentences above the list: they claim only what is so."""

from datetime import timedelta

import pytest

from registry.model.agreement_lists import AgreementStatus
from registry.model.supplier import CovenantStatus, PartyRole
from registry.queries.uses.school_counts import counting_sentence, covenant_sentence
from registry.queries.uses.school_list import school_list
from registry.services.suppliers.suppliers import note_covenant
from tests.complete_register import TODAY


def sentence(found):
    return counting_sentence(found.counts, found.school.name, found.on, found.only_learning_materials)


def test_it_counts_products_suppliers_and_agreements(session, zandloper, put, agree):
    letters, _ = put("Letters").product, put("Sommen", "Rekenwolk")
    agree(letters)
    assert sentence(school_list(session, zandloper.id, TODAY)) == (
        "Op 1 augustus 2026 gebruikt De Zandloper 2 producten van 2 leveranciers. "
        "Met 1 van deze leveranciers geldt een verwerkersovereenkomst."
    )


def test_it_says_all_only_when_every_product_of_every_supplier_is_covered(session, zandloper, put, agree):
    letters, more, sums = put("Letters").product, put("Klanken").product, put("Sommen", "Rekenwolk").product
    agree(letters)
    agree(sums)
    assert "alle" not in sentence(school_list(session, zandloper.id, TODAY))
    agree(more)
    assert "Met alle leveranciers in dit overzicht geldt een verwerkersovereenkomst." in sentence(
        school_list(session, zandloper.id, TODAY)
    )


def test_an_agreement_that_ended_does_not_count(session, zandloper, put, agree):
    agree(put("Letters").product, status=AgreementStatus.TERMINATED, ended_on=TODAY - timedelta(days=1))
    assert sentence(school_list(session, zandloper.id, TODAY)).endswith(
        "In het register staat nog geen verwerkersovereenkomst die voor dit product geldt."
    )


@pytest.mark.parametrize("arrangement", ["", "shadow_it"])
def test_an_arrangement_that_is_not_settled_does_not_count(session, zandloper, put, agree, arrangement):
    agree(put("Letters").product, arrangement=arrangement)
    assert school_list(session, zandloper.id, TODAY).counts.with_agreement == 0


@pytest.mark.parametrize(
    ("model", "said"),
    [
        ("", "Met 1 leverancier geldt een afspraak. Het register zegt nog niet welke soort afspraak dat is."),
        ("other", "Met 1 leverancier geldt een afspraak. Het register zegt nog niet welke soort afspraak dat is."),
        ("mvo_3_0", "Met deze leverancier geldt een verwerkersovereenkomst."),
    ],
    ids=["no model", "a text that tells nothing", "a model that is a processor agreement by its name"],
)
def test_an_agreement_of_an_unknown_kind_that_holds_is_not_denied(session, zandloper, put, agree, model, said):
    agree(put("Letters").product, arrangement="", model_version=model)
    assert sentence(school_list(session, zandloper.id, TODAY)).endswith(f"van 1 leverancier. {said}")


def test_an_agreement_for_some_of_the_products_is_told_as_that(session, zandloper, put, agree):
    agree(put("Letters").product)
    put("Klanken")
    assert sentence(school_list(session, zandloper.id, TODAY)).endswith(
        "van 1 leverancier. Met 1 leverancier geldt een afspraak voor een deel van de producten."
    )


def test_a_letter_is_told_as_a_letter(session, zandloper, put, agree):
    agree(put("Schoolfoto", "Fotostudio Kiekjes", kind="photo").product, arrangement="letter_or_mail")
    assert sentence(school_list(session, zandloper.id, TODAY)).endswith(
        "van 1 leverancier. Met 1 leverancier staan de afspraken in een brief, een e-mail of de voorwaarden."
    )


def test_a_supplier_that_is_no_processor_keeps_all_from_being_said(session, zandloper, put, agree):
    agree(put("Letters").product)
    put("Boeken", "Uitgeverij De Kade", role=PartyRole.INDEPENDENT_CONTROLLER)
    found = sentence(school_list(session, zandloper.id, TODAY))
    assert "Met 1 van deze leveranciers geldt een verwerkersovereenkomst. 1 leverancier is geen verwerker." in found


def test_it_does_not_say_that_the_school_uses_only_these_when_a_use_is_left_out(session, zandloper, put):
    put("Letters")
    put("Rooster", in_guide=False)
    assert sentence(school_list(session, zandloper.id, TODAY)).startswith(
        "Op 1 augustus 2026 staat er voor De Zandloper in dit overzicht 1 product van 1 leverancier."
    )


def test_it_does_not_say_that_the_register_is_empty_when_all_is_left_out(session, zandloper, put):
    put("Rooster", in_guide=False)
    assert "geen producten in dit overzicht" in sentence(school_list(session, zandloper.id, TODAY))


def test_recipients_are_counted_apart(session, zandloper, put):
    put("Inschrijving", "DUO", role=PartyRole.LEGAL_RECIPIENT)
    assert sentence(school_list(session, zandloper.id, TODAY)) == (
        "Op 1 augustus 2026 staan er voor De Zandloper geen producten in het register. "
        "Daarnaast krijgt 1 andere organisatie gegevens van de school."
    )


def test_the_covenant_is_named_as_it_was_known_on_the_day(session, zandloper, put):
    for supplier, status in {"Rekenwolk": CovenantStatus.PARTICIPANT, "Kade": CovenantStatus.SUPPORTER}.items():
        use = put(f"van {supplier}", supplier)
        note_covenant(session, use.product.supplier_id, {"status": status, "checked_on": TODAY})
    assert covenant_sentence(school_list(session, zandloper.id, TODAY).counts) == (
        "1 van deze leveranciers is deelnemer en 1 is medestander van het Privacyconvenant Onderwijs."
    )
    assert covenant_sentence(school_list(session, zandloper.id, TODAY - timedelta(days=1)).counts) == ""
