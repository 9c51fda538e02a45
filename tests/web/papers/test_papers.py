"""The screens of papers: what can be made, what is missing, drafts, and finals that are kept."""

import pytest

from registry.model import GeneratedDocument
from registry.services.agreements.agreements import add_agreement, edit_agreement
from registry.services.suppliers.suppliers import edit_supplier
from tests.complete_register import complete_register
from tests.documents.specimens import headings, lines, word_file

NASTY = "A&B <b>\"quote\" 'x' {{ 7*7 }} 😀"
FINISH = "Definitief maken"


@pytest.fixture
def register(session):
    return complete_register(session)


@pytest.fixture
def lettervlieg(register):
    """The address of the papers of Lettervlieg."""
    return f"/documenten/leverancier/{register.lettervlieg.id}"


@pytest.fixture
def zandloper(register):
    """The address of the papers of De Zandloper."""
    return f"/documenten/school/{register.zandloper.id}"


@pytest.fixture
def without_kvk(session, register):
    edit_supplier(session, register.lettervlieg.id, register.lettervlieg.version, {"kvk": "", "city": ""})


def draft_at(visitor, page):
    """The draft that the page offers, as the browser gets it."""
    return visitor.client.get(page.tree.xpath("//a[text()='Concept maken']/@href")[0])


class TestOnePaper:
    def test_it_shows_what_comes_into_the_file(self, visitor, lettervlieg):
        page = visitor.open(lettervlieg)
        assert page.texts("//p[contains(., 'in het Word-bestand')]/following-sibling::ul[1]/li") == [
            "Verwerkersovereenkomst (eigen tekst)",
            "Bijlage 1 – Privacybijsluiter Letters, versie 2.1",
            "Bijlage 2 – Beveiligingsbijlage Letters, versie 1.0",
            "Bijlage 3 – Afwijkingen",
        ]
        assert "Alles is ingevuld" in page.text

    def test_the_first_paper_is_chosen_beforehand(self, visitor, lettervlieg):
        page = visitor.open(lettervlieg)
        assert page.texts("//option[@selected]") == ["Verwerkersovereenkomst met bijlagen"]
        assert page.texts("//*[@class='error']") == []

    def test_gaps_lead_to_where_they_are_filled_in(self, visitor, register, lettervlieg, without_kvk):
        page = visitor.open(lettervlieg)
        assert "2 gegevens ontbreken" in page.text
        link = page.tree.xpath("//ul[@class='tasks']//a")[0]
        assert link.text == "Leverancier Lettervlieg B.V."
        address, _, field = link.get("href").partition("#")
        assert (address.partition("?")[0], field) == (f"/leveranciers/{register.lettervlieg.id}/wijzigen", "kvk")
        assert "KvK-nummer, Plaats" in page.text

    def test_facts_that_nobody_checked_are_listed(self, visitor, lettervlieg):
        assert "De lijst met doelen: Leer- en toetsresultaten opslaan" in visitor.open(lettervlieg).text

    def test_an_annex_of_one_product_can_be_chosen(self, visitor, register, lettervlieg):
        page = visitor.open(f"{lettervlieg}?welk=annex-1%2F{register.letters.id}")
        assert page.texts("//h2")[0] == "Bijlage 1 – Privacybijsluiter Letters, versie 2.1"
        assert headings(draft_at(visitor, page).data)[0] == "Bijlage 1 – Privacybijsluiter: Letters"

    @pytest.mark.parametrize(
        "asked", ["welk=zomaar", "welk=annex-1%2F99", "op=2027-02-29", "op=0001-01-01", "overeenkomst=99", "op="]
    )
    def test_a_choice_that_does_not_exist_gives_the_first(self, visitor, lettervlieg, asked):
        page = visitor.open(f"{lettervlieg}?{asked}")
        assert page.status == 200
        assert page.texts("//h2")[0] == "Verwerkersovereenkomst met bijlagen – Lettervlieg B.V."

    def test_the_day_of_a_list_can_be_chosen(self, visitor, zandloper):
        page = visitor.open(f"{zandloper}?op=2025-07-31")
        assert "stand op 31 juli 2025" in "\n".join(lines(draft_at(visitor, page).data))

    def test_the_variant_of_a_list_can_be_chosen(self, visitor, zandloper):
        page = visitor.open(f"{zandloper}?welk=schoolgids-leermiddelen")
        assert page.texts("//h2")[0].startswith("Uitgevers en distributeurs De Zandloper")

    def test_an_agreement_leads_to_its_own_papers(self, session, visitor, register):
        new = add_agreement(session, register.lettervlieg.id, {"model_version": "supplier_own"})
        page = visitor.open(f"/documenten/overeenkomst/{new.id}")
        assert "Dit kan alleen als concept" in page.text
        assert "Dit kan alleen" not in visitor.open(f"/documenten/overeenkomst/{register.agreement.id}").text

    def test_who_needs_no_agreement_gets_a_sentence_and_no_button(self, visitor, register):
        page = visitor.open(f"/documenten/leverancier/{register.duo.id}")
        assert page.status == 200
        assert "Met DUO sluit het bestuur geen verwerkersovereenkomst." in page.text
        assert "Concept maken" not in page.text

    def test_the_boards_own_template_is_named(self, app, visitor, lettervlieg):
        folder = app.config["INSTANCE"].agreement_templates
        folder.mkdir()
        (folder / "bijlage-3-afwijkingen.docx").write_bytes(word_file("Bij {{ leverancier.naam }}"))
        page = visitor.open(f"{lettervlieg}?welk=annex-3")
        assert "Bijlage 3 – Afwijkingen – met het sjabloon van het bestuur" in page.text
        assert lines(draft_at(visitor, page).data) == ["Bij Lettervlieg B.V."]

    def test_a_broken_template_of_the_board_gives_a_sentence(self, app, visitor, lettervlieg):
        folder = app.config["INSTANCE"].agreement_templates
        folder.mkdir()
        (folder / "bijlage-3-afwijkingen.docx").write_bytes(b"geen Word")
        page = visitor.open(f"{lettervlieg}?welk=annex-3")
        assert (page.status, "Dit is geen Word-bestand." in page.text) == (200, True)
        assert visitor.open(f"{lettervlieg}/concept?welk=annex-3").status == 422

    @pytest.mark.parametrize(
        "address", ["/documenten/school/99", "/documenten/leverancier/99", "/documenten/bestand/99"]
    )
    def test_an_unknown_record_is_a_page_that_does_not_exist(self, visitor, register, address):
        assert visitor.open(address).status == 404

    def test_nasty_names_break_nothing(self, session, visitor, register, lettervlieg):
        edit_supplier(session, register.lettervlieg.id, register.lettervlieg.version, {"name": NASTY})
        page = visitor.open(lettervlieg)
        assert page.heading == NASTY
        assert draft_at(visitor, page).headers["Content-Disposition"].isascii()


class TestADraft:
    def test_it_is_a_download_with_a_name_that_counts_the_gaps(self, visitor, lettervlieg, without_kvk):
        response = draft_at(visitor, visitor.open(lettervlieg))
        assert response.headers["Content-Disposition"] == (
            'attachment; filename="Verwerkersovereenkomst-met-bijlagen-Lettervlieg-BV (concept - 2 open).docx"'
        )
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert response.mimetype == "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

    def test_it_is_not_kept(self, session, visitor, lettervlieg):
        draft_at(visitor, visitor.open(lettervlieg))
        assert session.query(GeneratedDocument).count() == 0


class TestAFinalPaper:
    def test_it_is_kept_and_can_be_fetched_again(self, visitor, zandloper):
        page = visitor.submit(zandloper)
        assert "Leverancierslijst De Zandloper" in page.texts("//div[@role='status']")[0]
        response = visitor.client.get(page.tree.xpath("//table//a/@href")[0])
        assert response.headers["Content-Disposition"].startswith(
            "attachment; filename=Leverancierslijst-De-Zandloper-"
        )
        assert headings(response.data)[0] == "Wie gegevens krijgt van De Zandloper"

    def test_it_is_the_one_that_was_chosen(self, session, visitor, register, lettervlieg):
        visitor.submit(f"{lettervlieg}?welk=annex-2%2F{register.letters.id}&op=2026-08-01")
        kept = session.query(GeneratedDocument).one()
        assert (kept.paper, kept.subject, kept.subject_id) == ("annex-2", "product", register.letters.id)
        assert "Bijlage 2 – Beveiligingsbijlage Letters, versie 1.0" in visitor.open(lettervlieg).texts("//tbody//th")

    def test_it_is_not_offered_while_gaps_remain(self, visitor, lettervlieg, without_kvk):
        assert FINISH not in visitor.open(lettervlieg).texts("//main//button")

    def test_it_is_refused_with_the_list_when_gaps_came_meanwhile(self, session, register, visitor, lettervlieg):
        opened = visitor.open(lettervlieg)
        assert FINISH in opened.texts("//main//button")
        edit_supplier(session, register.lettervlieg.id, register.lettervlieg.version, {"kvk": "", "city": ""})
        page = visitor.send(lettervlieg, opened)
        assert page.status == 422
        assert "er ontbreken nog 2 gegevens" in page.texts("//div[@class='notice danger']")[0]
        assert "KvK-nummer, Plaats" in page.text
        assert session.query(GeneratedDocument).count() == 0

    def test_it_is_refused_for_an_agreement_on_another_model(self, session, visitor, register, lettervlieg):
        opened, other = visitor.open(lettervlieg), {"model_version": "mvo_4_0", "arrangement": "mvo_participant"}
        edit_agreement(session, register.agreement.id, register.agreement.version, other)
        assert FINISH not in visitor.open(lettervlieg).texts("//main//button")
        page = visitor.send(lettervlieg, opened)
        assert page.status == 422
        assert "mag daar niet voor doorgaan" in page.texts("//div[@class='notice danger']")[0]
