"""The list of templates, and bringing one: what is kept, what is refused and why."""

from io import BytesIO

import pytest
from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart

from registry.model import PaperTemplate
from registry.services.paper.fields import FIELDS, field_lines
from tests.documents.specimens import shipped
from tests.visitor import Page

GUIDE = "schoolgids-leverancierslijst"
LIST = "/sjablonen/schoolgids-leverancierslijst"


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
