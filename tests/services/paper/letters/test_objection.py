"""The objection: which subprocessors are new or other in a proposal, and no reason that the register does not know."""

import pytest

from registry.errors import BrokenRule
from registry.model import PrivacyAnnex
from registry.model.supplier import PartyRole
from registry.services.annexes.annexes import accept_annex, propose_annex
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import edit_supplier
from tests.complete_register import SINCE, TODAY
from tests.documents.specimens import read

CODE = "letter-objection"
HOSTING = {"name": "Wolkenhuis B.V.", "service": "hosting", "data": "alle gegevens", "country": "NL"}
MAIL = {"name": "Mailduif", "service": "mail", "data": "adres", "country": "NL"}


@pytest.fixture
def product(session, register):
    """A product with a version that holds, in which two subprocessors stand."""
    product = add_product(session, register.lettervlieg.id, {"name": "Klanken"})
    annex = propose_annex(session, PrivacyAnnex, product.id, {"edition": "1"}, {"subprocessors": [HOSTING, MAIL]})
    accept_annex(session, PrivacyAnnex, annex.id, SINCE)
    return product


@pytest.fixture
def proposed(session, product):
    """A proposal with these subprocessors."""
    return lambda *rows: propose_annex(session, PrivacyAnnex, product.id, {"edition": "2"}, {"subprocessors": rows})


def changes(made):
    return {row.cells[0].text: row.cells[1].text for row in read(made.content).tables[0].rows[1:]}


def test_a_new_one_is_named_and_one_that_stays_is_not(made, proposed):
    postbode = {"name": "Postbode", "service": "mail", "data": "adres", "country": "NL"}
    assert changes(made(CODE, proposed(HOSTING, postbode))) == {"Postbode": "nieuw"}


def test_one_that_is_gone_is_told(told, proposed):
    postbode = {"name": "Postbode", "country": "NL", "service": "mail", "data": "adres"}
    assert "Niet meer in het voorstel: Mailduif" in told(CODE, proposed(HOSTING, postbode))


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"country": "IE"}, "land: was Nederland, wordt Ierland"),
        ({"service": "hosting en support"}, "dienst: was hosting, wordt hosting en support"),
        ({"data": ""}, "gegevens: was alle gegevens, wordt niet genoemd"),
        ({"safeguard_note": "SCC"}, "toelichting op de waarborg: was niet genoemd, wordt SCC"),
        ({"works_for": "Mailduif"}, "werkt voor: was niet genoemd, wordt Mailduif"),
    ],
)
def test_a_changed_one_says_what_was_and_what_will_be(made, proposed, fields, sentence):
    assert changes(made(CODE, proposed(HOSTING | fields, MAIL))) == {"Wolkenhuis B.V.": sentence}


def test_another_legal_form_is_another_party(made, proposed):
    assert changes(made(CODE, proposed(HOSTING | {"name": "Wolkenhuis Inc."}, MAIL))) == {"Wolkenhuis Inc.": "nieuw"}


def test_it_compares_with_the_version_that_holds_and_cites_the_law(told, proposed):
    text = "\n".join(told(CODE, proposed(HOSTING | {"country": "IE"}, MAIL)))
    assert "Er ligt een voorstel voor Klanken: de privacybijsluiter, versie 2." in text
    assert "vergeleken met de privacybijsluiter, versie 1, die nu geldt" in text
    assert "Artikel 28, lid 2, AVG" in text


def test_the_reason_is_left_to_the_board_and_is_no_gap(made, paper, proposed):
    annex = proposed(HOSTING | {"country": "IE"}, MAIL)
    assert made(CODE, annex).gaps == ()
    assert "Het register kent geen reden van het bezwaar." in paper(CODE, annex).notes[0]


def test_what_the_proposal_leaves_open_is_a_gap(made, proposed):
    assert [gap.label for gap in made(CODE, proposed(HOSTING, MAIL, {"name": "Postbode"})).gaps] == [
        "Dienst",
        "Welke gegevens",
        "Land",
    ]


def test_nothing_new_gives_no_letter(paper, proposed):
    with pytest.raises(BrokenRule, match="geen subverwerker nieuw of veranderd"):
        paper(CODE, proposed(HOSTING))


def test_a_version_that_holds_gets_no_objection(session, paper, proposed):
    annex = accept_annex(session, PrivacyAnnex, proposed(HOSTING, {"name": "Postbode"}).id, TODAY)
    with pytest.raises(BrokenRule, match="alleen tegen een voorstel"):
        paper(CODE, annex)


def test_without_a_version_that_holds_there_is_nothing_to_compare(session, register, paper):
    product = add_product(session, register.lettervlieg.id, {"name": "Woorden"})
    annex = propose_annex(session, PrivacyAnnex, product.id, {}, {"subprocessors": [HOSTING]})
    with pytest.raises(BrokenRule, match="nog geen versie van deze bijsluiter die geldt"):
        paper(CODE, annex)


def test_only_a_processor_gets_one(session, register, paper, proposed):
    annex = proposed(HOSTING)
    edit_supplier(session, register.lettervlieg.id, register.lettervlieg.version, {"role": PartyRole.JOINT_CONTROLLER})
    with pytest.raises(BrokenRule, match="Dit stuk is voor een verwerker"):
        paper(CODE, annex)
