"""The screen that everybody opens first."""

from datetime import date, timedelta

import pytest

from registry.calendar import day_at_work
from registry.model.agreement_lists import AgreementStatus, Renewal
from registry.model.statement import Council, StatementKind
from registry.services.agreements.agreements import add_agreement
from registry.services.board.board import set_up_board
from registry.services.board.statements import add_statement
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier
from registry.services.uses.schools import add_school
from registry.services.uses.uses import start_use
from registry.services.year.actions import add_action
from registry.web.overview import MOST_BEHIND, MOST_SUPPLIERS
from registry.web.year.due_groups import MOST_IN_LIST
from tests.complete_register import complete_register

TODAY, AUGUST = date.today(), date(2025, 8, 1)


@pytest.fixture
def board(session):
    return set_up_board(session, {"name": "Stichting Getijden"})


@pytest.fixture
def cast(session, board):
    """De Zandloper uses Letters of Lettervlieg B.V."""
    product = add_product(session, add_supplier(session, {"name": "Lettervlieg B.V."}).id, {"name": "Letters"})
    start_use(session, add_school(session, {"name": "De Zandloper"}).id, product.id, {"since": AUGUST})
    session.rollback()
    return session


def next_button(page):
    return page.tree.xpath("//section[@class='next']//a/@href")


def held_at(visitor, address):
    """How many lines a list or a month of deadlines holds."""
    page = visitor.open(address)
    return len(page.texts("//ul[@class='tasks']/li")) or len(page.texts("//div[@id='list']//tbody/tr"))


class TestTheFirstSteps:
    def test_an_empty_register_welcomes_and_asks_for_the_board(self, visitor):
        page = visitor.open("/")
        assert page.heading == "Welkom bij het verwerkersregister"
        assert len(page.texts("//main//ol/li")) == 5
        assert next_button(page) == ["/bestuur/wijzigen"]

    def test_then_come_the_schools_the_suppliers_and_the_ticks(self, session, board, visitor):
        assert next_button(visitor.open("/")) == ["/scholen/nieuw"]
        add_school(session, {"name": "De Zandloper"})
        session.rollback()
        assert next_button(visitor.open("/")) == ["/leverancier-toevoegen/"]
        add_product(session, add_supplier(session, {"name": "Lettervlieg B.V."}).id, {"name": "Letters"})
        session.rollback()
        assert next_button(visitor.open("/")) == ["/wie-gebruikt-wat/"]

    def test_the_line_shows_how_far_the_register_is(self, board, visitor):
        page = visitor.open("/")
        assert page.texts("//ol[@class='steps']/li[@aria-current='step']") == ["Scholen"]
        assert page.texts("//ol[@class='steps']/li[@class='done']") == ["Bestuur (klaar)"]

    def test_the_last_step_is_the_list_of_the_first_school(self, cast, visitor):
        page = visitor.open("/")
        assert page.heading == "Wat is er te doen?"
        assert page.texts("//ol[@class='steps']/li[@aria-current='step']") == ["Lijst voor de schoolgids"]
        assert next_button(page) == ["/documenten/school/1"]

    def test_what_is_due_goes_before_the_last_step(self, cast, visitor):
        add_statement(cast, {"kind": StatementKind.PRIVACY_STATEMENT, "title": "Verklaring", "review_on": TODAY})
        cast.rollback()
        assert next_button(visitor.open("/")) == []

    def test_the_line_goes_when_the_first_list_is_final(self, session, visitor):
        complete_register(session)
        session.rollback()
        assert next_button(visitor.open("/")) == ["/documenten/school/1"]
        visitor.submit("/documenten/school/1")
        page = visitor.open("/")
        assert page.heading == "Wat is er te doen?"
        assert page.texts("//ol[@class='steps']") == []


class TestWhatNow:
    def test_a_quiet_register_says_so(self, cast, visitor):
        assert "Er is nu niets dat haast heeft." in visitor.open("/").text

    def test_each_line_leads_to_its_record_and_its_button_to_the_form(self, cast, visitor):
        soon, late = TODAY + timedelta(days=12), day_at_work(TODAY - timedelta(days=5))
        fields = {"status": AgreementStatus.IN_FORCE, "starts_on": AUGUST, "ends_on": soon, "renewal": Renewal.NONE}
        add_agreement(cast, 1, fields, {"products": [{"product_id": 1}]})
        add_statement(cast, {"kind": StatementKind.PRIVACY_STATEMENT, "title": "Verklaring", "review_on": late})
        cast.rollback()
        page = visitor.open("/")
        assert "2 dingen vragen aandacht." in page.text
        assert page.tree.xpath("//ul[@class='tasks']//div/a/@href") == ["/verklaringen/1", "/overeenkomsten/1"]
        assert page.tree.xpath("//ul[@class='tasks']//a[@class='button quiet']/@href") == [
            "/verklaringen/1/wijzigen#review_on",
            "/overeenkomsten/1/vervangen",
        ]
        assert page.texts("//p[@class='due']") == [f"{(TODAY - late).days} dagen te laat", "12 dagen te gaan"]
        pictures = ["De komende twaalf maanden", "Overeenkomsten per stand", "Scholen: hoe compleet is het dossier?"]
        around = ["Wat ontbreekt nog?", "Wat valt er op?", "Wat staat er in het register?"]
        assert page.texts("//h2") == [*around[:2], *pictures, around[2]]

    def test_more_than_fits_stands_behind_a_line(self, cast, visitor):
        for number in range(MOST_IN_LIST + 2):
            kind, council = StatementKind.SCHOOL_GUIDE, Council.MR
            asked = {"kind": kind, "title": f"Gids {number}", "council": council, "consent_asked_on": TODAY}
            add_statement(cast, asked)
        cast.rollback()
        page = visitor.open("/")
        assert page.texts("//summary") == ["Nog 2"]
        assert len(page.texts("//ul[@class='tasks']/li")) == MOST_IN_LIST + 2

    def test_a_very_long_list_leads_to_that_of_the_terms(self, cast, visitor):
        for number in range(MOST_BEHIND + 5):
            day = TODAY + timedelta(days=60)
            add_statement(cast, {"kind": StatementKind.SCHOOL_GUIDE, "title": f"Gids {number}", "review_on": day})
        add_action(cast, {"what": "Bel", "due_on": TODAY})
        cast.rollback()
        page = visitor.open("/")
        assert page.texts("//summary") == [f"Later: {MOST_BEHIND + 5}"]
        assert len(page.texts("//details//ul[@class='tasks']/li")) == MOST_BEHIND
        assert page.tree.xpath("//details//p/a[@href='/jaar/termijnen']") != []

    def test_a_long_list_stands_under_headings_and_what_is_for_later_behind_a_line(self, cast, visitor):
        for number, days in enumerate((-40, -30, -20, 10, 60, 70, 80)):
            day = TODAY + timedelta(days=days)
            add_statement(cast, {"kind": StatementKind.SCHOOL_GUIDE, "title": f"Gids {number}", "review_on": day})
        cast.rollback()
        page = visitor.open("/")
        assert page.texts("//h2")[:3] == ["Te laat", "Nu en de komende maand", "Wat ontbreekt nog?"]
        assert page.texts("//summary") == ["Later: 3"]
        assert len(page.texts("//details//ul[@class='tasks']/li")) == 3

    def test_what_is_missing_stands_per_supplier_and_leads_to_it(self, cast, visitor):
        page = visitor.open("/")
        assert page.tree.xpath("//table[contains(@class, 'stack')]/tbody/tr/th/a/@href") == ["/leveranciers/1"]

    def test_more_suppliers_than_fit_lead_to_the_filtered_list(self, cast, visitor):
        for number in range(MOST_SUPPLIERS):
            product = add_product(cast, add_supplier(cast, {"name": f"Leverancier {number}"}).id, {"name": "Taal"})
            start_use(cast, 1, product.id, {"since": AUGUST})
        cast.rollback()
        page = visitor.open("/")
        assert len(page.texts("//table[contains(@class, 'stack')]/tbody/tr")) == MOST_SUPPLIERS
        (link,) = page.tree.xpath("//a[contains(text(), 'waarover iets ontbreekt')]/@href")
        assert len(visitor.open(link).texts("//tbody/tr")) == MOST_SUPPLIERS + 1

    def test_every_number_leads_to_its_list(self, cast, visitor):
        page = visitor.open("/")
        links = page.tree.xpath("//div[@class='cards']/a/@href")
        assert len(links) == 5 + 3  # what there is, and the signals of three severities
        assert {visitor.open(link).status for link in links} == {200}

    def test_each_number_of_a_picture_is_how_much_its_list_holds(self, session, visitor):
        complete_register(session)
        lacking = add_product(session, add_supplier(session, {"name": "Zeilmakerij"}).id, {"name": "Letters"})
        start_use(session, 1, lacking.id, {"since": AUGUST})
        review = {"status": AgreementStatus.IN_FORCE, "starts_on": AUGUST, "review_on": TODAY + timedelta(days=150)}
        add_agreement(session, lacking.supplier_id, review, {"products": [{"product_id": lacking.id}]})
        session.rollback()
        page = visitor.open("/")
        of_lists = page.tree.xpath("//table[contains(@class, 'small')]//td[contains(@class, 'num')]/a")
        numbers = [(link.get("href"), int(link.text)) for link in of_lists]
        assert {href.split("?")[0] for href, _ in numbers} == {"/overeenkomsten/", "/producten/", "/jaar/termijnen"}
        assert [(href, number) for href, number in numbers if held_at(visitor, href) != number] == []

    def test_it_asks_the_same_questions_for_any_number_of_suppliers(self, cast, visitor, questions):
        few, again = (questions(lambda: visitor.open("/")) for _ in range(2))
        for number in range(5):
            product = add_product(cast, add_supplier(cast, {"name": f"Leverancier {number}"}).id, {"name": "Taal"})
            start_use(cast, 1, product.id, {"since": AUGUST})
        cast.rollback()
        assert questions(lambda: visitor.open("/")) == few <= 40
        assert questions(lambda: visitor.open("/")) == again <= 12
