"""The papers of the board at the screen, and papers that are given but not kept."""

from datetime import UTC, datetime
from urllib.parse import unquote

import pytest

from registry.model import GeneratedDocument, PrivacyAnnex, SecurityAnnex
from registry.services.annexes.annexes import propose_annex
from registry.services.board.board import edit_board
from registry.services.paper import KINDS, Order, Templates, compose
from registry.services.paper.making import make_final
from tests.complete_register import TODAY, complete_register
from tests.documents.specimens import headings, lines

BOARD = "/documenten/bestuur"


@pytest.fixture
def register(session):
    return complete_register(session)


@pytest.fixture
def zandloper(register):
    return f"/documenten/school/{register.zandloper.id}"


def draft_at(visitor, page):
    return visitor.client.get(page.tree.xpath("//a[text()='Concept maken']/@href")[0])


class TestTheBoardsDesk:
    @pytest.mark.parametrize("page", ["/documenten/", "/bestuur/"])
    def test_a_link_leads_there(self, visitor, register, page):
        assert visitor.open(page).tree.xpath("//main//a[@href='/documenten/bestuur']")

    def test_it_offers_the_papers_of_the_board(self, visitor, register):
        page = visitor.open(BOARD)
        assert page.texts("//select[@name='welk']/option") == [
            "Overzicht voor de gemeenschappelijke medezeggenschapsraad (GMR)",
            "Register van verwerkingen",
            "Jaarverslag privacy en leveranciers",
        ]
        assert page.heading == "Stichting Getijden"

    def test_it_leads_back_to_the_board(self, visitor, register):
        page = visitor.open(BOARD)
        assert page.tree.xpath("//a[text()='Naar het bestuur']/@href") == ["/bestuur/"]
        assert page.tree.xpath("//nav//a[text()='Documenten']/@href")[0] == "/documenten/"

    def test_a_draft_of_the_register_is_given(self, visitor, register):
        response = draft_at(visitor, visitor.open(f"{BOARD}?welk=board-register"))
        assert headings(response.data)[0] == "Register van verwerkingen van Stichting Getijden"

    def test_a_final_one_is_kept_and_listed(self, session, visitor, register):
        page = visitor.submit(f"{BOARD}?welk=board-register")
        assert "is definitief gemaakt en bewaard" in page.texts("//div[@role='status']")[0]
        assert session.query(GeneratedDocument).one().subject == "school_board"
        assert "Register van verwerkingen Stichting Getijden" in page.texts("//tbody//th")

    def test_a_gap_leads_to_the_board(self, session, visitor, register):
        edit_board(session, 1, {"dpo_email": ""})
        page = visitor.open(f"{BOARD}?welk=board-register")
        assert page.tree.xpath("//ul[@class='tasks']//a/@href")[0].startswith("/bestuur/wijzigen?terug=")

    def test_a_register_without_a_board_is_told_so(self, visitor):
        page = visitor.open(BOARD)
        assert page.status == 422
        assert "Vul eerst de gegevens van het bestuur in." in page.text
        assert not visitor.open("/documenten/").tree.xpath("//a[@href='/documenten/bestuur']")


class TestAPaperThatIsNotKept:
    def test_final_it_comes_as_a_file_and_nothing_is_kept(self, session, visitor, zandloper):
        page = visitor.open(f"{zandloper}?welk=school-overview")
        assert "Het register bewaart dit document niet." in page.text
        response = visitor.send(f"{zandloper}?welk=school-overview", page).response
        assert response.headers["Content-Disposition"].startswith("attachment; filename=Overzicht-van-leveranciers")
        assert "Concept" not in "\n".join(lines(response.data))
        assert session.query(GeneratedDocument).count() == 0

    def test_a_letter_without_its_period_gives_a_sentence(self, visitor, zandloper):
        page = visitor.open(f"{zandloper}?welk=school-recipients")
        assert "Kies eerst vanaf welke dag" in page.text
        page = visitor.open(f"{zandloper}?welk=school-recipients&vanaf=2025-08-01")
        assert page.texts("//h2")[0].startswith("Ontvangers van gegevens De Zandloper, 01-08-2025")

    def test_a_letter_about_days_to_come_says_so_at_the_day(self, visitor, zandloper):
        page = visitor.open(f"{zandloper}?welk=school-recipients&vanaf=2025-08-01&op=2099-01-01")
        assert "Deze dag moet nog komen. Kies vandaag of een dag daarvoor." in page.text
        assert "2099" not in page.texts("//h2")[0]
        assert "Deze dag moet nog komen" not in visitor.open(f"{zandloper}?welk=schoolgids&op=2099-01-01").text


def test_blocks_can_be_left_out_of_the_privacy_section(visitor, zandloper):
    page = visitor.open(f"{zandloper}?welk=school-privacy-section&kies=1&onderdelen=rechten")
    found = headings(draft_at(visitor, page).data)
    assert found[:2] == ["Privacy op De Zandloper", "Rechten van ouders en leerlingen"]
    assert "Vragen en klachten" not in found


@pytest.mark.parametrize(
    ("kind", "code", "called", "screen"),
    [
        (PrivacyAnnex, "annex-changes", "privacybijsluiter", "privacybijsluiters"),
        (SecurityAnnex, "annex-changes-security", "beveiligingsbijlage", "beveiligingsbijlagen"),
    ],
    ids=["privacy annex", "security annex"],
)
def test_the_changes_of_a_newer_annex_are_offered_there_and_at_its_supplier(
    session, visitor, register, kind, code, called, screen
):
    newer = propose_annex(session, kind, register.letters.id, {"edition": "3.0"})
    address = f"/documenten/leverancier/{register.lettervlieg.id}?welk={code}/{newer.id}"
    (link,) = visitor.open(f"/{screen}/{newer.id}/verschillen").tree.xpath("//a[.='Maak er een document van']/@href")
    assert unquote(link) == address
    page = visitor.open(address)
    assert page.texts("//h2")[0] == f"Wat er verandert in de {called} Letters, versie 3.0"
    assert headings(draft_at(visitor, page).data)[0] == f"Wat er verandert in de {called} van Letters"


def test_the_document_is_asked_beside_the_version_that_was_chosen(session, visitor, register):
    for edition in ("3.0", "4.0"):
        newest = propose_annex(session, PrivacyAnnex, register.letters.id, {"edition": edition})
    middle = newest.id - 1
    page = visitor.open(f"/privacybijsluiters/{newest.id}/verschillen?met={middle}")
    (link,) = page.tree.xpath("//a[.='Maak er een document van']/@href")
    assert link.endswith(f"met={middle}")
    desk = visitor.open(link)
    assert "versie 3.0" in desk.tree.xpath("//select[@name='met']/option[@selected]")[0].text
    assert "Privacybijsluiter, versie 3.0" in lines(draft_at(visitor, desk).data)
    usual = visitor.open(f"/documenten/leverancier/{register.lettervlieg.id}?welk=annex-changes/{newest.id}&met=x")
    assert any(line.startswith("Privacybijsluiter, versie 2.1") for line in lines(draft_at(visitor, usual).data))


def test_a_final_comparison_of_a_security_annex_is_kept_at_the_supplier(session, visitor, register, tmp_path):
    newer = propose_annex(session, SecurityAnnex, register.letters.id, {"edition": "3.0"})
    paper = compose(session, Order(KINDS["annex-changes-security"], newer.id, TODAY, TODAY))
    make_final(session, paper, Templates(tmp_path), datetime(2026, 8, 1, 12, tzinfo=UTC))
    page = visitor.open(f"/documenten/leverancier/{register.lettervlieg.id}")
    assert any("beveiligingsbijlage Letters, versie 3.0" in told for told in page.texts("//main//table//tr"))
