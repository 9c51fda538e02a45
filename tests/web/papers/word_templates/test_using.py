"""Taking a template in use, trying it first, going back, and the house style."""

from io import BytesIO

import pytest
from docx import Document

from registry.model import PaperTemplate
from registry.model.paper_template import HOUSE_STYLE
from registry.services.paper.fields import FIELDS
from tests.documents.specimens import lines, word_file

GUIDE = "schoolgids-leverancierslijst"
LIST = "/sjablonen/schoolgids-leverancierslijst"


class TestUsing:
    def test_it_is_taken_in_use_and_papers_are_made_with_it(self, visitor, register, upload, press):
        page = press(upload())
        assert page.status == 200
        assert "“Onze lijst, versie 1” is nu in gebruik." in page.text
        draft = visitor.client.get(f"/documenten/school/{register.zandloper.id}/concept").data
        assert lines(draft) == ["Lijst van De Zandloper"]
        assert "sjabloon van het bestuur" in visitor.open(f"/documenten/school/{register.zandloper.id}").text

    def test_an_earlier_version_is_taken_in_use_again(self, session, visitor, upload, press):
        first = upload("Eerste")
        press(first)
        press(upload("Tweede"))
        page = visitor.open(LIST)
        assert page.texts("//td[@data-label='Stand']") == ["in gebruik", "niet in gebruik"]
        press(visitor.open("/sjablonen/versie/1"))
        assert visitor.open(LIST).texts("//td[@data-label='Stand']") == ["niet in gebruik", "in gebruik"]
        assert session.query(PaperTemplate).count() == 2

    def test_stopping_leads_back_to_the_shipped_one(self, visitor, upload, press):
        press(upload())
        page = press(visitor.open("/sjablonen/versie/1"))
        assert "is niet meer in gebruik." in page.text
        assert "meegeleverd sjabloon." in page.text

    def test_any_version_can_be_fetched_as_it_was_brought(self, visitor, upload):
        brought = word_file("Lijst {{ school.naam }}")
        upload(content=brought)
        response = visitor.client.get("/sjablonen/versie/1/bestand")
        assert response.data == brought
        assert response.headers["Content-Disposition"] == "attachment; filename=lijst.docx"


class TestTryingOne:
    def test_a_version_is_tried_on_a_school_before_it_is_in_use(self, visitor, register, upload):
        page = upload("Voor ouders van {{ school.naam }}")
        assert page.texts("//select[@name='van']/option") == ["De Zandloper", "De Zonnewijzer"]
        shown = visitor.open(f"{LIST}/voorbeeld?van={register.zandloper.id}&sjabloon=1")
        assert shown.texts("//article//p") == ["Voor ouders van De Zandloper"]
        assert "Dit sjabloon is nog niet in gebruik." in shown.text

    @pytest.mark.parametrize("asked", ["", "van=x", "van=999", "van=1&sjabloon=999"])
    def test_a_record_that_is_not_there_is_not_found(self, visitor, upload, asked):
        upload()
        assert visitor.open(f"{LIST}/voorbeeld?{asked}").status == 404


class TestTheHouseStyle:
    @pytest.fixture
    def house(self):
        document = Document()
        document.sections[0].header.paragraphs[0].text = "Stichting Getijden"
        buffer = BytesIO()
        document.save(buffer)
        return buffer.getvalue()

    def test_all_papers_take_it_over(self, visitor, register, upload, house, press):
        press(upload(address=f"/sjablonen/{HOUSE_STYLE}/nieuw", content=house, name="huisstijl.docx"))
        page = visitor.open(f"/documenten/school/{register.zandloper.id}/voorbeeld")
        assert "Stichting Getijden" in page.texts("//article/div[@class='edge']")[0]
        used = visitor.open("/sjablonen/").texts("//td[@data-label='Gebruikt nu']")
        assert used.count("meegeleverd sjabloon, in de huisstijl") == len(FIELDS) - 2

    def test_it_is_shown_before_it_is_in_use(self, visitor, register, upload, house):
        upload(address=f"/sjablonen/{HOUSE_STYLE}/nieuw", content=house, name="huisstijl.docx")
        page = visitor.open(f"/sjablonen/{HOUSE_STYLE}/voorbeeld?van={register.zandloper.id}&sjabloon=1")
        assert "Stichting Getijden" in page.texts("//article/div[@class='edge']")[0]
        assert (
            "Stichting"
            not in visitor.open(f"/documenten/school/{register.zandloper.id}/voorbeeld").texts("//article")[0]
        )

    def test_a_field_in_its_text_is_refused(self, session, upload):
        page = upload("{{ document.titel }}", address=f"/sjablonen/{HOUSE_STYLE}/nieuw")
        assert "Een huisstijl neemt alleen de vormgeving over." in page.text
        assert session.query(PaperTemplate).count() == 0
