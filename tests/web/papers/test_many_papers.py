"""The screen for many papers at once: what is chosen, what lacks, and the zip that is sent while it is made."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from registry.model import GeneratedDocument
from registry.services.paper import many
from registry.services.suppliers.suppliers import add_supplier, edit_supplier
from tests.complete_register import complete_register
from tests.documents.specimens import lines

MANY = "/documenten/veel"
AGREEMENTS = f"{MANY}?welk=agreement-complete"


@pytest.fixture
def register(session):
    found = complete_register(session)
    session.rollback()
    return found


@pytest.fixture
def lacking(session, register):
    """A second processor, of which nothing is known, and a gap at the first."""
    edit_supplier(session, register.lettervlieg.id, register.lettervlieg.version, {"kvk": ""})
    add_supplier(session, {"name": "Rekenwolk"})
    session.rollback()


def zip_at(visitor, page):
    response = visitor.client.get(page.tree.xpath("//a[@data-many]/@href")[0])
    return response, ZipFile(BytesIO(response.data))


class TestTheChoice:
    def test_begins_with_the_list_of_every_school(self, visitor, register):
        page = visitor.open(MANY)
        assert page.texts("//h2")[0] == "2 documenten: Leverancierslijst voor de schoolgids"
        assert page.texts("//tbody//th") == ["De Zandloper", "De Zonnewijzer"]

    def test_of_a_paper_about_suppliers_lists_the_processors(self, visitor, register):
        page = visitor.open(AGREEMENTS)
        assert page.texts("//tbody//th") == ["Lettervlieg B.V."]
        assert page.tree.xpath("//tbody//a/@href")[0].startswith(f"/documenten/leverancier/{register.lettervlieg.id}?")

    @pytest.mark.parametrize(
        ("whom", "found"),
        [("", 2), ("zonder", 1), ("convenant-unknown", 2), ("model-own_text", 1), ("model-mvo_4_0", 0), ("zomaar", 2)],
    )
    def test_narrows_to_whom_it_is_for(self, visitor, lacking, whom, found):
        assert len(visitor.open(f"{AGREEMENTS}&wie={whom}").texts("//tbody//th")) == found

    @pytest.mark.parametrize("asked", ["welk=zomaar", "welk=annex-1", "op=2027-02-29", "wie=convenant-", "page=99"])
    def test_that_does_not_exist_gives_the_first(self, visitor, register, asked):
        page = visitor.open(f"{MANY}?{asked}")
        assert (page.status, len(page.texts("//tbody//th"))) == (200, 2)

    def test_for_nobody_has_no_button(self, visitor, register):
        page = visitor.open(f"{AGREEMENTS}&wie=zonder")
        assert "er is niets te maken" in page.text
        assert page.tree.xpath("//a[@data-many]") == []

    def test_is_reached_from_the_papers(self, visitor, register):
        assert visitor.open("/documenten/").tree.xpath("//a[text()='Veel tegelijk maken']/@href") == [MANY]


class TestWhatLacks:
    def test_is_told_for_each(self, visitor, lacking):
        told = visitor.open(AGREEMENTS).texts("//tbody//td")
        assert told[0] == "1 gegeven ontbreekt"
        assert "Er staat nog geen overeenkomst in het register." in told[1]

    def test_is_asked_in_as_many_questions_for_many_as_for_few(self, session, visitor, register, questions):
        few = questions(lambda: visitor.open(AGREEMENTS))
        for number in range(10):
            add_supplier(session, {"name": f"Leverancier {number}"})
        session.rollback()
        assert questions(lambda: visitor.open(AGREEMENTS)) == few


class TestDrafts:
    def test_are_one_zip_with_a_name(self, visitor, register):
        response, archive = zip_at(visitor, visitor.open(f"{MANY}?welk=schoolgids&op=2026-08-01"))
        assert response.mimetype == "application/zip"
        name = "Leverancierslijst-voor-de-schoolgids-2026-08-01 (concept).zip"
        assert response.headers["Content-Disposition"] == f'attachment; filename="{name}"'
        assert response.headers["Cache-Control"] == "no-store"
        assert len(archive.namelist()) == 2

    def test_tell_the_state_of_the_day_that_was_chosen(self, visitor, register):
        _, archive = zip_at(visitor, visitor.open(f"{MANY}?op=2025-07-31"))
        assert "stand op 31 juli 2025" in "\n".join(lines(archive.read(archive.namelist()[0])))

    def test_are_not_kept(self, session, visitor, register):
        zip_at(visitor, visitor.open(MANY))
        assert session.query(GeneratedDocument).count() == 0

    def test_stop_when_the_reader_goes_away(self, visitor, register, monkeypatch):
        begun = []
        real = many.draft
        monkeypatch.setattr(many, "draft", lambda *given: begun.append(given) or real(*given))
        response = visitor.client.get(f"{MANY}/concept", buffered=False)
        next(response.iter_encoded())
        response.close()
        assert len(begun) == 1

    def test_keep_nobody_from_writing_while_they_are_fetched(self, session, visitor, register):
        response = visitor.client.get(f"{MANY}/concept", buffered=False)
        next(response.iter_encoded())
        assert add_supplier(session, {"name": "Tussendoor"}).id
        response.close()


class TestFinals:
    def test_are_kept_and_the_others_are_told(self, session, visitor, register):
        add_supplier(session, {"name": "Rekenwolk"})
        session.rollback()
        response = visitor.submit(AGREEMENTS).response
        archive = ZipFile(BytesIO(response.data))
        assert archive.namelist() == ["Verwerkersovereenkomst-met-bijlagen-Lettervlieg-BV.docx", "niet-gemaakt.txt"]
        assert "Rekenwolk" in archive.read("niet-gemaakt.txt").decode("utf-8-sig")
        assert session.query(GeneratedDocument).one().subject_id == register.lettervlieg.id

    def test_without_the_token_of_the_page_are_refused(self, session, visitor, register):
        assert visitor.client.post(MANY).status_code == 400
        assert session.query(GeneratedDocument).count() == 0
