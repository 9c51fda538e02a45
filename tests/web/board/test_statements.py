"""The screens of statements."""

from datetime import date, timedelta

import pytest

from registry.model import Statement
from registry.model.statement import Council, StatementKind
from registry.services.board.statements import add_statement
from registry.services.uses.schools import add_school

NEW, FIRST, EDIT = "/verklaringen/nieuw", "/verklaringen/1", "/verklaringen/1/wijzigen"
YESTERDAY = date.today() - timedelta(days=1)


@pytest.fixture
def zandloper(session):
    return add_school(session, {"name": "De Zandloper"})


@pytest.fixture
def regulation(session):
    """A regulation of the board, to which the GMR has not consented yet."""
    fields = {"kind": StatementKind.PRIVACY_REGULATION, "title": "Privacyreglement", "edition": "2026"}
    asked = {"council": Council.GMR, "consent_asked_on": date(2026, 3, 1)}
    return add_statement(
        session, {**fields, **asked, "promises": "Met alle leveranciers & <makers>.\nHet hele overzicht."}
    )


class TestTheList:
    def test_an_empty_list_says_how_to_begin(self, visitor):
        page = visitor.open("/verklaringen/")
        assert "Er staat nog geen tekst in het register." in page.text
        assert page.tree.xpath("//a[@href='/verklaringen/nieuw']")

    def test_it_is_grouped_by_kind_with_the_boards_own_first(self, session, visitor, zandloper, regulation):
        for number in (zandloper.id, None):
            add_statement(session, {"kind": StatementKind.SCHOOL_GUIDE, "title": "Gids", "school_id": number})
        page = visitor.open("/verklaringen/")
        assert page.texts("//h2") == ["Privacyreglementen", "Schoolgidsen"]
        assert page.texts("//td[@data-label='Van']") == ["het bestuur", "het bestuur", "De Zandloper"]

    def test_it_says_in_words_how_far_the_consent_is(self, visitor, regulation):
        assert (
            "Instemming gevraagd aan de GMR op 1 maart 2026, nog niet gekregen." in visitor.open("/verklaringen/").text
        )

    def test_a_review_that_is_due_stands_out(self, session, visitor):
        add_statement(session, {"kind": StatementKind.PRIVACY_STATEMENT, "title": "x", "review_on": YESTERDAY})
        assert visitor.open("/verklaringen/").texts("//span[@class='tag warning']")[0].startswith("sinds ")


class TestOneStatement:
    def test_it_shows_what_the_text_promises(self, visitor, regulation):
        page = visitor.open(FIRST)
        assert page.heading == "Privacyreglement"
        assert {"Met alle leveranciers & <makers>.", "Het hele overzicht."} <= set(page.texts("//main/p"))

    def test_a_consent_that_is_due_is_the_next_step(self, visitor, regulation):
        page = visitor.open(FIRST)
        assert page.tree.xpath("//section[@class='next']//a/@href") == [f"{EDIT}#consent_given_on"]
        visitor.submit(EDIT, consent_given_on="2026-04-01")
        assert visitor.open(FIRST).tree.xpath("//section[@class='next']") == []

    def test_an_unknown_one_is_not_found(self, visitor):
        assert {visitor.open(address).status for address in (FIRST, EDIT)} == {404}


class TestTheForm:
    def test_a_statement_of_a_school_is_added(self, session, visitor, zandloper):
        typed = {"kind": "school_guide", "school_id": str(zandloper.id), "title": "Schoolgids", "edition": "2026-2027"}
        page = visitor.submit(NEW, **typed, council="mr", consent_asked_on="2026-05-01", link="getijden.example/gids")
        assert page.heading == "Schoolgids"
        assert "Schoolgids van De Zandloper" in page.text
        assert session.get(Statement, 1).link == "https://getijden.example/gids"

    def test_a_statement_of_the_board_belongs_to_no_school(self, session, visitor):
        visitor.submit(NEW, title="Privacyverklaring")
        assert session.get(Statement, 1).school_id is None

    @pytest.mark.parametrize(
        ("typed", "sentence"),
        [
            ({"title": ""}, "Titel: Vul dit in."),
            ({"title": "x" * 10_000}, "hoogstens 200 tekens"),
            ({"title": "a\x00b"}, "Hier staat een teken dat niet bewaard kan worden"),
            ({"adopted_on": "2027-02-29"}, "Deze datum bestaat niet."),
            ({"adopted_on": "2026-06-01", "review_on": "2026-05-31"}, "Opnieuw bekijken kan niet voor de dag"),
            ({"council": "mr", "consent_asked_on": "2026-06-01", "consent_given_on": "2026-05-31"}, "niet instemmen"),
            ({"consent_given_on": "2026-05-31"}, "Kies om welke raad het gaat."),
            ({"link": "javascript:alert(1)"}, "Link naar de tekst"),
            ({"school_id": "99"}, "Ongeldige keuze"),
            ({"school_id": "x"}, "Ongeldige keuze"),
            ({"kind": "brief"}, "Ongeldige keuze"),
        ],
        ids=str,
    )
    def test_what_is_wrong_is_told_and_nothing_is_lost(self, session, visitor, typed, sentence):
        page = visitor.submit(NEW, **{"title": "Gids", "promises": "Wij & <u> 😀", **typed})
        assert page.status == 422
        assert sentence in page.errors[0]
        assert "omgezet" not in page.errors[0]
        assert dict(page.values())["promises"] == "Wij & <u> 😀"
        assert session.get(Statement, 1) is None

    def test_the_second_saver_is_told_what_changed(self, visitor, regulation):
        opened = visitor.open(EDIT)
        visitor.submit(EDIT, edition="2027")
        page = visitor.send(EDIT, opened, title="Reglement")
        assert page.status == 409
        assert "2027" in page.text
        assert visitor.send(EDIT, page).heading == "Reglement"

    def test_the_same_text_twice_is_told(self, visitor, regulation):
        page = visitor.submit(NEW, kind="privacy_regulation", title="Privacyreglement", edition="2026")
        assert page.errors == ["Titel: Deze tekst staat er al: Privacyreglement 2026 van het bestuur."]
