"""Every situation that a coordinator may meet with data, uses, schools and texts for parents is in the example."""

import pytest
from sqlalchemy import select

from registry.model import CustomValue, PrivacyAnnex, Product, School, Statement, Use
from registry.model.agreement_lists import Risk
from registry.model.privacy_annex import Automation
from registry.model.product import Answer, Part
from registry.model.statement import Council
from registry.queries.annexes.annex_flags import has_national_number, special_categories
from registry.queries.uses.school_list import school_list
from registry.services.paper import KINDS, Order, Templates, compose, gaps_in

pytestmark = pytest.mark.xdist_group("demo")


def all_of(session, kind):
    return session.scalars(select(kind)).all()


# Data


def test_some_data_are_special_or_a_national_number(example):
    annexes = all_of(example, PrivacyAnnex)
    assert {annex.product.name for annex in annexes if special_categories(annex)} == {
        "Waterlijn",
        "Kustlijn Zorgoverleg",
    }
    assert "Klassenkompas" in {annex.product.name for annex in annexes if has_national_number(annex)}


def test_subprocessors_work_for_one_another(product, today):
    annex = product("Rekenwolk").privacy_annex_on(today)
    chain = {one.name: one.works_for for one in annex.subprocessors if one.works_for}
    assert chain == {"Slik Datacenters": "Schorwolk Cloud", "Geul Netwerken": "Slik Datacenters"}


def test_products_adapt_themselves_or_use_ai(example, today):
    holding = [annex for annex in all_of(example, PrivacyAnnex) if annex.holds_on(today)]
    assert {annex.automation for annex in holding} >= {Automation.NONE, Automation.ADAPTIVE, Automation.AI}


def test_a_dpia_is_done_and_another_is_needed(product):
    rekenwolk, classroom = product("Rekenwolk"), product("Brightpier Classroom")
    assert (rekenwolk.dpia_needed, classroom.dpia_needed) == (Answer.YES, Answer.YES)
    assert rekenwolk.dpia_link
    assert rekenwolk.dpia_next_on > rekenwolk.dpia_done_on
    assert classroom.dpia_done_on is None


def test_a_product_has_a_maker_and_a_distributor_beside_its_supplier(product):
    leesplank = product("Kade Leesplank")
    assert [other.name for other in leesplank.others(Part.MAKER)] == ["Lettervlieg B.V."]
    assert [other.name for other in leesplank.others(Part.DISTRIBUTOR)] == ["Boekenboot B.V."]


def test_others_reviewed_a_supplier(supplier):
    (review,) = supplier("Waterlijn Onderwijssystemen B.V.").external_reviews
    assert (review.reviewer, review.step, review.risk) == ("sivon", "published", Risk.MEDIUM)
    assert review.decision


def test_own_fields_of_suppliers_and_agreements_are_filled_in(example):
    assert {value.field.label for value in all_of(example, CustomValue)} == {
        "Crediteurnummer",
        "Plaats van het origineel",
    }


# Uses


def test_only_two_schools_opened_the_second_module(product):
    opened = {
        use.school.name
        for use in product("Waterlijn").uses
        for row in use.modules
        if row.module.name != "Leerlingdossier"
    }
    assert (len(product("Waterlijn").uses), opened) == (4, {"De Zandloper", "De Klok"})


def test_uses_ended_with_the_last_school_year(example, product, today):
    uses = product("Inktvis Typen").uses
    assert uses
    assert all(use.is_over(today) for use in uses)
    assert [use.product.name for use in all_of(example, Use) if use.until] == ["Inktvis Typen"] * len(uses)


def test_uses_are_still_to_begin(example, today):
    assert {use.product.name for use in all_of(example, Use) if use.since > today} == {"Kwartjeskist", "Roosterraster"}


def test_no_two_schools_have_the_same_list(example, today):
    lists = [school_list(example, school.id, today) for school in all_of(example, School)]
    assert len({tuple(row.product_text for row in one.rows) for one in lists}) == len(lists)


def test_parents_can_read_what_every_product_is_for(example):
    assert [product.name for product in all_of(example, Product) if not product.purpose_plain] == []


def test_every_use_has_its_ground_but_for_one(example):
    assert [use.product.name for use in all_of(example, Use) if not use.legal_basis] == ["Neelam Flashcards"]


# Texts for parents and paper


def test_a_council_consented_and_another_was_asked(example, today):
    statements = all_of(example, Statement)
    assert {one.council for one in statements if one.consent_given_on} == {Council.MR, Council.GMR}
    assert {one.council for one in statements if one.consent_is_due(today)} == {Council.MR, Council.GMR}


@pytest.mark.parametrize("name", ["Kwartjeskist B.V.", "Lettervlieg B.V."])
def test_an_agreement_can_be_written_without_gaps(example, supplier, tmp_path, today, name):
    paper = compose(example, Order(KINDS["agreement-complete"], supplier(name).id, today, today))
    assert gaps_in(paper, Templates(tmp_path)) == ()


def test_only_the_school_with_an_unknown_newsletter_has_gaps_in_its_list(example, today):
    lists = {school.name: school_list(example, school.id, today) for school in all_of(example, School)}
    gaps = {name for name, one in lists.items() if any(row.gaps for row in one.rows)}
    assert gaps == {"De Zonnewijzer", "Vakcollege De Springveer"}
