"""A row of the list: what it says, in plain words, and what it does not know."""

import pytest

from registry.model import PrivacyAnnex
from registry.model.agreement_lists import AgreementStatus
from registry.model.product import Part
from registry.model.supplier import PartyRole
from registry.queries.uses.school_list import school_list
from registry.services.annexes.annexes import propose_annex
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier
from registry.services.uses.uses import start_use
from tests.complete_register import SINCE, TODAY


def row(session, school, number=0):
    return school_list(session, school.id, TODAY).rows[number]


def test_data_stand_in_plain_words_with_what_is_not_processed(session, zandloper, put, describe):
    product = put("Letters").product
    data = [{"category": "1.1", "subjects": ("pupil", "teacher")}, {"category": "12", "note": "inlogtijden"}]
    describe(product, data=data, denials=[{"statement": "geen BSN"}, {"statement": "leerresultaten"}])
    found = row(session, zandloper)
    assert found.data == "Naam, e-mailadres en opleiding; inlogtijden. Niet: BSN en leerresultaten"
    assert found.about_whom == "leerlingen en leraren"


def test_makers_distributors_and_opened_modules_are_named(session, zandloper):
    kade, boek = (add_supplier(session, {"name": name}) for name in ("Uitgeverij De Kade", "Boekenboom"))
    lettervlieg = add_supplier(session, {"name": "Lettervlieg B.V."})
    parties = [{"supplier_id": kade.id, "part": Part.MAKER}, {"supplier_id": boek.id, "part": Part.DISTRIBUTOR}]
    product = add_product(
        session,
        lettervlieg.id,
        {"name": "Letters"},
        {"parties": parties, "modules": [{"name": "A"}, {"name": "B"}]},
    )
    start_use(session, zandloper.id, product.id, {"since": SINCE}, [product.modules[1].id])
    found = row(session, zandloper)
    assert found.supplier_text == "Lettervlieg B.V. (maker: Uitgeverij De Kade; distributeur: Boekenboom)"
    assert found.product_text == "Letters (onderdeel: B)"


def test_groups_of_people_with_an_and_of_their_own_are_told_apart(session, zandloper, put, describe):
    describe(put("Letters").product, data=[{"category": "1.1", "subjects": ("pupil", "parent")}])
    assert row(session, zandloper).about_whom == "leerlingen; ouders en verzorgers"


@pytest.mark.parametrize(
    ("fields", "rows", "outside"),
    [
        ({"no_subprocessors": True}, {"storage": [{"country": "NL"}]}, "nee"),
        ({}, {"storage": [{"country": "NL"}], "subprocessors": [{"name": "Wolk", "country": "DE"}]}, "nee"),
        ({}, {"storage": [{"country": "NL"}]}, ""),
        ({"no_subprocessors": True}, {}, ""),
        ({}, {"storage": [{"country": "NL"}], "subprocessors": [{"name": "Wolk"}]}, ""),
        ({}, {"storage": [{"country": "US"}], "subprocessors": [{"name": "Wolk"}]}, "ja: Verenigde Staten"),
    ],
)
def test_outside_the_eea_is_no_only_when_every_place_is_known(session, zandloper, put, describe, fields, rows, outside):
    describe(put("Letters").product, fields, **rows)
    assert row(session, zandloper).outside_text == outside


def test_a_recipient_without_annex_gets_the_data_in_its_own_country(session, zandloper, put):
    put("Inschrijving", "DUO", role=PartyRole.LEGAL_RECIPIENT, country="NL")
    assert row(session, zandloper).outside_text == "nee"


def test_a_recipient_whose_country_nobody_filled_in_is_not_said_to_be_inside(session, zandloper, put):
    put("Inschrijving", "DUO", role=PartyRole.LEGAL_RECIPIENT)
    assert row(session, zandloper).outside_eea is None


def test_without_an_annex_in_force_the_newest_proposal_speaks_and_is_marked(session, zandloper, put):
    product = put("Letters").product
    for category in ("9", "10"):
        propose_annex(session, PrivacyAnnex, product.id, {}, {"data": [{"category": category}]})
    found = row(session, zandloper)
    assert (found.data, found.is_proposal) == ("Foto’s en video’s", True)


def test_what_is_unknown_is_a_gap_that_names_its_place(session, zandloper, put):
    use = put("Letters")
    gaps = [(gap.label, gap.where) for gap in row(session, zandloper).gaps]
    assert gaps == [
        ("Waarvoor, in gewone taal voor ouders", f"use/{use.id}/purpose_plain"),
        ("Privacybijsluiter", f"product/{use.product_id}/privacy_annexes"),
    ]


def test_a_complete_row_has_no_gaps(session, zandloper, put, describe):
    use = put("Letters", purpose_plain="Om te leren lezen.")
    rows = {"data": [{"category": "1.1", "subjects": ("pupil",)}], "storage": [{"country": "NL"}]}
    describe(use.product, {"no_subprocessors": True}, **rows)
    assert row(session, zandloper).gaps == ()


@pytest.mark.parametrize(
    ("category", "note", "told"),
    [
        ("1.1", "", "Naam, e-mailadres en opleiding"),
        ("1.1", "Voornaam en achternaam.", "Voornaam en achternaam"),
        ("12", "Groep of klas.", "Groep of klas"),
        ("5", "Allergieën.", "Gegevens over gezondheid (allergieën)"),
        ("13", "BSN, alleen voor de inschrijving.", "Burgerservicenummer (BSN) (BSN, alleen voor de inschrijving)"),
    ],
)
def test_what_precisely_stands_in_the_place_of_a_category_but_never_hides_a_special_one(
    session, zandloper, put, describe, category, note, told
):
    describe(put("Letters").product, data=[{"category": category, "note": note}])
    assert row(session, zandloper).data == told


def test_an_article_of_law_counts_once_the_agreement_holds(session, zandloper, put, agree):
    product = put("Letters").product
    agree(product, status=AgreementStatus.WANTED, legal_ground="artikel 1")
    assert row(session, zandloper).ground == ""
    agree(product, status=AgreementStatus.IN_FORCE, legal_ground="artikel 2")
    assert row(session, zandloper).ground == "artikel 2"


def test_an_article_of_law_counts_where_no_agreement_is_needed(session, zandloper, put, agree):
    product = put("Verzuim", "Gemeente", role=PartyRole.LEGAL_RECIPIENT).product
    decided = {"status": AgreementStatus.NOT_NEEDED, "reason": "de wet regelt het"}
    agree(product, arrangement="none_legal_duty", legal_ground="Leerplichtwet 1969", **decided)
    assert row(session, zandloper).ground == "Leerplichtwet 1969"
