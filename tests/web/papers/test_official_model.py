"""The official model in steps: bring the file, confirm the fields at its blanks, and make papers from it."""

from io import BytesIO

import pytest
from docx import Document

from registry.model import PaperTemplate
from registry.model.paper_template import OFFICIAL_FILE, OFFICIAL_MODEL
from registry.services.agreements.agreements import edit_agreement
from registry.services.suppliers.suppliers import edit_supplier
from tests.complete_register import SINCE, complete_register
from tests.documents.specimens import lines

TEXT = "[naam Onderwijsinstelling] en ……………………, hierna: Verwerker, spreken af wat in artikel 1.2.3 staat..."


@pytest.fixture
def register(session):
    return complete_register(session)


@pytest.fixture
def official():
    document = Document()
    document.add_paragraph(TEXT)
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "KvK-nummer"
    document.add_paragraph("Te [plaats van tekenen]")
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


@pytest.fixture
def uploaded(visitor, register, official):
    """The page with the blanks, after the file was brought."""
    return visitor.submit("/sjablonen/officieel-model/nieuw", file=(BytesIO(official), "model.docx"), note="4.0")


@pytest.fixture
def participant(session, register):
    """Lettervlieg takes part in the covenant, and its agreement is on its model."""
    entries = {"covenant_entries": [{"status": "participant", "checked_on": SINCE, "source": "privacyconvenant.nl"}]}
    edit_supplier(session, register.lettervlieg.id, register.lettervlieg.version, {}, entries)
    return register.lettervlieg


def confirm(visitor, page, **typed):
    return visitor.send("/sjablonen/officieel-model/1", page, **typed)


def chosen(page):
    return [select.value for select in page.tree.xpath("//main//select")]


class TestTheBlanks:
    def test_they_are_shown_in_order_with_what_stands_around_them(self, uploaded):
        assert uploaded.heading == "Plekken nalopen"
        assert uploaded.texts("//p[@class='sample']/mark") == [
            "[naam Onderwijsinstelling]",
            "……………………",
            "(lege cel)",
            "[plaats van tekenen]",
        ]
        assert "KvK-nummer" in uploaded.texts("//p[@class='sample']")[2]

    def test_each_has_its_proposal_and_may_stay_open(self, uploaded):
        assert chosen(uploaded) == ["bestuur.naam", "", "leverancier.kvk", ""]
        assert uploaded.texts("//select[1]/option[1]")[0] == "Laat open: dit vult u zelf in"

    def test_the_file_is_kept_as_it_came_and_no_paper_is_made_from_it(
        self, session, visitor, register, uploaded, official
    ):
        kept = session.query(PaperTemplate).one()
        assert (kept.paper, kept.content, kept.note, kept.in_use) == (OFFICIAL_FILE, official, "4.0", False)

    def test_no_paper_is_made_from_it_yet(self, visitor, register, uploaded):
        assert "agreement-official" not in visitor.open(f"/documenten/leverancier/{register.lettervlieg.id}").text

    @pytest.mark.parametrize(
        ("name", "content"), [("model.docx", b"niets"), ("model.pdf", b"%PDF-"), ("model.docx", b"")]
    )
    def test_another_file_is_refused_at_its_field(self, session, visitor, register, name, content):
        page = visitor.submit("/sjablonen/officieel-model/nieuw", file=(BytesIO(content), name))
        assert page.status == 422
        assert page.errors
        assert session.query(PaperTemplate).count() == 0

    def test_a_file_without_blanks_is_told(self, visitor, register):
        document, buffer = Document(), BytesIO()
        document.add_paragraph("Al ingevuld.")
        document.save(buffer)
        buffer.seek(0)
        page = visitor.submit("/sjablonen/officieel-model/nieuw", file=(buffer, "model.docx"))
        assert "In dit bestand staat geen plek om in te vullen." in page.text

    def test_only_the_official_file_has_this_page(self, session, visitor, uploaded):
        confirm(visitor, uploaded)
        assert visitor.open("/sjablonen/officieel-model/2").status == 404


class TestConfirming:
    def test_what_was_confirmed_is_kept_and_in_use(self, session, visitor, uploaded):
        page = confirm(visitor, uploaded, plek_2="leverancier.naam", plek_4="")
        assert page.heading == "Verwerkersovereenkomst naar het officiële model"
        kept = session.query(PaperTemplate).filter_by(paper=OFFICIAL_MODEL).one()
        assert kept.in_use
        assert lines(kept.content) == [
            TEXT.replace("[naam Onderwijsinstelling]", "{{ bestuur.naam }}").replace(
                "……………………", "{{ leverancier.naam }}"
            ),
            "KvK-nummer",
            "{{ leverancier.kvk }}",
            "Te [plaats van tekenen]",
        ]

    def test_with_nothing_chosen_nothing_is_kept(self, session, visitor, uploaded):
        page = confirm(visitor, uploaded, plek_1="", plek_2="", plek_3="", plek_4="")
        assert page.status == 422
        assert "Kies minstens bij één plek een veld." in page.errors[0]
        assert session.query(PaperTemplate).count() == 1

    def test_a_field_that_does_not_exist_is_refused(self, session, visitor, uploaded):
        assert confirm(visitor, uploaded, plek_1="leverancier.geheim").status == 422
        assert session.query(PaperTemplate).count() == 1

    def test_what_was_confirmed_is_chosen_beforehand_the_next_time(self, visitor, uploaded):
        confirm(visitor, uploaded, plek_1="", plek_2="leverancier.naam")
        assert chosen(visitor.open("/sjablonen/officieel-model/1")) == ["", "leverancier.naam", "leverancier.kvk", ""]

    def test_it_may_be_done_again_from_the_same_file(self, session, visitor, uploaded):
        confirm(visitor, uploaded)
        confirm(visitor, visitor.open("/sjablonen/officieel-model/1"), plek_2="leverancier.naam")
        versions = session.query(PaperTemplate).filter_by(paper=OFFICIAL_MODEL).order_by(PaperTemplate.edition)
        assert [(one.edition, one.in_use) for one in versions] == [(1, False), (2, True)]


class TestPapers:
    @pytest.fixture
    def ready(self, visitor, uploaded):
        confirm(visitor, uploaded, plek_2="leverancier.naam", plek_4="")

    def test_the_official_agreement_is_offered_and_filled(self, visitor, register, ready):
        address = f"/documenten/leverancier/{register.lettervlieg.id}"
        assert "agreement-official" in visitor.open(address).tree.xpath("//select[@name='welk']//option/@value")
        draft = visitor.client.get(f"{address}/concept?welk=agreement-official").data
        assert lines(draft)[0].startswith("Stichting Getijden en Lettervlieg B.V., hierna: Verwerker")

    def test_what_stays_open_is_told(self, visitor, register, ready):
        page = visitor.open(f"/documenten/leverancier/{register.lettervlieg.id}?welk=agreement-official")
        assert "1 plek in het model blijft open. Vul die zelf in" in page.text
        assert "1 plek blijft open." in visitor.open("/sjablonen/versie/2").text

    def test_it_is_made_final_for_an_agreement_on_the_covenants_model(self, session, visitor, register, ready):
        fields = {"model_version": "mvo_4_0", "arrangement": "mvo_participant"}
        edit_agreement(session, register.agreement.id, register.agreement.version, fields)
        page = visitor.submit(f"/documenten/leverancier/{register.lettervlieg.id}?welk=agreement-official")
        assert "is definitief gemaakt en bewaard" in page.text

    def test_it_is_not_for_an_agreement_on_our_own_text(self, visitor, register, ready):
        address = f"/documenten/leverancier/{register.lettervlieg.id}"
        page = visitor.send(f"{address}?welk=agreement-official", visitor.open(address))
        assert page.status == 422
        assert "Dit document is het officiële model van het privacyconvenant." in page.text

    def test_a_participants_papers_lead_to_it_until_it_is_there(self, visitor, participant, official):
        address = f"/documenten/leverancier/{participant.id}"
        assert visitor.open(address).tree.xpath("//main//a[@href='/sjablonen/officieel-model/nieuw']")
        page = visitor.submit("/sjablonen/officieel-model/nieuw", file=(BytesIO(official), "model.docx"))
        confirm(visitor, page)
        assert not visitor.open(address).tree.xpath("//main//a[@href='/sjablonen/officieel-model/nieuw']")

    def test_beside_another_paper_nothing_is_said_of_it(self, visitor, participant):
        address = f"/documenten/leverancier/{participant.id}"
        assert "Officieel model" in visitor.open(address).text
        assert "Officieel model" not in visitor.open(f"{address}?welk=breach-card").text

    def test_another_suppliers_do_not(self, visitor, register):
        page = visitor.open(f"/documenten/leverancier/{register.lettervlieg.id}")
        assert "officiële model" not in page.text
