"""What stands on a school's page: only what holds, what parents may know, and what the school shows."""

from dataclasses import fields
from datetime import timedelta

import pytest

from registry.model import PrivacyAnnex
from registry.model.parents_page import ALL_PARTS, Part
from registry.model.supplier import PartyRole
from registry.queries.parents.allowed import (
    PublicContact,
    PublicPage,
    PublicProduct,
    PublicRecipient,
    PublicSupply,
    plain,
)
from registry.services.annexes.annexes import accept_annex, propose_annex, withdraw_annex
from registry.services.board.board import edit_board
from registry.services.uses.schools import edit_school
from registry.services.uses.uses import end_use
from tests.complete_register import TODAY

SECRET = "Geheim onderdeel"
DAY = timedelta(days=1)


def names(page):
    return [product.product for group in page.groups for product in group.products]


def test_it_says_what_the_register_knows(told):
    page = told()
    (letters,) = page.groups[0].products
    assert (page.school, page.board, page.groups[0].heading) == (
        "De Zandloper",
        "Stichting Getijden",
        "Leermiddelen en toetsen",
    )
    assert (letters.product, letters.supplier, letters.purpose) == ("Letters", "Lettervlieg B.V.", "Om te leren lezen.")
    assert (letters.data, letters.about_whom, letters.role, letters.outside_eea) == (
        "Naam, e-mailadres en opleiding. Niet: BSN",
        "leerlingen",
        "verwerker",
        (),
    )


def test_a_use_that_is_hidden_over_or_still_to_come_is_not_there_and_not_counted(session, put, told):
    put("Verborgen", in_guide=False)
    put("Straks", since=TODAY + DAY)
    end_use(session, put("Vroeger").id, TODAY - DAY)
    page = told()
    assert names(page) == ["Letters"]
    assert "1 product van 1 leverancier" in page.counts
    assert "Daarnaast" not in page.counts


def test_a_use_counts_on_its_last_day_and_not_the_day_after(session, put, told):
    end_use(session, put("Cijfers").id, TODAY)
    assert names(told(TODAY)) == ["Cijfers", "Letters"]
    assert names(told(TODAY + DAY)) == ["Letters"]


@pytest.mark.parametrize("standing", ["proposed", "withdrawn", "future"])
def test_an_annex_that_does_not_hold_says_nothing(session, put, told, standing):
    use = put("Cijfers")
    rows = {"data": [{"category": "1.1", "subjects": ("pupil",), "note": SECRET}], "storage": [{"country": "US"}]}
    annex = propose_annex(session, PrivacyAnnex, use.product_id, {"no_subprocessors": True}, rows)
    if standing == "withdrawn":
        withdraw_annex(session, PrivacyAnnex, annex.id)
    if standing == "future":
        accept_annex(session, PrivacyAnnex, annex.id, TODAY + DAY)
    page = told()
    cijfers = page.groups[0].products[0]
    assert (cijfers.product, cijfers.data, cijfers.about_whom, cijfers.outside_eea) == ("Cijfers", None, None, None)
    assert SECRET not in str(page)
    if standing == "future":
        assert SECRET.lower() in told(TODAY + DAY).groups[0].products[0].data.lower()


def test_a_recipient_by_law_stands_apart_with_its_ground(put, told):
    put("Inschrijving", {"role": PartyRole.LEGAL_RECIPIENT, "country": "NL"}, legal_basis="legal_obligation")
    page = told()
    (duo,) = page.recipients
    assert (duo.product, duo.outside_eea) == ("Inschrijving", ())
    assert names(page) == ["Letters"]
    assert "Daarnaast krijgt 1 andere organisatie" in page.counts


def test_whom_parents_ask_is_a_function_and_an_address_of_school_or_board(session, told):
    assert told().contact == PublicContact(function="de privacy officer", email="privacy@getijden.example")
    edit_school(session, 1, 1, {"contact_function": "de directie"})
    assert told().contact == PublicContact(function="de directie", email=None)


def test_the_name_of_the_fg_is_not_told(session, told):
    edit_board(session, 1, {"dpo_name": "C. Geheim", "dpo_function": "FG van Getijden"})
    page = told()
    assert page.dpo == PublicContact(function="FG van Getijden", email="fg@getijden.example")
    assert "Geheim" not in str(page)


@pytest.mark.parametrize("part", Part)
def test_what_the_school_leaves_out_is_nowhere(put, told, part):
    put("Inschrijving", {"role": PartyRole.LEGAL_RECIPIENT}, legal_basis="legal_obligation")
    whole, less = told(), told(parts=[one for one in ALL_PARTS if one != part.value])
    dropped = keys(plain(whole, whole.shown)) - keys(plain(less, less.shown))
    kinds = (PublicPage, PublicSupply, PublicRecipient)
    marked = {one.metadata["name"] for kind in kinds for one in fields(kind) if one.metadata.get("part") is part}
    assert dropped == marked != set()
    assert all(getattr(less, one.name) in (None, ()) for one in fields(PublicPage) if one.metadata.get("part") is part)


def test_with_nothing_ticked_names_and_purposes_are_left(told):
    (letters,) = told(parts=[]).groups[0].products
    known = {one.name: getattr(letters, one.name) for one in fields(letters) if getattr(letters, one.name)}
    assert known == {"product": "Letters", "supplier": "Lettervlieg B.V.", "purpose": "Om te leren lezen."}
    assert {one.name for one in fields(PublicProduct) if one.metadata["part"] is None} == known.keys()


def keys(told):
    if isinstance(told, list):
        return {key for one in told for key in keys(one)}
    return set(told) | {key for one in told.values() for key in keys(one)} if isinstance(told, dict) else set()
