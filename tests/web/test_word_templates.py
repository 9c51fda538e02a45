"""The screens of Word templates: what each paper uses, bringing one, trying it, and going back."""

from io import BytesIO

import pytest
from docx import Document
from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart

from registry.model import PaperTemplate
from registry.model.paper_template import HOUSE_STYLE
from registry.services.paper.fields import FIELDS, field_lines
from registry.services.suppliers import edit_supplier
from tests.complete_register import complete_register
from tests.documents.specimens import lines, shipped, word_file
from tests.visitor import Page

GUIDE = "schoolgids-leverancierslijst"
LIST = "/sjablonen/schoolgids-leverancierslijst"


@pytest.fixture
def register(session):
    return complete_register(session)


@pytest.fixture
def upload(visitor, register):
    """Bring a template with this text; gives the page that follows."""

    def upload(text="Lijst van {{ school.naam }}", address=f"{LIST}/nieuw", name="lijst.docx", content=None, **typed):
        sent = {"file": (BytesIO(word_file(text) if content is None else content), name), "title": "Onze lijst"}
        return visitor.submit(address, **(sent | typed))

    return upload


def press(visitor, page):
    """Press the button of the page's form."""
    return visitor.send(page.form.get("action"), page)


class TestTheList:
    def test_each_paper_says_what_it_uses(self, visitor, register):
        page = visitor.open("/sjablonen/")
        assert page.heading == "Sjablonen"
        rows = dict(zip(page.texts("//tbody//th/a"), page.texts("//td[@data-label='Gebruikt nu']"), strict=True))
        assert rows["Leverancierslijst voor de schoolgids"] == "meegeleverd sjabloon"
        assert rows["Huisstijl"] == "geen eigen huisstijl"
        assert rows["Verwerkersovereenkomst naar het officiële model"] == "nog niet geüpload"
        assert len(rows) == len(FIELDS)

    def test_the_papers_lead_there(self, visitor, register):
        assert "/sjablonen/" in visitor.open("/documenten/").tree.xpath("//main//a/@href")

    @pytest.mark.parametrize("name", [*FIELDS])
    def test_each_has_a_page_and_its_fields(self, visitor, register, name):
        assert visitor.open(f"/sjablonen/{name}").status == 200
        page = visitor.open(f"/sjablonen/{name}/velden")
        shown = set(page.texts("//th//code"))
        assert {line.copy for line in field_lines(name) if line.copy} <= shown

    @pytest.mark.parametrize(
        "address", ["/sjablonen/niets", "/sjablonen/niets/velden", "/sjablonen/huisstijl/meegeleverd"]
    )
    def test_what_does_not_exist_is_not_found(self, visitor, address):
        assert visitor.open(address).status == 404

    def test_the_shipped_one_can_be_fetched(self, visitor):
        response = visitor.client.get(f"{LIST}/meegeleverd")
        assert response.data == shipped(GUIDE)
        assert response.headers["Content-Disposition"] == f"attachment; filename={GUIDE}.docx"


class TestBringingOne:
    def test_a_right_one_is_kept_with_its_fields_and_not_yet_in_use(self, session, upload):
        page = upload()
        assert page.heading == "Onze lijst, versie 1"
        assert "1 veld in dit sjabloon" in page.text
        assert "niet in gebruik" in page.texts("//dl")[0]
        assert page.texts("//main//button[contains(@class, 'button')]") == ["Neem deze versie in gebruik"]
        assert session.query(PaperTemplate).one().in_use is False

    def test_an_unknown_name_is_told_with_the_nearest_and_nothing_is_kept(self, session, upload):
        page = upload("{{ school.naan }} en {{ school.plaats }}")
        assert page.status == 422
        assert page.errors == ["Word-bestand: Dit sjabloon is niet bewaard. Hieronder staat wat eraan mankeert."]
        assert "school.naan – in de tekst. Bedoelt u school.naam?" in page.texts("//main//li")
        assert "school.plaats" in page.texts("//main/p/code")
        assert session.query(PaperTemplate).count() == 0

    @pytest.mark.parametrize(
        ("given", "sentence"),
        [
            ({"text": "{{ 7 * 7 }}"}, "Dit sjabloon is niet bewaard."),
            ({"name": "lijst.pdf"}, "Kies een Word-bestand waarvan de naam eindigt op .docx."),
            ({"content": b""}, "“lijst.docx” is een leeg bestand."),
            ({"content": b"niets"}, "van binnen geen Word-bestand"),
            ({"title": ""}, "Vul dit in."),
            ({"file": None}, "Kies een bestand."),
        ],
    )
    def test_what_cannot_be_one_is_refused_at_its_field(self, session, upload, given, sentence):
        page = upload(**given)
        assert page.status == 422
        assert any(sentence in error for error in page.errors)
        assert session.query(PaperTemplate).count() == 0

    def test_a_file_that_is_too_large_is_refused(self, visitor, register):
        # encoded here: the test client would leave the temporary file of a large body open
        large = FileStorage(BytesIO(b"PK\x03\x04" + b"x" * (5 * 1024 * 1024)), "groot.docx")
        typed = dict(visitor.open(f"{LIST}/nieuw").values()) | {"title": "Te groot", "file": large}
        boundary, body = encode_multipart(typed)
        sent = {"data": body, "content_type": f"multipart/form-data; boundary={boundary}"}
        page = Page(visitor.client.post(f"{LIST}/nieuw", **sent))
        assert page.errors == ["Word-bestand: Dit is te groot. Een sjabloon mag hoogstens 5 MB zijn."]

    def test_what_the_file_says_is_never_markup(self, upload):
        page = upload("{{ <script>alert(1)</script> }}")
        assert page.status == 422
        assert not page.tree.xpath("//main//script")

    def test_a_school_may_have_its_own(self, session, register, upload):
        page = upload(school_id=str(register.zandloper.id))
        assert "De Zandloper" in page.texts("//dl")[0]
        assert session.query(PaperTemplate).one().school_id == register.zandloper.id

    def test_an_agreement_asks_for_no_school(self, visitor, register):
        page = visitor.open("/sjablonen/verwerkersovereenkomst-eigen-tekst/nieuw")
        assert page.tree.xpath("//select[@name='school_id']") == []


class TestUsing:
    def test_it_is_taken_in_use_and_papers_are_made_with_it(self, visitor, register, upload):
        page = press(visitor, upload())
        assert page.status == 200
        assert "“Onze lijst, versie 1” is nu in gebruik." in page.text
        draft = visitor.client.get(f"/documenten/school/{register.zandloper.id}/concept").data
        assert lines(draft) == ["Lijst van De Zandloper"]
        assert "sjabloon van het bestuur" in visitor.open(f"/documenten/school/{register.zandloper.id}").text

    def test_an_earlier_version_is_taken_in_use_again(self, session, visitor, upload):
        first = upload("Eerste")
        press(visitor, first)
        press(visitor, upload("Tweede"))
        page = visitor.open(LIST)
        assert page.texts("//td[@data-label='Stand']") == ["in gebruik", "niet in gebruik"]
        press(visitor, visitor.open("/sjablonen/versie/1"))
        assert visitor.open(LIST).texts("//td[@data-label='Stand']") == ["niet in gebruik", "in gebruik"]
        assert session.query(PaperTemplate).count() == 2

    def test_stopping_leads_back_to_the_shipped_one(self, visitor, upload):
        press(visitor, upload())
        page = press(visitor, visitor.open("/sjablonen/versie/1"))
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


class TestThePreview:
    def test_it_is_linked_from_the_paper(self, visitor, register):
        page = visitor.open(f"/documenten/leverancier/{register.lettervlieg.id}?welk=agreement")
        (address,) = page.tree.xpath("//a[text()='Eerst bekijken']/@href")
        shown = visitor.open(address)
        assert shown.status == 200
        assert "Lettervlieg B.V." in shown.texts("//article")[0]

    def test_what_is_missing_leads_to_its_place(self, session, visitor, register):
        edit_supplier(session, register.lettervlieg.id, register.lettervlieg.version, {"kvk": ""})
        page = visitor.open(f"/documenten/leverancier/{register.lettervlieg.id}/voorbeeld?welk=agreement")
        marks = page.tree.xpath("//mark[@class='missing']/a")
        assert {mark.text for mark in marks} == {"KvK-nummer ontbreekt"}
        assert {mark.get("href") for mark in marks} == {f"/leveranciers/{register.lettervlieg.id}/wijzigen#kvk"}
        assert visitor.open(marks[0].get("href")).status == 200

    def test_a_text_with_markup_is_only_text(self, session, visitor, register):
        edit_supplier(session, register.lettervlieg.id, register.lettervlieg.version, {"name": "<b>A & B</b>"})
        page = visitor.open(f"/documenten/leverancier/{register.lettervlieg.id}/voorbeeld?welk=agreement")
        assert "<b>A & B</b>" in page.texts("//article")[0]

    def test_a_paper_that_cannot_be_says_why(self, visitor, register):
        page = visitor.open(f"/documenten/leverancier/{register.duo.id}/voorbeeld")
        assert "sluit het bestuur geen verwerkersovereenkomst" in page.text

    @pytest.mark.parametrize("number", ["x", "0", "99", "1e5", "9" * 30])
    def test_a_template_that_is_not_there_is_not_found(self, visitor, register, number):
        address = f"/documenten/school/{register.zandloper.id}/voorbeeld?sjabloon={number}"
        assert visitor.open(address).status == 404


class TestTheHouseStyle:
    @pytest.fixture
    def house(self):
        document = Document()
        document.sections[0].header.paragraphs[0].text = "Stichting Getijden"
        buffer = BytesIO()
        document.save(buffer)
        return buffer.getvalue()

    def test_all_papers_take_it_over(self, visitor, register, upload, house):
        press(visitor, upload(address=f"/sjablonen/{HOUSE_STYLE}/nieuw", content=house, name="huisstijl.docx"))
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
