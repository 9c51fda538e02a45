"""The screens of papers that were read."""

from io import BytesIO

import pytest

from registry.errors import FileRefused
from registry.model import PrivacyAnnex
from registry.services.agreements.agreements import add_agreement
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier
from tests.reading import PDF, PRIVACY, SECURITY, says


@pytest.fixture
def product(session):
    return add_product(session, add_supplier(session, {"name": "Lettervlieg"}).id, {"name": "Lettervlieg"})


def hand_in(visitor):
    return visitor.submit("/bijlagen-inlezen", file=(BytesIO(PDF), "bijsluiter.pdf"))


class TestHandingIn:
    def test_a_paper_with_one_part_is_shown_at_once(self, visitor, monkeypatch):
        says(monkeypatch, PRIVACY)
        assert hand_in(visitor).heading == "Privacybijsluiter van Lettervlieg"

    def test_one_with_two_parts_leads_to_each(self, visitor, monkeypatch):
        says(monkeypatch, PRIVACY, SECURITY)
        page = hand_in(visitor)
        assert page.texts("//ul[@class='tasks']//a") == [
            "Privacybijsluiter van Lettervlieg",
            "Beveiligingsbijlage van Lettervlieg",
        ]

    def test_one_without_an_annex_says_so(self, visitor, monkeypatch):
        says(monkeypatch)
        assert "geen privacybijsluiter en geen beveiligingsbijlage herkend" in hand_in(visitor).text

    def test_what_cannot_be_read_gets_its_sentence(self, visitor, monkeypatch):
        def refuse(name, content):
            raise FileRefused("Deze pdf is een scan: er staat geen tekst in.")

        monkeypatch.setattr("registry.exchange.annexes.whole.read_whole", refuse)
        page = hand_in(visitor)
        assert page.status == 422
        assert "Deze pdf is een scan" in page.text


class TestBesideTheText:
    @pytest.fixture(autouse=True)
    def paper(self, visitor, monkeypatch, product):
        says(monkeypatch, PRIVACY)
        hand_in(visitor)

    def test_each_finding_leads_to_its_place_in_the_text(self, visitor):
        page = visitor.open("/bijlagen-inlezen/1/1")
        assert page.texts("//mark[@id='tekst-storage']") == ["opgeslagen in Oregon"]
        assert page.tree.xpath("//a[@href='#tekst-storage']")

    def test_only_what_is_sure_is_ticked_beforehand(self, visitor):
        page = visitor.open("/bijlagen-inlezen/1/1")
        ticked = {box.get("value") for box in page.tree.xpath("//input[@name='taken' and @checked]")}
        assert {"purposes", "storage"} <= ticked
        assert "retention" not in ticked
        assert "Niet zeker: kijk dit na in de tekst." in page.text

    def test_the_supplier_and_the_product_are_recognised(self, visitor, product):
        page = visitor.open("/bijlagen-inlezen/1/1")
        assert page.tree.xpath("//select[@name='supplier']/option[@selected]/text()") == ["Lettervlieg"]
        assert page.tree.xpath("//input[@name='products' and @checked]/@value") == [str(product.id)]

    def test_what_is_ticked_becomes_a_proposal(self, visitor, session, product):
        page = visitor.submit("/bijlagen-inlezen/1/1", products=str(product.id), taken=["purposes", "storage"])
        assert "Dit voorstel is gemaakt uit het stuk." in page.text
        annex = session.get(PrivacyAnnex, 1)
        assert ([row.purpose for row in annex.purposes], annex.data) == (["LT-a", "LT-c"], [])
        assert "Hieruit kwam al" in visitor.open("/bijlagen-inlezen/1/1").text

    def test_one_value_of_a_block_is_left_out(self, visitor, session, product):
        page = visitor.open("/bijlagen-inlezen/1/1")
        listed = page.tree.xpath("//input[@name='listed']/@value")
        kept = page.tree.xpath("//input[@name='kept' and @checked]/@value")
        assert listed == kept
        assert "purposes.0" in kept
        rest = [one for one in kept if one != "purposes.0"]
        visitor.submit("/bijlagen-inlezen/1/1", products=str(product.id), taken=["purposes"], listed=listed, kept=rest)
        assert [row.purpose for row in session.get(PrivacyAnnex, 1).purposes] == ["LT-c"]

    def test_without_a_product_the_ticks_stay_as_they_were(self, visitor, product):
        page = visitor.submit("/bijlagen-inlezen/1/1", products=None, taken=["retention"])
        assert page.status == 422
        assert "Kies voor welk product deze bijlage is." in page.text
        assert page.tree.xpath("//input[@name='taken' and @checked]/@value") == ["retention"]

    def test_a_code_that_nobody_knows_is_told_and_kept_out(self, visitor, session, product):
        assert visitor.submit("/bijlagen-inlezen/1/1", products="nieuw-9", taken="niets").status == 422
        assert session.get(PrivacyAnnex, 1) is None

    def test_letting_go_asks_first(self, visitor):
        assert "Haal dit stuk weg" in visitor.open("/bijlagen-inlezen/1/weghalen").text
        visitor.submit("/bijlagen-inlezen/1/weghalen")
        assert visitor.open("/bijlagen-inlezen/1").status == 404


class TestBesideTheAgreement:
    @pytest.fixture(autouse=True)
    def taken(self, visitor, session, monkeypatch, product):
        rows = [{"article": "Artikel 7", "difference": "Audit eens per twee jaar.", "reason": "Kosten."}]
        says(monkeypatch, PRIVACY | {"deviations": rows, "placeholders": ["[naam onderwijsinstelling]"]})
        fields = {"arrangement": "mvo_participant", "model_version": "mvo_3_0"}
        self.agreement = add_agreement(session, product.supplier_id, fields).id
        hand_in(visitor)
        visitor.submit("/bijlagen-inlezen/1/1", products=str(product.id), taken=["purposes"])

    def test_what_the_supplier_did_not_fill_in_is_told_at_the_top(self, visitor):
        told = visitor.open("/bijlagen-inlezen/1/1").texts("//div[@class='notice warning']/p")
        assert any("[naam onderwijsinstelling]" in one for one in told)

    def test_another_model_than_the_agreements_gets_a_warning(self, visitor):
        address = "/bijlagen-inlezen/1/1/overeenkomst"
        assert visitor.open("/bijlagen-inlezen/1/1").tree.xpath(f"//a[@href='{address}']")
        page = visitor.open(address)
        assert "Model volgens het stuk: Modelverwerkersovereenkomst 4.0 (2022)." in page.text
        assert "staat een ander model: Modelverwerkersovereenkomst 3.0 (2018)." in page.text

    def test_the_file_and_the_deviations_come_with_it(self, visitor):
        page = visitor.submit("/bijlagen-inlezen/1/1/overeenkomst", file="y", deviations="y")
        assert "Het bestand staat bij de overeenkomst. Toegevoegd: 1 afwijking." in page.text
        assert "Audit eens per twee jaar." in page.text
        again = visitor.submit("/bijlagen-inlezen/1/1/overeenkomst", file="y")
        assert again.status == 422
        assert "Ditzelfde bestand staat er al, als “bijsluiter.pdf”." in again.text


def test_what_has_no_agreement_has_no_such_page(visitor, monkeypatch, product):
    says(monkeypatch, PRIVACY)
    hand_in(visitor)
    assert visitor.open("/bijlagen-inlezen/1/1/overeenkomst").status == 404
