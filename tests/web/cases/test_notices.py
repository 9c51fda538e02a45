"""The screens of changes at a subprocessor."""

from datetime import date, timedelta

import pytest

from registry.model import PrivacyAnnex, SubprocessorNotice
from registry.services.annexes.annexes import accept_annex, propose_annex
from registry.services.suppliers.products import add_product
from tests.complete_register import PRIVACY_ANNEX, PRIVACY_ROWS, SINCE, complete_register

LIST, FIRST, DECIDE = "/jaar/subverwerkers/", "/jaar/subverwerkers/1", "/jaar/subverwerkers/1/besluit"
TODAY = date.today()


def ago(days):
    return (TODAY - timedelta(days)).isoformat()


@pytest.fixture
def register(session):
    return complete_register(session)


@pytest.fixture
def new(register):
    return f"/jaar/subverwerkers/nieuw?supplier_id={register.lettervlieg.id}"


@pytest.fixture
def kept(visitor, register, new):
    typed = {"name": "Mailduif & Co", "country": "US", "term": "4", "term_source": "contract"}
    return visitor.submit(new, **typed, received_on=ago(10), products=[str(register.letters.id)])


def test_it_asks_first_of_which_supplier(visitor, register):
    assert visitor.open("/jaar/subverwerkers/nieuw").texts("//option") == ["Kies", "Lettervlieg B.V."]


def test_the_only_product_of_a_supplier_is_ticked_beforehand(session, visitor, register, new):
    assert dict(visitor.open(new).values())["products"] == str(register.letters.id)
    add_product(session, register.lettervlieg.id, {"name": "Cijfers"})
    assert "products" not in dict(visitor.open(new).values())


def test_the_page_of_the_supplier_tells_of_it(visitor, kept, register):
    page = visitor.open(f"/leveranciers/{register.lettervlieg.id}")
    assert "Subverwerker Mailduif & Co komt erbij" in page.texts(f"//a[@href='{FIRST}']")
    assert "besluit: nog niet besloten" in page.text


def test_it_tells_the_term_and_what_it_touches(kept):
    assert "(4 weken, in de overeenkomst)" in kept.text
    assert kept.texts("//td[@data-label='Scholen']") == ["De Zandloper"]
    assert "ligt buiten de EER. Er staat geen waarborg bij" in kept.text


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"name": ""}, "Vul dit in."),
        ({"products": []}, "Kies bij welk product de subverwerker hoort."),
        ({"products": ["99"]}, "geldig"),
        ({"products": ["x"]}, "geldig"),
        ({"term": "veel"}, "Vul een heel getal in."),
        ({"term": "366"}, "van 0 tot en met 365"),
        ({"change": "replaced"}, "Vul in welke subverwerker weggaat."),
        ({"country": "ZZ"}, "Ongeldige keuze"),
    ],
    ids=str,
)
def test_what_is_wrong_is_told_and_nothing_is_lost(session, visitor, new, register, typed, sentence):
    right = {"name": "Mailduif", "note": "Zie & <mail>", "products": [str(register.letters.id)]}
    page = visitor.submit(new, **right | typed)
    assert (page.status, dict(page.values())["note"]) == (422, "Zie & <mail>")
    assert sentence in page.errors[0]
    assert session.get(SubprocessorNotice, 1) is None


def test_a_late_objection_gets_its_sentence_and_is_kept(session, visitor, register, new):
    visitor.submit(new, name="Mailduif", received_on=ago(30), term="1", products=[str(register.letters.id)])
    page = visitor.submit(DECIDE, decision="objection", decided_on=ago(1), reason="geen waarborg")
    assert "Het bezwaar kwam na de laatste dag" in page.text
    assert page.tree.xpath("//section[@class='next']//a/@href") == [
        "/documenten/leverancier/1?welk=letter-notice-objection/1"
    ]
    assert "Brief: bezwaar tegen Mailduif" in visitor.open(page.tree.xpath("//section[@class='next']//a/@href")[0]).text


def test_a_consent_leads_to_the_new_annex(session, visitor, register, kept):
    page = visitor.submit(DECIDE, decision="consent", decided_on=ago(1), answered_on=ago(0))
    made = visitor.send("/jaar/subverwerkers/1/bijsluiter/1", page)
    assert "Dit is de nieuwe versie als voorstel." in made.text
    annex = session.query(PrivacyAnnex).order_by(PrivacyAnnex.id.desc()).first()
    assert [one.name for one in annex.subprocessors] == ["Mailduif & Co"]
    assert "Nieuwe versie: voorgesteld" in visitor.open(FIRST).text


def test_an_annex_that_does_not_know_it_says_so(visitor, register, new):
    visitor.submit(new, name="Weg", change="left", received_on=ago(2), products=[str(register.letters.id)])
    page = visitor.submit(DECIDE, decision="no_objection", decided_on=ago(1))
    made = visitor.send("/jaar/subverwerkers/1/bijsluiter/1", page)
    assert "“Weg” staat niet in de bijsluiter die geldt." in made.text


def test_what_the_board_allows_asks_for_a_new_version_once(visitor, kept):
    page = visitor.submit(DECIDE, decision="no_objection", decided_on=ago(1))
    step = "Zet de subverwerker in een nieuwe versie van de bijsluiter."
    assert step in page.text
    visitor.send("/jaar/subverwerkers/1/bijsluiter/1", page)
    assert step not in visitor.open("/jaar/subverwerkers/1").text


def test_special_data_stand_on_top(session, visitor, register, new):
    rows = PRIVACY_ROWS | {"data": [{"category": "5", "subjects": ("pupil",), "note": "dyslexie"}]}
    annex = propose_annex(session, PrivacyAnnex, register.letters.id, PRIVACY_ANNEX | {"edition": "3"}, rows)
    accept_annex(session, PrivacyAnnex, annex.id, SINCE)
    page = visitor.submit(new, name="Mailduif", received_on=ago(1), products=[str(register.letters.id)])
    assert "Bijzondere persoonsgegevens" in page.texts("//div[@class='notice danger']")[0]


def test_the_list_says_how_far_it_is(visitor, kept):
    assert "nog niet besloten" in visitor.open(LIST).text
    visitor.submit(DECIDE, decision="no_objection", decided_on=ago(1))
    assert "geen bezwaar" in visitor.open(LIST).text
