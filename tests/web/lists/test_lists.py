"""The lists of products, agreements and annexes: what is found, in which order, and that Excel holds just that."""

from datetime import date

import pytest

from registry.model import PrivacyAnnex, SecurityAnnex
from registry.model.agreement_lists import AgreementStatus
from registry.services.agreements.agreements import add_agreement
from registry.services.annexes.annexes import accept_annex, propose_annex
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier
from registry.services.uses.schools import add_school
from registry.services.uses.uses import start_use
from tests.web.exports.test_exports import book, column

SINCE = date(2025, 8, 1)
NAMES = "//tbody/tr/th/a"
LISTS = ["/leveranciers/", "/producten/", "/overeenkomsten/", "/bijlagen/"]


@pytest.fixture
def cast(session):
    """Lettervlieg with Letterboot (used by two schools, annex accepted) and Zeilen; De Kade with Anker (a proposal)."""
    lettervlieg = add_supplier(session, {"name": "Lettervlieg", "country": "NL"}, {"aliases": [{"name": "De Vlieg"}]})
    kade = add_supplier(session, {"name": "De Kade", "country": "NL"})
    boat = add_product(session, lettervlieg.id, {"name": "Letterboot", "kind": "lt", "aliases": "LB"})
    add_product(session, lettervlieg.id, {"name": "Zeilen", "kind": "photo", "retired_on": SINCE})
    anchor = add_product(session, kade.id, {"name": "Anker", "kind": "ict"})
    for name in ("Duin", "Zand"):
        start_use(session, add_school(session, {"name": name}).id, boat.id, {"since": SINCE})
    for kind in (PrivacyAnnex, SecurityAnnex):
        first = propose_annex(session, kind, boat.id, {"edition": "1.0", "dated": SINCE})
        accept_annex(session, kind, first.id, SINCE, first.version)
    propose_annex(session, PrivacyAnnex, anchor.id, {"edition": "nieuw"})
    ended = {"status": AgreementStatus.TERMINATED, "starts_on": SINCE, "ended_on": SINCE}
    add_agreement(session, kade.id, {"reference": "K-12", "status": AgreementStatus.WANTED})
    add_agreement(session, lettervlieg.id, ended)


@pytest.mark.parametrize(
    ("address", "found"),
    [
        pytest.param("/producten/", ["Anker", "Letterboot"], id="products by name"),
        pytest.param("/producten/?op=-product", ["Letterboot", "Anker"], id="from the last"),
        pytest.param("/producten/?op=-scholen", ["Letterboot", "Anker"], id="most schools first"),
        pytest.param("/producten/?op=leverancier", ["Anker", "Letterboot"], id="by supplier"),
        pytest.param("/producten/?op=soort", ["Anker", "Letterboot"], id="by the label of the kind"),
        pytest.param("/producten/?oud=y", ["Anker", "Letterboot", "Zeilen"], id="out of use too"),
        pytest.param("/producten/?zoek=lb", ["Letterboot"], id="another name of the product"),
        pytest.param("/producten/?zoek=de+vlieg", ["Letterboot"], id="another name of the supplier"),
        pytest.param("/producten/?zoek=%25", [], id="a percent sign is a sign"),
        pytest.param("/producten/?soort=ict", ["Anker"], id="a kind"),
        pytest.param("/producten/?bijsluiter=accepted", ["Letterboot"], id="an annex holds"),
        pytest.param("/producten/?bijsluiter=proposed", ["Anker"], id="only a proposal"),
        pytest.param("/producten/?bijsluiter=missing&oud=y", ["Zeilen"], id="no annex"),
        pytest.param("/producten/?gebruik=ja", ["Letterboot"], id="in use"),
        pytest.param("/producten/?gebruik=nee", ["Anker"], id="in use by nobody"),
        pytest.param("/producten/?school=1", ["Letterboot"], id="used by a school"),
        pytest.param("/producten/?dossier=open", ["Anker", "Letterboot"], id="of suppliers whose file lacks something"),
        pytest.param("/producten/?school=1&dossier=compleet", [], id="of suppliers whose file lacks nothing"),
        pytest.param("/overeenkomsten/?nu=y", [], id="in force today"),
        pytest.param("/overeenkomsten/", ["De Kade"], id="agreements that are not over"),
        pytest.param("/overeenkomsten/?oud=y&op=begin", ["Lettervlieg", "De Kade"], id="without a date comes last"),
        pytest.param("/overeenkomsten/?oud=y&op=-begin", ["Lettervlieg", "De Kade"], id="also from the last"),
        pytest.param("/overeenkomsten/?stand=terminated", ["Lettervlieg"], id="who asks for ended ones gets them"),
        pytest.param("/overeenkomsten/?zoek=k-12", ["De Kade"], id="a reference"),
        pytest.param("/overeenkomsten/?einde=3", [], id="none that ends soon"),
        pytest.param("/bijlagen/", ["Anker", "Letterboot"], id="privacy annexes"),
        pytest.param("/bijlagen/?soort=beveiligingsbijlage", ["Letterboot"], id="security annexes"),
        pytest.param("/bijlagen/?op=datum", ["Letterboot", "Anker"], id="by date"),
        pytest.param("/bijlagen/?stand=proposed&zoek=kade", ["Anker"], id="a stage and a supplier"),
    ],
)
def test_it_shows_and_sends_what_is_asked_for(cast, visitor, address, found):
    page = visitor.open(address)
    assert page.texts(NAMES) == found
    if found:
        sheet = book(visitor, page.tree.xpath("//a[contains(@href, 'lijst.xlsx')]/@href")[0]).worksheets[0]
        heading = "Leverancier" if "overeenkomsten" in address else "Product"
        assert column(sheet, heading) == found


@pytest.mark.parametrize("address", LISTS)
def test_an_order_that_is_not_there_or_cannot_be_read_is_the_usual_one(cast, visitor, address):
    usual = visitor.open(address).texts(NAMES)
    assert usual
    for order in ("kvk", "-", "%00", "product;drop", "x" * 10_000, "-naam-"):
        assert visitor.open(f"{address}?op={order}").texts(NAMES) == usual


@pytest.mark.parametrize("address", LISTS)
def test_a_wish_that_cannot_be_read_is_no_fault(cast, visitor, address):
    for wish in ("stand=geheim", "soort=%00", "soort=a&soort=b", f"zoek={'x' * 10_000}", "zoek=%0A", "einde=-1"):
        assert visitor.open(f"{address}?{wish}").status == 200
        assert visitor.open(f"{address}lijst.xlsx?{wish}").status == 200


def test_a_head_orders_and_turns_the_order_and_keeps_the_filters(cast, visitor):
    page = visitor.open("/producten/?zoek=e&op=leverancier&page=1")
    heads = {head.text_content().strip(): head for head in page.tree.xpath("//thead//th")}
    assert heads["Leverancier"].get("aria-sort") == "ascending"
    assert heads["Leverancier"].xpath("a/@href") == ["?zoek=e&op=-leverancier"]
    assert heads["Product"].get("aria-sort") is None
    assert heads["Product"].xpath("a/@href") == ["?zoek=e&op=product"]
    assert page.tree.xpath("//form[@role='search']//input[@name='op']/@value") == ["leverancier"]


@pytest.mark.parametrize("address", LISTS)
def test_an_empty_register_says_where_to_begin(session, visitor, address):
    page = visitor.open(address)
    assert "nog geen" in page.text
    assert not page.tree.xpath("//form[@data-list]")


@pytest.mark.parametrize("address", LISTS)
def test_more_rows_ask_no_more_of_the_database(session, cast, visitor, questions, address):
    few = questions(lambda: visitor.open(f"{address}?oud=y"))
    for number in range(20):
        supplier = add_supplier(session, {"name": f"Leverancier {number}", "country": "NL"}).id
        product = add_product(session, supplier, {"name": f"Product {number}", "kind": "lt"}).id
        add_agreement(session, supplier, {}, {"products": [{"product_id": product}]})
        propose_annex(session, PrivacyAnnex, product, {"edition": "1"})
    assert questions(lambda: visitor.open(f"{address}?oud=y")) <= few + 2
